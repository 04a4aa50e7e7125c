//! What a handler can ask for. Each refuses with a [`Problem`](crate::problem::Problem), so that a bad request is told
//! what is wrong with it in the same form everywhere.

mod caller;
mod cookie;
mod if_match;
mod json;
mod parts;

pub use cookie::cookie;
pub use if_match::IfMatch;
pub use json::Json;
pub(crate) use json::{is_json, read};
pub use parts::{Path, Query};
