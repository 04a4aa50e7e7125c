//! Bodies that no client of ours sends.

use axum::body::Body;
use http::{Method, header};
use serde_json::json;

use crate::support::{Answer, Door, json_request, request};

async fn send(door: &Door, body: impl Into<Body>) -> Answer {
    let request = json_request(Method::POST, "/api/v1/evaluations", &json!({}));
    door.send(request.body(body.into()).unwrap()).await
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused_with_the_place() {
    let door = Door::open().await;
    for body in [
        "",
        "{",
        "nul",
        "{\"question\":}",
        "{'question': 'x'}",
        "{\"question\": \"idempotency\", \"answer\": \"a\"} trailing",
        "{\"question\": \"idempotency\", \"answer\": \"\\ud800\"}",
        "{\"question\": \"idempotency\", \"answer\": \"\\udc00\\ud800\"}",
        "{\"question\": \"idempotency\", \"answer\": \"\u{1}\"}",
        "\u{feff}{}",
    ] {
        let problem = send(&door, body).await.problem("malformed");
        assert!(problem["detail"].as_str().unwrap().contains("line 1 column"), "{body}: {problem}");
    }
    let latin = b"{\"question\": \"idempotency\", \"answer\": \"caf\xe9\"}".to_vec();
    send(&door, latin).await.problem("malformed");
}

#[tokio::test]
async fn json_that_is_something_else_is_refused_with_the_field() {
    let door = Door::open().await;
    for (body, field) in [
        ("[]", "body"),
        ("7", "body"),
        ("{}", "body"),
        ("{\"question\": 7, \"answer\": \"a\"}", "question"),
        ("{\"question\": \"idempotency\", \"answer\": null}", "answer"),
        ("{\"question\": \"idempotency\", \"answer\": \"a\\u0000b\"}", "answer"),
        ("{\"question\": \"idempotency\", \"answer\": \"a\", \"score\": 100}", "score"),
        ("{\"question\": \"idempotency\", \"answer\": \"a\", \"answer\": \"b\"}", "body"),
    ] {
        let problem = send(&door, body).await.problem("invalid");
        assert_eq!(problem["errors"][0]["field"], field, "{body}: {problem}");
    }
    assert_eq!(door.get("/api/v1/evaluations").await.ok()["items"], json!([]), "nothing was kept");
}

#[tokio::test]
async fn depth_size_and_numbers_break_nothing() {
    let door = Door::open().await;
    let deep = format!("{{\"question\": \"idempotency\", \"answer\": {}", "[".repeat(100_000));
    let many = format!("{{\"question\": \"idempotency\", \"answer\": [{}1]}}", "1,".repeat(200_000));
    for body in [deep, many, "{\"question\": \"idempotency\", \"answer\": 1e400}".to_owned()] {
        let answer = send(&door, body).await;
        assert!(matches!(answer.status.as_u16(), 400 | 422), "{}", answer.text());
    }
    let answer = send(&door, "x".repeat(10 * 1024 * 1024)).await;
    answer.problem("too-large");
    let long = json!({"question": "idempotency", "answer": "x".repeat(20_001)}).to_string();
    let problem = send(&door, long).await.problem("invalid");
    assert!(problem["errors"][0]["message"].as_str().unwrap().contains("20001"), "{problem}");
}

#[tokio::test]
async fn any_text_is_an_answer_and_comes_back_as_it_was() {
    let door = Door::open().await;
    for text in [
        "<script>alert(1)</script>",
        "'; DROP TABLE evaluations; --",
        "שלום עולם, זה מבחן",
        "👩‍👩‍👧‍👦 😀 emoji",
        "\u{202e}gnp.exe",
        "line\r\nbreak\ttab",
        "\u{feff}zero\u{200b}width",
        "{{7*7}} ${jndi:ldap://x}",
        "\u{10ffff}\u{fffd}",
    ] {
        let created =
            door.post("/api/v1/evaluations", &json!({"question": "idempotency", "answer": text})).await;
        assert_eq!(created.status, 201, "{text:?}: {}", created.text());
        assert_eq!(created.ok()["answer"], text);
        assert_eq!(door.get(created.header("location").unwrap()).await.ok()["answer"], text);
    }
}

#[tokio::test]
async fn an_address_that_cannot_be_read_is_refused() {
    let door = Door::open().await;
    for path in
        ["/api/v1/questions/%ff", "/api/v1/drafts/%C0%80", "/api/v1/questions?q=%ff%fe", "/problems/%ff"]
    {
        let answer = door.send(request(Method::GET, path).body(Body::empty()).unwrap()).await;
        assert!(
            matches!(answer.status.as_u16(), 200 | 400 | 404),
            "{path}: {} {}",
            answer.status,
            answer.text()
        );
    }
    door.get("/api/v1/questions/%ff").await.problem("malformed");
    door.get("/api/v1/questions/..%2F..%2Fetc%2Fpasswd").await.problem("not-found");
}

#[tokio::test]
async fn odd_headers_are_no_reason_to_fail() {
    let door = Door::open().await;
    for (name, value) in [
        (header::ACCEPT, "\u{e4}"),
        (header::ACCEPT, "*/*;q=banana"),
        (header::IF_NONE_MATCH, "garbage"),
        (header::COOKIE, ";;;=;theme"),
        (header::ACCEPT_ENCODING, "gzip;q=x,,;"),
        (header::CONTENT_LENGTH, "banana"),
        (header::RANGE, "bytes=0-1"),
        (header::EXPECT, "nothing"),
    ] {
        let value = http::HeaderValue::from_bytes(value.as_bytes()).unwrap();
        let request = request(Method::GET, "/api/v1/questions").header(name.clone(), value);
        assert_eq!(door.send(request.body(Body::empty()).unwrap()).await.status, 200, "{name}");
    }
}
