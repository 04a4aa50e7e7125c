//! Where the database is and how it is opened.

use std::path::PathBuf;
use std::time::Duration;

/// Which of the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One file on this machine; needs nothing.
    Sqlite,
    /// A PostgreSQL server, for more than one node.
    Postgres,
}

impl Kind {
    /// The name to show.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file; it is created, readable for its owner only, where there is none.
    Sqlite(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

/// Without the password that an address may hold.
impl std::fmt::Debug for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => f.debug_tuple("Sqlite").field(path).finish(),
            Self::Postgres(_) => f.debug_tuple("Postgres").field(&"...").finish(),
        }
    }
}

/// What the store is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To serve. Only one server may have an SQLite file, as a second would not see the first one's timers and streams.
    Serve,
    /// For a short command, beside a server or alone.
    Shared,
}

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the database is.
    pub location: Location,
    /// What it is opened for.
    pub access: Access,
    /// How many connections read at the same time on SQLite, or work at the same time on PostgreSQL.
    pub connections: u32,
    /// How long a call waits for its turn before it is [`Busy`](crate::StoreError::Busy).
    pub wait_max: Duration,
    /// How long a unit of work may stay open before it is taken away from its holder, so that others can go on.
    pub unit_max: Duration,
    /// How many units of work may share one commit on SQLite; 1 gives each its own.
    pub group_max: usize,
    /// How long a group takes newcomers.
    pub group_open_max: Duration,
    /// How large the SQLite file may grow; then writing fails as [`Full`](crate::StoreError::Full). `None`: the disk
    /// decides.
    pub file_bytes_max: Option<u64>,
}

impl Config {
    /// Opens the file at `path`, with the usual limits.
    pub fn sqlite(path: impl Into<PathBuf>, access: Access) -> Self {
        Self::new(Location::Sqlite(path.into()), access, 4)
    }

    /// Opens the database behind a `postgres://` address, with the usual limits.
    pub fn postgres(url: impl Into<String>, access: Access) -> Self {
        Self::new(Location::Postgres(url.into()), access, 10)
    }

    /// # Source
    /// Our choices. Four readers keep two to four cores busy; ten connections are what a small PostgreSQL shares among
    /// three nodes; 64 units are where a larger group no longer raises the throughput that was measured; 20 ms are a
    /// few fsyncs, so joining never costs an earlier member much more than its own commit would have.
    fn new(location: Location, access: Access, connections: u32) -> Self {
        Self {
            location,
            access,
            connections,
            wait_max: Duration::from_secs(5),
            unit_max: Duration::from_secs(10),
            group_max: 64,
            group_open_max: Duration::from_millis(20),
            file_bytes_max: None,
        }
    }
}
