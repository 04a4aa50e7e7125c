//! Every phase and every event, in one table: what is accepted, and why the rest is not.

use crate::support::{Stage, answered, plan, score};
use greenroom_interview::*;

/// One stage for each row of the table.
fn phases() -> Vec<(&'static str, Stage)> {
    let greeting = Stage::open(plan(2));
    let open = Stage::begun(plan(2));
    let mut awaiting = open.clone();
    awaiting.play(answered(1, "one"));
    let mut asking_theirs = awaiting.clone();
    asking_theirs.play(Event::Evaluated { turn: 1, heard: score(90) });
    asking_theirs.play(Event::Skipped { turn: 2 });
    let mut closed = asking_theirs.clone();
    closed.play(Event::Finished);
    let mut ended = awaiting.clone();
    ended.play(Event::EndedEarly);
    let left = |stage: &Stage| {
        let mut stage = stage.clone();
        stage.play(Event::Left);
        stage
    };
    vec![
        ("(nothing)", Stage::empty()),
        ("greeting", greeting.clone()),
        ("asking, open", open.clone()),
        ("asking, awaiting", awaiting.clone()),
        ("theirs", asking_theirs.clone()),
        ("closed", closed),
        ("ended, awaiting", ended),
        ("left greeting", left(&greeting)),
        ("left open", left(&open)),
        ("left awaiting", left(&awaiting)),
        ("left theirs", left(&asking_theirs)),
    ]
}

fn events() -> Vec<(&'static str, Event)> {
    vec![
        ("Opened, same", Event::Opened { plan: Box::new(plan(2)) }),
        ("Opened, other", Event::Opened { plan: Box::new(plan(3)) }),
        ("Began", Event::Began),
        ("Answered 1, one", answered(1, "one")),
        ("Answered 1, other", answered(1, "other")),
        ("Answered 2", answered(2, "two")),
        ("Evaluated 1", Event::Evaluated { turn: 1, heard: score(90) }),
        ("Evaluated 2", Event::Evaluated { turn: 2, heard: score(90) }),
        ("HintTaken 1", Event::HintTaken { turn: 1, index: 0 }),
        ("HintTaken 1, second", Event::HintTaken { turn: 1, index: 1 }),
        ("Skipped 1", Event::Skipped { turn: 1 }),
        ("Skipped 2", Event::Skipped { turn: 2 }),
        ("ClarificationAsked 1", Event::ClarificationAsked { turn: 1, text: "which?".into() }),
        ("ClarificationGiven 1", Event::ClarificationGiven { turn: 1, text: "this".into() }),
        ("TimeNoted 1", Event::TimeNoted { turn: 1 }),
        ("OwnQuestionAsked", Event::OwnQuestionAsked { text: "How does the team work?".into() }),
        ("OwnQuestionAsked, no", Event::OwnQuestionAsked { text: "no".into() }),
        ("Finished", Event::Finished),
        ("EndedEarly", Event::EndedEarly),
        ("Left", Event::Left),
        ("Resumed", Event::Resumed),
    ]
}

/// The phase that an event leads to, or the refusal's name.
fn outcome(stage: &Stage, event: Event) -> String {
    let mut after = stage.clone();
    match after.attempt(event) {
        Ok(()) => format!("-> {}", after.interview().phase()),
        Err(refusal) => {
            assert_eq!(after.interview, stage.interview, "a refused event changes nothing");
            let debug = format!("{refusal:?}");
            debug.split([' ', '{']).next().unwrap_or_default().to_owned()
        }
    }
}

#[test]
fn every_phase_answers_every_event_as_the_table_says() {
    let mut table = String::new();
    for (phase, stage) in phases() {
        table.push_str(&format!("{phase}\n"));
        for (name, event) in events() {
            table.push_str(&format!("    {name:<21} {}\n", outcome(&stage, event)));
        }
    }
    if table != TABLE {
        println!("{table}");
        let differs = table.lines().zip(TABLE.lines()).find(|(is, should)| is != should);
        panic!("the table differs, first in (is, should be): {differs:?}");
    }
}

