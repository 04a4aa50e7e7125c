//! `POST /interviews/{id}/leave`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// Leaves for now: a pause, in which no time counts.
#[utoipa::path(post, path = "/interviews/{id}/leave", tag = "interviews",
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn leave(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::Leave).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
