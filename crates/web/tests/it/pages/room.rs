//! The room: a whole interview by forms alone, two tabs, refusals, strange input.

use greenroom_core::Millis;

use super::{post, redirect};
use crate::content::{STRONG, WEAK};
use crate::support::{Answer, Door};

/// A room that was just opened.
pub(crate) struct Talk<'a> {
    pub(crate) door: &'a Door,
    pub(crate) room: String,
}

impl<'a> Talk<'a> {
    pub(crate) async fn open(door: &'a Door) -> Self {
        let room = redirect(&post(door, "/interviews/new", &[("length", "short"), ("bar", "mid")]).await);
        Self { door, room }
    }

    pub(crate) async fn begun(door: &'a Door) -> Self {
        let talk = Self::open(door).await;
        talk.made(&[("do", "begin")]).await;
        talk
    }

    pub(crate) async fn act(&self, fields: &[(&str, &str)]) -> Answer {
        post(self.door, &format!("{}/act", self.room), fields).await
    }

    /// A move that must succeed; gives back the room after it.
    pub(crate) async fn made(&self, fields: &[(&str, &str)]) -> String {
        let answer = self.act(fields).await;
        assert_eq!(redirect(&answer), format!("{}#question", self.room), "{fields:?}");
        self.text().await
    }

    pub(crate) async fn text(&self) -> String {
        let page = self.door.get(&self.room).await;
        assert!(page.status.is_success(), "{}", page.text());
        page.text().to_owned()
    }

    /// The number of the turn that the page was made for; `None` where it has none.
    pub(crate) async fn turn(&self) -> Option<String> {
        let text = self.text().await;
        let rest = text.split("name=\"turn\" value=\"").nth(1)?;
        Some(rest.split('"').next()?.to_owned())
    }

    /// Answers until the candidate may ask.
    pub(crate) async fn answer_all(&self, text: &str) {
        for _ in 0..40 {
            let Some(turn) = self.turn().await else { return };
            self.made(&[("do", "answer"), ("turn", &turn), ("answer", text)]).await;
        }
        panic!("the interview has no end");
    }
}

#[tokio::test]
async fn a_whole_interview_by_forms_alone() {
    let door = Door::open().await;
    let talk = Talk::open(&door).await;
    let greeting = talk.text().await;
    assert!(
        greeting.contains("Maya") && greeting.contains("3 questions") && greeting.contains("I'm ready"),
        "{greeting}"
    );
    assert!(greeting.contains("data-theme=\"backstage\""), "the room is dark unless somebody chose");
    let first = talk.made(&[("do", "begin")]).await;
    assert!(first.contains("Question 1 of 3") && first.contains("name=\"turn\" value=\"1\""), "{first}");
    assert!(first.contains("role=\"timer\"") && first.contains("Hint"), "{first}");
    let second = talk.made(&[("do", "answer"), ("turn", "1"), ("answer", WEAK)]).await;
    assert!(
        second.contains("follow-up to 1") && second.contains("1 earlier turn") && second.contains(WEAK),
        "{second}"
    );
    talk.made(&[("do", "skip"), ("turn", "2")]).await;
    talk.answer_all(STRONG).await;
    let mine = talk.made(&[("do", "ask"), ("own", "What is the <salary>?")]).await;
    assert!(mine.contains("What is the &lt;salary&gt;?") && mine.contains("No more questions"), "{mine}");
    let over = talk.made(&[("do", "finish")]).await;
    assert!(over.contains("Read your notes") && over.contains(&format!("{}/notes", talk.room)), "{over}");
    assert!(!over.contains("name=\"turn\""), "nothing can be answered any more: {over}");
}

#[tokio::test]
async fn a_hint_costs_once_and_keeps_what_is_typed() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let before = talk.text().await;
    assert!(
        before.contains("Hint") && before.contains("\u{2212}5") && before.contains("5 points"),
        "{before}"
    );
    let fields = [("do", "hint"), ("turn", "1"), ("hint", "0"), ("answer", "half a <thought>")];
    let after = talk.made(&fields).await;
    assert!(
        after.contains("Think of the retry.") && after.contains("One hint taken, 5 points off."),
        "{after}"
    );
    assert!(after.contains("half a &lt;thought&gt;"), "what was typed is kept: {after}");
    let again = talk.made(&fields).await;
    assert!(again.contains("One hint taken, 5 points off."), "a second click takes no second hint: {again}");
    let last = talk.made(&[("do", "hint"), ("turn", "1"), ("hint", "1"), ("answer", "")]).await;
    assert!(last.contains("A key names the operation.") && !last.contains("value=\"hint\""), "{last}");
    assert!(!last.contains("half a"), "a box that was emptied stays empty: {last}");
}

