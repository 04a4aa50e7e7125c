//! `POST /interviews/{id}/end`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// Ends the interview before all was asked; the notes cover what was answered.
#[utoipa::path(post, path = "/interviews/{id}/end", tag = "interviews",
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn end_early(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::EndEarly).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
