//! Doing something once, however often it is asked for.

use std::sync::Arc;

use axum::body::Body;
use greenroom_app::Once;
use greenroom_app::kept::{Begun, Origin, StoredResponse};
use greenroom_app::practice::EvaluateAnswer;
use greenroom_core::Millis;
use http::Method;
use serde_json::{Value, json};

use crate::content::{STRONG, WEAK};
use crate::support::{Answer, Door, json_request};

async fn post(door: &Door, path: &str, key: &str, body: &Value) -> Answer {
    let request = json_request(Method::POST, path, body).header("idempotency-key", key);
    door.send(request.body(Body::from(body.to_string())).unwrap()).await
}

async fn evaluate(door: &Door, key: &str, answer: &str) -> Answer {
    post(door, "/api/v1/evaluations", key, &json!({"question": "idempotency", "answer": answer})).await
}

async fn kept(door: &Door) -> usize {
    door.get("/api/v1/evaluations?limit=100").await.ok()["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_repeat_gets_the_first_response_byte_for_byte() {
    let door = Door::open().await;
    let first = evaluate(&door, "key-1", STRONG).await;
    assert_eq!(first.status, 201);
    assert!(first.header("idempotency-replayed").is_none());
    door.clock.advance(Millis::from_minutes(60));
    let second = evaluate(&door, "\"key-1\"", STRONG).await;
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    assert_eq!((second.status, &second.body), (first.status, &first.body));
    for name in ["location", "content-type"] {
        assert_eq!(second.header(name), first.header(name));
    }
    assert_eq!(kept(&door).await, 1);
}

#[tokio::test]
async fn a_key_names_one_operation() {
    let door = Door::open().await;
    evaluate(&door, "key-1", STRONG).await.ok();
    let other = evaluate(&door, "key-1", WEAK).await;
    assert_eq!(other.status, 422);
    other.problem("idempotency-key-reused");
    post(&door, "/api/v1/interviews", "key-1", &json!({})).await.problem("idempotency-key-reused");
    evaluate(&door, "key-2", STRONG).await.ok();
    assert_eq!(kept(&door).await, 2, "another key is another operation");
    evaluate(&door, "", STRONG).await.problem("idempotency-key-invalid");
}

#[tokio::test]
async fn after_a_day_a_key_is_forgotten() {
    let door = Door::open().await;
    evaluate(&door, "key-1", STRONG).await.ok();
    door.clock.advance(Millis::from_minutes(24 * 60 + 1));
    assert!(evaluate(&door, "key-1", STRONG).await.header("idempotency-replayed").is_none());
    assert_eq!(kept(&door).await, 2);
}

#[tokio::test]
async fn what_was_refused_is_decided_anew() {
    let door = Door::open().await;
    let unknown = json!({"question": "nowhere", "answer": STRONG});
    for _ in 0..2 {
        let refused = post(&door, "/api/v1/evaluations", "key-1", &unknown).await;
        assert_eq!(refused.status, 404);
        assert!(refused.header("idempotency-replayed").is_none());
    }
    evaluate(&door, "key-1", STRONG).await.ok();
    assert_eq!(kept(&door).await, 1, "a key that had no effect may be used for another request");
}

#[tokio::test]
async fn while_the_first_is_running_a_repeat_is_told_to_wait() {
    let door = Door::open().await;
    let body = json!({"question": "idempotency", "answer": STRONG});
    evaluate(&door, "probe", STRONG).await.ok();
    let (app, ctx) = (door.state.app().clone(), door.state.app().ctx());
    // Claims the key as a request with this very fingerprint would.
    let fingerprint = fingerprint("POST", "/api/v1/evaluations", &body.to_string());
    assert_eq!(app.begin_once(&ctx, "key-1", &fingerprint).await.unwrap(), Begun::Fresh);
    let waiting = evaluate(&door, "key-1", STRONG).await;
    assert_eq!((waiting.status.as_u16(), waiting.header("retry-after")), (409, Some("1")));
    waiting.problem("idempotency-in-flight");
    let stored = StoredResponse { status: 201, content_type: None, location: None, body: Some("{}".into()) };
    app.finish_once(&ctx, "key-1", &stored).await.unwrap();
    assert_eq!(evaluate(&door, "key-1", STRONG).await.text(), "{}");
}

fn fingerprint(method: &str, path: &str, body: &str) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for part in [method, path, body] {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.finalize().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_at_once_have_one_effect() {
    let door = Arc::new(Door::open().await);
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let door = Arc::clone(&door);
            tokio::spawn(async move { evaluate(&door, "key-1", STRONG).await })
        })
        .collect();
    let mut bodies = Vec::new();
    for task in tasks {
        let answer = task.await.unwrap();
        match answer.status.as_u16() {
            201 => bodies.push(answer.body),
            409 => drop(answer.problem("idempotency-in-flight")),
            other => panic!("{other}: {}", answer.text()),
        }
    }
    bodies.push(evaluate(&door, "key-1", STRONG).await.body);
    assert!(bodies.len() >= 2 && bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(kept(&door).await, 1);
}

#[tokio::test]
async fn a_client_that_hangs_up_at_any_moment_leaves_nothing_half_done() {
    let door = Door::open().await;
    let mut effects = 0;
    for patience in 1..1000 {
        let key = format!("key-{patience}");
        let was_answered = poll_times(evaluate(&door, &key, STRONG), patience).await;
        while !door.state.background().is_empty() {
            tokio::task::yield_now().await;
        }
        let repeated = evaluate(&door, &key, STRONG).await;
        effects += 1;
        assert_eq!(repeated.status, 201, "given up after {patience} polls: {}", repeated.text());
        assert_eq!(kept(&door).await, effects, "given up after {patience} polls");
        if was_answered {
            assert!(patience > 1, "it never had to wait, so nothing was tested");
            return;
        }
    }
    panic!("it was never answered");
}

/// Lets a request wait that many times and then gives it up; says whether it was answered before.
async fn poll_times(request: impl Future<Output = Answer>, times: usize) -> bool {
    let mut request = std::pin::pin!(request);
    let mut left = times;
    std::future::poll_fn(move |cx| {
        let is_answered = request.as_mut().poll(cx).is_ready();
        left -= 1;
        if is_answered || left == 0 { std::task::Poll::Ready(is_answered) } else { std::task::Poll::Pending }
    })
    .await
}

#[tokio::test]
async fn what_a_dead_server_had_done_is_answered_and_not_done_again() {
    let door = Door::open().await;
    let body = json!({"question": "idempotency", "answer": STRONG}).to_string();
    let (app, ctx) = (door.state.app().clone(), door.state.app().ctx());
    let claimed = app.begin_once(&ctx, "key-1", &fingerprint("POST", "/api/v1/evaluations", &body)).await;
    assert_eq!(claimed.unwrap(), Begun::Fresh);
    // The effect is durable, and then the server dies: nobody keeps a response.
    let once = Once { key: "key-1".into(), made: None };
    let command =
        EvaluateAnswer { question: "idempotency".into(), answer: STRONG.into(), origin: Origin::Api };
    let made = app.evaluate_answer(&ctx.once(once), command).await.unwrap();
    door.clock.advance(Millis::from_minutes(2));
    let repeated = evaluate(&door, "key-1", STRONG).await;
    assert_eq!(repeated.ok()["id"], made.record.id.as_str());
    assert_eq!((repeated.status.as_u16(), repeated.header("idempotency-replayed")), (201, Some("true")));
    let again = evaluate(&door, "key-1", STRONG).await;
    assert_eq!(again.body, repeated.body);
    assert_eq!(kept(&door).await, 1);
}
