//! `POST /interviews/{id}/resume`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// Comes back from a pause.
#[utoipa::path(post, path = "/interviews/{id}/resume", tag = "interviews",
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn resume(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::Resume).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
