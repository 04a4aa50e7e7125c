//! Drafts: answers that are not handed in yet, kept so that a reload loses nothing.

use greenroom_core::{PersonId, Timestamp};

use crate::columns::text;
use crate::session::{Session, execute, fetch_optional, row};
use crate::{StoreResult, WriteTx, sql};

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What was typed so far.
    pub text: String,
    /// When it was last saved.
    pub updated_at: Timestamp,
}

/// Access to the drafts of one person. The key says what is being answered, such as `question/idempotency`.
pub struct Drafts<'a, S> {
    session: S,
    owner: &'a PersonId,
}

row! { DraftRow { text: String, updated_at: i64 } }

impl<'a, S: Session> Drafts<'a, S> {
    pub(crate) fn new(session: S, owner: &'a PersonId) -> Self {
        Self { session, owner }
    }

    /// Finds a draft.
    ///
    /// # Errors
    /// Any [`StoreError`](crate::StoreError).
    pub async fn find(&mut self, key: &str) -> StoreResult<Option<Draft>> {
        let row = fetch_optional!(
            self.session,
            DraftRow,
            sql::DRAFT_FIND,
            self.owner.as_str(),
            text(key).as_ref()
        )?;
        Ok(row.map(|row| Draft { text: row.text, updated_at: Timestamp::from_millis(row.updated_at) }))
    }
}

impl Drafts<'_, &mut WriteTx> {
    /// Saves a draft over the one before it.
    ///
    /// # Errors
    /// [`Conflict`](crate::StoreError::Conflict) if there is no such person.
    pub async fn put(&mut self, key: &str, draft: &str, now: Timestamp) -> StoreResult<()> {
        execute!(
            self.session,
            sql::DRAFT_PUT,
            self.owner.as_str(),
            text(key).as_ref(),
            text(draft).as_ref(),
            now.millis(),
        )
        .map(|_| ())
    }

    /// Removes a draft; `false` if there is none.
    ///
    /// # Errors
    /// Any [`StoreError`](crate::StoreError).
    pub async fn delete(&mut self, key: &str) -> StoreResult<bool> {
        Ok(execute!(self.session, sql::DRAFT_DELETE, self.owner.as_str(), text(key).as_ref())? == 1)
    }
}
