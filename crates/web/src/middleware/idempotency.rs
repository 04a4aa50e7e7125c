//! Doing something once, however often it is asked for.
//!
//! A client that gets no answer cannot know whether its request was lost or only the response. With an `Idempotency-Key` it
//! may repeat the request: the second one gets the first one's response, byte for byte.
//!
//! ```text
//! key unknown      claim it in the database, run, keep a successful response for 24 hours
//! key in flight    409, with Retry-After
//! key done         the server died before it could answer: answered from what was made
//! key known        the kept response, with `idempotency-replayed: true`
//! other request    422: a key names one operation
//! ```
//!
//! What was refused or failed had no effect, so it is not kept: a repeat is decided anew. A request without a key runs as
//! it is: the moves of an interview are harmless to repeat by themselves, and whoever creates things decides whether twice
//! would matter.
//!
//! The claim, the effect and the kept response are three units of work, and a server may die between any two. The effect
//! notes the key in its own unit of work, so a repeat finds either nothing done or what was made. With several servers on
//! one database, the claim of one that died is in the way for its lease of one minute.
//!
//! # Source
//! draft-ietf-httpapi-idempotency-key-header-07; a missing key is allowed here.

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use greenroom_app::kept::{Begun, StoredResponse};
use greenroom_app::{App, Ctx, Once};
use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use sha2::{Digest, Sha256};
use tracing::Instrument;

use crate::extract::read;
use crate::problem::{Problem, kinds};
use crate::state::WebState;

/// The header that carries the key.
pub const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The header of a response that was kept from an earlier request.
pub const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// How long a key may be.
const KEY_BYTES_MAX: usize = 255;

/// Runs a `POST` that has a key once.
///
/// # Errors
/// `idempotency-key-invalid`, `idempotency-key-reused`, `idempotency-in-flight`, and the store's failures.
pub async fn once(State(state): State<WebState>, request: Request, next: Next) -> Result<Response, Problem> {
    let key = if request.method() == Method::POST { key_in(request.headers())? } else { None };
    let Some(key) = key else { return Ok(next.run(request).await) };
    let (request, fingerprint) = fingerprinted(request).await?;
    // In a task of its own: what has begun is finished and kept, also if the client hangs up meanwhile.
    let work = claim_and_run(state.app().clone(), key, fingerprint, request, next);
    state.background().spawn(work.in_current_span()).await.map_err(Problem::internal)?
}

async fn claim_and_run(
    app: App,
    key: String,
    fingerprint: String,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let ctx = app.ctx();
    let made = match app.begin_once(&ctx, &key, &fingerprint).await? {
        Begun::Fresh => None,
        Begun::Made(what) => Some(what),
        Begun::Stored(response) => return replay(response),
        Begun::InFlight => {
            let detail =
                "a request with the same Idempotency-Key is being worked on; repeat this one in a moment";
            return Err(Problem::new(&kinds::IDEMPOTENCY_IN_FLIGHT, detail).with_header(RETRY_AFTER, 1u32));
        }
        Begun::OtherRequest => {
            let detail =
                "this Idempotency-Key was sent with another request; take a new key for a new operation";
            return Err(Problem::new(&kinds::IDEMPOTENCY_KEY_REUSED, detail));
        }
    };
    let is_repeat = made.is_some();
    request.extensions_mut().insert(Once { key: key.clone(), made });
    let mut response = keep(&app, &ctx, &key, next.run(request).await).await?;
    if is_repeat {
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    }
    Ok(response)
}

/// The key, bare or as a quoted string, which is how structured fields write it.
fn key_in(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut given = headers.get_all(KEY).iter();
    let Some(value) = given.next() else { return Ok(None) };
    let text = value.to_str().unwrap_or("").trim();
    let key = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    let is_plain = key.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
    if given.next().is_some() || !is_plain || !(1..=KEY_BYTES_MAX).contains(&key.len()) {
        let detail = format!("send one Idempotency-Key of 1 to {KEY_BYTES_MAX} visible ASCII characters");
        return Err(Problem::new(&kinds::IDEMPOTENCY_KEY_INVALID, detail));
    }
    Ok(Some(key.to_owned()))
}

/// Reads the body, and tells this request from others by method, address and body.
async fn fingerprinted(request: Request) -> Result<(Request, String), Problem> {
    let (head, body) = request.into_parts();
    let body = read(body).await?;
    let address = head.uri.path_and_query().map_or("", |address| address.as_str());
    let mut hash = Sha256::new();
    for part in [head.method.as_str().as_bytes(), address.as_bytes(), &body] {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    let fingerprint = hash.finalize().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    Ok((Request::from_parts(head, Body::from(body)), fingerprint))
}

/// Keeps a success; gives the key back after anything else.
async fn keep(app: &App, ctx: &Ctx, key: &str, response: Response) -> Result<Response, Problem> {
    if !response.status().is_success() {
        app.forget_once(ctx, key).await?;
        return Ok(response);
    }
    let (head, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.map_err(Problem::internal)?;
    let stored = StoredResponse {
        status: head.status.as_u16(),
        content_type: header(&head.headers, &CONTENT_TYPE),
        location: header(&head.headers, &LOCATION),
        body: text(&body),
    };
    if let Err(error) = app.finish_once(ctx, key, &stored).await {
        // It is done and saved; a repeat is answered from what was made.
        tracing::warn!(%error, "a response could not be kept for repeats");
    }
    Ok(Response::from_parts(head, Body::from(body)))
}

fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

fn text(body: &Bytes) -> Option<String> {
    std::str::from_utf8(body).ok().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn replay(stored: StoredResponse) -> Result<Response, Problem> {
    let status = StatusCode::from_u16(stored.status).map_err(Problem::internal)?;
    let mut response = (status, stored.body.unwrap_or_default()).into_response();
    let headers = response.headers_mut();
    headers.remove(CONTENT_TYPE);
    for (name, value) in [(CONTENT_TYPE, stored.content_type), (LOCATION, stored.location)] {
        if let Some(value) = value {
            headers.insert(name, HeaderValue::try_from(value).map_err(Problem::internal)?);
        }
    }
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[&str], expect: Result<Option<&str>, &str>) {
        let lines = values.iter().map(|value| (KEY, HeaderValue::from_bytes(value.as_bytes()).unwrap()));
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(name, value);
        }
        let key = key_in(&headers).map_err(|problem| problem.kind().code);
        assert_eq!(key, expect.map(|key| key.map(str::to_owned)), "{values:?}");
    }

    #[test]
    fn keys_are_short_plain_and_single() {
        check(&[], Ok(None));
        check(&["8e03978e-40d5"], Ok(Some("8e03978e-40d5")));
        check(&["\"8e03978e-40d5\""], Ok(Some("8e03978e-40d5")));
        check(&[&"k".repeat(255)], Ok(Some(&"k".repeat(255))));
        for bad in ["", "\"\"", "two words", "ä", &"k".repeat(256)] {
            check(&[bad], Err("idempotency-key-invalid"));
        }
        check(&["a", "b"], Err("idempotency-key-invalid"));
    }
}