const TABLE: &str = "\
(nothing)
    Opened, same          -> greeting
    Opened, other         -> greeting
    Began                 NotOpened
    Answered 1, one       NotOpened
    Answered 1, other     NotOpened
    Answered 2            NotOpened
    Evaluated 1           NotOpened
    Evaluated 2           NotOpened
    HintTaken 1           NotOpened
    HintTaken 1, second   NotOpened
    Skipped 1             NotOpened
    Skipped 2             NotOpened
    ClarificationAsked 1  NotOpened
    ClarificationGiven 1  NotOpened
    TimeNoted 1           NotOpened
    OwnQuestionAsked      NotOpened
    OwnQuestionAsked, no  NotOpened
    Finished              NotOpened
    EndedEarly            NotOpened
    Left                  NotOpened
    Resumed               NotOpened
greeting
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 -> asking
    Answered 1, one       NotBegun
    Answered 1, other     NotBegun
    Answered 2            NotBegun
    Evaluated 1           NothingToEvaluate
    Evaluated 2           NothingToEvaluate
    HintTaken 1           NotBegun
    HintTaken 1, second   NotBegun
    Skipped 1             NotBegun
    Skipped 2             NotBegun
    ClarificationAsked 1  NotBegun
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           NotBegun
    OwnQuestionAsked      NotBegun
    OwnQuestionAsked, no  NotBegun
    Finished              NotBegun
    EndedEarly            -> ended-early
    Left                  -> left
    Resumed               AlreadyDone
asking, open
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 AlreadyDone
    Answered 1, one       -> asking
    Answered 1, other     -> asking
    Answered 2            NotThisTurn
    Evaluated 1           NothingToEvaluate
    Evaluated 2           NothingToEvaluate
    HintTaken 1           -> asking
    HintTaken 1, second   NoSuchHint
    Skipped 1             -> asking
    Skipped 2             NotThisTurn
    ClarificationAsked 1  -> asking
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           TimeNotUp
    OwnQuestionAsked      StillAsking
    OwnQuestionAsked, no  StillAsking
    Finished              StillAsking
    EndedEarly            -> ended-early
    Left                  -> left
    Resumed               AlreadyDone
asking, awaiting
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 AlreadyDone
    Answered 1, one       AlreadyAnswered
    Answered 1, other     AnsweredOtherwise
    Answered 2            NotThisTurn
    Evaluated 1           -> asking
    Evaluated 2           NothingToEvaluate
    HintTaken 1           AwaitingEvaluation
    HintTaken 1, second   AwaitingEvaluation
    Skipped 1             AwaitingEvaluation
    Skipped 2             NotThisTurn
    ClarificationAsked 1  AwaitingEvaluation
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           AwaitingEvaluation
    OwnQuestionAsked      StillAsking
    OwnQuestionAsked, no  StillAsking
    Finished              StillAsking
    EndedEarly            -> ended-early
    Left                  -> left
    Resumed               AlreadyDone
theirs
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 AlreadyDone
    Answered 1, one       AlreadyAnswered
    Answered 1, other     AnsweredOtherwise
    Answered 2            NotThisTurn
    Evaluated 1           AlreadyDone
    Evaluated 2           NothingToEvaluate
    HintTaken 1           NotThisTurn
    HintTaken 1, second   NotThisTurn
    Skipped 1             NotThisTurn
    Skipped 2             AlreadyDone
    ClarificationAsked 1  NotThisTurn
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           NotThisTurn
    OwnQuestionAsked      -> candidates-questions
    OwnQuestionAsked, no  -> closed
    Finished              -> closed
    EndedEarly            -> closed
    Left                  -> left
    Resumed               AlreadyDone
