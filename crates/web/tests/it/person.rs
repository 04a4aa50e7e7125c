//! Settings, drafts, and the right to take everything away.

use axum::body::Body;
use http::Method;
use serde_json::{Value, json};

use crate::content::STRONG;
use crate::support::{Answer, Door, json_request, request};

async fn patch(door: &Door, tag: Option<&str>, body: &Value) -> Answer {
    let request = json_request(Method::PATCH, "/api/v1/settings", body);
    let request = tag.iter().fold(request, |request, tag| request.header("if-match", *tag));
    door.send(request.body(Body::from(body.to_string())).unwrap()).await
}

#[tokio::test]
async fn settings_change_only_from_the_version_that_was_read() {
    let door = Door::open().await;
    let read = door.get("/api/v1/settings").await;
    let tag = read.header("etag").unwrap().to_owned();
    assert_eq!(
        read.ok(),
        json!({"theme": "system", "shortcuts": true, "name": null, "role": null, "target_bar": null, "interview_date": null})
    );
    assert_eq!(patch(&door, None, &json!({})).await.status, 428);
    let changed =
        patch(&door, Some(&tag), &json!({"theme": "backstage", "name": "Ada", "target_bar": "senior"})).await;
    assert_eq!((&changed.ok()["name"], &changed.ok()["shortcuts"]), (&json!("Ada"), &json!(true)));
    patch(&door, Some(&tag), &json!({"name": "Bob"})).await.problem("stale");
    let tag = changed.header("etag").unwrap();
    patch(&door, Some(&format!("W/{tag}")), &json!({"name": "Bob"})).await.problem("stale");
    let removed = patch(&door, Some(&format!("\"x\", {tag}")), &json!({"name": null})).await.ok();
    assert_eq!((&removed["name"], &removed["theme"]), (&Value::Null, &json!("backstage")));
}

#[tokio::test]
async fn of_two_tabs_that_change_at_once_one_is_told() {
    let door = Door::open().await;
    let tag = door.get("/api/v1/settings").await.header("etag").unwrap().to_owned();
    let (one, other) = (json!({"name": "one"}), json!({"name": "other"}));
    let (one, other) = tokio::join!(patch(&door, Some(&tag), &one), patch(&door, Some(&tag), &other));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

#[tokio::test]
async fn settings_that_make_no_sense_are_refused() {
    let door = Door::open().await;
    for (body, field) in [
        (json!({"theme": "pink"}), "theme"),
        (json!({"interview_date": "soon"}), "interview_date"),
        (json!({"name": "n".repeat(81)}), "name"),
        (json!({"name": "a\u{0}b"}), "name"),
        (json!({"admin": true}), "admin"),
    ] {
        let problem = patch(&door, Some("*"), &body).await.problem("invalid");
        assert_eq!(problem["errors"][0]["field"], field, "{problem}");
    }
}

#[tokio::test]
async fn a_draft_is_kept_until_its_answer_is_accepted() {
    let door = Door::open().await;
    let path = "/api/v1/drafts/question:idempotency";
    door.get(path).await.problem("not-found");
    assert_eq!(door.json(Method::PUT, path, &json!({"text": "half a thought"})).await.status, 204);
    let draft = door.get(path).await.ok();
    assert_eq!((&draft["key"], &draft["text"]), (&json!("question:idempotency"), &json!("half a thought")));
    door.post("/api/v1/evaluations", &json!({"question": "idempotency", "answer": STRONG})).await.ok();
    door.get(path).await.problem("not-found");
    door.json(Method::PUT, path, &json!({"text": "again"})).await;
    for _ in 0..2 {
        let removed = door.send(request(Method::DELETE, path).body(Body::empty()).unwrap()).await;
        assert_eq!(removed.status, 204);
    }
    door.get(path).await.problem("not-found");
    door.json(Method::PUT, "/api/v1/drafts/..%2Fetc", &json!({"text": "x"})).await.problem("invalid");
    door.json(Method::PUT, path, &json!({"text": "x".repeat(20_001)})).await.problem("invalid");
}

#[tokio::test]
async fn everything_can_be_taken_along_and_deleted() {
    let door = Door::open().await;
    door.post("/api/v1/evaluations", &json!({"question": "idempotency", "answer": STRONG})).await.ok();
    door.post("/api/v1/interviews", &json!({})).await.ok();
    let copy = door.get("/api/v1/me/export").await;
    assert_eq!(copy.header("content-disposition"), Some("attachment; filename=\"greenroom-export.json\""));
    assert_eq!(copy.header("cache-control"), Some("no-store"));
    let copy = copy.ok();
    assert_eq!(copy["evaluations"][0]["answer"], STRONG);
    assert_eq!(copy["interviews"][0]["phase"], "greeting");
    door.json(Method::DELETE, "/api/v1/me", &json!({"confirm": "yes"})).await.problem("invalid");
    assert_eq!(door.get("/api/v1/evaluations").await.ok()["items"].as_array().unwrap().len(), 1);
    let gone = door.json(Method::DELETE, "/api/v1/me", &json!({"confirm": "delete my data"})).await;
    assert_eq!(gone.status, 204, "{}", gone.text());
    let copy = door.get("/api/v1/me/export").await.ok();
    assert_eq!((&copy["evaluations"], &copy["interviews"]), (&json!([]), &json!([])));
}
