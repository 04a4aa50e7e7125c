//! "One server per database file", by a lock of the operating system on a file beside it.
//!
//! The lock goes with the process, however it ends, so there is nothing to clean up after a crash.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::OpenError;

const PAUSE: Duration = Duration::from_millis(20);

/// Held as long as it lives.
#[derive(Debug)]
pub(crate) struct ServerLock {
    _file: File,
}

impl ServerLock {
    /// Takes the lock of the database at `database`, trying for up to `patience`: a command that migrates holds it for
    /// a moment.
    ///
    /// # Errors
    /// [`OpenError::Locked`] if a server has it.
    pub(crate) async fn take(database: &Path, patience: Duration) -> Result<Self, OpenError> {
        let path = path_beside(database);
        let mut options = OpenOptions::new();
        options.create(true).write(true).truncate(false);
        super::open::owner_only(&mut options);
        let file = options.open(&path).map_err(|error| OpenError::from_io(error, database))?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if started.elapsed() < patience => {
                    tokio::time::sleep(PAUSE).await;
                }
                Err(TryLockError::WouldBlock) => return Err(OpenError::Locked { path: database.to_owned() }),
                Err(TryLockError::Error(error)) => return Err(OpenError::from_io(error, database)),
            }
        }
    }
}

/// `greenroom.db` has its lock in `greenroom.db.lock`.
fn path_beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}
