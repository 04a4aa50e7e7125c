//! What belongs to a person apart from interviews and answers: settings, drafts, and the right to take all of it away.

mod drafts;
mod privacy;
mod settings;

pub use drafts::DRAFT_CHARS_MAX;
pub(crate) use drafts::{draft_key_of_question, draft_key_of_turn};
pub use privacy::Export;
