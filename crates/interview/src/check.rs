//! Decides whether an event may happen now. Nothing is changed here; [`crate::step`] changes and never refuses.

use greenroom_core::{Millis, Timestamp};

use crate::interview::Stage;
use crate::{Event, Heard, Interview, LineKind, Refusal, Turn};

/// Whether `event` may happen to `interview` at `now`.
///
/// Repeats are recognised first, so that the second of two submits is told so whatever has happened since.
pub(crate) fn allows(interview: &Interview, event: &Event, now: Timestamp) -> Result<(), Refusal> {
    match event {
        Event::Opened { plan } if **plan == interview.plan => Err(Refusal::AlreadyDone),
        Event::Opened { .. } => Err(Refusal::AlreadyOpened),
        Event::Began => begin(interview),
        Event::Answered { turn, text } => answer(interview, *turn, text),
        Event::Evaluated { turn, heard } => evaluate(interview, *turn, heard),
        Event::HintTaken { turn, index } => hint(interview, *turn, *index),
        Event::Skipped { turn } => skip(interview, *turn),
        Event::ClarificationAsked { turn, text } => clarify(interview, *turn, text),
        Event::ClarificationGiven { turn, text } => give_clarification(interview, *turn, text),
        Event::TimeNoted { turn } => note_time(interview, *turn, now),
        Event::OwnQuestionAsked { text } => ask(interview, text),
        Event::Finished => finish(interview),
        Event::EndedEarly if interview.is_over() => Err(Refusal::AlreadyDone),
        Event::EndedEarly => Ok(()),
        Event::Left if interview.is_over() => Err(Refusal::Over),
        Event::Left if interview.left_at.is_some() => Err(Refusal::AlreadyDone),
        Event::Left => Ok(()),
        Event::Resumed if interview.is_over() => Err(Refusal::Over),
        Event::Resumed if interview.left_at.is_none() => Err(Refusal::AlreadyDone),
        Event::Resumed => Ok(()),
    }
}

/// The interview goes on and the candidate is there.
fn present(interview: &Interview) -> Result<(), Refusal> {
    if interview.is_over() {
        Err(Refusal::Over)
    } else if interview.left_at.is_some() {
        Err(Refusal::Paused)
    } else {
        Ok(())
    }
}

/// The turn with that number, if it is the one that waits for the candidate.
fn open_turn(interview: &Interview, number: u32) -> Result<&Turn, Refusal> {
    present(interview)?;
    if interview.stage == Stage::Greeting {
        return Err(Refusal::NotBegun);
    }
    let Some(current) = interview.current_turn() else {
        return Err(Refusal::NotThisTurn { current: None });
    };
    if current.number != number {
        return Err(Refusal::NotThisTurn { current: Some(current.number) });
    }
    if current.is_open() { Ok(current) } else { Err(Refusal::AwaitingEvaluation { turn: number }) }
}

fn text_fits(text: &str, limit: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    // A form sends line ends as two characters where the page counts one.
    let length = text.chars().filter(|c| *c != '\r').count();
    if length > limit { Err(Refusal::TooLong { length, limit }) } else { Ok(()) }
}

/// Whether two submits carry the same text: a form and a script send line ends and outer space differently.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.trim().replace("\r\n", "\n");
    plain(one) == plain(other)
}

fn begin(interview: &Interview) -> Result<(), Refusal> {
    match interview.stage {
        Stage::Greeting => present(interview),
        Stage::Asking | Stage::CandidatesQuestions => Err(Refusal::AlreadyDone),
        // One that was ended during the greeting has never begun.
        Stage::Closed | Stage::EndedEarly => Err(Refusal::Over),
    }
}

fn answer(interview: &Interview, number: u32, text: &str) -> Result<(), Refusal> {
    if let Some(accepted) = interview.turn(number).and_then(|turn| turn.answer.as_ref()) {
        let same = is_same(&accepted.text, text);
        let repeat = Refusal::AlreadyAnswered { turn: number };
        return Err(if same { repeat } else { Refusal::AnsweredOtherwise { turn: number } });
    }
    open_turn(interview, number)?;
    text_fits(text, Interview::ANSWER_MAX)
}

/// An evaluation comes from outside and may be late: it is taken while the candidate is away and after the end.
fn evaluate(interview: &Interview, number: u32, heard: &Heard) -> Result<(), Refusal> {
    let turn = interview.turn(number).filter(|turn| turn.answer.is_some());
    let turn = turn.ok_or(Refusal::NothingToEvaluate { turn: number })?;
    if !turn.awaits_evaluation() {
        return Err(Refusal::AlreadyDone);
    }
    match heard.score {
        Some(score) if score > 100 => Err(Refusal::BadScore { score }),
        Some(_) | None => Ok(()),
    }
}

