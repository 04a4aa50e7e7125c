//! Who asks, and when.

use greenroom_core::{PersonId, Timestamp};

/// What every use case is told about the call: who makes it and at what moment. The moment is fixed for the whole call.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// Who makes the call; everything that is found or changed belongs to this person.
    pub person: PersonId,
    /// When the call began.
    pub now: Timestamp,
    /// The key under which the call is done once, if it has one.
    pub once: Option<Once>,
}

/// The key of a call that is done once, however often it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// The key.
    pub key: String,
    /// The name of what the call has made already: it is only to be answered again.
    pub made: Option<String>,
}

impl Ctx {
    /// The same call under a key.
    #[must_use]
    pub fn once(self, once: Once) -> Self {
        Self { once: Some(once), ..self }
    }

    /// The name of what this very call has made before, if it has.
    pub(crate) fn made(&self) -> Option<&str> {
        self.once.as_ref()?.made.as_deref()
    }
}
