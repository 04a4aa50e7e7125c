//! The store: one concrete type over two databases.

use std::sync::Arc;

use crate::postgres::Postgres;
use crate::reader::ReaderOn;
use crate::sqlite::open::Sqlite;
use crate::tx::WriteOn;
use crate::{Config, Kind, Location, OpenError, Reader, StoreResult, WriteTx};

/// Everything that is kept. Cloning it gives another handle on the same store.
#[derive(Clone)]
pub struct Store {
    pub(crate) on: Arc<Database>,
}

/// The database behind a store.
pub(crate) enum Database {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// What has been written on SQLite since it was opened: how well units of work share commits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WriteStats {
    /// Units of work that were handed in to be kept.
    pub units: u64,
    /// Commits of the database, each with one fsync.
    pub commits: u64,
    /// Groups that ended without a commit.
    pub rollbacks: u64,
    /// The most units that shared one commit.
    pub largest_group: u64,
}

impl Store {
    /// Opens the database, creating it and bringing its schema up to date where needed.
    ///
    /// # Errors
    /// [`OpenError`], whose text says what to do.
    pub async fn open(config: Config) -> Result<Self, OpenError> {
        let database = match &config.location {
            Location::Sqlite(path) => Database::Sqlite(Sqlite::open(path, &config).await?),
            Location::Postgres(url) => Database::Postgres(Postgres::open(url, &config).await?),
        };
        Ok(Self { on: Arc::new(database) })
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        match &*self.on {
            Database::Sqlite(_) => Kind::Sqlite,
            Database::Postgres(_) => Kind::Postgres,
        }
    }

    /// A handle to read through. Each of its methods takes a connection for one statement and sees what was committed
    /// before it.
    pub fn read(&self) -> Reader {
        Reader::new(match &*self.on {
            Database::Sqlite(sqlite) => ReaderOn::Sqlite(sqlite.readers.clone()),
            Database::Postgres(postgres) => ReaderOn::Postgres(postgres.pool.clone()),
        })
    }

    /// Opens a unit of work. On SQLite it has the writer to itself until it ends, so it should be short and do nothing
    /// slow in between.
    ///
    /// # Errors
    /// [`Busy`](crate::StoreError::Busy) if its turn does not come in time.
    pub async fn begin_write(&self) -> StoreResult<WriteTx> {
        Ok(WriteTx::new(match &*self.on {
            Database::Sqlite(sqlite) => WriteOn::Sqlite(sqlite.writer.begin().await?),
            Database::Postgres(postgres) => WriteOn::Postgres(postgres.pool.begin().await?),
        }))
    }

    /// What has been written so far; zeros on PostgreSQL, which keeps its own account.
    pub fn write_stats(&self) -> WriteStats {
        match &*self.on {
            Database::Sqlite(sqlite) => sqlite.writer.stats(),
            Database::Postgres(_) => WriteStats::default(),
        }
    }

    /// Finishes what was begun, writes the log back and closes. Later calls on any handle fail as unavailable.
    pub async fn close(&self) {
        match &*self.on {
            Database::Sqlite(sqlite) => sqlite.close().await,
            Database::Postgres(postgres) => postgres.pool.close().await,
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("kind", &self.kind()).finish_non_exhaustive()
    }
}
