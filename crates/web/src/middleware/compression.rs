//! Compression of what is written anew for each request. Assets are compressed when we build.

use http::header::{CONTENT_TYPE, ETAG};
use http::{Extensions, HeaderMap, StatusCode, Version};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};

/// Below this size, compressing costs more than sending.
const WORTHWHILE_BYTES: u64 = 860;

/// Which responses are compressed.
type When = And<SizeAbove, fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool>;

/// The layer. A secret in a compressed page could be guessed from its length (BREACH), so pages hold none: requests from
/// other sites are told by what the browser says of them, not by a token in the page.
pub fn layer() -> CompressionLayer<When> {
    let is_text: fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool = is_text;
    CompressionLayer::new().gzip(true).compress_when(SizeAbove::new(WORTHWHILE_BYTES).and(is_text))
}

/// Pages and JSON, unless a strong tag promises the very bytes.
fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
    let is_text =
        kind.starts_with(b"text/html") || kind.starts_with(b"application/json") || kind.ends_with(b"+json");
    let has_strong_tag = headers.get(ETAG).is_some_and(|tag| !tag.as_bytes().starts_with(b"W/"));
    is_text && !has_strong_tag
}
