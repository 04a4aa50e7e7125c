//! Turns: one question or follow-up and its answer; and what came of each question.

use greenroom_core::{Millis, Slug, Timestamp};

use crate::{Heard, Planned};

/// What one hint costs, in points of the question's 100.
///
/// # Source
/// Our choice: less than the smallest key point of a usual rubric is worth, so that a hint that leads to it pays.
pub const HINT_COST: u8 = 5;

/// The most that hints may cost a question, in points. Our choice: three hints; asking for help never sinks an answer.
pub const HINT_COST_MAX: u8 = 15;

/// What that many hints cost, in points.
pub(crate) fn cost_of(hints: u8) -> u8 {
    hints.saturating_mul(HINT_COST).min(HINT_COST_MAX)
}

/// Why a turn was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TurnKind {
    /// The question itself.
    Main,
    /// It aims at a key point that was missing, half said or contradicted.
    FollowUp {
        /// The key point.
        key_point: Slug,
    },
    /// The answer could not be scored, and the candidate is asked to say more. It counts as a follow-up.
    SayMore,
}

/// What the candidate said in a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The text as it came.
    pub text: String,
    /// When it was accepted.
    pub at: Timestamp,
    /// How long it took, in seconds, pauses not counted.
    pub seconds: u32,
}

/// What the candidate wanted cleared up, and how it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clarification {
    /// What the candidate asked.
    pub asked: String,
    /// What the interviewer said to it; `None` while it is being looked up.
    pub given: Option<String>,
}

/// One question or follow-up and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Its number in the interview, from 1.
    pub number: u32,
    /// The question it belongs to.
    pub question: Slug,
    /// That question's number in the interview, from 1, for "follow-up to 3".
    pub question_number: u32,
    /// Why it was asked.
    pub kind: TurnKind,
    /// The words that lead to it; may be empty.
    pub lead: String,
    /// What was asked.
    pub prompt: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// How long the candidate was away while it was open.
    pub away: Millis,
    /// The soft limit; `None` where nothing is timed.
    pub limit: Option<Millis>,
    /// The answer, if there is one.
    pub answer: Option<Answer>,
    /// What was heard in the question's answers up to this one; `None` until it is evaluated.
    pub heard: Option<Heard>,
    /// How many hints were taken in this turn.
    pub hints_taken: u8,
    /// What was cleared up in this turn.
    pub clarifications: Vec<Clarification>,
    /// Whether the candidate passed.
    pub is_skipped: bool,
    /// Whether the interviewer has said that the time is up.
    pub is_time_noted: bool,
}

impl Turn {
    /// The most clarifications in one turn. Our choice: after three the text has nothing left to add.
    pub const CLARIFICATIONS_MAX: usize = 3;

    /// Whether it still waits for an answer.
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && !self.is_skipped
    }

    /// Whether its answer still waits to be evaluated.
    pub fn awaits_evaluation(&self) -> bool {
        self.answer.is_some() && self.heard.is_none()
    }

    /// The clarification that is still being looked up, if there is one.
    pub fn pending_clarification(&self) -> Option<&Clarification> {
        self.clarifications.last().filter(|last| last.given.is_none())
    }
}

/// A question that was asked, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub planned: Planned,
    /// How many follow-ups it has had, requests to say more included.
    pub follow_ups: u8,
    /// How many hints were taken, follow-ups included.
    pub hints_taken: u8,
    /// The last score that an evaluation gave, 0 to 100, before hints are counted.
    pub raw_score: Option<u8>,
    /// Whether at least one of its turns was answered.
    pub is_answered: bool,
    /// Whether the candidate passed on it or on a follow-up, or said that they do not know.
    pub is_given_up: bool,
}

impl Asked {
    /// What its hints cost, in points, at most [`HINT_COST_MAX`].
    pub fn hint_cost(&self) -> u8 {
        cost_of(self.hints_taken)
    }

    /// The score once hints are counted, 0 to 100; `None` if nothing could be scored.
    pub fn score(&self) -> Option<u8> {
        self.raw_score.map(|raw| raw.saturating_sub(self.hint_cost()))
    }
}
