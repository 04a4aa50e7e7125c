//! What was said, sorted for the room.

use greenroom_bank::Question;
use greenroom_interview::{Interview, Line, LineKind, Turn, TurnKind};

use crate::ui::room::{self, Said};

/// Something said, with its words made ready.
#[derive(Debug)]
pub(super) enum Spoken<'a> {
    /// A hint: its name, what was said of its cost, its text.
    Hint(String, &'a str, &'a str),
    /// The candidate's words.
    You(&'a str),
    /// The interviewer's words.
    Interviewer(&'a str),
}

impl Spoken<'_> {
    /// As the component wants it.
    pub(super) fn as_said(&self) -> Said<'_> {
        match self {
            Self::Hint(name, cost, text) => Said::Hint(name, cost, text),
            Self::You(text) => Said::You(text),
            Self::Interviewer(text) => Said::Interviewer(text),
        }
    }
}

/// What was said since a question was put. A hint stays in sight through the follow-ups of its question.
pub(super) fn said_since<'a>(
    interview: &'a Interview,
    turn: &Turn,
    question: Option<&'a Question>,
) -> Vec<Spoken<'a>> {
    let lines = interview.transcript().iter();
    lines.filter_map(|line| said_line(interview, turn, question, line)).collect()
}

fn said_line<'a>(
    interview: &'a Interview,
    turn: &Turn,
    question: Option<&'a Question>,
    line: &'a Line,
) -> Option<Spoken<'a>> {
    let of = interview.turn(line.turn?)?;
    let is_here = of.number == turn.number;
    match line.kind {
        LineKind::Hint { index } if of.question == turn.question => {
            let hints = &question?.hints;
            let name = format!("Hint {} of {}", u16::from(index) + 1, hints.len());
            Some(Spoken::Hint(name, &line.text, hints.get(usize::from(index))?))
        }
        LineKind::ClarificationAsked if is_here => Some(Spoken::You(&line.text)),
        LineKind::Clarification | LineKind::TimeUp | LineKind::Resumption if is_here => {
            Some(Spoken::Interviewer(&line.text))
        }
        _ => None,
    }
}

/// The turns before one, for the thread.
pub(super) fn earlier(interview: &Interview, before: u32) -> Vec<room::Turn<'_>> {
    let turns = interview.turns().iter().filter(|turn| turn.number < before && !turn.is_open());
    turns
        .map(|turn| room::Turn {
            name: match turn.kind {
                TurnKind::Main => "Question",
                TurnKind::FollowUp { .. } | TurnKind::SayMore => "Follow-up to",
            },
            number: turn.question_number,
            question: &turn.prompt,
            answer: turn.answer.as_ref().map_or("", |answer| answer.text.as_str()),
        })
        .collect()
}
