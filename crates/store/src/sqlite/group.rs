//! Group commit: how many units of work share one wait for the disk.
//!
//! # Why
//!
//! A commit is worth something only once the disk has confirmed it, and with `synchronous=FULL` that is an fsync per
//! commit: a millisecond on a good disk, ten on a bad one, and SQLite has one writer at a time. The usual way out,
//! `synchronous=NORMAL`, loses answers that were already acknowledged when the power fails. The honest way out is to
//! let those who wait anyway travel together.
//!
//! # How
//!
//! One task owns the writer connection and everything that concerns the outer transaction. A unit of work is a
//! savepoint inside it:
//!
//! ```text
//!            BEGIN IMMEDIATE
//!   unit A   SAVEPOINT unit   insert ...   RELEASE unit       A waits
//!   unit B   SAVEPOINT unit   insert ...   ROLLBACK TO unit   B was dropped: only B is undone
//!   unit C   SAVEPOINT unit   insert ...   RELEASE unit       C waits
//!            COMMIT  -> one fsync                             A and C are told, with the same outcome
//! ```
//!
//! After each unit the task looks whether somebody else is waiting. If so, they join; if not, it commits at once. So a
//! lone writer waits for nothing but its own fsync, and while an fsync runs the next group gathers by itself: there is
//! no timer to tune.
//!
//! # What holds
//!
//! - `commit()` returns `Ok` only after the outer `COMMIT` has. If that fails, every member fails with its error.
//! - A unit that is dropped, fails or takes longer than `unit_max` loses its own savepoint and nothing else.
//! - Nothing here depends on the caller's future being polled again: the caller sends its verdict through a channel or
//!   drops the channel, both of which the task sees. A cancelled future can neither leave the group open nor stop it.
//! - A group is bounded: `group_max` units, and no newcomers after `group_open_max`, so that nobody waits for strangers.
//! - SQLite may have to roll back the whole transaction when the disk is full. Then `RELEASE` finds no savepoint, and
//!   the members hear the reason that the failing statement gave.
//! - After a failed fsync nobody can say what is on the disk. The writer stops for good and the health check says so;
//!   a restart recovers from the log.
//!
//! One thing it cannot mend: a statement's future that is neither polled nor dropped keeps the connection. Then
//! newcomers hear `Busy`, and the health check reports it.
//!
//! A member may read what an earlier member wrote, as both use one connection. That is sound, because the later one is
//! never confirmed without the earlier one. Everybody else sees a group's rows only after its `COMMIT`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::{Executor as _, SqliteConnection};
use tokio::sync::{Mutex, MutexGuard, mpsc, oneshot};
use tokio::task::JoinHandle;

use super::scrub;
use crate::{StoreError, StoreResult, WriteStats, sql};

/// How many may wait for the writer before newcomers are told at once that it is busy.
const QUEUE_MAX: usize = 1024;

/// The writer connection, and which unit may use it at the moment.
pub(crate) struct Slot {
    pub(crate) connection: SqliteConnection,
    /// The number of the unit that is under way; no unit has the number 0.
    turn: u64,
    /// The first error that a statement of this group met.
    cause: Option<StoreError>,
}

impl Slot {
    /// Leaves the cause for the group, in case SQLite has given up the whole transaction.
    pub(crate) fn note(&mut self, error: &StoreError) {
        self.cause.get_or_insert_with(|| error.clone());
    }

    async fn execute(&mut self, statement: &'static str) -> StoreResult<()> {
        self.connection.execute(statement).await.map(|_| ()).map_err(StoreError::from)
    }
}

/// Told when the outer transaction has ended, and how.
type Confirmation = oneshot::Sender<StoreResult<()>>;

/// Waits for its turn.
type Waiter = oneshot::Sender<StoreResult<Unit>>;

enum Request {
    Unit(Waiter),
    /// Makes what was deleted unreadable on the disk; cannot run inside a transaction.
    Scrub(oneshot::Sender<StoreResult<()>>),
}

/// A unit of work under way: a savepoint. Dropping it rolls it back.
pub(crate) struct Unit {
    slot: Arc<Mutex<Slot>>,
    turn: u64,
    verdict: oneshot::Sender<Confirmation>,
}

impl Unit {
    /// The connection, for one statement.
    ///
    /// # Errors
    /// `Failed` if the unit was held open for too long and was taken away.
    pub(crate) async fn connection(&self) -> StoreResult<MutexGuard<'_, Slot>> {
        let slot = self.slot.lock().await;
        if slot.turn == self.turn { Ok(slot) } else { Err(StoreError::Failed) }
    }

    /// Hands the unit to its group and waits until it is durable.
    pub(crate) async fn commit(self) -> StoreResult<()> {
        let (confirmation, confirmed) = oneshot::channel();
        self.verdict.send(confirmation).map_err(|_| StoreError::Failed)?;
        // The task drops a confirmation only if the whole runtime is torn down around it.
        confirmed.await.unwrap_or(Err(StoreError::OutcomeUnknown))
    }
}

