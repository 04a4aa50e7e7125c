//! The first sixty seconds.

use super::{post, redirect};
use crate::support::Door;

#[tokio::test]
async fn a_newcomer_answers_at_once_and_is_asked_one_question() {
    let door = Door::open().await;
    let first = door.get("/").await;
    let page = first.text();
    assert!(
        page.contains("A calm place to rehearse.") && page.contains("Everything stays on this computer."),
        "{page}"
    );
    let (_, action) = page.split_once("<form method=\"post\" action=\"").expect("a form");
    let action = action.split('"').next().expect("an address").to_owned();

    let answer = "A record that is gone gets the status 410, and one that was never there gets 404, because caches keep it.";
    let notes = door.get(&redirect(&post(&door, &action, &[("answer", answer)]).await)).await;
    assert!(notes.status.is_success());
    assert!(notes.text().contains(answer), "the answer is shown as it was given");
    assert!(notes.text().contains("What are you preparing for?"));

    let chosen = post(&door, "/settings/aim", &[("bar", "mid"), ("interview_date", "2026-12-04")]).await;
    assert_eq!(redirect(&chosen), "/");
    let today = door.get("/").await;
    assert!(today.text().contains("Places in five."));
    assert!(!today.text().contains("What are you preparing for?"));
}

#[tokio::test]
async fn skipping_is_an_answer_too() {
    let door = Door::open().await;
    redirect(&post(&door, "/questions/idempotency", &[("answer", crate::content::WEAK)]).await);
    assert!(door.get("/").await.text().contains("What are you preparing for?"));
    assert_eq!(redirect(&post(&door, "/settings/aim", &[("bar", "skip")]).await), "/");
    assert!(!door.get("/").await.text().contains("What are you preparing for?"));
}

#[tokio::test]
async fn a_good_answer_can_be_had_for_the_asking() {
    let door = Door::open().await;
    let page = door.get("/questions/idempotency?reveal=1").await;
    let (_, answer) = page.text().split_once("id=\"good-answer\"").expect("the layer");
    assert!(answer.starts_with("><details class=\"layer\" open"), "{}", &answer[..80]);
}
