//! The types that travel. Each has its own conversion from what the use cases give, so that the inside can be renamed
//! freely and the API changes only on purpose.

pub mod evaluation;
pub mod interview;
pub mod list;
pub mod notes;
pub mod question;
pub mod words;

use greenroom_core::{Span, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::ToSchema;

/// A piece of an answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(title = "Evidence")]
pub struct Evidence {
    /// Offset of its first byte in the answer's UTF-8.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
    /// The piece itself.
    pub quote: String,
}

impl Evidence {
    /// Cuts the piece out of the answer; `None` if the two do not belong together.
    pub fn cut(answer: &str, span: Span) -> Option<Self> {
        let quote = span.quote(answer)?.to_owned();
        Some(Self { start: span.start, end: span.end, quote })
    }
}

/// A moment as RFC 3339 writes it, in UTC.
pub fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.millis()).unwrap_or_default().to_string()
}

/// Reads text that every database can keep: PostgreSQL takes no U+0000, and nobody types one.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.contains('\0') {
        return Err(de::Error::custom("holds the character U+0000, which is not text; send plain text"));
    }
    Ok(text)
}

/// Tells a field that is not there from one that is `null`: in a merge patch (RFC 7396) the first leaves a value as it
/// is, the second removes it.
pub fn patch<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
