//! Collections, key areas, technologies, and the quiz that they start.

use super::{post, redirect};
use crate::support::Door;

#[tokio::test]
async fn a_collection_reads_as_a_guide() {
    let door = Door::open().await;
    let list = door.get("/collections").await;
    assert_eq!(list.status, 200);
    assert!(list.text().contains("href=\"/collections/first-steps\""));

    let closed = door.get("/collections/first-steps").await.text().to_owned();
    assert!(closed.contains("href=\"#caching\"") && closed.contains("id=\"caching\""), "contents and entry");
    assert!(!closed.contains("<details class=\"layer\" open"), "answers are closed: try first");
    let open = door.get("/collections/first-steps?answers=all").await.text().to_owned();
    assert!(open.contains("<details class=\"layer\" open"));
    assert_eq!(door.get("/collections/nope").await.status, 404);
}

#[tokio::test]
async fn areas_and_technologies_list_their_questions() {
    let door = Door::open().await;
    assert_eq!(door.get("/technologies").await.status, 200);
    assert!(door.get("/areas").await.text().contains("href=\"/areas/data\""));
    let area = door.get("/areas/data").await.text().to_owned();
    assert!(area.contains("What interviewers look for") && area.contains("href=\"/questions/caching\""));
    assert_eq!(door.get("/areas/nope").await.status, 404);
    let hub = door.get("/technologies/redis").await.text().to_owned();
    assert!(hub.contains("The answers speak of Redis 8"), "{hub}");
    assert_eq!(door.get("/technologies/nope").await.status, 404);
}

#[tokio::test]
async fn an_interview_asks_from_the_collection_alone() {
    let door = Door::open().await;
    let lobby = door.get("/interviews/new?collection=first-steps").await.text().to_owned();
    assert!(lobby.contains("name=\"collection\" value=\"first-steps\""));
    let wishes = [("bar", "mid"), ("length", "short"), ("tone", "warm"), ("pace", "1x")];
    let with = |name: &'static str, value: &'static str| [&wishes[..], &[(name, value)]].concat();
    let room = post(&door, "/interviews/new", &with("collection", "first-steps")).await;
    assert!(redirect(&room).starts_with("/interviews/int_"));
    let refused = post(&door, "/interviews/new", &with("collection", "nope")).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(
        refused.text().contains("There is no collection &#39;nope&#39;")
            || refused.text().contains("no collection 'nope'")
    );
}

#[tokio::test]
async fn a_quiz_goes_from_question_to_result() {
    let door = Door::open().await;
    let start = door.get("/quiz?area=data").await.text().to_owned();
    assert!(start.contains("1 of ") && start.contains("name=\"so_far\" value=\"\""), "{start}");
    let answered = door.get("/quiz?area=data&so_far=&pick=0").await.text().to_owned();
    assert!(answered.contains("Right.") || answered.contains("Not this one."));
    assert!(answered.contains("so_far=0"));
    let picks = vec!["0"; 20].join(".");
    let result = door.get(&format!("/quiz?area=data&so_far={picks}")).await.text().to_owned();
    assert!(result.contains(" right."), "{result}");
    assert_eq!(door.get("/quiz?collection=nope").await.status, 404);
    assert_eq!(door.get("/quiz?technology=nope").await.status, 404);
    let both = [
        ("bar", "mid"),
        ("length", "short"),
        ("tone", "warm"),
        ("pace", "1x"),
        ("collection", "first-steps"),
        ("area", "data"),
    ];
    let refused = post(&door, "/interviews/new", &both).await;
    assert!(refused.status == 422 && refused.text().contains("not both"), "{}", refused.status);
}
