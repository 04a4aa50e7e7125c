//! Version 1 of the REST API: one endpoint a file.
//!
//! Rules that hold for all of them: bodies are JSON, unknown fields are refused, every failure is a problem document,
//! lists are read page by page with a cursor, reads carry an `ETag`, and a `POST` may carry an `Idempotency-Key`. The
//! layers around the router see to the last two.

mod document;
mod drafts;
mod evaluations;
mod interviews;
mod me;
mod questions;
mod settings;
pub mod wire;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::middleware::{etag, idempotency, panic};
use crate::state::WebState;

/// Where this version lives.
pub const ROOT: &str = "/api/v1";

/// All endpoints, documented: what is not here is not served, and what is here is in the document.
pub(super) fn endpoints() -> OpenApiRouter<WebState> {
    let endpoints = OpenApiRouter::new()
        .merge(questions::router())
        .merge(evaluations::router())
        .merge(interviews::router())
        .merge(settings::router())
        .merge(drafts::router())
        .merge(me::router())
        .routes(routes!(document::show_document));
    OpenApiRouter::new().nest(ROOT, endpoints)
}

/// The routes, with what all of them have in common. A panic is caught inside the idempotency layer, so that it gives the
/// key back.
pub(super) fn router(state: &WebState) -> Router<WebState> {
    let (router, _) = endpoints().split_for_parts();
    router
        .layer(panic::layer())
        .layer(from_fn_with_state(state.clone(), idempotency::once))
        .layer(from_fn(etag::conditional))
}
