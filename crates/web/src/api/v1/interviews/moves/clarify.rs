//! `POST /interviews/{id}/clarifications`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire;
use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// Something that is unclear.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewClarification {
    /// Which turn: the number of the open one.
    #[schema(example = 1)]
    turn: u32,
    /// What is unclear, at most 2,000 characters.
    #[serde(deserialize_with = "wire::text")]
    #[schema(max_length = 2_000)]
    text: String,
}

/// Asks what the question means.
#[utoipa::path(post, path = "/interviews/{id}/clarifications", tag = "interviews", request_body = NewClarification,
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn clarify(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Json(body): Json<NewClarification>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::Clarify { turn: body.turn, text: body.text }).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
