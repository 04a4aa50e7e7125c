//! `POST /interviews/{id}/answers`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire;
use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// An answer to the open turn.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAnswer {
    /// Which turn: the number of the open one.
    #[schema(example = 1)]
    turn: u32,
    /// The answer, at most 20,000 characters.
    #[serde(deserialize_with = "wire::text")]
    #[schema(max_length = 20_000)]
    text: String,
}

/// Answers the open turn. It is kept before this responds, with its evaluation and the next question.
#[utoipa::path(post, path = "/interviews/{id}/answers", tag = "interviews", request_body = NewAnswer,
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn answer(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Json(body): Json<NewAnswer>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::Answer { turn: body.turn, text: body.text }).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
