//! Ids, time, text and lists: the few things that every crate of Greenroom shares.
//!
//! Nothing here reads a clock, draws a random number or touches the outside: [`Clock`] and [`Entropy`] are the two
//! ports through which the outside passes them in.

pub mod id;
pub mod level;
pub mod page;
pub mod ports;
pub mod slug;
pub mod span;
pub mod time;
mod words;

pub use id::{EvaluationId, InterviewId, ParseIdError, PersonId, RequestId};
pub use level::{Bar, Level};
pub use page::{Cursor, Limit, Page, ParseCursorError};
pub use ports::{Clock, Entropy};
pub use slug::{ParseSlugError, Slug};
pub use span::Span;
pub use time::{Millis, Timestamp};
