//! Speaking to a terminal: colour where it is wanted, lines of a readable length, questions and answers.

mod paper;
mod prompt;

pub(crate) use paper::{Paper, has_colour};
pub(crate) use prompt::{Answer, ask_line, ask_text};
