//! The rules, one by one: follow-ups, hints, time, difficulty, repeats.

use greenroom_core::{Level, Millis};
use greenroom_interview::*;

use crate::support::{Stage, answered, missing, plan, planned, score, slug};

fn low(missing: Vec<Missing>) -> Heard {
    Heard { score: Some(50), missing, ..Heard::default() }
}

#[test]
fn a_follow_up_aims_at_what_is_missing_and_never_twice_at_the_same() {
    let mut stage = Stage::begun(plan(2));
    let heavy = Missing { weight: 3, ..missing("heavy") };
    stage.answer("a", low(vec![missing("light"), heavy.clone()]));
    let turn = stage.interview().current_turn().unwrap();
    assert_eq!(turn.kind, TurnKind::FollowUp { key_point: slug("heavy") });
    assert_eq!((turn.number, turn.question_number, turn.prompt.as_str()), (2, 1, "And heavy?"));
    // Still missing, but asked about already.
    stage.answer("b", low(vec![heavy.clone(), missing("light")]));
    assert_eq!(stage.interview().current_turn().unwrap().prompt, "And light?");
    // Two follow-ups are the most.
    stage.answer("c", low(vec![missing("third")]));
    assert_eq!(stage.asked(), ["q-1", "q-2"]);
    assert_eq!(stage.interview().answers_to(&slug("q-1")).len(), 3);
}

#[test]
fn no_follow_up_where_none_is_warranted() {
    let point = || vec![missing("point")];
    let cases = [
        ("enough", Heard { score: Some(ENOUGH), missing: point(), ..Heard::default() }),
        ("does not know", Heard { is_dont_know: true, ..low(point()) }),
        ("does not know, unscored", Heard { is_dont_know: true, ..Heard::default() }),
        ("nothing missing", low(vec![])),
        ("above the bar", low(vec![Missing { bar: greenroom_core::Bar::Senior, ..missing("x") }])),
    ];
    for (name, heard) in cases {
        let mut stage = Stage::begun(plan(2));
        stage.answer("a", heard);
        assert_eq!(stage.asked(), ["q-1", "q-2"], "{name}");
    }
    let mut none_allowed = Stage::begun(Plan { follow_ups: 0, ..plan(2) });
    none_allowed.answer("a", low(point()));
    assert_eq!(none_allowed.asked(), ["q-1", "q-2"]);
    let mut skipped = Stage::begun(plan(2));
    skipped.answer("a", low(vec![missing("one"), missing("two")]));
    skipped.play(Event::Skipped { turn: 2 });
    assert_eq!(skipped.asked(), ["q-1", "q-2"], "a skipped follow-up ends the question");
}

#[test]
fn what_cannot_be_scored_is_asked_again_once() {
    let mut stage = Stage::begun(plan(2));
    stage.answer("mm", Heard::default());
    let turn = stage.interview().current_turn().unwrap();
    assert_eq!(turn.kind, TurnKind::SayMore);
    assert!(turn.prompt.contains("caching") && turn.prompt.contains('?'), "{}", turn.prompt);
    stage.answer("mmm", Heard::default());
    assert_eq!(stage.asked(), ["q-1", "q-2"]);
    assert_eq!(stage.interview().asked()[0].follow_ups, 1);
}

#[test]
fn a_follow_up_that_cannot_be_scored_keeps_the_score_so_far() {
    let mut stage = Stage::begun(plan(1));
    stage.answer("a", low(vec![missing("x")]));
    stage.answer("mm", Heard::default());
    assert_eq!(stage.interview().asked()[0].score(), Some(50));
}

