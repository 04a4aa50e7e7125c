//! Headers: security, caches, compression, ids.

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use greenroom_web::middleware;
use greenroom_web::middleware::security_headers::{CONTENT_POLICY, PERMISSIONS_POLICY};
use http::{Method, header};

use crate::support::{Answer, Door, request};

async fn get_with(door: &Door, path: &str, name: &str, value: &str) -> Answer {
    door.send(request(Method::GET, path).header(name, value).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_kind_of_response_is_protected() {
    let door = Door::open().await;
    let asset = greenroom_web::assets::url("app.css");
    let paths = [
        "/api",
        "/api/v1/questions",
        "/problems",
        "/healthz",
        "/metrics",
        "/nowhere",
        "/api/v1/nowhere",
        &asset,
    ];
    for path in paths {
        let answer = door.get(path).await;
        assert_eq!(answer.header("content-security-policy"), Some(CONTENT_POLICY), "{path}");
        assert_eq!(answer.header("permissions-policy"), Some(PERMISSIONS_POLICY), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("same-origin"), "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{path}");
    }
    for source in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:"] {
        assert!(!CONTENT_POLICY.split([' ', ';']).any(|word| word == source), "{source}");
    }
}

#[tokio::test]
async fn nothing_private_is_kept_by_a_cache() {
    let door = Door::open().await;
    for path in
        ["/api/v1/evaluations", "/api/v1/interviews", "/api/v1/settings", "/api/v1/me/export", "/nowhere"]
    {
        assert_eq!(door.get(path).await.header("cache-control"), Some("no-store"), "{path}");
    }
}

#[tokio::test]
async fn a_well_formed_request_id_is_kept_and_no_other() {
    let door = Door::open().await;
    let mine = "req_0123456789abcdef0123456789abcdef";
    assert_eq!(get_with(&door, "/healthz", "x-request-id", mine).await.header("x-request-id"), Some(mine));
    for foreign in
        ["1", "req_<script>", "req_0123456789ABCDEF0123456789ABCDEF", "int_0123456789abcdef0123456789abcdef"]
    {
        let id = get_with(&door, "/healthz", "x-request-id", foreign)
            .await
            .header("x-request-id")
            .unwrap()
            .to_owned();
        assert!(id.starts_with("req_") && id != foreign, "{id}");
    }
}

#[tokio::test]
async fn text_is_compressed_unless_its_tag_promises_bytes() {
    let door = Door::open().await;
    for path in ["/api", "/api/v1/questions", "/problems"] {
        let answer = get_with(&door, path, "accept-encoding", "gzip").await;
        assert_eq!(answer.header("content-encoding"), Some("gzip"), "{path}");
        assert!(answer.headers.get_all(header::VARY).iter().any(|vary| vary == "accept-encoding"), "{path}");
        assert_eq!(&answer.body[..2], [0x1f, 0x8b]);
        assert!(door.get(path).await.header("content-encoding").is_none());
    }
    let mut door = Door::open().await;
    let promised = get(async || ([(header::ETAG, "\"v1\"")], axum::Json("x".repeat(10_000))));
    let routes = Router::new().route("/promised", promised);
    door.router = middleware::stack(routes, &door.state).with_state(door.state.clone());
    let promised = get_with(&door, "/promised", "accept-encoding", "gzip").await;
    assert!(promised.header("content-encoding").is_none() && promised.body.len() > 10_000);
}
