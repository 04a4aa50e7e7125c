//! `DELETE /drafts/{key}`

use axum::extract::State;
use greenroom_app::{App, Ctx};
use http::StatusCode;

use crate::extract::Path;
use crate::problem::Problem;

/// Removes a draft. There being none is no error.
#[utoipa::path(delete, path = "/drafts/{key}", tag = "drafts",
    params(("key" = String, Path, description = "Name of the draft", example = "question:idempotency",
        pattern = "^[A-Za-z0-9:_-]{1,100}$")),
    responses((status = 204, description = "There is none any more")))]
pub(super) async fn delete_draft(
    State(app): State<App>,
    ctx: Ctx,
    Path(key): Path<String>,
) -> Result<StatusCode, Problem> {
    app.save_draft(&ctx, &key, "").await?;
    Ok(StatusCode::NO_CONTENT)
}
