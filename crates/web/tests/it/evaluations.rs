//! Evaluations.

use greenroom_core::Millis;
use serde_json::json;

use crate::content::{STRONG, WEAK};
use crate::support::Door;

#[tokio::test]
async fn an_answer_is_evaluated_kept_and_found_again() {
    let door = Door::open().await;
    let created =
        door.post("/api/v1/evaluations", &json!({"question": "idempotency", "answer": STRONG})).await;
    assert_eq!(created.status, 201);
    let evaluation = created.ok();
    let location = created.header("location").unwrap();
    assert_eq!(location, format!("/api/v1/evaluations/{}", evaluation["id"].as_str().unwrap()));
    assert_eq!(door.get(location).await.ok(), evaluation);
    assert_eq!(evaluation["answer"], STRONG);
    assert_eq!(evaluation["origin"], "api");
    assert_eq!(evaluation["created_at"], "2026-11-22T12:00:00Z");
    assert_eq!(evaluation["engine"]["rubric_revision"], "r1");
    let point = &evaluation["key_points"][0];
    assert_eq!((&point["verdict"], &point["says"]), (&json!("covered"), &json!("It says key-with-retries.")));
    let evidence = &point["evidence"][0];
    let place = |end: &str| usize::try_from(evidence[end].as_u64().unwrap()).unwrap();
    assert_eq!(evidence["quote"], STRONG[place("start")..place("end")]);
}

#[tokio::test]
async fn a_stronger_answer_scores_higher_and_the_list_is_newest_first() {
    let door = Door::open().await;
    let mut scores = Vec::new();
    for answer in [WEAK, STRONG] {
        let evaluation = door
            .post("/api/v1/evaluations", &json!({"question": "idempotency", "answer": answer}))
            .await
            .ok();
        scores.push(evaluation["score"].as_u64());
        door.clock.advance(Millis::from_secs(1));
    }
    assert!(scores[0] < scores[1], "{scores:?}");
    let list = door.get("/api/v1/evaluations?limit=1").await;
    assert_eq!(list.ok()["items"][0]["score"].as_u64(), scores[1]);
    let next = list.ok()["next"].as_str().unwrap().to_owned();
    assert!(list.header("link").unwrap().contains(&next));
    let last = door.get(&format!("/api/v1/evaluations?limit=1&cursor={next}")).await.ok();
    assert_eq!(last["items"][0]["score"].as_u64(), scores[0]);
    assert!(last["next"].is_null());
}

#[tokio::test]
async fn an_answer_that_cannot_be_graded_is_kept_and_says_why() {
    let door = Door::open().await;
    for (answer, reason) in
        [("", "empty"), ("   \n\t", "empty"), ("yes", "too-short"), ("I don't know.", "does-not-know")]
    {
        let evaluation = door
            .post("/api/v1/evaluations", &json!({"question": "idempotency", "answer": answer}))
            .await
            .ok();
        assert!(evaluation["score"].is_null(), "{answer:?}");
        assert_eq!(evaluation["cannot_score"], reason, "{answer:?}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found_whatever_its_name() {
    let door = Door::open().await;
    let unknown = json!({"question": "nowhere", "answer": STRONG});
    door.post("/api/v1/evaluations", &unknown).await.problem("not-found");
    for id in
        ["evl_00000000000000000000000000000000", "x", "int_00000000000000000000000000000000", "%3Cscript%3E"]
    {
        let problem = door.get(&format!("/api/v1/evaluations/{id}")).await.problem("not-found");
        assert_eq!(problem["instance"], format!("/api/v1/evaluations/{id}"));
    }
}
