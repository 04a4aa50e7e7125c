//! What can only be brought about from inside: the outer `COMMIT` fails, the outer transaction is lost.

use std::time::Duration;

use sqlx::{ConnectOptions as _, Executor as _};

use super::{GroupWriter, Limits, Unit};
use crate::{StoreError, StoreResult};

const LIMITS: Limits = Limits {
    wait_max: Duration::from_secs(5),
    unit_max: Duration::from_secs(5),
    group_max: 64,
    group_open_max: Duration::from_secs(60),
};

async fn writer() -> GroupWriter {
    let mut connection =
        sqlx::sqlite::SqliteConnectOptions::new().foreign_keys(true).connect().await.unwrap();
    let schema = "CREATE TABLE parents (id INTEGER PRIMARY KEY); \
        CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)";
    connection.execute(schema).await.unwrap();
    GroupWriter::start(connection, LIMITS)
}

async fn run(unit: &Unit, statement: &'static str) {
    unit.connection().await.unwrap().connection.execute(statement).await.unwrap();
}

async fn count(writer: &GroupWriter) -> i64 {
    let unit = writer.begin().await.unwrap();
    let mut slot = unit.connection().await.unwrap();
    let (count,) =
        sqlx::query_as("SELECT COUNT(*) FROM parents").fetch_one(&mut slot.connection).await.unwrap();
    count
}

/// Two units of one group: the first adds a row, the second does `bad`; gives what each was told.
async fn together(writer: &GroupWriter, bad: &'static str) -> (StoreResult<()>, StoreResult<()>) {
    let first = writer.begin().await.unwrap();
    run(&first, "INSERT INTO parents VALUES (1)").await;
    let second = async {
        let second = writer.begin().await.unwrap();
        run(&second, bad).await;
        second.commit().await
    };
    // Polled in this order, the second is in the queue before the first hands itself in.
    let (second, first) = tokio::join!(second, first.commit());
    (first, second)
}

#[tokio::test]
async fn if_the_commit_fails_every_member_fails_and_the_next_group_works() {
    let writer = writer().await;
    // The reference is checked at COMMIT only, so every unit is released without complaint.
    let (first, second) = together(&writer, "INSERT INTO children VALUES (99)").await;
    assert!(matches!(first, Err(StoreError::Conflict { .. })), "{first:?}");
    assert!(matches!(second, Err(StoreError::Conflict { .. })), "{second:?}");
    assert_eq!(count(&writer).await, 0);
    let stats = writer.stats();
    assert_eq!((stats.commits, stats.units), (0, 2));

    let (first, second) = together(&writer, "INSERT INTO parents VALUES (2)").await;
    assert!(first.is_ok() && second.is_ok(), "{first:?} {second:?}");
    assert_eq!(count(&writer).await, 2);
    let stats = writer.stats();
    assert_eq!((stats.commits, stats.largest_group), (1, 2));
}

#[tokio::test]
async fn if_the_transaction_is_lost_every_member_fails_and_the_next_group_works() {
    let writer = writer().await;
    // As SQLite itself does it when it must, for example for want of space.
    let (first, second) = together(&writer, "ROLLBACK").await;
    assert!(first.is_err() && second.is_err(), "{first:?} {second:?}");
    assert_eq!(count(&writer).await, 0);
    let (first, second) = together(&writer, "INSERT INTO parents VALUES (2)").await;
    assert!(first.is_ok() && second.is_ok(), "{first:?} {second:?}");
    assert_eq!(count(&writer).await, 2);
}

#[tokio::test]
async fn members_hear_why_the_transaction_was_lost() {
    let writer = writer().await;
    let first = writer.begin().await.unwrap();
    let second = async {
        let second = writer.begin().await.unwrap();
        {
            let mut slot = second.connection().await.unwrap();
            slot.note(&StoreError::Full);
            slot.connection.execute("ROLLBACK").await.unwrap();
        }
        drop(second);
    };
    let ((), first) = tokio::join!(second, first.commit());
    assert!(matches!(first, Err(StoreError::Full)), "{first:?}");
}

#[tokio::test]
async fn the_outcome_is_unknown_if_the_task_is_gone() {
    let writer = writer().await;
    let unit = writer.begin().await.unwrap();
    writer.task.lock().await.take().unwrap().abort();
    let outcome = unit.commit().await;
    assert!(matches!(outcome, Err(StoreError::OutcomeUnknown | StoreError::Failed)), "{outcome:?}");
    assert!(matches!(writer.begin().await, Err(StoreError::Unavailable(_))));
}
