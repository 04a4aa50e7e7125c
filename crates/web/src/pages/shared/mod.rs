//! What several pages share: the frame around a page, words, dates, Markdown, and how an evaluation is shown.

pub mod aim;
pub mod dates;
pub mod evaluation;
pub mod layers;
pub mod markdown;
pub mod shell;
pub mod words;
