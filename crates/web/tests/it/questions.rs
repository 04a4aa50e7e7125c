//! Questions.

use serde_json::{Value, json};

use crate::support::Door;

fn ids(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_list_has_what_a_page_needs() {
    let door = Door::open().await;
    let answer = door.get("/api/v1/questions?level=advanced").await;
    let list = answer.ok();
    assert_eq!(ids(&list), ["idempotency", "queues"]);
    assert_eq!(
        list["items"][0],
        json!({
            "id": "idempotency", "prompt": "How do you make a payment endpoint idempotent?", "level": "advanced",
            "topics": ["reliability"], "technologies": ["http"], "kind": "scenario", "minutes": 4,
        })
    );
    assert_eq!((&list["total"], &list["next"]), (&json!(2), &Value::Null));
    assert_eq!(list["facets"]["levels"][2], json!({"value": "advanced", "count": 2, "is_chosen": true}));
    assert_eq!(list["facets"]["topics"][3], json!({"value": "reliability", "count": 2, "is_chosen": false}));
    assert_eq!(answer.header("cache-control"), Some("public, no-cache"));
}

#[tokio::test]
async fn filters_and_words_narrow_the_list() {
    let door = Door::open().await;
    for (query, expect) in [
        ("topic=data", vec!["caching", "indexes"]),
        ("kind=experience", vec!["conflict"]),
        ("technology=http&level=beginner&topic=api-design", vec!["http-status"]),
        ("q=idempotent+payment", vec!["idempotency"]),
        ("topic=nowhere", vec![]),
        ("level=&topic=&q=&kind=experience", vec!["conflict"]),
    ] {
        assert_eq!(ids(&door.get(&format!("/api/v1/questions?{query}")).await.ok()), expect, "{query}");
    }
}

#[tokio::test]
async fn pages_join_up_without_gaps() {
    let door = Door::open().await;
    let all = door.get("/api/v1/questions").await.ok();
    let (mut seen, mut address) = (Vec::new(), "/api/v1/questions?limit=3".to_owned());
    loop {
        let answer = door.get(&address).await;
        let page = answer.ok();
        seen.extend(ids(&page).into_iter().map(str::to_owned));
        let Some(next) = page["next"].as_str() else {
            assert!(answer.header("link").is_none());
            break;
        };
        assert_eq!(
            answer.header("link").unwrap(),
            format!("</api/v1/questions?limit=3&cursor={next}>; rel=\"next\"")
        );
        address = format!("/api/v1/questions?limit=3&cursor={next}");
    }
    assert_eq!(seen, ids(&all));
    assert_eq!(seen.len(), 7);
}

#[tokio::test]
async fn a_query_that_makes_no_sense_is_refused_with_the_field() {
    let door = Door::open().await;
    for (query, code, field) in [
        ("level=expert", "invalid", Some("level")),
        ("kind=riddle", "invalid", Some("kind")),
        ("topic=..%2Fetc", "invalid", Some("topic")),
        ("cursor=gone", "invalid", Some("cursor")),
        ("cursor=%00", "invalid", Some("cursor")),
        ("limit=many", "malformed", None),
        ("levle=advanced", "malformed", None),
    ] {
        let problem = door.get(&format!("/api/v1/questions?{query}")).await.problem(code);
        assert_eq!(problem["errors"][0]["field"].as_str(), field, "{query}: {problem}");
    }
    assert_eq!(
        ids(&door.get("/api/v1/questions?limit=0").await.ok()).len(),
        1,
        "a limit is clamped, not refused"
    );
}

#[tokio::test]
async fn the_answer_is_shown_only_to_whoever_asks() {
    let door = Door::open().await;
    let plain = door.get("/api/v1/questions/idempotency").await;
    assert_eq!(plain.ok()["hints"], 2);
    for secret in ["model answer", "unique constraint", "Think of the retry", "It says", "correct"] {
        assert!(!plain.text().contains(secret), "{secret} was revealed");
    }
    let full = door.get("/api/v1/questions/idempotency?include=answer").await.ok();
    assert!(full["answer"]["markdown"].as_str().unwrap().contains("**model answer**"));
    assert_eq!(full["answer"]["key_points"][0]["id"], "key-with-retries");
    assert_eq!(full["answer"]["choices"][0]["options"][0]["correct"], true);
    door.get("/api/v1/questions/idempotency?include=everything").await.problem("invalid");
    door.get("/api/v1/questions/nowhere").await.problem("not-found");
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let door = Door::open().await;
    let first = door.get("/api/v1/questions").await;
    let tag = first.header("etag").unwrap().to_owned();
    assert!(tag.starts_with("W/\""), "{tag}");
    let ask = |path: &str, tag: &str| {
        let request = crate::support::request(http::Method::GET, path).header("if-none-match", tag);
        door.send(request.body(axum::body::Body::empty()).unwrap())
    };
    let again = ask("/api/v1/questions", &tag).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), Some(tag.as_str()));
    assert_eq!(ask("/api/v1/questions?level=advanced", &tag).await.status, 200);
    assert_eq!(ask("/api/v1/questions/nowhere", "*").await.status, 404);
}
