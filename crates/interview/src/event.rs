//! Events: what has happened, as it stands in the log.

use greenroom_core::{Bar, Slug, Timestamp};

use crate::Plan;

/// One fact of an interview. The log of them is the interview; everything else follows by [`apply`](crate::apply).
///
/// Events that concern a turn name its number, so that a late or repeated request is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The interview was set up; always the first event and only the first.
    Opened {
        /// What was settled beforehand.
        plan: Box<Plan>,
    },
    /// The candidate has heard the greeting and is ready.
    Began,
    /// The candidate has answered.
    Answered {
        /// The turn that was answered.
        turn: u32,
        /// The answer, kept as it came: evidence points into it by byte offsets.
        text: String,
    },
    /// The question's answers so far were evaluated, after [`Effect::RequestEvaluation`](crate::Effect).
    Evaluated {
        /// The turn whose answer was the last to be taken into account.
        turn: u32,
        /// What was heard.
        heard: Heard,
    },
    /// The candidate has taken a hint.
    HintTaken {
        /// The turn it was taken in.
        turn: u32,
        /// Which hint, from 0; they are taken in order, so a second click on the same button repeats the number.
        index: u8,
    },
    /// The candidate passes on a question or a follow-up.
    Skipped {
        /// The turn that was skipped.
        turn: u32,
    },
    /// The candidate has asked what the question means.
    ClarificationAsked {
        /// The turn it is about.
        turn: u32,
        /// What was asked.
        text: String,
    },
    /// The text that clears it up was found, after [`Effect::ShowClarification`](crate::Effect).
    ClarificationGiven {
        /// The turn it is about.
        turn: u32,
        /// The authored text about the question's scope or purpose.
        text: String,
    },
    /// The soft limit of a turn has passed and the interviewer says so, once.
    TimeNoted {
        /// The turn whose limit has passed.
        turn: u32,
    },
    /// The candidate has asked a question of their own.
    OwnQuestionAsked {
        /// What was asked; a plain `no` closes the interview.
        text: String,
    },
    /// The candidate has no more questions.
    Finished,
    /// The candidate ends the interview before all questions were asked.
    EndedEarly,
    /// The candidate leaves. It is a pause: the clock stops and nothing is lost.
    Left,
    /// The candidate is back.
    Resumed,
}

/// An event as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the log, from 1, without gaps.
    pub seq: u32,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
}

/// What an evaluation has heard in all answers to one question so far: the main answer and its follow-ups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// 0 to 100, before hints are counted; `None` if nothing could be scored (too short, off topic).
    pub score: Option<u8>,
    /// The key points that were not or not fully heard.
    pub missing: Vec<Missing>,
    /// A short quote of the answer, to lead into a follow-up; ignored if longer than [`Heard::GIST_MAX`].
    pub gist: Option<String>,
    /// Whether the last answer says that the candidate does not know: then nobody digs further.
    pub is_dont_know: bool,
}

impl Heard {
    /// The longest quote that is said back, in characters. Our choice: what one sentence bears.
    pub const GIST_MAX: usize = 120;
}

/// A key point that was not or not fully heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Which key point of the rubric.
    pub key_point: Slug,
    /// How much it counts.
    pub weight: u8,
    /// From which bar on it is expected.
    pub bar: Bar,
    /// The follow-up that asks for it; if empty, it is not asked.
    pub ask: String,
    /// Whether part of it was heard.
    pub is_partial: bool,
    /// Whether the opposite was said.
    pub is_contradicted: bool,
}
