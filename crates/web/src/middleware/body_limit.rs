//! How much a request may send.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_LENGTH;
use http_body_util::{BodyExt, Limited};

use crate::problem::{Problem, kinds};
use crate::state::WebState;

/// How much of a refused body is read and thrown away, and for how long. A connection that is closed while the client is
/// still sending is reset, and the client would never read why.
const DISCARDED_BYTES_MAX: usize = 16 * 1024 * 1024;
const DISCARDING_TIME: Duration = Duration::from_secs(2);

/// Refuses a body that is declared too large, and stops one that turns out to be.
pub async fn limit(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let limit = state.config().body_bytes;
    let declared =
        request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|bytes| {
        usize::try_from(bytes).is_ok_and(|bytes| bytes > limit) || bytes > u64::from(u32::MAX)
    }) {
        discard(request.into_body()).await;
        return Problem::new(&kinds::TOO_LARGE, format!("the body may have {limit} bytes")).into_response();
    }
    let request = request.map(|body| Body::new(Limited::new(body, limit)));
    next.run(request).await
}

async fn discard(body: Body) {
    let mut body = Limited::new(body, DISCARDED_BYTES_MAX);
    let read_all = async { while let Some(Ok(_)) = body.frame().await {} };
    // Whether all of it came or the time is over: the answer is the same.
    let _ = tokio::time::timeout(DISCARDING_TIME, read_all).await;
}
