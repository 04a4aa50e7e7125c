//! Reading, outside any unit of work.

use greenroom_core::PersonId;
use sqlx::{PgPool, SqlitePool};

use crate::session::sealed::Connects;
use crate::session::{On, PostgresHeld, Running, Session, SqliteHeld};
use crate::{Drafts, Evaluations, Interviews, People, StoreResult};

/// Reads what was committed. Cheap to clone.
#[derive(Clone)]
pub struct Reader {
    on: ReaderOn,
}

#[derive(Clone)]
pub(crate) enum ReaderOn {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Reader {
    pub(crate) fn new(on: ReaderOn) -> Self {
        Self { on }
    }

    /// People and their settings.
    pub fn people(&self) -> People<Self> {
        People::new(self.clone())
    }

    /// The interviews of one person.
    pub fn interviews<'a>(&self, owner: &'a PersonId) -> Interviews<'a, Self> {
        Interviews::new(self.clone(), owner)
    }

    /// The evaluations of one person.
    pub fn evaluations<'a>(&self, owner: &'a PersonId) -> Evaluations<'a, Self> {
        Evaluations::new(self.clone(), owner)
    }

    /// The drafts of one person.
    pub fn drafts<'a>(&self, owner: &'a PersonId) -> Drafts<'a, Self> {
        Drafts::new(self.clone(), owner)
    }
}

impl Session for Reader {}

impl Connects for Reader {
    async fn connect(&mut self) -> StoreResult<Running<'_>> {
        Ok(Running::alone(match &self.on {
            ReaderOn::Sqlite(pool) => On::Sqlite(SqliteHeld::Pooled(pool.acquire().await?)),
            ReaderOn::Postgres(pool) => On::Postgres(PostgresHeld::Pooled(pool.acquire().await?)),
        }))
    }
}
