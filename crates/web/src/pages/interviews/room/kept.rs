//! What a person has typed, and what went wrong: shown again, so that nothing is lost.

use greenroom_app::AppError;
use greenroom_app::interview::Room;
use greenroom_interview::Phase;

use super::act::{Posted, Sends};
use crate::pages::shared::words;

/// What stands in the boxes of the room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// The answer so far.
    pub(super) answer: String,
    /// The clarifying question so far.
    pub(super) clarification: String,
    /// The candidate's own question so far.
    pub(super) own: String,
    /// Why the last move did not happen.
    pub(super) trouble: Option<Trouble>,
}

/// Why a move did not happen, by where it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Beside the answer.
    Answer(String),
    /// Beside the clarifying question.
    Clarification(String),
    /// Beside the candidate's own question.
    Own(String),
    /// Above the stage, with the text that has no box any more.
    Above {
        /// What happened.
        title: String,
        /// What was typed and not sent; may be empty.
        text: String,
    },
}

impl Kept {
    /// Sorts what was typed into the boxes of the room as it stands now. `draft` is what was typed for the turn that is
    /// open now.
    pub(super) fn after(room: &Room, posted: Posted, error: &AppError, draft: String) -> Self {
        let interview = &room.interview;
        let open = interview.current_turn().filter(|turn| turn.is_open()).map(|turn| turn.number);
        let is_same_turn = interview.phase() == Phase::Asking && open.is_some() && open == posted.turn();
        let is_own = interview.phase() == Phase::CandidatesQuestions;
        let message = sentence(error);
        let sends = posted.sends();
        let trouble = match sends {
            Sends::Answer if is_same_turn => Trouble::Answer(message),
            Sends::Clarification if is_same_turn => Trouble::Clarification(message),
            Sends::Own if is_own => Trouble::Own(message),
            _ => Trouble::Above {
                title: title(error, message),
                text: if is_same_turn { String::new() } else { posted.typed().to_owned() },
            },
        };
        Self {
            answer: if is_same_turn { posted.answer } else { draft },
            clarification: if is_same_turn { posted.clarification } else { String::new() },
            own: if is_own { posted.own } else { String::new() },
            trouble: Some(trouble),
        }
    }
}

fn title(error: &AppError, message: String) -> String {
    match error {
        AppError::Refused { code: "not-this-turn" | "answered-otherwise", .. } => {
            "This was answered in another tab".to_owned()
        }
        _ => message,
    }
}

/// An error as a sentence.
fn sentence(error: &AppError) -> String {
    match error {
        AppError::Invalid(fields) => {
            let messages: Vec<&str> = fields.iter().map(|field| field.message.as_str()).collect();
            words::sentence(&messages.join("; "))
        }
        other => words::sentence(&other.to_string()),
    }
}
