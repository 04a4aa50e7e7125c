//! Foreign hosts and foreign sites.

use axum::body::Body;
use greenroom_web::WebConfig;
use greenroom_web::middleware::host::Hosts;
use http::{Method, Request, header};
use serde_json::json;

use crate::support::{Answer, Door, json_request};

async fn named(door: &Door, host: &str, path: &str) -> Answer {
    let request = Request::builder().uri(path).header(header::HOST, host);
    door.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_foreign_host_name_is_not_answered_for() {
    let door = Door::open().await;
    for ours in ["127.0.0.1:8080", "localhost", "[::1]:8080"] {
        assert_eq!(named(&door, ours, "/api/v1/questions").await.status, 200, "{ours}");
    }
    for foreign in ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "10.0.0.1"] {
        let answer = named(&door, foreign, "/api/v1/questions").await;
        assert_eq!(answer.status, 421, "{foreign}");
        answer.problem("wrong-host");
        assert!(named(&door, foreign, "/problems").await.text().contains("Unknown host name"));
        assert_eq!(named(&door, foreign, "/metrics").await.status, 421, "{foreign}");
        assert_eq!(named(&door, foreign, "/healthz").await.status, 200, "health checks come by address");
    }
    let none = door.send(Request::builder().uri("/api/v1/questions").body(Body::empty()).unwrap()).await;
    none.problem("wrong-host");
    let two = Request::builder()
        .uri("/api/v1/questions")
        .header(header::HOST, "localhost")
        .header(header::HOST, "evil");
    door.send(two.body(Body::empty()).unwrap()).await.problem("wrong-host");
    let absolute =
        Request::builder().uri("http://evil.example/api/v1/questions").header(header::HOST, "localhost");
    door.send(absolute.body(Body::empty()).unwrap()).await.problem("wrong-host");
}

#[tokio::test]
async fn a_configured_host_name_is_ours() {
    let hosts = Hosts::new("127.0.0.1:8080".parse().unwrap(), ["green.example".to_owned()]);
    let door = Door::open_with(WebConfig { hosts, ..WebConfig::default() }).await;
    assert_eq!(named(&door, "green.example:443", "/api/v1/questions").await.status, 200);
    assert_eq!(named(&door, "other.example", "/api/v1/questions").await.status, 421);
}

async fn create_from(door: &Door, headers: &[(&str, &str)]) -> Answer {
    let body = json!({});
    let request = json_request(Method::POST, "/api/v1/interviews", &body);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    door.send(request.body(Body::from("{}")).unwrap()).await
}

#[tokio::test]
async fn another_site_cannot_change_anything() {
    let door = Door::open().await;
    let refused: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "http://evil.example")],
        &[("origin", "null")],
        &[("origin", "http://127.0.0.1:9999")],
    ];
    for headers in refused {
        create_from(&door, headers).await.problem("cross-site");
    }
    assert_eq!(door.get("/api/v1/interviews").await.ok()["items"], json!([]), "nothing was created");
    let allowed: [&[(&str, &str)]; 4] = [
        &[],
        &[("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:8080")],
        &[("sec-fetch-site", "none")],
        &[("origin", "http://127.0.0.1:8080")],
    ];
    for headers in allowed {
        assert_eq!(create_from(&door, headers).await.status, 201, "{headers:?}");
    }
}

#[tokio::test]
async fn the_api_takes_json_only() {
    let door = Door::open().await;
    let post = |kind: &'static str, body: &'static str| {
        let request =
            crate::support::request(Method::POST, "/api/v1/interviews").header(header::CONTENT_TYPE, kind);
        door.send(request.body(Body::from(body)).unwrap())
    };
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
    ] {
        assert_eq!(post(kind, "{}").await.status, 415, "{kind}");
    }
    for kind in ["application/json", "application/json; charset=utf-8", "Application/JSON"] {
        assert_eq!(post(kind, "{}").await.status, 201, "{kind}");
    }
}
