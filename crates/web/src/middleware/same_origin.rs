//! Changes come from our own pages, or from programs that are no web pages.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, ORIGIN, TRANSFER_ENCODING};
use http::{HeaderMap, Method};

use crate::extract::is_json;
use crate::problem::{Problem, kinds};

/// Refuses changes that another site makes through the browser of somebody who trusts us (CSRF).
///
/// Browsers say in `Sec-Fetch-Site` who makes a request; older ones say at least in `Origin` where it comes from. A page
/// can forge neither. A program that sends neither acts for itself, and is let through. The API insists on JSON besides,
/// which no foreign form can send.
///
/// # Source
/// Fetch Metadata (W3C), and RFC 6454 for the comparison of origins.
///
/// # Errors
/// `cross-site`, or `unsupported-media-type` for a change through the API that is not JSON.
pub async fn check(request: Request, next: Next) -> Result<Response, Problem> {
    if is_safe(request.method()) {
        return Ok(next.run(request).await);
    }
    if !is_our_own(request.headers()) {
        let detail = "another site makes this change; make it on our own pages, or from a program";
        return Err(Problem::new(&kinds::CROSS_SITE, detail));
    }
    let is_api = request.uri().path().starts_with("/api/");
    if is_api && has_body(request.headers()) && !is_json(request.headers()) {
        return Err(Problem::new(&kinds::UNSUPPORTED_MEDIA_TYPE, "send the body as application/json"));
    }
    Ok(next.run(request).await)
}

/// Whether a method only reads.
pub fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn is_our_own(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(ORIGIN) else { return true };
    let origin = origin.to_str().unwrap_or("");
    let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    authority.zip(host).is_some_and(|(origin, host)| origin.eq_ignore_ascii_case(host))
}

fn has_body(headers: &HeaderMap) -> bool {
    let is_empty = headers.get(CONTENT_LENGTH).is_none_or(|length| length.as_bytes() == b"0");
    headers.contains_key(CONTENT_TYPE) || headers.contains_key(TRANSFER_ENCODING) || !is_empty
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderName, HeaderValue};

    #[track_caller]
    fn check(headers: &[(&'static str, &'static str)], expect: bool) {
        let pair = |&(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value));
        assert_eq!(is_our_own(&headers.iter().map(pair).collect()), expect, "{headers:?}");
    }

    #[test]
    fn only_our_own_pages_and_programs_change_things() {
        check(&[], true);
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "cross-site"), ("origin", "http://a"), ("host", "a")], false);
        check(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")], true);
        check(&[("origin", "http://LOCALHOST:8080"), ("host", "localhost:8080")], true);
        check(&[("origin", "http://localhost:9090"), ("host", "localhost:8080")], false);
        check(&[("origin", "http://evil.example"), ("host", "localhost:8080")], false);
        check(&[("origin", "null"), ("host", "localhost:8080")], false);
        check(&[("origin", "http://localhost:8080")], false);
    }
}
