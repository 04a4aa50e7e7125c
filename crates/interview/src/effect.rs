//! Effects: what is to be done now, described and not performed.

use greenroom_core::{Slug, Timestamp};

use crate::Interview;

/// What one event has led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The interview as it stands now.
    pub interview: Interview,
    /// What is to be done, in this order.
    pub effects: Vec<Effect>,
}

/// Something that the outside does for the interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show a line of the interviewer, and speak it where there is a voice. It already stands in the transcript.
    Say(Line),
    /// Start the soft clock of a turn; when it runs out, send [`Event::TimeNoted`](crate::Event::TimeNoted).
    StartTimer {
        /// The turn that is timed.
        turn: u32,
        /// Seconds until the interviewer says that the time is up; 0 if it already is.
        seconds: u32,
    },
    /// Evaluate all answers to a question so far
    /// ([`Interview::answers_to`]) and send [`Event::Evaluated`](crate::Event::Evaluated).
    RequestEvaluation {
        /// The turn to name in the event.
        turn: u32,
        /// The question that the answers belong to.
        question: Slug,
    },
    /// Show a hint of a question.
    ShowHint {
        /// The turn it was taken in.
        turn: u32,
        /// The question it belongs to.
        question: Slug,
        /// Which hint, from 0.
        index: u8,
    },
    /// Find the text that clears a question up and send
    /// [`Event::ClarificationGiven`](crate::Event::ClarificationGiven).
    ShowClarification {
        /// The turn to name in the event.
        turn: u32,
        /// The question that is unclear.
        question: Slug,
        /// What the candidate asked.
        text: String,
    },
    /// Write the notes. Sent when the interview is over and something was answered, and again if the evaluation of the
    /// last answer arrives after that.
    WriteNotes,
}

/// Who says a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// Maya, the interviewer.
    Interviewer,
    /// The person who rehearses.
    Candidate,
}

/// What a line is, so that a page can set it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// The interviewer introduces herself.
    Greeting,
    /// A planned question, with the words that lead to it.
    Question,
    /// A follow-up, with the words that lead to it.
    FollowUp,
    /// The candidate's answer.
    Answer,
    /// The candidate passes.
    Skip,
    /// The words before a hint; the hint itself is looked up by question and number.
    Hint {
        /// Which hint, from 0.
        index: u8,
    },
    /// The candidate asks what the question means.
    ClarificationAsked,
    /// The interviewer explains it.
    Clarification,
    /// The soft limit has passed.
    TimeUp,
    /// The interviewer picks up after a pause.
    Resumption,
    /// The interviewer invites the candidate's own questions.
    Invitation,
    /// A question of the candidate.
    OwnQuestion,
    /// The interviewer's comment on it.
    OwnAnswer,
    /// The last words.
    Closing,
}

/// One line of the transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who says it.
    pub speaker: Speaker,
    /// What it is.
    pub kind: LineKind,
    /// What is said.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// The turn it belongs to, if any.
    pub turn: Option<u32>,
}
