//! Erasing a person.

use greenroom_core::PersonId;

use crate::session::{execute, fetch_one, row};
use crate::store::Database;
use crate::{Store, StoreResult, sql};

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Interviews, with their logs.
    pub interviews: u64,
    /// Evaluations, with their answers.
    pub evaluations: u64,
    /// Drafts.
    pub drafts: u64,
    /// Whether the rows were also made unreadable in the files. `false` if that could not be done yet, for example
    /// because the disk is full, and on PostgreSQL, where the server's vacuum and log rotation do it in time.
    pub is_scrubbed: bool,
}

row! { ErasedRow { interviews: i64, evaluations: i64, drafts: i64 } }

impl Store {
    /// Erases a person and everything that belongs to them; `None` if there is no such person.
    ///
    /// Deleting a row only marks its place as free, and the log keeps the page as it was. So on SQLite the places are
    /// overwritten, the file is compacted and the log is cut to nothing before this returns.
    ///
    /// # Errors
    /// Any [`StoreError`](crate::StoreError); nothing was erased then.
    pub async fn delete_everything(&self, owner: &PersonId) -> StoreResult<Option<Erased>> {
        let mut tx = self.begin_write().await?;
        let mut session = &mut tx;
        let counts = fetch_one!(session, ErasedRow, sql::PERSON_COUNTS, owner.as_str())?;
        if execute!(session, sql::PERSON_DELETE, owner.as_str())? == 0 {
            return Ok(None);
        }
        tx.commit().await?;
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        Ok(Some(Erased {
            interviews: count(counts.interviews),
            evaluations: count(counts.evaluations),
            drafts: count(counts.drafts),
            is_scrubbed: self.scrub().await,
        }))
    }

    async fn scrub(&self) -> bool {
        let Database::Sqlite(sqlite) = &*self.on else { return false };
        match sqlite.writer.scrub().await {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(%error, "deleted rows may still be readable in the database's files");
                false
            }
        }
    }
}
