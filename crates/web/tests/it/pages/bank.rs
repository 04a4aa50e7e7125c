//! The list of questions, the page of one, the quick check.

use axum::body::Body;
use http::Method;

use super::{post, redirect};
use crate::support::{Door, request};

#[tokio::test]
async fn filters_count_live_and_can_be_taken_away() {
    let door = Door::open().await;
    let page = door.get("/questions?topic=data").await;
    let text = page.text();
    assert!(
        text.contains("Any level (2)") && text.contains("Intermediate (2)") && text.contains("Beginner (0)"),
        "{text}"
    );
    assert!(text.contains("Two questions, easiest first"));
    assert!(text.contains("href=\"/questions/caching?topic=data\""), "the list is kept in the links");
    assert!(text.contains("<a class=\"chip chip-on chip-remove\" href=\"/questions\">"));
}

#[tokio::test]
async fn nothing_found_names_the_filter_to_drop() {
    let door = Door::open().await;
    let text = door.get("/questions?q=worker&level=beginner&topic=reliability").await.text().to_owned();
    assert!(text.contains("No question matches “worker”, Beginner, Reliability."));
    assert!(text.contains("Remove the level filter (one result)"));
    assert!(text.contains("/questions?q=worker&amp;topic=reliability"));
}

#[tokio::test]
async fn strange_searches_are_harmless() {
    let door = Door::open().await;
    for query in [
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%F0%9F%98%80",
        "q=%E2%80%AE",
        "q=%27%20OR%201%3D1",
        "page=99",
        "topic=nope",
        "q=%00",
    ] {
        let page = door.get(&format!("/questions?{query}")).await;
        assert!(page.status.is_success(), "{query}: {}", page.status);
        assert!(!page.text().contains("<script>alert"), "{query}");
    }
}

#[tokio::test]
async fn htmx_gets_the_parts_and_a_clean_address() {
    let door = Door::open().await;
    let wanted = request(Method::GET, "/questions?q=&level=&topic=data&sort=").header("hx-request", "true");
    let part = door.send(wanted.body(Body::empty()).expect("a request")).await;
    assert_eq!(part.header("hx-push-url"), Some("/questions?topic=data"));
    assert!(!part.text().contains("<html") && part.text().contains("id=\"results\""));
}

#[tokio::test]
async fn neighbours_are_those_of_the_list() {
    let door = Door::open().await;
    let text = door.get("/questions/caching?topic=data").await.text().to_owned();
    assert!(text.contains("rel=\"next\" href=\"/questions/indexes?topic=data\""));
    assert!(!text.contains("rel=\"prev\""));
}

#[tokio::test]
async fn the_quick_check_shows_the_whys() {
    let door = Door::open().await;
    let open = door.get("/questions/idempotency/quiz").await.text().to_owned();
    assert!(!open.contains("Because."));
    let right = door.get("/questions/idempotency/quiz?c0=0").await.text().to_owned();
    assert!(right.contains("Right.") && right.contains("Because."));
    let wrong = door.get("/questions/idempotency/quiz?c0=1").await.text().to_owned();
    assert!(wrong.contains("Not this one."));
    for strange in ["c0=9", "c0=x", "c7=1", "c0=-1"] {
        assert_eq!(
            door.get(&format!("/questions/idempotency/quiz?{strange}")).await.status,
            200,
            "{strange}"
        );
    }
}

#[tokio::test]
async fn a_draft_comes_back_and_goes_when_the_answer_is_in() {
    let door = Door::open().await;
    let saved = post(&door, "/drafts/question:idempotency", &[("answer", "half a\0 thought <b>")]).await;
    assert_eq!(saved.status, 204);
    let page = door.get("/questions/idempotency").await.text().to_owned();
    assert!(page.contains("half a thought &lt;b&gt;"));
    redirect(&post(&door, "/questions/idempotency", &[("answer", crate::content::STRONG)]).await);
    assert!(!door.get("/questions/idempotency").await.text().contains("half a thought"));
    assert_eq!(post(&door, "/drafts/a%20b", &[("answer", "x")]).await.status, 422);
}

#[tokio::test]
async fn what_does_not_exist_is_a_page_that_says_so() {
    let door = Door::open().await;
    for path in
        ["/questions/nope", "/questions/%3Cb%3E", "/questions/nope/quiz", "/evaluations/evl_x", "/nowhere"]
    {
        let page = door.get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text().contains("<h1>Not found</h1>") && !page.text().contains("<b>"), "{path}");
    }
}
