//! Stored documents: JSON with a version, in types of their own, so that renaming a field of the domain never changes
//! what is stored, and so that old rows stay readable.
//!
//! A document is `{"v": 1, "doc": {...}}`. A change that old programs could misread gets the next number and a reader
//! for each number before it; a number that is not known is an inconsistent row, never a guess.

mod evaluation;
mod event;
mod settings;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version that is written.
const VERSION: u32 = 1;

/// A text that is not a document of a known version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unreadable;

impl From<greenroom_core::ParseSlugError> for Unreadable {
    fn from(_: greenroom_core::ParseSlugError) -> Self {
        Self
    }
}

impl From<serde_json::Error> for Unreadable {
    fn from(_: serde_json::Error) -> Self {
        Self
    }
}

/// A value of the domain that is stored as a document.
pub(crate) trait Stored: Sized {
    /// Its stored form.
    type Doc: Serialize + DeserializeOwned + for<'a> From<&'a Self> + TryInto<Self, Error = Unreadable>;

    /// The document to store.
    fn write(&self) -> String {
        let envelope = Envelope { v: VERSION, doc: Self::Doc::from(self) };
        serde_json::to_string(&envelope)
            .expect("documents have text keys and write to memory, so this cannot fail")
    }

    /// Reads a stored document.
    fn read(text: &str) -> Result<Self, Unreadable> {
        let Version { v } = serde_json::from_str(text)?;
        if v != VERSION {
            return Err(Unreadable);
        }
        serde_json::from_str::<Envelope<Self::Doc>>(text)?.doc.try_into()
    }
}

#[derive(Serialize, Deserialize)]
struct Envelope<D> {
    v: u32,
    doc: D,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// Reads one of an enum's words.
fn word<T>(word: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Unreadable> {
    read(word).ok_or(Unreadable)
}

/// Reads each item of a list.
fn each<D, T>(list: Vec<D>) -> Result<Vec<T>, Unreadable>
where
    D: TryInto<T>,
    Unreadable: From<D::Error>,
{
    list.into_iter().map(|item| item.try_into().map_err(Unreadable::from)).collect()
}

/// Reads a list of names.
fn slugs(list: Vec<String>) -> Result<Vec<greenroom_core::Slug>, Unreadable> {
    list.into_iter().map(|name| Ok(name.parse()?)).collect()
}

/// Writes a list of names.
fn names(list: &[greenroom_core::Slug]) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}