#[tokio::test]
async fn the_scope_of_a_question_can_be_asked_for() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let fields = [("do", "clarify"), ("turn", "1"), ("clarification", "One server?"), ("answer", "so far")];
    let page = talk.made(&fields).await;
    assert!(
        page.contains("One server?") && page.contains("ordinary web service") && page.contains("so far"),
        "{page}"
    );
    let refused =
        talk.act(&[("do", "clarify"), ("turn", "1"), ("clarification", " "), ("answer", "so far")]).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("clarification-error") && refused.text().contains("so far"),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn leaving_keeps_everything_and_stops_the_clock() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    door.clock.advance(Millis::from_secs(30));
    let away = talk.made(&[("do", "leave"), ("turn", "1"), ("answer", "not done yet")]).await;
    assert!(away.contains("You left the room.") && away.contains("Go on"), "{away}");
    let refused = talk.act(&[("do", "answer"), ("turn", "1"), ("answer", "from another tab")]).await;
    assert_eq!(refused.status, 409);
    assert!(
        refused.text().contains("from another tab") && refused.text().contains("resume it"),
        "{}",
        refused.text()
    );
    door.clock.advance(Millis::from_minutes(90));
    let back = talk.made(&[("do", "resume")]).await;
    assert!(back.contains("not done yet") && back.contains("data-elapsed=\"30\""), "{back}");
}

#[tokio::test]
async fn two_tabs_do_not_lose_a_word() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let fields = [("do", "answer"), ("turn", "1"), ("answer", WEAK)];
    talk.made(&fields).await;
    let repeated = talk.made(&fields).await;
    assert!(
        repeated.contains("name=\"turn\" value=\"2\""),
        "the same answer again changes nothing: {repeated}"
    );
    let other =
        talk.act(&[("do", "answer"), ("turn", "1"), ("answer", "Another <answer> for the first.")]).await;
    assert_eq!(other.status, 409);
    let text = other.text();
    assert!(text.contains("This was answered in another tab"), "{text}");
    assert!(
        text.contains("Another &lt;answer&gt; for the first.") && text.contains("name=\"turn\" value=\"2\""),
        "{text}"
    );
    for act in ["skip", "hint", "leave"] {
        let late = talk.act(&[("do", act), ("turn", "1"), ("answer", "typed late")]).await;
        assert!(late.status == 409 || late.status == 303, "{act}: {}", late.status);
    }
    assert_eq!(door.get(&format!("{}/act", talk.room)).await.status, 303, "a reload leads back to the room");
}

#[tokio::test]
async fn a_refused_answer_stays_in_its_box() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let long = "word ".repeat(4_001);
    for (text, reason) in [(" \r\n ", "There is no text"), (long.as_str(), "at most 20000 fit")] {
        let page = talk.act(&[("do", "answer"), ("turn", "1"), ("answer", text)]).await;
        assert_eq!(page.status, 422);
        assert!(
            page.text().contains(reason) && page.text().contains("aria-invalid=\"true\""),
            "{}",
            page.text()
        );
        assert!(page.text().contains(text.trim()), "what was typed is kept");
    }
    assert_eq!(talk.turn().await.as_deref(), Some("1"));
}

#[tokio::test]
async fn strange_answers_are_taken_as_text() {
    let door = Door::open().await;
    for text in [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "'; DROP TABLE interview_events; --",
        "\u{202e}evil\u{202c} مرحبا كيف الحال",
        "😀😀😀😀",
        "a\0b \u{1}\u{7f}\u{feff}",
        "x",
    ] {
        let talk = Talk::begun(&door).await;
        let page = talk.made(&[("do", "answer"), ("turn", "1"), ("answer", text)]).await;
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
        assert!(page.contains("name=\"turn\" value=\"2\""), "{text}");
    }
}

#[tokio::test]
async fn moves_that_are_none_are_refused() {
    let door = Door::open().await;
    let talk = Talk::open(&door).await;
    for fields in [vec![], vec![("do", "fly")], vec![("do", "answer"), ("turn", "x")]] {
        assert_eq!(talk.act(&fields).await.status, 422, "{fields:?}");
    }
    let early = talk.act(&[("do", "answer"), ("turn", "1"), ("answer", "too early")]).await;
    assert_eq!(early.status, 409);
    assert!(early.text().contains("too early"), "{}", early.text());
    assert_eq!(talk.act(&[("do", "finish")]).await.status, 409);
    for path in
        ["/interviews/int_1", "/interviews/%3Cscript%3E", "/interviews/int_00000000000000000000000000000000"]
    {
        assert_eq!(door.get(path).await.status, 404, "{path}");
        assert_eq!(post(&door, &format!("{path}/act"), &[("do", "begin")]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn ending_early_without_an_answer_leaves_no_notes() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let over = talk.made(&[("do", "end")]).await;
    assert!(over.contains("Take another") && !over.contains("Read your notes"), "{over}");
    let notes = door.get(&format!("{}/notes", talk.room)).await;
    assert!(notes.text().contains("No notes yet."), "{}", notes.text());
}