#[test]
fn a_follow_up_says_back_what_was_heard() {
    let lead = |heard: Heard| {
        let mut stage = Stage::begun(plan(1));
        stage.answer("a", heard);
        stage.interview().current_turn().unwrap().lead.clone()
    };
    let heard = |gist: &str| Heard { gist: Some(gist.to_owned()), ..low(vec![missing("x")]) };
    assert!(lead(heard("a lock\n per key")).contains("\u{201c}a lock per key\u{201d}"));
    assert!(!lead(heard(&"long ".repeat(40))).contains("long"), "a long quote is not said");
    assert!(!lead(heard(" ")).contains('\u{201c}'));
    let doubted = Heard { missing: vec![Missing { is_contradicted: true, ..missing("x") }], ..heard("this") };
    assert!(!lead(doubted).contains("this"), "a contradiction is asked about, not quoted");
}

#[test]
fn hints_cost_five_points_each_and_fifteen_at_most() {
    let mut with_hints = plan(2);
    with_hints.questions[0].hints = 5;
    let mut stage = Stage::begun(with_hints);
    let question = slug("q-1");
    assert!(stage.interview().hint_offer().unwrap().contains("5 points"));
    let mut costs = Vec::new();
    for index in 0..5 {
        stage.play(Event::HintTaken { turn: 1, index });
        assert!(stage.effects.contains(&Effect::ShowHint { turn: 1, question: question.clone(), index }));
        costs.push(stage.interview().hint_cost(&question));
    }
    assert_eq!(costs, [5, 10, 15, 15, 15]);
    assert_eq!(stage.interview().hint_offer(), None, "there are no more");
    let refused = stage.attempt(Event::HintTaken { turn: 1, index: 5 });
    assert_eq!(refused, Err(Refusal::NoSuchHint { next: 5, exist: 5 }));
    stage.answer("a", score(90));
    assert_eq!(stage.interview().asked()[0].score(), Some(75));
}

#[test]
fn the_offer_says_when_a_hint_is_free() {
    let mut with_hints = plan(1);
    with_hints.questions[0].hints = 5;
    let mut stage = Stage::begun(with_hints);
    for index in 0..3 {
        stage.play(Event::HintTaken { turn: 1, index });
    }
    let offer = stage.interview().hint_offer().unwrap();
    assert!(!offer.contains("point"), "{offer}");
}

#[test]
fn hints_go_on_in_a_follow_up() {
    let mut stage = Stage::begun(plan(1));
    stage.play(Event::HintTaken { turn: 1, index: 0 });
    stage.answer("a", low(vec![missing("x")]));
    assert_eq!(stage.interview().next_hint(), Some(1));
    stage.play(Event::HintTaken { turn: 2, index: 1 });
    assert_eq!(stage.interview().hint_cost(&slug("q-1")), 10);
}

#[test]
fn a_second_submit_loses_nothing() {
    let mut stage = Stage::begun(plan(2));
    stage.play(answered(1, "first line\r\nsecond"));
    let repeat = Err(Refusal::AlreadyAnswered { turn: 1 });
    assert_eq!(
        stage.attempt(answered(1, "first line\nsecond ")),
        repeat,
        "sent by a script instead of a form"
    );
    assert_eq!(stage.attempt(answered(1, "changed")), Err(Refusal::AnsweredOtherwise { turn: 1 }));
    assert_eq!(stage.attempt(answered(2, "too soon")), Err(Refusal::NotThisTurn { current: Some(1) }));
    stage.play(Event::Evaluated { turn: 1, heard: score(90) });
    stage.play(Event::Skipped { turn: 2 });
    assert_eq!(stage.attempt(answered(2, "late")), Err(Refusal::NotThisTurn { current: None }));
    stage.play(Event::Finished);
    assert_eq!(stage.attempt(answered(1, "first line\r\nsecond")), repeat, "even when it is over");
    assert_eq!(stage.interview().turns()[0].answer.as_ref().unwrap().text, "first line\r\nsecond");
}

