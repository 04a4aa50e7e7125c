//! The id by which a request is found again in logs, headers and error pages.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use greenroom_core::RequestId;
use http::{HeaderName, HeaderValue};

use crate::state::WebState;

/// The header that carries the id.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// Gives each request an id, or keeps the one that a proxy of ours gave it. Anything else in the header is ignored: it
/// would end up in logs and on pages.
pub async fn assign(State(state): State<WebState>, mut request: Request, next: Next) -> Response {
    let given = request.headers().get(HEADER).and_then(|value| value.to_str().ok()?.parse().ok());
    let id = given.unwrap_or_else(|| {
        let now = state.app().ctx().now;
        state.app().with_entropy(|entropy| RequestId::generate(now, entropy))
    });
    let header = HeaderValue::from_str(id.as_str());
    request.extensions_mut().insert(id);
    let mut response = next.run(request).await;
    if let Ok(header) = header {
        response.headers_mut().insert(HEADER, header);
    }
    response
}
