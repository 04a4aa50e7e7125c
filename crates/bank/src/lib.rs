//! Questions: what they are, how they are found, and how an interview picks them.
//!
//! ```text
//! Bank::new(questions) --bank.search(&filter)--> Found   (the question list, with snippets and live counts)
//!                      --select(&bank, &brief, seed)--> Selection   (what an interview asks, and its reserves)
//!                      --first_question(&bank, seed)--> Question    (what a newcomer is asked at once)
//! ```
//!
//! Everything here is pure: the same bank and the same arguments give the same result.

pub mod bank;
pub mod guide;
pub mod question;
pub mod search;
pub mod select;

mod random;

pub use bank::Bank;
pub use guide::{Area, Collection, Guides, Section, Technology};
pub use question::{Choice, ChoiceOption, FollowUp, Kind, Mistake, Question, SeeHere, Source};
pub use search::{Facet, Facets, Filter, Found, Hit, Snippet};
pub use select::{Brief, Relaxed, Selection, first_question, select};
