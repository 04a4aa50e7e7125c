//! Why a store could not be opened, each with what to do about it.

use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::error::sqlite_code;

/// Why a store could not be opened. The sentences are meant for a person at a terminal.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// A newer program has written it.
    #[error(
        "The database was written by a newer Greenroom (schema {found}; this program knows up to {known}). \
         Update Greenroom, or restore a backup that was made before the update."
    )]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// A server has it.
    #[error(
        "Another Greenroom server is using {}. Stop it first, or give this one its own folder with --data.",
        path.display()
    )]
    Locked {
        /// The database file.
        path: PathBuf,
    },
    /// The file or its folder may not be written to.
    #[error(
        "{} cannot be written to. Give your user write access to the file and its folder, or choose another folder \
         with --data.",
        path.display()
    )]
    ReadOnly {
        /// The database file.
        path: PathBuf,
    },
    /// The file is something else, or damaged at its start.
    #[error(
        "{} is not a database. If it should be one, restore it from a backup; if not, choose another file.",
        path.display()
    )]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is a database of another program.
    #[error("{} is a database of another program. Choose another file.", path.display())]
    AnotherProgram {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("The disk with {} is full. Free some space and start again.", path.display())]
    Full {
        /// The database file.
        path: PathBuf,
    },
    /// The file system cannot keep what a durable database needs.
    #[error(
        "{} is on a file system on which SQLite cannot keep a write-ahead log, such as a network drive. Choose a folder \
         on a local disk with --data.",
        path.display()
    )]
    Unsafe {
        /// The database file.
        path: PathBuf,
    },
    /// The SQLite library has a bug that corrupts data.
    #[error(
        "This program was built with SQLite {found}, which can corrupt a database in WAL mode. Build it with SQLite \
         3.51.3 or later."
    )]
    TooOldSqlite {
        /// The library's version.
        found: String,
    },
    /// An applied migration is not the one this program knows.
    #[error(
        "Migration {step} of the database is not the one that this program knows. Use a released build of Greenroom, \
         or restore a backup."
    )]
    Changed {
        /// Which migration.
        step: i64,
    },
    /// Neither a file nor a server answers there.
    #[error(
        "The database {place} cannot be reached. Check that it exists, is running and that the address is right."
    )]
    Unreachable {
        /// Where, without the password.
        place: String,
        /// What was tried and failed.
        #[source]
        source: StoreError,
    },
    /// The address is none.
    #[error(
        "The address of the database is not understood. Write it as postgres://user:password@host:port/name."
    )]
    Address,
    /// Something else.
    #[error("The database could not be opened.")]
    Store(#[from] StoreError),
}

impl OpenError {
    /// Says what a failed file operation means.
    pub(crate) fn from_io(error: std::io::Error, path: &Path) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path: path.to_owned() }
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full { path: path.to_owned() },
            _ => Self::Unreachable {
                place: path.display().to_string(),
                source: StoreError::from(sqlx::Error::Io(error)),
            },
        }
    }

    /// Says what a failed statement on an SQLite file means.
    pub(crate) fn from_driver(error: sqlx::Error, path: &Path) -> Self {
        // 11 is SQLITE_CORRUPT, 26 is SQLITE_NOTADB.
        match sqlite_code(&error).map(|code| code & 0xff) {
            Some(11 | 26) => Self::NotADatabase { path: path.to_owned() },
            _ => Self::from_store(error.into(), path),
        }
    }

    /// The same, once it is known by meaning.
    pub(crate) fn from_store(error: StoreError, path: &Path) -> Self {
        match error {
            StoreError::Full => Self::Full { path: path.to_owned() },
            StoreError::ReadOnly => Self::ReadOnly { path: path.to_owned() },
            source @ StoreError::Unavailable(_) => {
                Self::Unreachable { place: path.display().to_string(), source }
            }
            other => Self::Store(other),
        }
    }
}
