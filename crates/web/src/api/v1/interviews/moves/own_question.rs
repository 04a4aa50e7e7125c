//! `POST /interviews/{id}/own-questions`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire;
use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// A question to the interviewer.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOwnQuestion {
    /// The question, at most 2,000 characters.
    #[serde(deserialize_with = "wire::text")]
    #[schema(max_length = 2_000)]
    text: String,
}

/// Asks the interviewer something.
#[utoipa::path(post, path = "/interviews/{id}/own-questions", tag = "interviews", request_body = NewOwnQuestion,
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn ask_own_question(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Json(body): Json<NewOwnQuestion>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::AskOwn { text: body.text }).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
