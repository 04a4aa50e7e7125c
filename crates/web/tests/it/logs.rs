//! One line for each request, and nothing in it that should not be there.

use std::cell::RefCell;
use std::io;
use std::sync::Once;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use greenroom_web::middleware;
use http::Method;
use serde_json::{Value, json};

use crate::content::STRONG;
use crate::support::{Door, request};

thread_local! {
    /// What this test's thread has logged, while it listens.
    static HEARD: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Keeps what the thread logs, if it listens.
struct Ear;

impl io::Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        HEARD.with_borrow_mut(|heard| heard.iter_mut().for_each(|heard| heard.extend_from_slice(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The log of this test's thread.
struct Log;

impl Log {
    fn text(&self) -> String {
        HEARD.with_borrow(|heard| String::from_utf8(heard.clone().unwrap_or_default()).unwrap())
    }

    fn lines(&self) -> Vec<Value> {
        let text = self.text();
        let lines =
            text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")));
        lines
            .filter(|line: &Value| line["target"] == "greenroom::request")
            .map(|line| line["fields"].clone())
            .collect()
    }
}

/// Listens from now on. There is one subscriber for all tests: several that come and go would make each other deaf, since
/// whether a line is wanted at all is remembered for the whole program.
fn listening() -> Log {
    static SUBSCRIBER: Once = Once::new();
    SUBSCRIBER.call_once(|| {
        let subscriber = tracing_subscriber::fmt().json().with_max_level(tracing::Level::DEBUG);
        subscriber.with_writer(|| Ear).init();
    });
    HEARD.set(Some(Vec::new()));
    Log
}

#[tokio::test]
async fn a_line_says_what_happened_and_nothing_private() {
    let door = Door::open().await;
    let log = listening();
    door.post("/api/v1/evaluations?token=hunter2", &json!({"question": "idempotency", "answer": STRONG}))
        .await;
    let canary = "the-canary-answer";
    door.post("/api/v1/evaluations", &json!({"question": "nowhere", "answer": canary})).await;
    let lines = log.lines();
    assert_eq!(lines.len(), 2);
    let line = &lines[0];
    assert_eq!(
        (&line["method"], &line["route"], &line["path"], &line["status"], &line["outcome"]),
        (
            &json!("POST"),
            &json!("/api/v1/evaluations"),
            &json!("/api/v1/evaluations"),
            &json!(201),
            &json!("ok")
        )
    );
    assert!(line["duration_ms"].is_f64() && line["bytes"].as_u64() > Some(100), "{line}");
    assert!(line["request_id"].as_str().unwrap().starts_with("req_"));
    assert_eq!(
        (&lines[1]["status"], &lines[1]["code"], &lines[1]["outcome"]),
        (&json!(404), &json!("not-found"), &json!("refused"))
    );
    for secret in ["hunter2", "idempotency key", canary] {
        assert!(!log.text().contains(secret), "{secret} is in the log");
    }
}

#[tokio::test]
async fn every_line_parses_whatever_is_sent() {
    let door = Door::open().await;
    let log = listening();
    let paths = [
        "/%0d%0aINFO%20forged",
        "/%1b[31mred",
        "/\"}{\"status\":200",
        "/%e2%80%ae",
        "/ünïcode",
        &format!("/{}", "x".repeat(5000)),
    ];
    for path in paths {
        let sent =
            request(Method::GET, "/").header("user-agent", "x".repeat(100_000)).body(Body::empty()).unwrap();
        let (mut head, body) = sent.into_parts();
        let Ok(uri) = http::Uri::try_from(path.as_bytes()) else { continue };
        head.uri = uri;
        door.send(http::Request::from_parts(head, body)).await;
    }
    let lines = log.lines();
    assert!(lines.len() >= 5, "{lines:?}");
    for line in lines {
        let path = line["path"].as_str().unwrap();
        assert!(path.is_ascii() && path.len() <= 1600 && !path.contains(['\r', '\n', '\u{1b}']), "{path}");
        assert_eq!(line["route"], "(none)");
    }
}

#[tokio::test]
async fn a_client_that_goes_away_has_its_line_too() {
    let mut door = Door::open().await;
    let routes = Router::new().route("/slow", get(async || std::future::pending::<()>().await));
    door.router = middleware::stack(routes, &door.state).with_state(door.state.clone());
    let log = listening();
    let waiting = door.get("/slow");
    assert!(tokio::time::timeout(Duration::from_millis(20), waiting).await.is_err());
    let lines = log.lines();
    assert_eq!(
        (lines.len(), &lines[0]["outcome"], &lines[0]["status"]),
        (1, &json!("cancelled"), &Value::Null)
    );
}

#[tokio::test]
async fn a_request_without_a_body_to_send_is_no_cancelled_one() {
    let door = Door::open().await;
    let log = listening();
    for (method, path) in
        [(Method::HEAD, "/api/v1/questions"), (Method::HEAD, "/nowhere"), (Method::GET, "/healthz")]
    {
        door.send(request(method, path).body(Body::empty()).unwrap()).await;
    }
    let outcomes: Vec<Value> = log.lines().iter().map(|line| line["outcome"].clone()).collect();
    assert_eq!(outcomes, ["ok", "refused", "ok"]);
}

#[tokio::test]
async fn a_fault_of_ours_is_explained_in_the_log_and_only_there() {
    let door = Door::open().await;
    door.state.app().store().close().await;
    let log = listening();
    let answer = door.get("/api/v1/evaluations").await;
    let id = answer.header("x-request-id").unwrap();
    let text = log.text();
    let error = text.lines().find(|line| line.contains("\"ERROR\"")).expect("an error line");
    assert!(error.contains(id) && error.contains("cause"), "{error}");
}
