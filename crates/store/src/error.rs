//! What can go wrong between us and the database, by meaning.

use std::sync::Arc;

/// Result of a store method.
pub type StoreResult<T> = Result<T, StoreError>;

/// Why a store method failed. "Not there" is no error: it reads as `None`.
///
/// It can be cloned because one failed commit fails every unit of work of its group.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The driver or the database failed in a way that has no meaning of its own.
    #[error("the database failed")]
    Driver(#[source] DriverError),
    /// The row exists already, or points at one that is not there.
    #[error("it collides with what is stored ({constraint})")]
    Conflict {
        /// The table whose rule was broken, or `foreign key`.
        constraint: String,
    },
    /// The row was changed since it was read.
    #[error("{id} was changed by somebody else since version {version}")]
    Stale {
        /// Which row.
        id: String,
        /// The version the caller had read.
        version: i64,
    },
    /// A row holds what this program never writes, or what only a newer one understands.
    #[error("{table}.{column} of {id} cannot be read")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        id: String,
    },
    /// The cursor is not one that this list has given out.
    #[error("not a cursor of this list")]
    BadCursor,
    /// The disk is full. Reading goes on; writing goes on by itself once there is space.
    #[error("the disk with the database is full")]
    Full,
    /// The database may not be written to.
    #[error("the database is read-only")]
    ReadOnly,
    /// Too much else is going on; the same call may work in a moment.
    #[error("the database is busy")]
    Busy,
    /// There is no connection, or this store was closed.
    #[error("the database cannot be reached")]
    Unavailable(#[source] DriverError),
    /// The connection was lost during a commit: it may or may not have been saved.
    #[error("the connection was lost while saving, so whether it was saved is unknown")]
    OutcomeUnknown,
    /// An earlier statement of this unit of work failed, or it was held open for too long, so nothing of it is kept.
    #[error("an earlier step of the same unit of work failed")]
    Failed,
}

impl StoreError {
    /// Whether the same call may succeed later although nobody has changed anything.
    pub fn retryable(&self) -> bool {
        match self {
            Self::Busy | Self::Unavailable(_) => true,
            Self::Driver(_)
            | Self::Conflict { .. }
            | Self::Stale { .. }
            | Self::Inconsistent { .. }
            | Self::BadCursor
            | Self::Full
            | Self::ReadOnly
            | Self::OutcomeUnknown
            | Self::Failed => false,
        }
    }

    /// The store was closed.
    pub(crate) fn closed() -> Self {
        sqlx::Error::PoolClosed.into()
    }

    /// Whether fsync failed. What is on the disk is then unknown, and a second fsync that "works" would prove nothing.
    ///
    /// # Source
    /// `SQLITE_IOERR_FSYNC` and `SQLITE_IOERR_DIR_FSYNC`; on Linux a failed fsync drops the dirty pages and the next
    /// one reports success ("fsyncgate", 2018).
    pub(crate) fn is_fsync_failure(&self) -> bool {
        let Self::Driver(DriverError(source)) = self else { return false };
        matches!(sqlite_code(source), Some(1034 | 1290))
    }
}

/// What the database driver reported. Its text is for logs, never for a page.
#[derive(Debug, Clone)]
pub struct DriverError(pub(crate) Arc<sqlx::Error>);

impl std::fmt::Display for DriverError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for DriverError {}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database)
                if database.is_unique_violation() || database.is_foreign_key_violation() =>
            {
                Self::Conflict { constraint: constraint(&**database) }
            }
            sqlx::Error::Database(database) => match sqlite_code(&error) {
                Some(code) => from_sqlite(code, error),
                None => {
                    let code = database.code().map(std::borrow::Cow::into_owned).unwrap_or_default();
                    from_postgres(&code, error)
                }
            },
            sqlx::Error::Io(io) if io.kind() == std::io::ErrorKind::StorageFull => Self::Full,
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::Unavailable(DriverError(Arc::new(error))),
            _ => Self::Driver(DriverError(Arc::new(error))),
        }
    }
}

/// The table of a broken rule, said alike by both databases.
fn constraint(error: &dyn sqlx::error::DatabaseError) -> String {
    if error.is_foreign_key_violation() {
        return "foreign key".to_owned();
    }
    let named =
        error.message().split("constraint failed: ").nth(1).and_then(|columns| columns.split('.').next());
    error.table().or(named).unwrap_or("unique").to_owned()
}

/// The extended result code, if SQLite reported the error.
pub(crate) fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    let database = error.as_database_error()?;
    database.try_downcast_ref::<sqlx::sqlite::SqliteError>()?;
    database.code()?.parse().ok()
}

/// # Source
/// <https://sqlite.org/rescode.html>; the low byte is the primary code.
fn from_sqlite(code: i32, error: sqlx::Error) -> StoreError {
    match code & 0xff {
        5 | 6 => StoreError::Busy,
        8 => StoreError::ReadOnly,
        13 => StoreError::Full,
        14 => StoreError::Unavailable(DriverError(Arc::new(error))),
        _ => StoreError::Driver(DriverError(Arc::new(error))),
    }
}

/// # Source
/// PostgreSQL manual, appendix A, "PostgreSQL Error Codes".
fn from_postgres(code: &str, error: sqlx::Error) -> StoreError {
    match code {
        "53100" => StoreError::Full,
        "25006" => StoreError::ReadOnly,
        // Serialization failure, deadlock, lock time-out, statement time-out.
        "40001" | "40P01" | "55P03" | "57014" => StoreError::Busy,
        // Too many connections, idle session closed, shutting down, crashed, starting up.
        "53300" | "25P03" | "57P01" | "57P02" | "57P03" => {
            StoreError::Unavailable(DriverError(Arc::new(error)))
        }
        _ if code.starts_with("08") => StoreError::Unavailable(DriverError(Arc::new(error))),
        _ => StoreError::Driver(DriverError(Arc::new(error))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_passes_by_itself_is_retryable() {
        assert!(StoreError::Busy.retryable());
        assert!(StoreError::closed().retryable());
        for error in [StoreError::Full, StoreError::ReadOnly, StoreError::Failed, StoreError::OutcomeUnknown]
        {
            assert!(!error.retryable(), "{error}");
        }
    }

    #[test]
    fn a_message_does_not_repeat_its_source() {
        let error = StoreError::closed();
        let source = std::error::Error::source(&error).map(ToString::to_string).unwrap();
        assert!(!error.to_string().contains(&source), "{error}: {source}");
    }
}
