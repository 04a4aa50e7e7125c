//! A bug in one request stays in that request.

use std::any::Any;

use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;

use crate::problem::{Problem, kinds};

type Handler = fn(Box<dyn Any + Send + 'static>) -> Response;

/// The layer: a panic becomes a problem like any other fault of ours. The message goes to the panic hook, not to the
/// caller.
pub fn layer() -> CatchPanicLayer<Handler> {
    CatchPanicLayer::custom(respond as Handler)
}

fn respond(_message: Box<dyn Any + Send + 'static>) -> Response {
    Problem::new(&kinds::INTERNAL, "something went wrong on our side; nothing that was saved is lost")
        .caused_by(Panicked)
        .into_response()
}

#[derive(Debug, thiserror::Error)]
#[error("a handler panicked; the panic hook printed where")]
struct Panicked;
