//! Opening the file: the checks, the settings, the connections.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, SqlitePool};

use super::group::{GroupWriter, Limits};
use super::lock::ServerLock;
use crate::{Access, Config, OpenError, StoreError, migrate, sql};

/// The oldest library that is trusted with data: earlier ones may corrupt the file when two connections write or
/// checkpoint.
///
/// # Source
/// SQLite 3.51.3 release notes, 13 March 2026: "WAL-reset" bug in 3.7.0 to 3.51.2.
pub(crate) const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// The mark that our migrations write into the file's header: `GRNM`.
const APPLICATION_ID: i64 = 0x4752_4e4d;

/// How long two programs that open the same file at the same moment wait for each other.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a server waits for a command that migrates.
const SERVE_PATIENCE: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(20);

/// How much of the log is kept on disk after a checkpoint: enough not to grow it anew each time.
const LOG_KEPT_BYTES: &str = "16777216";

/// SQLite's usual page, and the most pages that a file may have.
const PAGE_BYTES: u32 = 4096;
const PAGES_MAX: u64 = 0xffff_fffe;

/// An open file.
pub(crate) struct Sqlite {
    pub(crate) path: PathBuf,
    pub(crate) readers: SqlitePool,
    pub(crate) writer: GroupWriter,
    _lock: Option<ServerLock>,
}

impl Sqlite {
    /// Opens `path`, creating and migrating it as needed.
    pub(crate) async fn open(path: &Path, config: &Config) -> Result<Self, OpenError> {
        check_library().await?;
        prepare_file(path)?;
        let lock = match config.access {
            Access::Serve => Some(ServerLock::take(path, SERVE_PATIENCE).await?),
            Access::Shared => None,
        };
        let options = writer_options(path, config);
        let mut connection = connect(&options, path).await?;
        check_settings(&mut connection, path).await?;
        migrate(&mut connection, path, lock.is_some()).await?;
        if lock.is_some() {
            release_keys(&mut connection, path).await?;
        }
        let readers = SqlitePoolOptions::new()
            .max_connections(config.connections)
            .min_connections(1)
            .acquire_timeout(config.wait_max)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(reader_options(path, config))
            .await
            .map_err(|error| OpenError::from_driver(error, path))?;
        let limits = Limits {
            wait_max: config.wait_max,
            unit_max: config.unit_max,
            group_max: config.group_max.max(1),
            group_open_max: config.group_open_max,
        };
        let writer = GroupWriter::start(connection, limits);
        Ok(Self { path: path.to_owned(), readers, writer, _lock: lock })
    }

