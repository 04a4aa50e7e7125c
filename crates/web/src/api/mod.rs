//! The REST API, its document and the page that shows it.

mod document;
mod page;
pub mod v1;

use axum::Router;

use crate::state::WebState;

pub use document::{document, document_text};

/// The routes.
pub fn router(state: &WebState) -> Router<WebState> {
    v1::router(state).merge(page::router())
}
