//! Health: whether reading and writing work, and what doctor shows.

use greenroom_core::Timestamp;

use crate::columns::RowOf;
use crate::session::{execute, fetch_one, row};
use crate::store::Database;
use crate::{Kind, Store, StoreResult, WriteStats, migrate, sql};

/// Whether the store works, each side for itself: with a full disk, reading goes on.
#[derive(Debug, Clone)]
pub struct Health {
    /// Whether a row can be read.
    pub reads: StoreResult<()>,
    /// Whether a row can be written and is durable.
    pub writes: StoreResult<()>,
}

impl Health {
    /// Whether everything works.
    pub fn is_well(&self) -> bool {
        self.reads.is_ok() && self.writes.is_ok()
    }
}

/// What doctor shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Which database.
    pub kind: Kind,
    /// The file, or host, port and name; never a password.
    pub place: String,
    /// The version of SQLite or of the PostgreSQL server.
    pub server_version: String,
    /// The schema that was found, and that this program knows.
    pub schema_version: i64,
    /// How large the file or the database is.
    pub database_bytes: u64,
    /// How large SQLite's log is.
    pub log_bytes: u64,
    /// How many rows there are, by name.
    pub rows: Vec<(&'static str, u64)>,
    /// How well writes share commits.
    pub writes: WriteStats,
}

row! { CountsRow { people: i64, interviews: i64, events: i64, evaluations: i64, drafts: i64, idempotency_keys: i64 } }

impl Store {
    /// Reads a row, and writes one through the same path as everybody else: it waits its turn and for the disk.
    pub async fn health(&self, now: Timestamp) -> Health {
        Health { reads: self.probe_read().await, writes: self.probe_write(now).await }
    }

    async fn probe_read(&self) -> StoreResult<()> {
        let mut session = self.read();
        fetch_one!(session, (i64,), sql::PROBE_READ).map(|_| ())
    }

    async fn probe_write(&self, now: Timestamp) -> StoreResult<()> {
        let mut tx = self.begin_write().await?;
        let mut session = &mut tx;
        execute!(session, sql::PROBE_WRITE, now.millis())?;
        tx.commit().await
    }

    /// What is where, how large and in which version.
    ///
    /// # Errors
    /// Any [`StoreError`](crate::StoreError).
    pub async fn describe(&self) -> StoreResult<Description> {
        let mut session = self.read();
        let counts = fetch_one!(session, CountsRow, sql::COUNTS)?;
        let (schema,) = fetch_one!(session, (Option<i64>,), sql::SCHEMA_VERSION)?;
        let row = RowOf { table: "_sqlx_migrations", id: "" };
        let (place, server_version, database_bytes, log_bytes) = match &*self.on {
            Database::Sqlite(sqlite) => {
                let (version,) = sqlx::query_as(sql::sqlite::VERSION).fetch_one(&sqlite.readers).await?;
                let mut log = sqlite.path.clone().into_os_string();
                log.push("-wal");
                let size = |path: &std::path::Path| std::fs::metadata(path).map_or(0, |file| file.len());
                (sqlite.path.display().to_string(), version, size(&sqlite.path), size(log.as_ref()))
            }
            Database::Postgres(postgres) => {
                let (version,) = sqlx::query_as(sql::postgres::VERSION).fetch_one(&postgres.pool).await?;
                let (size,): (i64,) = sqlx::query_as(sql::postgres::SIZE).fetch_one(&postgres.pool).await?;
                (postgres.place.clone(), version, row.number("size", size)?, 0)
            }
        };
        let rows = [
            ("people", counts.people),
            ("interviews", counts.interviews),
            ("events", counts.events),
            ("evaluations", counts.evaluations),
            ("drafts", counts.drafts),
            ("idempotency keys", counts.idempotency_keys),
        ];
        Ok(Description {
            kind: self.kind(),
            place,
            server_version,
            schema_version: schema.unwrap_or_else(migrate::newest),
            database_bytes,
            log_bytes,
            rows: rows
                .into_iter()
                .map(|(name, count)| Ok((name, row.number("version", count)?)))
                .collect::<StoreResult<_>>()?,
            writes: self.write_stats(),
        })
    }
}
