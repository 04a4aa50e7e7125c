//! How long a request may take.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::RETRY_AFTER;

use crate::problem::{Problem, kinds};
use crate::state::WebState;

/// Ends a request that takes too long. What it was doing is dropped where it stands, so an open unit of work is rolled
/// back.
///
/// # Errors
/// `timed-out`.
pub async fn limit(State(state): State<WebState>, request: Request, next: Next) -> Result<Response, Problem> {
    let limit = state.config().request_time;
    tokio::time::timeout(limit, next.run(request)).await.map_err(|_| {
        let detail = format!("this was not done within {} s; try again in a moment", limit.as_secs_f32());
        Problem::new(&kinds::TIMED_OUT, detail).with_header(RETRY_AFTER, 2u32)
    })
}
