//! What requests with an idempotency key have led to, so that a retry gets the first answer instead of a second effect.
//!
//! ```text
//! begin -> Fresh         do the work and note in the same unit of work what was made, then finish
//!                        (or forget, if it failed and may be tried again)
//!       -> InFlight      another request with this key is at work: come back later
//!       -> Made          it was done, and nobody knows what was answered: answer anew from what was made
//!       -> Stored        it was done: send the same response
//!       -> OtherRequest  the key was used for something else: refuse
//! ```
//!
//! `begin` takes a short lease. If the server dies before the work is done, the key is free again when the lease is over,
//! on SQLite as soon as a server is started again: it has the file for itself, so nobody is at work. If the server dies
//! after it, `made` has been kept together with the work, so nothing happens twice.

use greenroom_core::{PersonId, Timestamp};

use crate::columns::{RowOf, text};
use crate::session::{execute, fetch_optional, row};
use crate::{StoreError, StoreResult, WriteTx, sql};

/// The response that a retry gets again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoredResponse {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type`.
    pub content_type: Option<String>,
    /// The `Location`.
    pub location: Option<String>,
    /// The body.
    pub body: Option<String>,
}

/// What a key says about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is the first: go on.
    Fresh,
    /// The first is still under way.
    InFlight,
    /// The first was done, and its response was not kept (yet): this is the name of what it has made or changed.
    Made(String),
    /// The first was answered like this.
    Stored(StoredResponse),
    /// The key belongs to a request with another content.
    OtherRequest,
}

/// Access to the idempotency records of one person.
pub struct Idempotency<'a> {
    session: &'a mut WriteTx,
    owner: &'a PersonId,
}

row! {
    RecordRow {
        fingerprint: String, made: Option<String>, status: Option<i64>, content_type: Option<String>,
        location: Option<String>, body: Option<String>,
    }
}

impl<'a> Idempotency<'a> {
    pub(crate) fn new(session: &'a mut WriteTx, owner: &'a PersonId) -> Self {
        Self { session, owner }
    }

    /// Claims a key for a request until `lease_until`, or says what became of the request that has it. `fingerprint`
    /// stands for the request's content.
    ///
    /// # Errors
    /// [`Conflict`](StoreError::Conflict) if there is no such person.
    pub async fn begin(
        &mut self,
        key: &str,
        fingerprint: &str,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> StoreResult<Begun> {
        let key = text(key);
        let touched = execute!(
            self.session,
            sql::IDEMPOTENCY_BEGIN,
            self.owner.as_str(),
            key.as_ref(),
            fingerprint,
            now.millis(),
            lease_until.millis(),
        )?;
        if touched == 1 {
            return Ok(Begun::Fresh);
        }
        let found = fetch_optional!(
            self.session,
            RecordRow,
            sql::IDEMPOTENCY_FIND,
            self.owner.as_str(),
            key.as_ref()
        )?;
        // Gone between the two statements, which only PostgreSQL can see: somebody has forgotten or swept it.
        let record = found.ok_or(StoreError::Busy)?;
        if record.fingerprint != fingerprint {
            return Ok(Begun::OtherRequest);
        }
        let Some(status) = record.status else { return Ok(record.made.map_or(Begun::InFlight, Begun::Made)) };
        let row = RowOf { table: "idempotency_keys", id: &key };
        Ok(Begun::Stored(StoredResponse {
            status: row.number("status", status)?,
            content_type: record.content_type,
            location: record.location,
            body: record.body,
        }))
    }

    /// Notes, in the unit of work of a request that was begun, what it makes or changes; kept until `expires_at`. `false`
    /// if the request is not under way (any more).
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn made(&mut self, key: &str, what: &str, expires_at: Timestamp) -> StoreResult<bool> {
        let touched = execute!(
            self.session,
            sql::IDEMPOTENCY_MADE,
            what,
            expires_at.millis(),
            self.owner.as_str(),
            text(key).as_ref(),
        )?;
        Ok(touched == 1)
    }

    /// Stores the response of a request that was begun, until `expires_at`; `false` if it is not under way (any more).
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn finish(
        &mut self,
        key: &str,
        response: &StoredResponse,
        expires_at: Timestamp,
    ) -> StoreResult<bool> {
        let touched = execute!(
            self.session,
            sql::IDEMPOTENCY_FINISH,
            i64::from(response.status),
            response.content_type.as_deref(),
            response.location.as_deref(),
            response.body.as_deref().map(text).as_deref(),
            expires_at.millis(),
            self.owner.as_str(),
            text(key).as_ref(),
        )?;
        Ok(touched == 1)
    }

    /// Frees the key of a request that has failed and may be tried again; `false` if it is not under way, or has made
    /// something.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn forget(&mut self, key: &str) -> StoreResult<bool> {
        Ok(execute!(self.session, sql::IDEMPOTENCY_FORGET, self.owner.as_str(), text(key).as_ref())? == 1)
    }
}
