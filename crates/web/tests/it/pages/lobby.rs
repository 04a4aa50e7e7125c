//! The lobby and the list of past interviews.

use super::{post, redirect};
use crate::support::Door;

#[tokio::test]
async fn the_lobby_is_filled_in_by_address_and_settings() {
    let door = Door::open().await;
    let usual = door.get("/interviews/new").await.text().to_owned();
    assert!(
        usual.contains("value=\"Backend developer\"") && usual.contains("You answer by typing"),
        "{usual}"
    );
    let asked = door.get("/interviews/new?topic=data&topic=nonsense&length=long&x=y").await.text().to_owned();
    assert!(asked.contains("value=\"data\" checked"), "{asked}");
    assert!(asked.contains("value=\"long\" checked") && !asked.contains("nonsense"), "{asked}");
}

#[tokio::test]
async fn a_wish_that_cannot_be_met_is_told_beside_its_field() {
    let door = Door::open().await;
    let long = "x".repeat(81);
    for (field, value, place) in [
        ("topics", "cooking", "topics-error"),
        ("technologies", "<script>", "technologies-error"),
        ("bar", "chief", "bar-error"),
        ("pace", "", "pace-error"),
        ("role", long.as_str(), "role-error"),
    ] {
        let page = post(&door, "/interviews/new", &[("topics", "data"), (field, value)]).await;
        assert_eq!(page.status, 422, "{field}");
        assert!(page.text().contains(&format!("id=\"{place}\"")), "{field}: {}", page.text());
        assert!(page.text().contains("value=\"data\" checked"), "what was chosen is kept");
        assert!(!page.text().contains("<script>alert") && page.text().contains("error-summary"));
    }
    assert!(door.get("/interviews").await.text().contains("No interviews yet."), "and nothing was opened");
}

#[tokio::test]
async fn an_interview_is_listed_and_deleted_after_one_more_question() {
    let door = Door::open().await;
    let wishes = [("role", "<b>Chef</b> & \u{202e}co"), ("bar", "senior"), ("length", "short")];
    let room = redirect(&post(&door, "/interviews/new", &wishes).await);
    let list = door.get("/interviews").await.text().to_owned();
    assert!(
        list.contains(&room) && list.contains("Go on") && list.contains("&lt;b&gt;Chef&lt;/b&gt;"),
        "{list}"
    );
    assert!(!list.contains("<b>Chef"), "{list}");
    let question = door.get(&format!("{room}/delete")).await.text().to_owned();
    assert!(question.contains("Delete this interview?") && question.contains("Keep it"), "{question}");
    assert_eq!(redirect(&post(&door, &format!("{room}/delete"), &[]).await), "/interviews");
    assert_eq!(door.get(&room).await.status, 404);
    assert_eq!(post(&door, &format!("{room}/delete"), &[]).await.status, 404);
}

#[tokio::test]
async fn the_list_goes_on_and_comes_back() {
    let door = Door::open().await;
    for _ in 0..21 {
        post(&door, "/interviews/new", &[("length", "short")]).await;
        door.clock.advance(greenroom_core::Millis(1));
    }
    let first = door.get("/interviews").await.text().to_owned();
    let next = first
        .split("rel=\"next\" href=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a next page");
    let second = door.get(&next.replace("&amp;", "&")).await.text().to_owned();
    assert_eq!(second.matches("data-item").count(), 1, "{second}");
    assert!(second.contains("rel=\"prev\" href=\"/interviews\""), "{second}");
    assert!(door.get("/interviews?after=%3Cscript%3E").await.status.is_success());
}
