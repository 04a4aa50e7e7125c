//! Group commit on SQLite, as seen from outside. What needs to reach inside is in `src/sqlite/group/tests.rs`.

use std::pin::pin;
use std::time::Duration;

use greenroom_core::PersonId;
use greenroom_store::{Config, StoreError, WriteTx};

use crate::harness::{TestDb, at, draft, interview, poll_once, put_draft};

/// Patient enough that a slow machine never splits a group in two.
fn patient(config: &mut Config) {
    config.group_open_max = Duration::from_secs(60);
    config.unit_max = Duration::from_secs(60);
}

async fn put(tx: &mut WriteTx, owner: &PersonId, key: &str) {
    tx.drafts(owner).put(key, "x", at(0)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_writers_share_commits_and_all_is_durable() {
    let mut db = TestDb::sqlite().await;
    let owner = db.person().await;
    let writers: Vec<_> = (0..64)
        .map(|writer| {
            let (store, owner) = (db.store.clone(), owner.clone());
            tokio::spawn(async move {
                for round in 0..4 {
                    put_draft(&store, &owner, &format!("{writer}/{round}"), "kept").await.unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let stats = db.store.write_stats();
    assert_eq!((stats.units, stats.rollbacks), (256, 0));
    assert!(stats.commits < 128, "{stats:?}");
    assert!(stats.largest_group <= 64, "{stats:?}");
    db.reopen().await;
    for writer in 0..64 {
        for round in 0..4 {
            assert!(
                draft(&db.store, &owner, &format!("{writer}/{round}")).await.is_some(),
                "{writer}/{round}"
            );
        }
    }
}

#[tokio::test]
async fn a_lone_writer_commits_at_once() {
    let db = TestDb::sqlite().await;
    let owner = db.person().await;
    for count in 1..=3 {
        put_draft(&db.store, &owner, "k", "x").await.unwrap();
        assert_eq!(db.store.write_stats().commits, count);
    }
}

#[tokio::test]
async fn a_group_of_one_gives_each_its_own_commit() {
    let db = TestDb::sqlite_with(|config| config.group_max = 1).await;
    let owner = db.person().await;
    let first = db.begin().await;
    let mut second = pin!(db.store.begin_write());
    assert!(poll_once(second.as_mut()).is_pending());
    let mut first = first;
    put(&mut first, &owner, "1").await;
    first.commit().await.unwrap();
    let mut second = second.await.unwrap();
    put(&mut second, &owner, "2").await;
    second.commit().await.unwrap();
    let stats = db.store.write_stats();
    assert_eq!((stats.units, stats.commits, stats.largest_group), (2, 2, 1));
}

/// A, B and C travel together; what becomes of B must not touch A and C.
async fn with_a_bad_one_in_the_middle(bad: impl AsyncFnOnce(WriteTx, &PersonId)) {
    let mut db = TestDb::sqlite_with(patient).await;
    let owner = db.person().await;
    let store = db.store.clone();
    let mut a = db.begin().await;
    let mut b = pin!(store.begin_write());
    let mut c = pin!(store.begin_write());
    assert!(poll_once(b.as_mut()).is_pending() && poll_once(c.as_mut()).is_pending(), "they wait");
    put(&mut a, &owner, "a").await;
    let mut a = pin!(a.commit());
    assert!(poll_once(a.as_mut()).is_pending(), "A is not confirmed before the group is");

    let mut b = b.await.unwrap();
    assert!(b.drafts(&owner).find("a").await.unwrap().is_some());
    assert_eq!(draft(&db.store, &owner, "a").await, None, "nobody outside sees A yet");
    put(&mut b, &owner, "b").await;
    bad(b, &owner).await;

    let mut c = c.await.unwrap();
    put(&mut c, &owner, "c").await;
    let (a, c) = tokio::join!(a, c.commit());
    a.unwrap();
    c.unwrap();
    let stats = db.store.write_stats();
    assert_eq!((stats.units, stats.commits, stats.largest_group), (2, 1, 2));
    db.reopen().await;
    for (key, is_kept) in [("a", true), ("b", false), ("c", true)] {
        assert_eq!(draft(&db.store, &owner, key).await.is_some(), is_kept, "{key}");
    }
}

#[tokio::test]
async fn a_dropped_unit_takes_only_itself_back() {
    with_a_bad_one_in_the_middle(async |unit, _| drop(unit)).await;
}

#[tokio::test]
async fn a_failed_unit_takes_only_itself_back() {
    with_a_bad_one_in_the_middle(async |mut unit, owner| {
        let record = interview(1);
        unit.interviews(owner).insert(&record).await.unwrap();
        let again = unit.interviews(owner).insert(&record).await;
        assert!(matches!(again, Err(StoreError::Conflict { .. })), "{again:?}");
        let committed = unit.commit().await;
        assert!(matches!(committed, Err(StoreError::Failed)), "{committed:?}");
    })
    .await;
}

#[tokio::test]
async fn a_unit_whose_statement_was_abandoned_takes_only_itself_back() {
    with_a_bad_one_in_the_middle(async |mut unit, owner| {
        let mut drafts = unit.drafts(owner);
        let mut statement = pin!(drafts.put("b", "y", at(1)));
        let _ = poll_once(statement.as_mut());
    })
    .await;
}

#[tokio::test]
async fn a_commit_that_was_never_polled_takes_only_itself_back() {
    with_a_bad_one_in_the_middle(async |unit, _| drop(unit.commit())).await;
}

#[tokio::test]
async fn a_commit_that_is_abandoned_underway_stops_nobody() {
    let db = TestDb::sqlite().await;
    let owner = db.person().await;
    let mut unit = db.begin().await;
    put(&mut unit, &owner, "k").await;
    {
        let mut commit = pin!(unit.commit());
        assert!(poll_once(commit.as_mut()).is_pending());
    }
    put_draft(&db.store, &owner, "next", "x").await.unwrap();
    // It was handed in before, so it is kept, although nobody was there to hear of it.
    assert!(draft(&db.store, &owner, "k").await.is_some());
}

#[tokio::test]
async fn who_no_longer_waits_does_not_get_a_turn() {
    let db = TestDb::sqlite().await;
    let owner = db.person().await;
    let mut holder = db.begin().await;
    for _ in 0..100 {
        let mut waiter = Box::pin(db.store.begin_write());
        assert!(poll_once(waiter.as_mut()).is_pending());
    }
    put(&mut holder, &owner, "k").await;
    holder.commit().await.unwrap();
    put_draft(&db.store, &owner, "next", "x").await.unwrap();
}

#[tokio::test]
async fn a_unit_that_is_held_too_long_is_taken_away() {
    let db = TestDb::sqlite_with(|config| config.unit_max = Duration::from_millis(50)).await;
    let owner = db.person().await;
    let mut slow = db.begin().await;
    put(&mut slow, &owner, "slow").await;
    put_draft(&db.store, &owner, "next", "x").await.unwrap();
    let late = slow.drafts(&owner).find("slow").await;
    assert!(matches!(late, Err(StoreError::Failed)), "{late:?}");
    assert!(matches!(slow.commit().await, Err(StoreError::Failed)));
    assert_eq!(draft(&db.store, &owner, "slow").await, None);
}

#[tokio::test]
async fn who_waits_too_long_hears_that_it_is_busy() {
    let db = TestDb::sqlite_with(|config| config.wait_max = Duration::from_millis(50)).await;
    let holder = db.begin().await;
    let waited = db.store.begin_write().await;
    assert!(matches!(&waited, Err(error @ StoreError::Busy) if error.retryable()));
    drop(holder);
    let owner = db.person().await;
    put_draft(&db.store, &owner, "k", "x").await.unwrap();
}

#[tokio::test]
async fn a_unit_that_is_open_while_the_store_closes_is_finished() {
    let mut db = TestDb::sqlite().await;
    let owner = db.person().await;
    let mut unit = db.begin().await;
    let store = db.store.clone();
    let closing = tokio::spawn(async move { store.close().await });
    tokio::task::yield_now().await;
    put(&mut unit, &owner, "k").await;
    unit.commit().await.unwrap();
    closing.await.unwrap();
    db.reopen().await;
    assert!(draft(&db.store, &owner, "k").await.is_some());
}
