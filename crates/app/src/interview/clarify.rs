//! What the interviewer says when a candidate asks what a question means: its scope, never its answer.

use greenroom_bank::{Kind, Question};

/// The scope of a question in words.
pub(super) fn scope(question: &Question) -> String {
    let wanted = match question.kind {
        Kind::Concept => {
            "Explain the idea in your own words, say why it matters, and give one example. No code is needed."
        }
        Kind::Scenario => {
            "Assume an ordinary web service with a relational database and a few thousand users. Say what you would do, in \
             which order, and why. If you need another assumption, state it and go on."
        }
        Kind::Design => {
            "Name the parts, how they talk to each other, and what happens when one of them fails. Round numbers are fine. \
             State your assumptions and go on."
        }
        Kind::Experience => {
            "A real story from your work, your studies or a project of your own: the situation, what you did yourself, and \
             how it ended. Names are not needed."
        }
        Kind::Coding => "Describe the code in words or write it out, whichever is quicker for you.",
    };
    format!("{wanted} About {} minutes is plenty.", question.minutes)
}
