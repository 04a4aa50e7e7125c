//! Refusals: why an event did not happen.

use greenroom_core::Millis;

use crate::PlanFault;

/// Why an event did not happen. The interview stays as it was.
///
/// The messages are sentences for the candidate. A door should treat the repeats ([`Refusal::is_repeat`]) as success
/// and show the interview as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The first event must open the interview.
    #[error("this interview has not been set up yet; choose a role and a length first")]
    NotOpened,
    /// It was opened before, with another plan.
    #[error("this interview is already set up; start a new one for another plan")]
    AlreadyOpened,
    /// The plan cannot be used.
    #[error("this plan cannot be used: {fault}")]
    Plan {
        /// What is wrong with it.
        fault: PlanFault,
    },
    /// The same answer was accepted for this turn before.
    #[error("turn {turn} already has this answer; nothing was lost")]
    AlreadyAnswered {
        /// The turn.
        turn: u32,
    },
    /// The same thing has happened before, and happens once.
    #[error("that has already happened; nothing changed")]
    AlreadyDone,
    /// Another answer was accepted for this turn before.
    #[error("turn {turn} already has another answer, which stays; copy this text if you want to keep it")]
    AnsweredOtherwise {
        /// The turn.
        turn: u32,
    },
    /// Another turn is open, or none.
    #[error("{}", not_this_turn(*current))]
    NotThisTurn {
        /// The number of the current turn; `None` when all questions were asked.
        current: Option<u32>,
    },
    /// The answer is being evaluated; only then something follows.
    #[error("your answer to turn {turn} is being read; the next question follows in a moment")]
    AwaitingEvaluation {
        /// The turn.
        turn: u32,
    },
    /// There is no answer that could be evaluated.
    #[error("turn {turn} has no answer to evaluate")]
    NothingToEvaluate {
        /// The turn.
        turn: u32,
    },
    /// A score outside 0 to 100.
    #[error("a score lies between 0 and 100, and this is {score}")]
    BadScore {
        /// The score.
        score: u8,
    },
    /// No text.
    #[error("there is no text; write a few words, or skip the question")]
    Empty,
    /// Too much text.
    #[error("the text has {length} characters and at most {limit} fit; shorten it by {}", length.saturating_sub(*limit))]
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
    /// There is no such hint, or an earlier one comes first.
    #[error("{}", no_hint(*next, *exist))]
    NoSuchHint {
        /// The number of the hint that comes next, from 0.
        next: u8,
        /// How many hints the question has.
        exist: u8,
    },
    /// The soft limit has not passed, or nothing is timed.
    #[error("{}", time_left(*left))]
    TimeNotUp {
        /// How much is left; `None` if nothing is timed.
        left: Option<Millis>,
    },
    /// A clarification is being looked up.
    #[error("the interviewer is still thinking about your last question; wait a moment")]
    ClarificationPending,
    /// No clarification was asked for.
    #[error("no clarification was asked for")]
    NothingToClarify,
    /// Enough was cleared up.
    #[error("{max} clarifications per question are the most; answer with the assumptions you would make")]
    NoMoreClarifications {
        /// [`Turn::CLARIFICATIONS_MAX`](crate::Turn::CLARIFICATIONS_MAX).
        max: usize,
    },
    /// The interview has not begun.
    #[error("the interview has not begun; say that you are ready")]
    NotBegun,
    /// The interviewer's questions come first.
    #[error("your own questions come at the end; to stop now, end the interview early")]
    StillAsking,
    /// The candidate has asked enough.
    #[error("{max} questions are the most; finish to get your notes")]
    NoMoreOwnQuestions {
        /// [`Interview::OWN_QUESTIONS_MAX`](crate::Interview::OWN_QUESTIONS_MAX).
        max: usize,
    },
    /// The candidate has left.
    #[error("you have left this interview; resume it to go on where you were")]
    Paused,
    /// It is over.
    #[error("this interview is over; start a new one to rehearse again")]
    Over,
}

impl Refusal {
    /// Whether the same thing had already happened: a second click, a second tab, a retried request.
    pub fn is_repeat(&self) -> bool {
        matches!(self, Self::AlreadyAnswered { .. } | Self::AlreadyDone)
    }
}

fn not_this_turn(current: Option<u32>) -> String {
    match current {
        Some(turn) => format!("the interview is at turn {turn}; reload to see it, and copy your text first"),
        None => "all questions have been asked; no turn is open".to_owned(),
    }
}

fn no_hint(next: u8, exist: u8) -> String {
    match exist {
        0 => "this question has no hints".to_owned(),
        _ if next >= exist => format!("you have seen all hints to this question ({exist})"),
        _ => format!("hints come in order, and number {} is next", u16::from(next) + 1),
    }
}

fn time_left(left: Option<Millis>) -> String {
    match left {
        Some(left) => format!("{} seconds are left for this answer", left.secs()),
        None => "this answer is not timed".to_owned(),
    }
}