    /// Closes the readers first, so that the writer can write the whole log back.
    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Asks the library itself, not the header it was compiled against.
async fn check_library() -> Result<(), OpenError> {
    let mut connection = SqliteConnectOptions::new().connect().await.map_err(StoreError::from)?;
    let (found,): (String,) =
        sqlx::query_as(sql::sqlite::VERSION).fetch_one(&mut connection).await.map_err(StoreError::from)?;
    connection.close().await.map_err(StoreError::from)?;
    if is_new_enough(&found) { Ok(()) } else { Err(OpenError::TooOldSqlite { found }) }
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= OLDEST_SQLITE
}

/// Creates the folder and the file, for their owner only. SQLite gives the log and its index the file's mode.
fn prepare_file(path: &Path) -> Result<(), OpenError> {
    let fails = |error| OpenError::from_io(error, path);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        create_folder(folder).map_err(fails)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    owner_only(&mut options);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(fails(error)),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn create_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// A new file is readable and writable for its owner only.
#[cfg(unix)]
pub(super) fn owner_only(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
pub(super) fn owner_only(_options: &mut OpenOptions) {}

fn common_options(path: &Path, config: &Config) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(config.wait_max)
        .pragma("trusted_schema", "OFF")
        .pragma("mmap_size", "0")
        .pragma("temp_store", "MEMORY")
}

/// The one connection that writes. `FULL` waits for the disk at each commit: `NORMAL` loses confirmed rows when the
/// power fails (measured: 993 of 2,990).
fn writer_options(path: &Path, config: &Config) -> SqliteConnectOptions {
    let pages_max = config.file_bytes_max.map_or(PAGES_MAX, |bytes| bytes / u64::from(PAGE_BYTES));
    common_options(path, config)
        .page_size(PAGE_BYTES)
        .pragma("max_page_count", pages_max.to_string())
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "ON")
        .pragma("journal_size_limit", LOG_KEPT_BYTES)
        .thread_name(|_| "store-writer".to_owned())
}

/// A connection that reads and cannot write, not even by mistake.
fn reader_options(path: &Path, config: &Config) -> SqliteConnectOptions {
    common_options(path, config)
        .pragma("query_only", "ON")
        .thread_name(|number| format!("store-reader-{number}"))
}

/// Connects, patiently: switching a new file to WAL needs it alone for a moment, and SQLite does not wait for that.
async fn connect(options: &SqliteConnectOptions, path: &Path) -> Result<SqliteConnection, OpenError> {
    let started = Instant::now();
    loop {
        match options.connect().await {
            Ok(connection) => return Ok(connection),
            Err(error) => match OpenError::from_driver(error, path) {
                OpenError::Store(StoreError::Busy) if started.elapsed() < PATIENCE => {
                    tokio::time::sleep(PAUSE).await;
                }
                error => return Err(error),
            },
        }
    }
}

/// Asks what was set. SQLite passes over a setting that it cannot follow, such as WAL on a network drive.
async fn check_settings(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let settings: (String, i64, i64, i64) = sqlx::query_as(sql::sqlite::SETTINGS)
        .fetch_one(connection)
        .await
        .map_err(|error| OpenError::from_driver(error, path))?;
    match (settings.0.as_str(), settings.1, settings.2, settings.3) {
        // Write-ahead log, synchronous FULL, foreign keys and secure delete.
        ("wal", 2, 1, 1) => Ok(()),
        _ => Err(OpenError::Unsafe { path: path.to_owned() }),
    }
}

/// Frees the idempotency keys of requests that a server before us had begun and not done: with the lock in our hands,
/// nobody can be at work on them.
async fn release_keys(connection: &mut SqliteConnection, path: &Path) -> Result<(), OpenError> {
    let released = sqlx::query(sql::IDEMPOTENCY_RELEASE).execute(connection).await;
    match released.map_err(|error| OpenError::from_driver(error, path)) {
        // Reading goes on with a full disk; the keys are then free when their lease is over.
        Ok(_) | Err(OpenError::Full { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Brings the schema up to date, or finds that it is somebody else's.
///
/// A command that is newer than a running server must not change the schema under it, so migrating needs the server's
/// lock.
async fn migrate(connection: &mut SqliteConnection, path: &Path, is_locked: bool) -> Result<(), OpenError> {
    let fails = |error| OpenError::from_driver(error, path);
    let (mark,): (i64,) =
        sqlx::query_as(sql::sqlite::APPLICATION_ID).fetch_one(&mut *connection).await.map_err(fails)?;
    let (tables,): (i64,) =
        sqlx::query_as(sql::sqlite::TABLES).fetch_one(&mut *connection).await.map_err(fails)?;
    if mark != APPLICATION_ID && (mark != 0 || tables > 0) {
        return Err(OpenError::AnotherProgram { path: path.to_owned() });
    }
    let fails = |error| match error {
        OpenError::Store(error) => OpenError::from_store(error, path),
        error => error,
    };
    if migrate::is_up_to_date_sqlite(connection).await.map_err(fails)? {
        return Ok(());
    }
    let _lock = if is_locked { None } else { Some(ServerLock::take(path, PATIENCE).await?) };
    migrate::run_sqlite(connection).await.map_err(fails)
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn versions_are_compared_as_numbers() {
        for good in ["3.51.3", "3.52.0", "3.100.0", "4.0"] {
            assert!(is_new_enough(good), "{good}");
        }
        for bad in ["3.51.2", "3.9.99", "", "x"] {
            assert!(!is_new_enough(bad), "{bad}");
        }
    }
}
