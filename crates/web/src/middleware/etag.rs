//! Reading again only what has changed.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderValue, Method, StatusCode};
use sha2::{Digest, Sha256};

use crate::problem::Problem;

/// Tags what is read, and answers `304` to whoever has it already. A handler that knows a version sets the tag itself;
/// otherwise it is a hash of the body, which saves sending but not working. Such tags are weak: the same content may be
/// sent compressed or not.
pub async fn conditional(request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let known: Vec<HeaderValue> = request.headers().get_all(IF_NONE_MATCH).iter().cloned().collect();
    let response = next.run(request).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    tagged(response).await.map_or_else(Problem::into_response, |response| unless_known(response, &known))
}

/// A response that has a tag.
async fn tagged(response: Response) -> Result<Response, Problem> {
    if response.headers().contains_key(ETAG) {
        return Ok(response);
    }
    let (mut head, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.map_err(Problem::internal)?;
    head.headers.insert(ETAG, weak(&bytes)?);
    Ok(Response::from_parts(head, Body::from(bytes)))
}

fn weak(bytes: &Bytes) -> Result<HeaderValue, Problem> {
    let hash = Sha256::digest(bytes);
    let hex = hash.iter().take(12).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    HeaderValue::try_from(format!("W/\"{hex}\"")).map_err(Problem::internal)
}

fn unless_known(mut response: Response, known: &[HeaderValue]) -> Response {
    let is_known = response.headers().get(ETAG).is_some_and(|tag| is_current(known, tag));
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        response.headers_mut().remove(CONTENT_TYPE);
        response.headers_mut().remove(CONTENT_LENGTH);
    }
    response
}

/// Whether one of the tags of `If-None-Match` is the current one. The comparison is weak (RFC 9110, section 13.1.2).
pub(crate) fn is_current<'a>(
    known: impl IntoIterator<Item = &'a HeaderValue>,
    current: &HeaderValue,
) -> bool {
    let strength = |tag: &'a str| tag.strip_prefix("W/").unwrap_or(tag);
    let Ok(current) = current.to_str() else { return false };
    let current = current.strip_prefix("W/").unwrap_or(current);
    let lines = known.into_iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).any(|tag| tag == "*" || strength(tag) == current)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(known: &'static str, current: &'static str, expect: bool) {
        let is = is_current([&HeaderValue::from_static(known)], &HeaderValue::from_static(current));
        assert_eq!(is, expect, "{known} against {current}");
    }

    #[test]
    fn tags_are_compared_weakly() {
        check("\"a\"", "\"a\"", true);
        check("W/\"a\"", "\"a\"", true);
        check("\"b\", W/\"a\"", "W/\"a\"", true);
        check("*", "\"a\"", true);
        check("\"b\"", "\"a\"", false);
        check("a", "\"a\"", false);
    }
}
