//! How much, how often, how long.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use greenroom_web::middleware::rate_limit::Quota;
use greenroom_web::{WebConfig, middleware};
use http::Method;
use serde_json::json;

use crate::support::{Door, json_request, request};

#[tokio::test]
async fn whoever_changes_too_much_is_told_when_to_come_back() {
    let quota = Some(Quota { requests: 2, window: Duration::from_secs(60) });
    let door = Door::open_with(WebConfig { quota, ..WebConfig::default() }).await;
    let create = || async { door.post("/api/v1/interviews", &json!({})).await };
    let first = create().await;
    assert_eq!(first.status, 201);
    assert_eq!(first.header("ratelimit-policy"), Some("\"changes\";q=2;w=60"));
    assert_eq!(first.header("ratelimit"), Some("\"changes\";r=1;t=30"));
    assert_eq!(create().await.header("ratelimit"), Some("\"changes\";r=0;t=30"));
    let third = create().await;
    third.problem("quota-exceeded");
    assert_eq!(third.status, 429);
    assert_eq!(third.header("retry-after"), Some("30"));
    assert_eq!(third.header("ratelimit"), Some("\"changes\";r=0;t=30"));
    let read = door.get("/api/v1/interviews").await;
    assert_eq!(read.ok()["items"].as_array().unwrap().len(), 2, "reading is not limited");
    assert!(read.header("ratelimit").is_none());
}

#[tokio::test]
async fn a_body_that_is_too_large_is_stopped_as_declared_and_as_sent() {
    let door = Door::open_with(WebConfig { body_bytes: 1000, ..WebConfig::default() }).await;
    let body = json!({"question": "idempotency", "answer": "x".repeat(2000)}).to_string();
    let declared =
        json_request(Method::POST, "/api/v1/evaluations", &json!({})).header("content-length", body.len());
    let declared = door.send(declared.body(Body::from(body.clone())).unwrap()).await;
    assert_eq!(declared.status, 413);
    declared.problem("too-large");
    let lying = json_request(Method::POST, "/api/v1/evaluations", &json!({})).header("content-length", "10");
    door.send(lying.body(Body::from(body.clone())).unwrap()).await.problem("too-large");
    let silent = json_request(Method::POST, "/api/v1/evaluations", &json!({})).header("idempotency-key", "k");
    door.send(silent.body(Body::from(body)).unwrap()).await.problem("too-large");
    let huge =
        json_request(Method::POST, "/api/v1/evaluations", &json!({})).header("content-length", "10000000000");
    door.send(huge.body(Body::from("{}")).unwrap()).await.problem("too-large");
    assert_eq!(door.get("/api/v1/evaluations").await.ok()["items"], json!([]));
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_ended() {
    let config = WebConfig { request_time: Duration::from_millis(50), ..WebConfig::default() };
    let mut door = Door::open_with(config).await;
    let routes = Router::new().route("/api/v1/slow", get(async || std::future::pending::<()>().await));
    door.router = middleware::stack(routes, &door.state).with_state(door.state.clone());
    let answer = door.get("/api/v1/slow").await;
    answer.problem("timed-out");
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, Some("2")));
}

#[tokio::test]
async fn an_address_of_absurd_length_is_refused() {
    let door = Door::open().await;
    let path = format!("/api/v1/questions?q={}", "x".repeat(9000));
    let answer = door.send(request(Method::GET, &path).body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, 414);
    answer.problem("address-too-long");
}
