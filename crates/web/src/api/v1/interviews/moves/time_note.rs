//! `POST /interviews/{id}/time-notes`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// A turn whose soft limit has passed.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TimeNote {
    /// Which turn: the number of the open one.
    #[schema(example = 1)]
    turn: u32,
}

/// Says that the soft limit has passed; nothing is cut.
#[utoipa::path(post, path = "/interviews/{id}/time-notes", tag = "interviews", request_body = TimeNote,
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn note_time(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Json(body): Json<TimeNote>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::NoteTime { turn: body.turn }).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
