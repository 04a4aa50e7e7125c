//! Whole interviews.

use greenroom_app::AppError;
use greenroom_app::interview::{Act, Notes, Room, StartInterview};
use greenroom_app::kept::InterviewState;
use greenroom_core::{Bar, Limit};
use greenroom_interview::{Length, Pace, Phase, Tone};

use crate::bench::Bench;

fn wishes(length: Length) -> StartInterview {
    StartInterview {
        collection: None,
        area: None,
        role: String::new(),
        bar: Bar::Mid,
        topics: Vec::new(),
        technologies: Vec::new(),
        length,
        tone: Tone::Warm,
        pace: Pace::Usual,
    }
}

/// What a candidate says who has read the model answer.
fn model_answer(bench: &Bench, room: &Room) -> (u32, String) {
    let turn = room.interview.current_turn().expect("a turn is open");
    let question = bench.app.catalog().find(turn.question.as_str()).expect("a known question").question;
    (turn.number, question.answer.clone())
}

async fn begin(bench: &Bench, length: Length) -> Room {
    let room = bench.app.start_interview(&bench.app.ctx(), wishes(length)).await.expect("it starts");
    act(bench, &room, Act::Begin).await
}

async fn act(bench: &Bench, room: &Room, act: Act) -> Room {
    bench.pass(20_000);
    bench.app.act(&bench.app.ctx(), room.id.as_str(), act).await.expect("the move is allowed")
}

/// Answers every turn, then finishes.
async fn take(bench: &Bench, mut room: Room, vague: bool) -> (Room, Notes) {
    while room.interview.phase() == Phase::Asking {
        let (turn, text) = model_answer(bench, &room);
        let text = if vague {
            "It depends, but it is important to follow the best practices.".to_owned()
        } else {
            text
        };
        room = act(bench, &room, Act::Answer { turn, text }).await;
    }
    room =
        act(bench, &room, Act::AskOwn { text: "How does your team decide what to build next?".into() }).await;
    room = act(bench, &room, Act::Finish).await;
    let notes = bench.app.notes(&bench.app.ctx(), room.id.as_str()).await.expect("there are notes");
    (room, notes)
}

#[tokio::test]
async fn a_strong_candidate_gets_no_follow_ups_and_strong_notes() {
    let bench = Bench::new().await;
    let room = begin(&bench, Length::Standard).await;
    let (room, notes) = take(&bench, room, false).await;
    assert!(room.interview.is_over());
    assert_eq!(room.interview.turns().len(), 5, "one turn a question");
    assert!(notes.overall.score >= Some(90), "{:?}", notes.overall);
    assert_eq!(notes.questions.len(), 5);
    assert_eq!(notes.strengths.len(), 2);
    assert_eq!(notes.record.state, InterviewState::Closed);
    assert_eq!(notes.record.score, notes.overall.score);
}

#[tokio::test]
async fn a_vague_candidate_is_asked_for_what_is_missing() {
    let bench = Bench::new().await;
    let room = begin(&bench, Length::Short).await;
    let (room, notes) = take(&bench, room, true).await;
    assert!(room.interview.turns().len() > 3, "there were follow-ups");
    assert!(notes.overall.score < Some(30), "{:?}", notes.overall.score);
    assert!(notes.improvement.is_some());
    assert!(!notes.next.is_empty());
    for question in &notes.questions {
        let record = question.evaluation.as_ref().expect("every question was answered");
        for span in record.evaluation.key_points.iter().flat_map(|point| &point.evidence) {
            assert!(span.quote(&record.answer).is_some());
        }
    }
}

#[tokio::test]
async fn it_goes_on_where_it_was_after_a_restart() {
    let bench = Bench::new().await;
    let room = begin(&bench, Length::Short).await;
    let (turn, text) = model_answer(&bench, &room);
    let room = act(&bench, &room, Act::Answer { turn, text }).await;
    let bench = bench.restart().await;
    let after = bench.app.room(&bench.app.ctx(), room.id.as_str()).await.expect("it is there");
    assert_eq!(after.interview, room.interview);
    take(&bench, after, false).await;
}

#[tokio::test]
async fn the_same_answer_twice_changes_nothing() {
    let bench = Bench::new().await;
    let room = begin(&bench, Length::Short).await;
    let (turn, text) = model_answer(&bench, &room);
    let once = act(&bench, &room, Act::Answer { turn, text: text.clone() }).await;
    let twice = act(&bench, &room, Act::Answer { turn, text }).await;
    assert_eq!(once.interview, twice.interview);
    let other = Act::Answer { turn, text: "Something else altogether, from another tab.".into() };
    let refused = bench.app.act(&bench.app.ctx(), room.id.as_str(), other).await;
    assert!(matches!(refused, Err(AppError::Refused { code: "answered-otherwise", .. })), "{refused:?}");
}