/// The way to the writer task.
pub(crate) struct GroupWriter {
    requests: std::sync::Mutex<Option<mpsc::Sender<Request>>>,
    task: Mutex<Option<JoinHandle<()>>>,
    stats: Arc<std::sync::Mutex<WriteStats>>,
    wait_max: Duration,
}

impl GroupWriter {
    /// Starts the task that owns `connection`.
    pub(crate) fn start(connection: SqliteConnection, limits: Limits) -> Self {
        let (sender, receiver) = mpsc::channel(QUEUE_MAX);
        let stats = Arc::new(std::sync::Mutex::new(WriteStats::default()));
        let writer = Writer {
            slot: Arc::new(Mutex::new(Slot { connection, turn: 0, cause: None })),
            requests: receiver,
            stats: Arc::clone(&stats),
            limits,
            turns: 0,
            stopped: None,
        };
        Self {
            requests: std::sync::Mutex::new(Some(sender)),
            task: Mutex::new(Some(tokio::spawn(writer.run()))),
            stats,
            wait_max: limits.wait_max,
        }
    }

    /// Waits for a turn to write.
    pub(crate) async fn begin(&self) -> StoreResult<Unit> {
        let (waiter, turn) = oneshot::channel();
        self.send(Request::Unit(waiter))?;
        match tokio::time::timeout(self.wait_max, turn).await {
            Ok(answer) => answer.unwrap_or_else(|_| Err(StoreError::closed())),
            Err(_) => Err(StoreError::Busy),
        }
    }

    /// Makes what was deleted unreadable on the disk.
    pub(crate) async fn scrub(&self) -> StoreResult<()> {
        let (done, scrubbed) = oneshot::channel();
        self.send(Request::Scrub(done))?;
        scrubbed.await.unwrap_or_else(|_| Err(StoreError::closed()))
    }

    /// What has been written so far.
    pub(crate) fn stats(&self) -> WriteStats {
        *lock(&self.stats)
    }

    /// Takes no further work, finishes what was accepted and closes the connection, which checkpoints the log.
    pub(crate) async fn close(&self) {
        drop(lock(&self.requests).take());
        if let Some(task) = self.task.lock().await.take()
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the writer task has failed");
        }
    }

    fn send(&self, request: Request) -> StoreResult<()> {
        let requests = lock(&self.requests);
        let sender = requests.as_ref().ok_or_else(StoreError::closed)?;
        sender.try_send(request).map_err(|refused| match refused {
            mpsc::error::TrySendError::Full(_) => StoreError::Busy,
            mpsc::error::TrySendError::Closed(_) => StoreError::closed(),
        })
    }
}

/// Locks for a few instructions that cannot panic, so a poisoned lock holds nothing half done.
fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The bounds of the writer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) wait_max: Duration,
    pub(crate) unit_max: Duration,
    pub(crate) group_max: usize,
    pub(crate) group_open_max: Duration,
}

/// The task.
struct Writer {
    slot: Arc<Mutex<Slot>>,
    requests: mpsc::Receiver<Request>,
    stats: Arc<std::sync::Mutex<WriteStats>>,
    limits: Limits,
    turns: u64,
    /// Why nothing is written any more.
    stopped: Option<StoreError>,
}

impl Writer {
    async fn run(mut self) {
        let mut left_over = None;
        loop {
            let request = match left_over.take() {
                Some(request) => request,
                None => match self.requests.recv().await {
                    Some(request) => request,
                    None => break,
                },
            };
            match request {
                Request::Unit(waiter) => left_over = self.group(waiter).await,
                Request::Scrub(done) => {
                    let outcome = scrub::scrub(&mut self.slot.lock().await.connection).await;
                    done.send(outcome).ok();
                }
            }
        }
        self.close().await;
    }

    /// Runs one outer transaction, from the first waiter to the commit. Gives back a request that ended the group
    /// because it cannot be part of one.
    async fn group(&mut self, first: Waiter) -> Option<Request> {
        if first.is_closed() {
            return None;
        }
        if let Some(refusal) = self.open().await.err() {
            first.send(Err(refusal)).ok();
            return None;
        }
        let opened = Instant::now();
        let mut members = Vec::new();
        let mut outcome = Ok(());
        let mut next = Some(first);
        let mut left_over = None;
        let mut units = 0;
        while let Some(waiter) = next.take() {
            units += 1;
            match self.unit(waiter).await {
                Ok(member) => members.extend(member),
                Err(error) => {
                    outcome = Err(error);
                    break;
                }
            }
            if units < self.limits.group_max && opened.elapsed() < self.limits.group_open_max {
                match self.requests.try_recv() {
                    Ok(Request::Unit(waiter)) => next = Some(waiter),
                    Ok(other) => left_over = Some(other),
                    Err(_) => {}
                }
            }
        }
        let outcome = self.end(outcome, members.len()).await;
        for member in members {
            member.send(outcome.clone()).ok();
        }
        left_over
    }

