//! `DELETE /interviews/{id}`

use axum::extract::State;
use greenroom_app::{App, Ctx};
use http::StatusCode;

use crate::extract::Path;
use crate::problem::Problem;

/// Deletes an interview with its answers and evaluations. It cannot be brought back.
#[utoipa::path(delete, path = "/interviews/{id}", tag = "interviews",
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete_interview(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    app.delete_interview(&ctx, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
