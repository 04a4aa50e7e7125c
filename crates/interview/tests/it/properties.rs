//! What holds for every sequence of events, sensible or not.

use std::collections::BTreeSet;

use greenroom_interview::*;
use proptest::prelude::*;

use crate::support::{Stage, answered, missing, plan};

fn heard() -> impl Strategy<Value = Heard> {
    let point =
        ("[a-d]", 0u8..4, any::<(bool, bool)>()).prop_map(|(name, weight, (is_partial, is_contradicted))| {
            Missing { weight, is_partial, is_contradicted, ..missing(&name) }
        });
    let score = proptest::option::of(0u8..=110);
    (score, proptest::collection::vec(point, 0..4), proptest::option::of("[a-z{} ]{0,9}"), any::<bool>())
        .prop_map(|(score, missing, gist, is_dont_know)| Heard {
            score,
            missing,
            gist,
            is_dont_know: is_dont_know && score.is_none(),
        })
}

/// What somebody does; a turn of 0 stands for the current one, so that interviews get somewhere.
fn event() -> impl Strategy<Value = Event> {
    let turn = || prop_oneof![12 => Just(0u32), 1 => 1u32..12];
    prop_oneof![
        1 => (1usize..6).prop_map(|questions| Event::Opened { plan: Box::new(plan(questions)) }),
        3 => Just(Event::Began),
        12 => (turn(), "[ a-c]{0,3}").prop_map(|(turn, text)| answered(turn, &text)),
        12 => (turn(), heard()).prop_map(|(turn, heard)| Event::Evaluated { turn, heard }),
        3 => (turn(), 0u8..4).prop_map(|(turn, index)| Event::HintTaken { turn, index }),
        2 => turn().prop_map(|turn| Event::Skipped { turn }),
        1 => (turn(), "[ab]{0,2}").prop_map(|(turn, text)| Event::ClarificationAsked { turn, text }),
        1 => (turn(), "[ab]{0,2}").prop_map(|(turn, text)| Event::ClarificationGiven { turn, text }),
        1 => turn().prop_map(|turn| Event::TimeNoted { turn }),
        2 => "(how|is|no|pay|team| |\\?){0,4}".prop_map(|text| Event::OwnQuestionAsked { text }),
        1 => Just(Event::Finished),
        1 => prop_oneof![9 => Just(Event::Left), 1 => Just(Event::EndedEarly)],
        3 => Just(Event::Resumed),
    ]
}

fn at_current(mut event: Event, interview: Option<&Interview>) -> Event {
    let current = interview.and_then(Interview::current_turn).map_or(1, |turn| turn.number);
    match &mut event {
        Event::Answered { turn, .. }
        | Event::Evaluated { turn, .. }
        | Event::HintTaken { turn, .. }
        | Event::Skipped { turn }
        | Event::ClarificationAsked { turn, .. }
        | Event::ClarificationGiven { turn, .. }
        | Event::TimeNoted { turn } => {
            if *turn == 0 {
                *turn = current;
            }
        }
        Event::Opened { .. }
        | Event::Began
        | Event::OwnQuestionAsked { .. }
        | Event::Finished
        | Event::EndedEarly
        | Event::Left
        | Event::Resumed => {}
    }
    event
}

/// Plays the events, starting with an opened interview of `questions`, and checks each step.
fn play(start: Plan, events: Vec<(Event, i64)>) -> Result<Stage, TestCaseError> {
    let mut stage = Stage::open(start);
    for (event, pause) in events {
        // Clocks step back now and then.
        stage.now += pause;
        let before = stage.interview().clone();
        let event = at_current(event, Some(&before));
        let accepted = stage.attempt(event.clone());
        step_holds(&before, &event, accepted, &stage)?;
    }
    Ok(stage)
}

