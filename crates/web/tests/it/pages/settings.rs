//! Settings, and taking everything away.

use super::{post, redirect};
use crate::content::STRONG;
use crate::support::Door;

#[tokio::test]
async fn settings_are_kept_and_shown() {
    let door = Door::open().await;
    let fields = [
        ("theme", "backstage"),
        ("name", "Ada <b>"),
        ("role", "Payments"),
        ("bar", "senior"),
        ("interview_date", "2026-12-04"),
    ];
    let saved = post(&door, "/settings", &fields).await;
    assert!(saved.header("set-cookie").is_some_and(|cookie| cookie.starts_with("theme=backstage;")));
    let text = door.get(&redirect(&saved)).await.text().to_owned();
    assert!(
        text.contains("Saved.") && text.contains("value=\"Ada &lt;b&gt;\"") && text.contains("2026-12-04"),
        "{text}"
    );
    assert!(text.contains("data-theme=\"backstage\""), "stored, so it holds without the cookie");
    assert!(text.contains("data-shortcuts=\"off\""), "a switch that is off posts nothing");
    assert!(text.contains("test.db"), "where the data is");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed() {
    let door = Door::open().await;
    let long = "n".repeat(200);
    let page =
        post(&door, "/settings", &[("name", &long), ("interview_date", "soon"), ("role", "kept")]).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    assert!(
        text.contains("Please check 2 things")
            && text.contains("Your name may have 80 characters.")
            && text.contains(&long)
            && text.contains("value=\"kept\""),
        "{text}"
    );
    assert!(text.contains("id=\"name-error\"") && text.contains("id=\"interview_date-error\""));
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other() {
    let door = Door::open().await;
    let page = door.get("/settings").await.text().to_owned();
    let (_, version) = page.split_once("name=\"version\" value=\"").expect("a version");
    let version = version.split('"').next().expect("a number");
    redirect(&post(&door, "/settings", &[("version", version), ("name", "One")]).await);
    let late = post(&door, "/settings", &[("version", version), ("name", "Two")]).await;
    assert_eq!(late.status, 409);
    assert!(door.get("/settings").await.text().contains("value=\"One\""));
}

#[tokio::test]
async fn deleting_needs_the_words_and_then_deletes_all() {
    let door = Door::open().await;
    let notes = redirect(&post(&door, "/questions/idempotency", &[("answer", STRONG)]).await);
    let refused = post(&door, "/settings/delete", &[("confirm", "yes")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Nothing has been deleted."));
    assert!(door.get(&notes).await.status.is_success());

    let gone = post(&door, "/settings/delete", &[("confirm", "delete my data")]).await;
    assert_eq!(gone.header("clear-site-data"), Some("\"storage\""));
    assert!(door.get(&redirect(&gone)).await.text().contains("All of it is gone."));
    assert_eq!(door.get(&notes).await.status, 404);
    assert!(door.get("/").await.text().contains("A calm place to rehearse."), "a first visit again");
}

#[tokio::test]
async fn help_names_every_key() {
    let door = Door::open().await;
    let page = door.get("/help").await;
    assert!(
        page.text().contains("How scores come about")
            && page.text().contains("<kbd class=\"kbd\">Ctrl</kbd>")
    );
}