#[test]
fn texts_have_limits_and_the_limit_is_named() {
    let mut stage = Stage::begun(plan(1));
    assert_eq!(stage.attempt(answered(1, " \n")), Err(Refusal::Empty));
    let refusal = stage.attempt(answered(1, &"\u{e9}".repeat(20_001))).unwrap_err();
    assert_eq!(refusal, Refusal::TooLong { length: 20_001, limit: 20_000 });
    assert_eq!(refusal.to_string(), "the text has 20001 characters and at most 20000 fit; shorten it by 1");
    stage.play(answered(1, &"\u{e9}".repeat(20_000)));
}

#[test]
fn the_time_warns_once_and_never_cuts() {
    let mut stage = Stage::begun(Plan { pace: Pace::Relaxed, ..plan(1) });
    assert!(stage.effects.contains(&Effect::StartTimer { turn: 1, seconds: 180 }), "2 minutes at 1.5x");
    let left = Some(Millis::from_secs(170));
    assert_eq!(stage.attempt(Event::TimeNoted { turn: 1 }), Err(Refusal::TimeNotUp { left }));
    stage.now += 165_000;
    stage.play(Event::TimeNoted { turn: 1 });
    let before = stage.interview().transcript().len();
    assert_eq!(stage.attempt(Event::TimeNoted { turn: 1 }), Err(Refusal::AlreadyDone));
    assert_eq!(stage.interview().transcript().len(), before);
    let clock = stage.interview().clock(stage.time()).turn.unwrap();
    assert_eq!((clock.left(), clock.overtime()), (Some(Millis(0)), Millis::from_secs(15)));
    stage.now += 3_600_000;
    stage.play(answered(1, "still accepted"));
}

#[test]
fn without_a_pace_nothing_is_timed() {
    let mut stage = Stage::begun(Plan { pace: Pace::Off, ..plan(1) });
    assert!(!stage.effects.iter().any(|effect| matches!(effect, Effect::StartTimer { .. })));
    assert_eq!(stage.interview().time_left(stage.time()), None);
    assert_eq!(stage.attempt(Event::TimeNoted { turn: 1 }), Err(Refusal::TimeNotUp { left: None }));
}

#[test]
fn time_away_does_not_count() {
    let mut stage = Stage::begun(plan(1));
    let spent = |stage: &Stage| stage.interview().clock(stage.time()).turn.unwrap().spent;
    stage.play(Event::Left);
    assert_eq!(spent(&stage), Millis::from_secs(10));
    stage.now += 86_400_000;
    assert_eq!(spent(&stage), Millis::from_secs(10), "the clock stands still");
    stage.play(Event::Resumed);
    assert!(stage.effects.contains(&Effect::StartTimer { turn: 1, seconds: 110 }), "{:?}", stage.effects);
    stage.play(answered(1, "a"));
    assert_eq!(stage.interview().turns()[0].answer.as_ref().unwrap().seconds, 20);
    assert_eq!(stage.interview().clock(stage.time()).elapsed, Millis::from_secs(30));
}

#[test]
fn an_evaluation_is_asked_for_again_after_a_crash_and_taken_while_away() {
    let mut stage = Stage::begun(plan(2));
    stage.play(answered(1, "a"));
    let owed = vec![Effect::RequestEvaluation { turn: 1, question: slug("q-1") }];
    assert_eq!(stage.interview().resume_effects(stage.time()), owed);
    stage.play(Event::Left);
    assert_eq!(stage.interview().resume_effects(stage.time()), owed);
    stage.play(Event::Evaluated { turn: 1, heard: score(90) });
    assert_eq!(stage.interview().phase(), Phase::Left);
    assert!(
        !stage.effects.iter().any(|effect| matches!(effect, Effect::StartTimer { .. })),
        "nobody is there"
    );
    stage.now += 600_000;
    stage.play(Event::Resumed);
    assert!(stage.effects.contains(&Effect::StartTimer { turn: 2, seconds: 120 }), "{:?}", stage.effects);
    stage.play(answered(2, "b"));
    let answer = stage.interview().turns()[1].answer.as_ref().unwrap();
    assert_eq!(answer.seconds, 10, "a pause that began before the question counts from the question on");
}