fn step_holds(
    before: &Interview,
    event: &Event,
    accepted: Result<(), Refusal>,
    stage: &Stage,
) -> Result<(), TestCaseError> {
    let after = stage.interview();
    if let Err(refusal) = accepted {
        prop_assert_eq!(before, after, "refused");
        prop_assert!(!refusal.to_string().is_empty());
        return Ok(());
    }
    prop_assert_eq!(after.revision(), before.revision() + 1);
    prop_assert_eq!(usize::try_from(after.revision()).unwrap(), stage.log.len());
    if before.is_over() {
        prop_assert_eq!(after.phase(), before.phase(), "an interview that is over stays over");
        prop_assert_eq!(after.transcript(), before.transcript());
    }
    prop_assert!(after.transcript().starts_with(before.transcript()), "what was said stays said");
    let awaited = before.turns().last().is_some_and(Turn::awaits_evaluation);
    if awaited && !matches!(event, Event::Evaluated { .. }) {
        prop_assert_eq!(after.turns().len(), before.turns().len(), "nothing follows before the evaluation");
    }
    let said = stage.effects.iter().filter(|effect| matches!(effect, Effect::Say(_))).count();
    let interviewer =
        |it: &Interview| it.transcript().iter().filter(|l| l.speaker == Speaker::Interviewer).count();
    prop_assert_eq!(
        said,
        interviewer(after) - interviewer(before),
        "all that is said stands in the transcript"
    );
    Ok(())
}

/// What holds for an interview wherever it is.
fn interview_holds(stage: &Stage) -> Result<(), TestCaseError> {
    let it = stage.interview();
    let unique: BTreeSet<_> = it.asked().iter().map(|asked| &asked.planned.question).collect();
    prop_assert_eq!(unique.len(), it.asked().len(), "no question twice");
    prop_assert_eq!(it.progress().of, it.plan().questions.len());
    let greetings = it.transcript().iter().filter(|line| line.kind == LineKind::Greeting).count();
    prop_assert_eq!(greetings, 1);
    for asked in it.asked() {
        prop_assert!(asked.hint_cost() <= HINT_COST_MAX && asked.follow_ups <= it.plan().follow_ups);
        prop_assert!(asked.score().is_none_or(|score| score <= 100));
        prop_assert!(asked.hints_taken <= asked.planned.hints);
    }
    for (place, turn) in it.turns().iter().enumerate() {
        prop_assert_eq!(usize::try_from(turn.number).unwrap(), place + 1);
        let is_last = place + 1 == it.turns().len();
        prop_assert!(
            is_last || !(turn.is_open() || turn.awaits_evaluation()),
            "only the last turn is unsettled"
        );
        prop_assert!(turn.away.0 >= 0);
    }
    let points: Vec<_> =
        it.turns().iter().filter(|t| t.kind != TurnKind::Main).map(|t| (&t.question, &t.kind)).collect();
    for (place, point) in points.iter().enumerate() {
        prop_assert!(!points[..place].contains(point), "no key point is asked about twice");
    }
    let lines: Vec<_> = it.transcript().iter().filter(|line| line.speaker == Speaker::Interviewer).collect();
    for pair in lines.windows(2) {
        prop_assert_ne!(&pair[0].text, &pair[1].text, "never the same line twice in a row");
    }
    for line in lines {
        prop_assert!(!line.text.contains("{topic}") && !line.text.contains("{cost}"), "{}", line.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_rules_hold_and_the_log_replays(
        questions in 1usize..6,
        seed in any::<u64>(),
        tone in prop_oneof![Just(Tone::Warm), Just(Tone::Neutral), Just(Tone::Demanding)],
        events in proptest::collection::vec((event(), -20_000i64..200_000), 0..120),
    ) {
        let stage = play(Plan { seed, tone, ..plan(questions) }, events)?;
        interview_holds(&stage)?;
        let replayed = replay(stage.log.clone());
        prop_assert_eq!(replayed.as_ref(), Ok(stage.interview()));
        let clock = stage.interview().clock(stage.time());
        prop_assert!(clock.elapsed.0 >= 0);
        stage.interview().resume_effects(stage.time());
        stage.interview().hint_offer();
    }

    #[test]
    fn before_it_is_opened_everything_else_is_refused(event in event()) {
        let event = at_current(event, None);
        let accepted = Stage::empty().attempt(event.clone()).is_ok();
        prop_assert_eq!(accepted, matches!(event, Event::Opened { .. }));
    }

    #[test]
    fn any_text_is_taken_as_it_came(text in "\\PC{0,40}\r?\n?") {
        let mut stage = Stage::begun(plan(1));
        if stage.attempt(answered(1, &text)).is_ok() {
            prop_assert_eq!(&stage.interview().turns()[0].answer.as_ref().unwrap().text, &text);
            prop_assert_eq!(stage.attempt(answered(1, &text)), Err(Refusal::AlreadyAnswered { turn: 1 }));
        } else {
            prop_assert!(text.trim().is_empty());
        }
    }
}