#[tokio::test]
async fn tabs_that_act_at_once_lose_nothing() {
    let bench = Bench::new().await;
    let room = begin(&bench, Length::Short).await;
    let (turn, text) = model_answer(&bench, &room);
    let tabs = (0..8).map(|_| {
        let (app, id, text) = (bench.app.clone(), room.id.clone(), text.clone());
        tokio::spawn(async move { app.act(&app.ctx(), id.as_str(), Act::Answer { turn, text }).await })
    });
    let tabs: Vec<_> = tabs.collect();
    for tab in tabs {
        tab.await.expect("no panic").expect("every tab is told the same");
    }
    let after = bench.app.room(&bench.app.ctx(), room.id.as_str()).await.expect("it is there");
    assert_eq!(after.interview.turns().iter().filter(|turn| turn.answer.is_some()).count(), 1);
}

#[tokio::test]
async fn recent_questions_are_not_asked_again() {
    let bench = Bench::new().await;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let room = begin(&bench, Length::Short).await;
        let (room, _) = take(&bench, room, false).await;
        for asked in room.interview.asked() {
            assert!(seen.insert(asked.planned.question.clone()), "{} came back", asked.planned.question);
        }
    }
}

#[tokio::test]
async fn hints_cost_what_was_said_and_a_skip_is_noted() {
    let bench = Bench::new().await;
    let room = begin(&bench, Length::Short).await;
    let turn = room.interview.current_turn().expect("open").number;
    let room = act(&bench, &room, Act::TakeHint { turn, index: Some(0) }).await;
    let room = act(&bench, &room, Act::TakeHint { turn, index: Some(0) }).await;
    let (turn, text) = model_answer(&bench, &room);
    let room = act(&bench, &room, Act::Clarify { turn, text: "Do you mean in general?".into() }).await;
    let room = act(&bench, &room, Act::Answer { turn, text }).await;
    assert_eq!(room.interview.asked()[0].hint_cost(), 5, "a second click costs nothing");
    let turn = room.interview.current_turn().expect("open").number;
    let room = act(&bench, &room, Act::Skip { turn }).await;
    let room = act(&bench, &room, Act::EndEarly).await;
    let notes = bench.app.notes(&bench.app.ctx(), room.id.as_str()).await.expect("notes");
    assert!(notes.overall.score < Some(60), "a skipped question counts: {:?}", notes.overall.score);
}

#[tokio::test]
async fn a_retake_stands_beside_the_first_answer() {
    let bench = Bench::new().await;
    let room = begin(&bench, Length::Short).await;
    let (room, notes) = take(&bench, room, true).await;
    let question = notes.questions[0].asked.planned.question.clone();
    let model = bench.app.catalog().find(question.as_str()).expect("known").question.answer.clone();
    let ctx = bench.app.ctx();
    let retaken =
        bench.app.retake(&ctx, room.id.as_str(), question.as_str(), model).await.expect("it is graded");
    // The vague answer scores little, or cannot be scored at all: which question comes first is up to the seed.
    assert!(retaken.before.score() < Some(30), "{:?}", retaken.before.score());
    assert!(retaken.after.score() >= Some(85), "{:?}", retaken.after.score());
    assert!(!retaken.delta.points.is_empty());
    let after = bench.app.notes(&ctx, room.id.as_str()).await.expect("notes");
    assert_eq!(after.overall.score, notes.overall.score, "the interview keeps its own result");
    assert_eq!(after.questions[0].retakes.len(), 1);
}

#[tokio::test]
async fn wrong_calls_are_refused_in_words() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    let unknown = StartInterview { topics: vec!["cooking".into()], ..wishes(Length::Short) };
    let error = bench.app.start_interview(&ctx, unknown).await.expect_err("no such topic");
    assert!(error.to_string().contains("cooking"), "{error}");
    assert!(matches!(bench.app.room(&ctx, "int_nonsense").await, Err(AppError::NotFound { .. })));
    let room = begin(&bench, Length::Short).await;
    let turn = room.interview.current_turn().expect("open").number;
    let empty = bench.app.act(&ctx, room.id.as_str(), Act::Answer { turn, text: "  ".into() }).await;
    assert!(matches!(empty, Err(AppError::Invalid(_))), "{empty:?}");
    let no_notes = bench.app.notes(&ctx, room.id.as_str()).await.expect_err("nothing was answered");
    assert_eq!(no_notes.code(), "no-notes-yet");
    bench.app.delete_interview(&ctx, room.id.as_str()).await.expect("it goes");
    assert!(bench.app.delete_interview(&ctx, room.id.as_str()).await.is_err());
    assert!(bench.app.list_interviews(&ctx, Limit::default(), None).await.expect("list").items.is_empty());
}
