//! Interviews: setting one up, taking it, reading the notes.

mod act;
mod clarify;
mod grade;
mod list;
mod notes;
mod room;
mod start;

pub use act::Act;
pub use notes::{GapPoint, NextStep, NoteLine, Notes, Overall, QuestionNotes};
pub use room::Room;
pub use start::StartInterview;
