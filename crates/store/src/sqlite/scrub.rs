//! Making deleted rows unreadable on the disk, and closing the file in good order.

use std::time::Duration;

use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::{StoreResult, sql};

/// How often the log is tried again while a reader still needs it, and the pause between.
const CHECKPOINT_TRIES: u32 = 20;
const CHECKPOINT_PAUSE: Duration = Duration::from_millis(50);

/// Makes what was deleted unreadable on the disk.
///
/// `secure_delete` has already overwritten the rows in their pages with zeros; `VACUUM` then drops free pages, and the
/// log, which still holds the pages as they were, is written back and cut to nothing.
pub(crate) async fn scrub(connection: &mut SqliteConnection) -> StoreResult<()> {
    checkpoint(connection).await?;
    connection.execute(sql::sqlite::VACUUM).await?;
    checkpoint(connection).await
}

/// Writes the log back into the file and truncates it. Readers that need the log delay it, so it is tried a few times.
pub(crate) async fn checkpoint(connection: &mut SqliteConnection) -> StoreResult<()> {
    for _ in 0..CHECKPOINT_TRIES {
        let (busy, _, _) =
            sqlx::query_as::<_, (i64, i64, i64)>(sql::sqlite::CHECKPOINT).fetch_one(&mut *connection).await?;
        if busy == 0 {
            return Ok(());
        }
        tokio::time::sleep(CHECKPOINT_PAUSE).await;
    }
    tracing::warn!("a long read keeps the database's log from being truncated; it will be next time");
    Ok(())
}

/// Refreshes the planner's statistics where they are stale, writes the log back and closes the connection.
pub(crate) async fn close(mut connection: SqliteConnection) -> StoreResult<()> {
    connection.execute(sql::sqlite::OPTIMIZE).await?;
    // Busy only if another process reads; SQLite then leaves the log for whoever closes last.
    connection.execute(sql::sqlite::CHECKPOINT).await?;
    connection.close().await.map_err(Into::into)
}