fn hint(interview: &Interview, number: u32, index: u8) -> Result<(), Refusal> {
    let asked = interview.turn(number).and_then(|turn| interview.question(&turn.question));
    if asked.is_some_and(|asked| index < asked.hints_taken) {
        return Err(Refusal::AlreadyDone);
    }
    open_turn(interview, number)?;
    let (next, exist) = asked.map_or((0, 0), |asked| (asked.hints_taken, asked.planned.hints));
    if index == next && index < exist { Ok(()) } else { Err(Refusal::NoSuchHint { next, exist }) }
}

fn skip(interview: &Interview, number: u32) -> Result<(), Refusal> {
    if interview.turn(number).is_some_and(|turn| turn.is_skipped) {
        return Err(Refusal::AlreadyDone);
    }
    open_turn(interview, number).map(|_| ())
}

fn clarify(interview: &Interview, number: u32, text: &str) -> Result<(), Refusal> {
    let earlier = interview.turn(number).and_then(|turn| turn.clarifications.last());
    if earlier.is_some_and(|earlier| is_same(&earlier.asked, text)) {
        return Err(Refusal::AlreadyDone);
    }
    let turn = open_turn(interview, number)?;
    text_fits(text, Interview::QUESTION_MAX)?;
    if turn.pending_clarification().is_some() {
        return Err(Refusal::ClarificationPending);
    }
    if turn.clarifications.len() >= Turn::CLARIFICATIONS_MAX {
        return Err(Refusal::NoMoreClarifications { max: Turn::CLARIFICATIONS_MAX });
    }
    Ok(())
}

/// The text comes from outside, so it is taken while the candidate is away; once the turn is over nobody needs it.
fn give_clarification(interview: &Interview, number: u32, text: &str) -> Result<(), Refusal> {
    if interview.is_over() {
        return Err(Refusal::Over);
    }
    let turn = interview.turn(number).ok_or(Refusal::NothingToClarify)?;
    if turn.pending_clarification().is_none() {
        let repeat = turn.clarifications.last().and_then(|last| last.given.as_ref());
        let same = repeat.is_some_and(|given| is_same(given, text));
        return Err(if same { Refusal::AlreadyDone } else { Refusal::NothingToClarify });
    }
    if !turn.is_open() {
        return Err(Refusal::NotThisTurn { current: interview.current_turn().map(|turn| turn.number) });
    }
    text_fits(text, Interview::ANSWER_MAX)
}

fn note_time(interview: &Interview, number: u32, now: Timestamp) -> Result<(), Refusal> {
    if interview.turn(number).is_some_and(|turn| turn.is_time_noted) {
        return Err(Refusal::AlreadyDone);
    }
    let turn = open_turn(interview, number)?;
    let limit = turn.limit.ok_or(Refusal::TimeNotUp { left: None })?;
    let left = Millis(limit.0 - interview.spent(turn, now).0);
    if left > Millis(0) { Err(Refusal::TimeNotUp { left: Some(left) }) } else { Ok(()) }
}

fn ask(interview: &Interview, text: &str) -> Result<(), Refusal> {
    // The transcript also holds the "no" that has closed the interview.
    let last = interview.transcript.iter().rfind(|line| line.kind == LineKind::OwnQuestion);
    if last.is_some_and(|last| is_same(&last.text, text)) {
        return Err(Refusal::AlreadyDone);
    }
    ready_for_own_questions(interview)?;
    text_fits(text, Interview::QUESTION_MAX)?;
    if interview.own_questions.len() >= Interview::OWN_QUESTIONS_MAX {
        return Err(Refusal::NoMoreOwnQuestions { max: Interview::OWN_QUESTIONS_MAX });
    }
    Ok(())
}

fn finish(interview: &Interview) -> Result<(), Refusal> {
    if interview.is_over() {
        return Err(Refusal::AlreadyDone);
    }
    ready_for_own_questions(interview)
}

fn ready_for_own_questions(interview: &Interview) -> Result<(), Refusal> {
    present(interview)?;
    match interview.stage {
        Stage::Greeting => Err(Refusal::NotBegun),
        Stage::Asking => Err(Refusal::StillAsking),
        Stage::CandidatesQuestions | Stage::Closed | Stage::EndedEarly => Ok(()),
    }
}
