//! Who asks, and when.

use greenroom_core::{PersonId, Timestamp};

/// What every use case is told about the call: who makes it and at what moment. The moment is fixed for the whole call.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// Who makes the call; everything that is found or changed belongs to this person.
    pub person: PersonId,
    /// When the call began.
    pub now: Timestamp,
}