#[test]
fn a_late_evaluation_completes_an_interview_that_was_ended() {
    let mut stage = Stage::begun(plan(2));
    stage.play(answered(1, "a"));
    stage.play(Event::EndedEarly);
    assert_eq!(stage.effects.last(), Some(&Effect::WriteNotes));
    stage.play(Event::Evaluated { turn: 1, heard: low(vec![missing("x")]) });
    assert_eq!(stage.effects, [Effect::WriteNotes], "nothing is said any more");
    assert_eq!(stage.interview().phase(), Phase::EndedEarly);
    assert_eq!(stage.interview().asked()[0].score(), Some(50));
}

#[test]
fn without_an_answer_there_are_no_notes() {
    let mut stage = Stage::open(plan(2));
    stage.play(Event::EndedEarly);
    assert_eq!(stage.interview().phase(), Phase::EndedEarly);
    assert!(!stage.effects.contains(&Effect::WriteNotes));
}

#[test]
fn two_strong_answers_bring_a_harder_question_and_two_weak_an_easier_one() {
    let play = |scores: [u8; 3]| {
        let mut stage = Stage::begun(plan(4));
        for it in scores {
            stage.answer("a", score(it));
        }
        stage.asked().iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(play([75, 75, 50]), ["q-1", "q-2", "hard-1", "q-4"]);
    assert_eq!(play([80, 90, 95]), ["q-1", "q-2", "hard-1", "hard-2"]);
    assert_eq!(play([39, 39, 50]), ["q-1", "q-2", "easy-1", "q-4"]);
    assert_eq!(play([74, 75, 50]), ["q-1", "q-2", "q-3", "q-4"]);
    assert_eq!(play([90, 30, 90]), ["q-1", "q-2", "q-3", "q-4"]);
}

#[test]
fn a_question_that_was_swapped_out_may_come_back_once() {
    let mut only_harder = plan(6);
    only_harder.reserves = vec![planned("hard", Level::Advanced)];
    for question in &mut only_harder.questions {
        question.level = Level::Advanced;
    }
    only_harder.questions[2].level = Level::Beginner;
    let mut stage = Stage::begun(only_harder);
    for it in [90, 90, 10, 10, 50, 50] {
        stage.answer("a", score(it));
    }
    assert_eq!(stage.asked(), ["q-1", "q-2", "hard", "q-4", "q-3", "q-6"]);
}

#[test]
fn a_plan_with_a_question_twice_is_refused() {
    let mut twice = plan(2);
    twice.reserves.push(planned("q-1", Level::Advanced));
    let fault = PlanFault::Repeated { question: slug("q-1") };
    let refused = Stage::empty().attempt(Event::Opened { plan: Box::new(twice) });
    assert_eq!(refused, Err(Refusal::Plan { fault }));
}

#[test]
fn plans_that_cannot_be_played_are_refused() {
    let check = |change: &dyn Fn(&mut Plan)| {
        let mut changed = plan(2);
        change(&mut changed);
        changed.check()
    };
    assert_eq!(check(&|_| {}), Ok(()));
    assert_eq!(check(&|plan| plan.questions.clear()), Err(PlanFault::NoQuestions));
    assert_eq!(check(&|plan| plan.role = " ".into()), Err(PlanFault::Role { length: 0, max: 80 }));
    assert_eq!(check(&|plan| plan.role = "x".repeat(81)), Err(PlanFault::Role { length: 81, max: 80 }));
    assert_eq!(check(&|plan| plan.follow_ups = 6), Err(PlanFault::TooManyFollowUps { wanted: 6, max: 5 }));
    let question = slug("q-2");
    let no_prompt = check(&|plan| plan.questions[1].prompt.clear());
    assert_eq!(no_prompt, Err(PlanFault::NoPrompt { question: question.clone() }));
    assert_eq!(check(&|plan| plan.questions[1].minutes = 0), Err(PlanFault::NoMinutes { question }));
    let many = check(&|it| it.questions = plan(21).questions);
    assert_eq!(many, Err(PlanFault::TooManyQuestions { count: 21, max: 20 }));
}

#[test]
fn clarifications_are_looked_up_one_at_a_time_and_three_at_most() {
    let ask = |n: u32| Event::ClarificationAsked { turn: 1, text: format!("what about {n}?") };
    let give = |n: u32| Event::ClarificationGiven { turn: 1, text: format!("about {n}") };
    let mut stage = Stage::begun(plan(1));
    stage.play(ask(1));
    let text = "what about 1?".to_owned();
    let wanted = Effect::ShowClarification { turn: 1, question: slug("q-1"), text };
    assert!(stage.effects.contains(&wanted));
    assert!(stage.interview().resume_effects(stage.time()).contains(&wanted), "after a crash");
    assert_eq!(stage.attempt(ask(1)), Err(Refusal::AlreadyDone));
    assert_eq!(stage.attempt(ask(2)), Err(Refusal::ClarificationPending));
    stage.play(give(1));
    assert_eq!(stage.attempt(give(1)), Err(Refusal::AlreadyDone));
    assert_eq!(stage.attempt(give(2)), Err(Refusal::NothingToClarify));
    for n in 2..=3 {
        stage.play(ask(n));
        stage.play(give(n));
    }
    assert_eq!(stage.attempt(ask(4)), Err(Refusal::NoMoreClarifications { max: 3 }));
    stage.play(answered(1, "a"));
}

#[test]
fn a_clarification_that_comes_too_late_is_not_shown() {
    let mut stage = Stage::begun(plan(2));
    stage.play(Event::ClarificationAsked { turn: 1, text: "which?".into() });
    stage.play(answered(1, "a"));
    let late = stage.attempt(Event::ClarificationGiven { turn: 1, text: "this".into() });
    assert_eq!(late, Err(Refusal::NotThisTurn { current: Some(1) }));
}

#[test]
fn own_questions_are_commented_and_limited() {
    let mut stage = Stage::begun(plan(1));
    stage.play(Event::Skipped { turn: 1 });
    let ask = |n: usize| Event::OwnQuestionAsked { text: format!("How does the team decide? {n}") };
    let mut last = String::new();
    for n in 0..Interview::OWN_QUESTIONS_MAX {
        stage.play(ask(n));
        let said = stage.interview().transcript().last().unwrap().text.clone();
        assert_ne!(said, last);
        last = said;
    }
    assert_eq!(stage.attempt(ask(9)), Err(Refusal::AlreadyDone), "the same again");
    assert_eq!(stage.attempt(ask(10)), Err(Refusal::NoMoreOwnQuestions { max: 10 }));
    stage.play(Event::Finished);
}

#[test]
fn a_plain_no_closes_once() {
    let no = || Event::OwnQuestionAsked { text: "No, thanks.".into() };
    let mut stage = Stage::begun(plan(1));
    stage.play(Event::Skipped { turn: 1 });
    stage.play(no());
    assert_eq!(stage.interview().phase(), Phase::Closed);
    assert_eq!(stage.attempt(no()), Err(Refusal::AlreadyDone));
}

#[test]
fn salary_is_commented_by_when_it_is_asked() {
    let comment = |questions: &[&str]| {
        let mut stage = Stage::begun(plan(1));
        stage.play(Event::Skipped { turn: 1 });
        for text in questions {
            stage.play(Event::OwnQuestionAsked { text: (*text).to_owned() });
        }
        stage.interview().transcript().last().unwrap().text.clone()
    };
    assert!(comment(&["What is the pay?"]).contains("the work"));
    let later = comment(&["How do you test?", "What is the pay?"]);
    assert!(later.contains("air to ask") || later.contains("reasonable"), "{later}");
    assert!(comment(&["Is the team remote?"]).contains("yes or no"));
}
