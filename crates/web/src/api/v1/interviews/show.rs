//! `GET /interviews/{id}`

use axum::extract::State;
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// Shows an interview as it stands.
#[utoipa::path(get, path = "/interviews/{id}", tag = "interviews",
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands", body = Interview)))]
pub(super) async fn show_interview(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Result<Json<Interview>, Problem> {
    let room = app.room(&ctx, &id).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
