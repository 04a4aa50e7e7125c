//! The notes: evidence, skipped questions, the candidate's own, saying one again.

use greenroom_core::Millis;

use super::room::Talk;
use super::{post, redirect};
use crate::content::{STRONG, WEAK};
use crate::support::Door;

async fn finished(door: &Door) -> Talk<'_> {
    let talk = Talk::begun(door).await;
    talk.made(&[("do", "hint"), ("turn", "1"), ("hint", "0")]).await;
    talk.made(&[("do", "answer"), ("turn", "1"), ("answer", WEAK)]).await;
    talk.made(&[("do", "answer"), ("turn", "2"), ("answer", STRONG)]).await;
    let turn = talk.turn().await.expect("more questions");
    talk.made(&[("do", "skip"), ("turn", &turn)]).await;
    talk.answer_all("<i>nothing</i> to do with it, I talk of the weather and of my cat").await;
    talk.made(&[("do", "ask"), ("own", "How does the team decide?")]).await;
    talk.made(&[("do", "finish")]).await;
    talk
}

#[tokio::test]
async fn the_notes_show_what_was_heard_and_where() {
    let door = Door::open().await;
    let talk = finished(&door).await;
    let text = door.get(&format!("{}/notes", talk.room)).await.text().to_owned();
    for part in [
        "Notes on your take",
        "One thing to change",
        "Take another",
        "/notes?download",
        "data-print",
        "id=\"evaluation\"",
        "Key points",
        "One hint taken",
        "Expert tip",
        "A common mistake",
        "model answer",
        "You passed on this one",
        "Your own questions",
        "How does the team decide?",
        "What to do next",
        "Guide",
    ] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    assert!(text.contains("<mark class=\"ev\"") && text.contains("href=\"#q1-1\""), "{text}");
    assert_eq!(text.matches("id=\"q1-1\"").count(), 1, "a mark has one place: {text}");
    assert!(!text.contains("<i>nothing"), "{text}");
    assert_eq!(text.matches("<h1").count(), 1, "{text}");
}

#[tokio::test]
async fn an_answer_said_again_is_set_beside_the_first() {
    let door = Door::open().await;
    let talk = finished(&door).await;
    let text = door.get(&format!("{}/notes", talk.room)).await.text().to_owned();
    let start = format!("href=\"{}/again/", talk.room);
    let question =
        text.split(&start).nth(1).and_then(|rest| rest.split('"').next()).expect("a way to say it again");
    let again = format!("{}/again/{question}", talk.room);
    let form = door.get(&again).await.text().to_owned();
    assert!(form.contains("Take 2") && form.contains("What you said last time"), "{form}");
    let refused = post(&door, &again, &[("answer", " ")]).await;
    assert_eq!(refused.status, 422);
    let long = "word ".repeat(5_000);
    let refused = post(&door, &again, &[("answer", &long)]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains(long.trim_end()), "what was typed is kept");
    let take = redirect(&post(&door, &again, &[("answer", STRONG)]).await);
    let compared = door.get(&take).await.text().to_owned();
    assert!(compared.contains("Take 2, now") && compared.contains("Take 1"), "{compared}");
    assert!(compared.contains("the answer before"), "{compared}");
    door.clock.advance(Millis::from_secs(1));
    let third = redirect(&post(&door, &again, &[("answer", WEAK)]).await);
    assert!(door.get(&third).await.text().contains("Take 3, now"));
    let notes = door.get(&format!("{}/notes", talk.room)).await.text().to_owned();
    assert!(notes.contains(&take) && notes.contains(&third), "{notes}");
    assert_eq!(door.get(&format!("{}/takes/evl_1", talk.room)).await.status, 404);
    assert_eq!(door.get(&format!("{}/again/nothing", talk.room)).await.status, 404);
}

#[tokio::test]
async fn notes_grow_while_the_interview_is_open() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let none = door.get(&format!("{}/notes", talk.room)).await;
    assert!(none.text().contains("No notes yet."), "{}", none.text());
    talk.made(&[("do", "answer"), ("turn", "1"), ("answer", STRONG)]).await;
    let some = door.get(&format!("{}/notes", talk.room)).await.text().to_owned();
    assert!(some.contains("This interview is still open") && some.contains("Go on with it"), "{some}");
    assert_eq!(door.get("/interviews/int_1/notes").await.status, 404);
}
