//! `GET /drafts/{key}`

use axum::extract::State;
use greenroom_app::{App, AppError, Ctx};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::wire::moment;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// What was typed so far.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Draft {
    /// Name of the draft.
    key: String,
    /// The text.
    text: String,
    /// When it was kept.
    #[schema(format = DateTime)]
    updated_at: String,
}

/// Shows a draft.
#[utoipa::path(get, path = "/drafts/{key}", tag = "drafts",
    params(("key" = String, Path, description = "Name of the draft", example = "question:idempotency",
        pattern = "^[A-Za-z0-9:_-]{1,100}$")),
    responses((status = 200, description = "The draft", body = Draft)))]
pub(super) async fn show_draft(
    State(app): State<App>,
    ctx: Ctx,
    Path(key): Path<String>,
) -> Result<Json<Draft>, Problem> {
    let draft = app.find_draft(&ctx, &key).await?;
    let draft = draft.ok_or_else(|| AppError::not_found("draft", &key))?;
    Ok(Json(Draft { key, text: draft.text, updated_at: moment(draft.updated_at) }))
}
