//! A full disk, another process that writes, a torn log.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use greenroom_store::{Location, StoreError};
use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::harness::{TestDb, at, draft, put_draft};

#[tokio::test]
async fn a_full_disk_stops_writing_and_nothing_else() {
    let mut db = TestDb::sqlite_with(|config| config.file_bytes_max = Some(60 * 4096)).await;
    let owner = db.person().await;
    let mut kept = Vec::new();
    let error = loop {
        let key = format!("k{}", kept.len());
        match put_draft(&db.store, &owner, &key, &"x".repeat(4000)).await {
            Ok(()) => kept.push(key),
            Err(error) => break error,
        }
        assert!(kept.len() < 200, "the limit does not hold");
    };
    assert!(matches!(error, StoreError::Full) && !error.retryable(), "{error:?}");
    assert!(kept.len() > 3);
    for key in &kept {
        assert!(draft(&db.store, &owner, key).await.is_some(), "{key} was confirmed");
    }

    // Space is freed, and writing goes on without a restart.
    let mut tx = db.begin().await;
    for key in kept.drain(..2) {
        assert!(tx.drafts(&owner).delete(&key).await.unwrap());
    }
    tx.commit().await.unwrap();
    put_draft(&db.store, &owner, "after", "x").await.unwrap();
    assert!(db.store.health(at(0)).await.is_well());
    db.reopen().await;
    for key in kept.iter().map(String::as_str).chain(["after"]) {
        assert!(draft(&db.store, &owner, key).await.is_some(), "{key} was confirmed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_full_disk_only_what_is_confirmed_is_there() {
    let mut db = TestDb::sqlite_with(|config| config.file_bytes_max = Some(80 * 4096)).await;
    let owner = db.person().await;
    let writers: Vec<_> = (0..32)
        .map(|writer| {
            let (store, owner) = (db.store.clone(), owner.clone());
            tokio::spawn(async move {
                let mut outcomes = BTreeMap::new();
                for round in 0..8 {
                    let key = format!("{writer}/{round}");
                    let outcome = put_draft(&store, &owner, &key, &"x".repeat(3000)).await;
                    assert!(
                        matches!(outcome, Ok(()) | Err(StoreError::Full | StoreError::Failed)),
                        "{outcome:?}"
                    );
                    outcomes.insert(key, outcome.is_ok());
                }
                outcomes
            })
        })
        .collect();
    let mut outcomes = BTreeMap::new();
    for writer in writers {
        outcomes.extend(writer.await.unwrap());
    }
    assert!(outcomes.values().any(|is_kept| *is_kept) && outcomes.values().any(|is_kept| !is_kept));
    db.reopen().await;
    for (key, is_kept) in outcomes {
        assert_eq!(draft(&db.store, &owner, &key).await.is_some(), is_kept, "{key}");
    }
}

#[tokio::test]
async fn another_process_that_writes_makes_it_busy_for_a_while() {
    let db = TestDb::sqlite_with(|config| config.wait_max = Duration::from_millis(100)).await;
    let owner = db.person().await;
    let mut other = SqliteConnection::connect(&format!("sqlite:{}", path(&db).display())).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let refused = put_draft(&db.store, &owner, "k", "x").await;
    assert!(matches!(refused, Err(StoreError::Busy)), "{refused:?}");
    assert_eq!(draft(&db.store, &owner, "k").await, None, "reading goes on");
    other.execute("ROLLBACK").await.unwrap();
    put_draft(&db.store, &owner, "k", "x").await.unwrap();
}

/// Each unit writes two rows. Whatever is left of the log, it is the first so many units, each whole.
#[tokio::test]
async fn a_torn_log_gives_a_prefix_of_whole_units() {
    const UNITS: usize = 12;
    let db = TestDb::sqlite().await;
    let owner = db.person().await;
    for unit in 0..UNITS {
        let mut tx = db.begin().await;
        tx.drafts(&owner).put(&format!("{unit}/a"), &"a".repeat(3000), at(0)).await.unwrap();
        tx.drafts(&owner).put(&format!("{unit}/b"), "b", at(0)).await.unwrap();
        tx.commit().await.unwrap();
    }
    let database = std::fs::read(path(&db)).unwrap();
    let log = std::fs::read(path(&db).with_extension("db-wal")).unwrap();
    assert!(log.len() > 50_000, "{}", log.len());

    let dir = tempfile::tempdir().unwrap();
    let mut shortest = UNITS;
    let mut longest = 0;
    for cut in (0..log.len()).step_by(1511) {
        let whole = units_in(dir.path(), &database, &log[..cut]).await;
        let mut flipped = log.clone();
        flipped[cut] ^= 0x40;
        let flipped = units_in(dir.path(), &database, &flipped).await;
        assert!(flipped >= whole, "a flipped byte costs no more than what follows it");
        shortest = shortest.min(whole);
        longest = longest.max(whole);
    }
    assert_eq!(units_in(dir.path(), &database, &log).await, UNITS);
    assert!(shortest == 0 && longest >= UNITS - 2, "{shortest} to {longest}");
}

/// Opens a copy and counts the units, which must be the first ones and each have both rows.
async fn units_in(dir: &Path, database: &[u8], log: &[u8]) -> usize {
    let path = dir.join("copy.db");
    std::fs::write(&path, database).unwrap();
    std::fs::write(path.with_extension("db-wal"), log).unwrap();
    std::fs::remove_file(path.with_extension("db-shm")).ok();
    let mut copy = SqliteConnection::connect(&format!("sqlite:{}", path.display())).await.unwrap();
    let tables: Vec<(String,)> = sqlx::query_as("SELECT name FROM sqlite_schema WHERE name = 'drafts'")
        .fetch_all(&mut copy)
        .await
        .unwrap();
    let mut keys: Vec<(String,)> = Vec::new();
    if !tables.is_empty() {
        keys = sqlx::query_as("SELECT key FROM drafts").fetch_all(&mut copy).await.unwrap();
    }
    let (sound,): (String,) = sqlx::query_as("PRAGMA integrity_check").fetch_one(&mut copy).await.unwrap();
    assert_eq!(sound, "ok");
    copy.close().await.unwrap();
    let units = keys.len() / 2;
    for unit in 0..units {
        for part in ["a", "b"] {
            assert!(keys.contains(&(format!("{unit}/{part}"),)), "{unit}/{part} is missing of {units} units");
        }
    }
    assert_eq!(keys.len() % 2, 0, "half a unit");
    units
}

fn path(db: &TestDb) -> &Path {
    let Location::Sqlite(path) = &db.config.location else { panic!("not SQLite") };
    path
}
