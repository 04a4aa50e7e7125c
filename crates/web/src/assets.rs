//! Style sheet, scripts, fonts: embedded when we build, served under a hash of their content, cached for ever.
//!
//! An address such as `/assets/3f9a.../app.css` never means anything else, so a browser asks for it once. Another build
//! gives other addresses, and no visitor ever mixes the scripts of two builds.

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::middleware::etag;
use crate::problem::{Problem, kinds};

/// One embedded file.
struct File {
    name: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    /// The compressed copy, where it is smaller.
    gzip: Option<&'static [u8]>,
}

mod embedded {
    use super::File;
    include!(concat!(env!("OUT_DIR"), "/assets.rs"));
}

/// A year: the longest that caches are asked to believe.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The address of an asset, such as `/assets/3f9a01c2d4e5/js/boot.js` for `js/boot.js`.
pub fn url(name: &str) -> String {
    debug_assert!(find(name).is_some(), "there is no asset '{name}'");
    format!("/assets/{}/{name}", embedded::HASH)
}

/// The names of all assets.
pub fn names() -> impl Iterator<Item = &'static str> {
    embedded::FILES.iter().map(|file| file.name)
}

/// The routes.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{hash}/{*name}", get(serve))
}

async fn serve(Path((hash, name)): Path<(String, String)>, headers: HeaderMap) -> Result<Response, Problem> {
    let file = find(&name).filter(|_| hash == embedded::HASH);
    let file = file.ok_or_else(|| Problem::new(&kinds::NOT_FOUND, "there is no such file in this build"))?;
    let compressed = file.gzip.filter(|_| accepts_gzip(&headers));
    // The two encodings are two representations: they have two strong tags.
    let tag = format!("\"{}{}\"", embedded::HASH, if compressed.is_some() { "-gzip" } else { "" });
    let tag = HeaderValue::try_from(tag).map_err(Problem::internal)?;
    let mut response = if etag::is_current(headers.get_all(IF_NONE_MATCH), &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Response::new(Body::from(compressed.unwrap_or(file.plain)));
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(file.content_type));
        if compressed.is_some() {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    };
    let answer = response.headers_mut();
    answer.insert(ETAG, tag);
    answer.insert(CACHE_CONTROL, FOR_EVER);
    if file.gzip.is_some() {
        answer.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    Ok(response)
}

fn find(name: &str) -> Option<&'static File> {
    let at = embedded::FILES.binary_search_by(|file| file.name.cmp(name)).ok()?;
    embedded::FILES.get(at)
}

/// Whether `Accept-Encoding` lists gzip without refusing it by `q=0`.
fn accepts_gzip(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let is_gzip = parts.next().is_some_and(|coding| coding.eq_ignore_ascii_case("gzip"));
        let is_refused =
            parts.any(|p| matches!(p.strip_prefix("q=").map(str::parse::<f32>), Some(Ok(q)) if q == 0.0));
        is_gzip && !is_refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_as_the_search_needs_it() {
        assert!(embedded::FILES.is_sorted_by(|a, b| a.name < b.name));
        assert!(find("app.css").is_some());
    }

    #[test]
    fn gzip_is_sent_only_to_whom_it_suits() {
        let accepts = |line: &'static str| {
            accepts_gzip(&HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(line))]))
        };
        assert!(accepts("gzip") && accepts("br, GZIP;q=0.5") && accepts("deflate,gzip"));
        assert!(!accepts("br") && !accepts("gzip;q=0") && !accepts("gzip; q=0.0") && !accepts("xgzip"));
    }
}