closed
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 Over
    Answered 1, one       AlreadyAnswered
    Answered 1, other     AnsweredOtherwise
    Answered 2            Over
    Evaluated 1           AlreadyDone
    Evaluated 2           NothingToEvaluate
    HintTaken 1           Over
    HintTaken 1, second   Over
    Skipped 1             Over
    Skipped 2             AlreadyDone
    ClarificationAsked 1  Over
    ClarificationGiven 1  Over
    TimeNoted 1           Over
    OwnQuestionAsked      Over
    OwnQuestionAsked, no  Over
    Finished              AlreadyDone
    EndedEarly            AlreadyDone
    Left                  Over
    Resumed               Over
ended, awaiting
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 Over
    Answered 1, one       AlreadyAnswered
    Answered 1, other     AnsweredOtherwise
    Answered 2            Over
    Evaluated 1           -> ended-early
    Evaluated 2           NothingToEvaluate
    HintTaken 1           Over
    HintTaken 1, second   Over
    Skipped 1             Over
    Skipped 2             Over
    ClarificationAsked 1  Over
    ClarificationGiven 1  Over
    TimeNoted 1           Over
    OwnQuestionAsked      Over
    OwnQuestionAsked, no  Over
    Finished              AlreadyDone
    EndedEarly            AlreadyDone
    Left                  Over
    Resumed               Over
left greeting
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 Paused
    Answered 1, one       Paused
    Answered 1, other     Paused
    Answered 2            Paused
    Evaluated 1           NothingToEvaluate
    Evaluated 2           NothingToEvaluate
    HintTaken 1           Paused
    HintTaken 1, second   Paused
    Skipped 1             Paused
    Skipped 2             Paused
    ClarificationAsked 1  Paused
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           Paused
    OwnQuestionAsked      Paused
    OwnQuestionAsked, no  Paused
    Finished              Paused
    EndedEarly            -> ended-early
    Left                  AlreadyDone
    Resumed               -> greeting
left open
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 AlreadyDone
    Answered 1, one       Paused
    Answered 1, other     Paused
    Answered 2            Paused
    Evaluated 1           NothingToEvaluate
    Evaluated 2           NothingToEvaluate
    HintTaken 1           Paused
    HintTaken 1, second   Paused
    Skipped 1             Paused
    Skipped 2             Paused
    ClarificationAsked 1  Paused
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           Paused
    OwnQuestionAsked      Paused
    OwnQuestionAsked, no  Paused
    Finished              Paused
    EndedEarly            -> ended-early
    Left                  AlreadyDone
    Resumed               -> asking
left awaiting
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 AlreadyDone
    Answered 1, one       AlreadyAnswered
    Answered 1, other     AnsweredOtherwise
    Answered 2            Paused
    Evaluated 1           -> left
    Evaluated 2           NothingToEvaluate
    HintTaken 1           Paused
    HintTaken 1, second   Paused
    Skipped 1             Paused
    Skipped 2             Paused
    ClarificationAsked 1  Paused
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           Paused
    OwnQuestionAsked      Paused
    OwnQuestionAsked, no  Paused
    Finished              Paused
    EndedEarly            -> ended-early
    Left                  AlreadyDone
    Resumed               -> asking
left theirs
    Opened, same          AlreadyDone
    Opened, other         AlreadyOpened
    Began                 AlreadyDone
    Answered 1, one       AlreadyAnswered
    Answered 1, other     AnsweredOtherwise
    Answered 2            Paused
    Evaluated 1           AlreadyDone
    Evaluated 2           NothingToEvaluate
    HintTaken 1           Paused
    HintTaken 1, second   Paused
    Skipped 1             Paused
    Skipped 2             AlreadyDone
    ClarificationAsked 1  Paused
    ClarificationGiven 1  NothingToClarify
    TimeNoted 1           Paused
    OwnQuestionAsked      Paused
    OwnQuestionAsked, no  Paused
    Finished              Paused
    EndedEarly            -> closed
    Left                  AlreadyDone
    Resumed               -> candidates-questions
";
