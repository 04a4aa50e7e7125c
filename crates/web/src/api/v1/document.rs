//! `GET /openapi.json`

use axum::response::IntoResponse;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};

use crate::api::document_text;

/// Gives you this very document.
#[utoipa::path(get, path = "/openapi.json", tag = "document",
    responses((status = 200, description = "The API as OpenAPI 3.1", body = Object)))]
pub(super) async fn show_document() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "public, no-cache")], document_text())
}
