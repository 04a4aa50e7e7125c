//! `PUT /drafts/{key}`

use axum::extract::State;
use greenroom_app::{App, Ctx};
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// What was typed so far.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDraft {
    /// The text, at most 20,000 characters; a blank one removes the draft.
    #[serde(deserialize_with = "wire::text")]
    #[schema(max_length = 20_000)]
    text: String,
}

/// Keeps a draft in place of the one of that key.
#[utoipa::path(put, path = "/drafts/{key}", tag = "drafts", request_body = NewDraft,
    params(("key" = String, Path, description = "Name of the draft", example = "question:idempotency",
        pattern = "^[A-Za-z0-9:_-]{1,100}$")),
    responses((status = 204, description = "It is kept")))]
pub(super) async fn put_draft(
    State(app): State<App>,
    ctx: Ctx,
    Path(key): Path<String>,
    Json(body): Json<NewDraft>,
) -> Result<StatusCode, Problem> {
    app.save_draft(&ctx, &key, &body.text).await?;
    Ok(StatusCode::NO_CONTENT)
}
