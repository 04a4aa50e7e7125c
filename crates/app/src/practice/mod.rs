//! Answering single questions.

mod evaluate_answer;
mod history;
mod open_question;
mod retake;
mod take;

pub use evaluate_answer::{ANSWER_CHARS_MAX, EvaluateAnswer, Evaluated};
pub use history::History;
pub use open_question::Opened;
pub use retake::{Delta, PointDelta, Retaken};
pub use take::Take;