    /// Opens the outer transaction. `IMMEDIATE` takes the write lock now, where waiting for it is possible; a deferred
    /// transaction that starts to write later fails without waiting.
    async fn open(&mut self) -> StoreResult<()> {
        if let Some(stopped) = &self.stopped {
            return Err(stopped.clone());
        }
        let mut slot = self.slot.lock().await;
        slot.cause = None;
        slot.execute(sql::sqlite::BEGIN).await
    }

    /// Runs one unit of work inside the open transaction; gives its confirmation channel if it is to be kept.
    ///
    /// # Errors
    /// The outer transaction is lost, with everything in it.
    async fn unit(&mut self, waiter: Waiter) -> StoreResult<Option<Confirmation>> {
        self.turns += 1;
        let turn = self.turns;
        {
            let mut slot = self.slot.lock().await;
            if let Err(error) = slot.execute(sql::sqlite::SAVEPOINT).await {
                waiter.send(Err(error.clone())).ok();
                return Err(error);
            }
            slot.turn = turn;
        }
        let (verdict, decided) = oneshot::channel();
        // If the asker is gone, the unit comes back inside the error and is dropped here: the verdict is a rollback.
        waiter.send(Ok(Unit { slot: Arc::clone(&self.slot), turn, verdict })).ok();
        let decision = decide(decided, self.limits.unit_max).await;

        // A statement that is still running holds the lock, and one that was abandoned is ahead in the driver's queue.
        let mut slot = self.slot.lock().await;
        slot.turn = 0;
        let (keep, statements): (_, &[&'static str]) = match decision {
            Some(confirmation) => (Some(confirmation), &[sql::sqlite::RELEASE]),
            None => (None, &[sql::sqlite::ROLLBACK_TO, sql::sqlite::RELEASE]),
        };
        for statement in statements {
            if let Err(error) = slot.execute(statement).await {
                let error = slot.cause.take().unwrap_or(error);
                if let Some(confirmation) = keep {
                    confirmation.send(Err(error.clone())).ok();
                }
                return Err(error);
            }
        }
        if keep.is_some() {
            lock(&self.stats).units += 1;
        }
        // A failure that cost only its own savepoint is nobody else's cause.
        slot.cause = None;
        Ok(keep)
    }

    /// Ends the outer transaction: commits it if it stands and somebody wants it kept.
    async fn end(&mut self, so_far: StoreResult<()>, members: usize) -> StoreResult<()> {
        let mut slot = self.slot.lock().await;
        let outcome = match so_far {
            Ok(()) if members > 0 => slot.execute(sql::sqlite::COMMIT).await,
            other => other,
        };
        if members > 0 && outcome.is_ok() {
            let mut stats = lock(&self.stats);
            stats.commits += 1;
            stats.largest_group = stats.largest_group.max(members as u64);
            return outcome;
        }
        lock(&self.stats).rollbacks += 1;
        // Fails where SQLite has rolled back already; either way no transaction is open afterwards.
        slot.execute(sql::sqlite::ROLLBACK).await.ok();
        if let Err(error) = &outcome
            && error.is_fsync_failure()
        {
            tracing::error!(%error, "fsync has failed: nothing more is written until the server is restarted");
            self.stopped = Some(error.clone());
        }
        outcome
    }

    async fn close(self) {
        // Units that were cut off by the end of their holders may still keep the slot alive; then the connection is
        // closed when the last of them goes.
        if let Ok(slot) = Arc::try_unwrap(self.slot)
            && let Err(error) = scrub::close(slot.into_inner().connection).await
        {
            tracing::warn!(%error, "the database could not be closed in an orderly way; it recovers when it is opened");
        }
    }
}

/// Waits for a unit's verdict: to be kept, or `None` if it was dropped or takes too long.
async fn decide(mut verdict: oneshot::Receiver<Confirmation>, unit_max: Duration) -> Option<Confirmation> {
    if let Ok(decision) = tokio::time::timeout(unit_max, &mut verdict).await {
        return decision.ok();
    }
    tracing::warn!(?unit_max, "a unit of work was held open for too long and is rolled back");
    // One that was handed in at the last moment counts; after `close` none can be.
    verdict.close();
    verdict.try_recv().ok()
}

#[cfg(test)]
mod tests;
