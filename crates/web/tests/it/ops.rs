//! What an operator asks.

use crate::support::Door;

#[tokio::test]
async fn alive_and_ready_are_two_questions() {
    let door = Door::open().await;
    assert_eq!(door.get("/healthz").await.ok()["status"], "alive");
    let ready = door.get("/readyz").await.ok();
    assert_eq!(ready["status"], "ready");
    assert!(ready["checks"].as_array().unwrap().iter().all(|check| check["ok"] == true));
    door.state.drain();
    let stopping = door.get("/readyz").await;
    assert_eq!(
        (stopping.status.as_u16(), &stopping.value()["checks"][0]["reason"]),
        (503, &"stopping".into())
    );
    assert_eq!(door.get("/healthz").await.status, 200);
}

#[tokio::test]
async fn a_server_without_its_store_is_alive_but_not_ready() {
    let door = Door::open().await;
    door.state.app().store().close().await;
    let answer = door.get("/readyz").await;
    assert_eq!(answer.status, 503);
    let checks = answer.value()["checks"].clone();
    assert_eq!((&checks[1]["name"], &checks[1]["ok"]), (&"store-reads".into(), &false.into()));
    assert_eq!(door.get("/healthz").await.status, 200);
    let refused = door.get("/api/v1/evaluations").await;
    refused.problem("unavailable");
    assert!(refused.header("retry-after").is_some());
}

#[tokio::test]
async fn numbers_are_counted_by_route_and_never_by_id() {
    let door = Door::open().await;
    for id in ["idempotency", "caching", "nowhere"] {
        door.get(&format!("/api/v1/questions/{id}")).await;
    }
    door.get("/some/random/path-4711").await;
    let post = crate::support::request(http::Method::POST, "/api/v1/questions");
    assert_eq!(door.send(post.body(axum::body::Body::empty()).unwrap()).await.status, 405);
    let answer = door.get("/metrics").await;
    assert_eq!(answer.header("content-type"), Some("text/plain; version=0.0.4; charset=utf-8"));
    let text = answer.text();
    for line in [
        "http_requests_total{route=\"/api/v1/questions/{id}\",method=\"GET\",status=\"2xx\"}",
        "http_requests_total{route=\"/api/v1/questions/{id}\",method=\"GET\",status=\"4xx\"}",
        "http_request_duration_seconds_bucket{route=\"/api/v1/questions/{id}\",method=\"GET\",le=\"0.001\"}",
        "http_requests_total{route=\"/api/v1/questions\",method=\"other\",status=\"4xx\"}",
        "http_requests_in_flight ",
        "greenroom_build_info{version=\"",
        "greenroom_store_commits_total ",
        "process_resident_memory_bytes ",
    ] {
        assert!(text.contains(line), "{line} is missing in\n{text}");
    }
    assert!(!text.contains("4711") && !text.contains("idempotency"), "{text}");
}
