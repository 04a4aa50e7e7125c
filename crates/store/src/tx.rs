//! Units of work: everything or nothing.

use greenroom_core::{PersonId, Timestamp};
use sqlx::{Postgres, Transaction};

use crate::session::sealed::Connects;
use crate::session::{On, PostgresHeld, Running, Session, SqliteHeld, execute};
use crate::sqlite::group::Unit;
use crate::{Drafts, Evaluations, Idempotency, Interviews, People, StoreError, StoreResult, sql};

/// A unit of work. What is done through it is kept together by [`commit`](WriteTx::commit), or not at all.
///
/// If one of its statements fails, the whole unit has failed: later ones and the commit are refused. PostgreSQL works
/// like that; here both do.
#[must_use = "a unit of work that is not committed is rolled back"]
pub struct WriteTx {
    on: WriteOn,
    failed: bool,
}

pub(crate) enum WriteOn {
    Sqlite(Unit),
    Postgres(Transaction<'static, Postgres>),
}

impl WriteTx {
    pub(crate) fn new(on: WriteOn) -> Self {
        Self { on, failed: false }
    }

    /// Keeps what was done, and returns once it is on the disk.
    ///
    /// If this future is dropped before it ends, the outcome is open: kept as a whole, or not at all.
    ///
    /// # Errors
    /// [`Failed`](StoreError::Failed) after a failed statement or when it was held open for too long;
    /// [`OutcomeUnknown`](StoreError::OutcomeUnknown) if the connection broke in between. Otherwise nothing was kept.
    pub async fn commit(self) -> StoreResult<()> {
        if self.failed {
            // PostgreSQL answers the COMMIT of a failed transaction with a friendly "ROLLBACK", which is no error.
            return Err(StoreError::Failed);
        }
        match self.on {
            WriteOn::Sqlite(unit) => unit.commit().await,
            WriteOn::Postgres(transaction) => {
                transaction.commit().await.map_err(|error| match error.into() {
                    StoreError::Unavailable(_) => StoreError::OutcomeUnknown,
                    other => other,
                })
            }
        }
    }

    /// People and their settings.
    pub fn people(&mut self) -> People<&mut Self> {
        People::new(self)
    }

    /// The interviews of one person.
    pub fn interviews<'a>(&'a mut self, owner: &'a PersonId) -> Interviews<'a, &'a mut Self> {
        Interviews::new(self, owner)
    }

    /// The evaluations of one person.
    pub fn evaluations<'a>(&'a mut self, owner: &'a PersonId) -> Evaluations<'a, &'a mut Self> {
        Evaluations::new(self, owner)
    }

    /// The drafts of one person.
    pub fn drafts<'a>(&'a mut self, owner: &'a PersonId) -> Drafts<'a, &'a mut Self> {
        Drafts::new(self, owner)
    }

    /// What one person's requests with an idempotency key have led to.
    pub fn idempotency<'a>(&'a mut self, owner: &'a PersonId) -> Idempotency<'a> {
        Idempotency::new(self, owner)
    }

    /// Removes everybody's expired idempotency records; gives their number.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn sweep_idempotency_unscoped(&mut self, now: Timestamp) -> StoreResult<u64> {
        let mut session = self;
        execute!(session, sql::IDEMPOTENCY_SWEEP, now.millis())
    }

    /// Which database it is on.
    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.on, WriteOn::Postgres(_))
    }
}

impl Session for &mut WriteTx {}

impl Connects for &mut WriteTx {
    async fn connect(&mut self) -> StoreResult<Running<'_>> {
        if self.failed {
            return Err(StoreError::Failed);
        }
        let on = match &mut self.on {
            WriteOn::Sqlite(unit) => On::Sqlite(SqliteHeld::Unit(unit.connection().await?)),
            WriteOn::Postgres(transaction) => On::Postgres(PostgresHeld::Unit(transaction)),
        };
        Ok(Running::in_unit(on, &mut self.failed))
    }
}
