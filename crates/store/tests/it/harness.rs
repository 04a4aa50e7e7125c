//! A fresh database for each test, and values to put into it.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, Waker};

use greenroom_core::{Bar, Entropy, EvaluationId, InterviewId, PersonId, Slug, Span, Timestamp};
use greenroom_grading::{Evaluation, Feedback, KeyPointVerdict, LevelBar, Outcome, Score, Verdict};
use greenroom_store::{
    Access, Config, EvaluationRecord, InterviewRecord, Kind, Location, Origin, Store, StoreResult, WriteTx,
};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqliteConnection};

/// Writes a test once and runs it on both databases: `name::sqlite` and `name::postgres`.
macro_rules! contract {
    ($($(#[$doc:meta])* async fn $name:ident($db:ident) $body:block)*) => {$(
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn check($db: &$crate::harness::TestDb) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let db = $crate::harness::TestDb::sqlite().await;
                check(&db).await;
                db.remove().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(db) = $crate::harness::TestDb::postgres().await else { return };
                check(&db).await;
                db.remove().await;
            }
        }
    )*};
}

pub(crate) use contract;

/// A database of its own for one test.
pub(crate) struct TestDb {
    pub(crate) store: Store,
    pub(crate) config: Config,
    pub(crate) dir: Option<tempfile::TempDir>,
    schema: Option<(String, String)>,
}

impl TestDb {
    /// A new SQLite file, with the usual limits.
    pub(crate) async fn sqlite() -> Self {
        Self::sqlite_with(|_| {}).await
    }

    /// A new SQLite file, with other limits.
    pub(crate) async fn sqlite_with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut config = Config::sqlite(dir.path().join("greenroom.db"), Access::Serve);
        change(&mut config);
        let store = Store::open(config.clone()).await.unwrap();
        Self { store, config, dir: Some(dir), schema: None }
    }

    /// A new schema on the PostgreSQL server for tests; `None`, said aloud, if there is no server.
    pub(crate) async fn postgres() -> Option<Self> {
        let (config, schema) = postgres_config().await?;
        let store = Store::open(config.clone()).await.unwrap();
        Some(Self { store, config, dir: None, schema: Some(schema) })
    }

    /// Closes the store and opens it again, as after a restart.
    pub(crate) async fn reopen(&mut self) {
        self.store.close().await;
        self.store = Store::open(Config { access: Access::Shared, ..self.config.clone() }).await.unwrap();
    }

    /// Takes everything away again.
    pub(crate) async fn remove(self) {
        self.store.close().await;
        if let Some((url, name)) = self.schema {
            let mut connection = PgConnection::connect(&url).await.unwrap();
            let drop = AssertSqlSafe(format!("DROP SCHEMA {name} CASCADE"));
            connection.execute(drop).await.unwrap();
        }
    }

    /// A person to own things.
    pub(crate) async fn person(&self) -> PersonId {
        let id = person_id();
        self.raw(format!(
            "INSERT INTO people (id, created_at, settings, version) VALUES ('{id}', {}, \
             '{{\"v\":1,\"doc\":{{\"theme\":\"day\",\"shortcuts\":true,\"first_visit_done\":false}}}}', 1)",
            next()
        ))
        .await;
        id
    }

    /// Runs a statement past the store.
    pub(crate) async fn raw(&self, statement: String) {
        match &self.config.location {
            Location::Sqlite(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).foreign_keys(false);
                let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
                connection.execute(AssertSqlSafe(statement)).await.unwrap();
                connection.close().await.unwrap();
            }
            Location::Postgres(url) => {
                let mut connection = PgConnection::connect(url).await.unwrap();
                connection.execute(AssertSqlSafe(statement)).await.unwrap();
                connection.close().await.unwrap();
            }
        }
    }

    /// Opens a unit of work.
    pub(crate) async fn begin(&self) -> WriteTx {
        self.store.begin_write().await.unwrap()
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.store.kind() == Kind::Sqlite
    }
}

/// A new schema, and the configuration to open it with.
pub(crate) async fn postgres_config() -> Option<(Config, (String, String))> {
    let Ok(url) = std::env::var("GREENROOM_TEST_POSTGRES") else {
        assert_ne!(
            std::env::var("GREENROOM_REQUIRE_POSTGRES").as_deref(),
            Ok("1"),
            "GREENROOM_REQUIRE_POSTGRES is 1 but GREENROOM_TEST_POSTGRES is not set"
        );
        eprintln!("skipped on PostgreSQL: GREENROOM_TEST_POSTGRES is not set");
        return None;
    };
    let name = format!("test_{}_{}", std::process::id(), next());
    let mut connection = PgConnection::connect(&url).await.unwrap();
    connection.execute(AssertSqlSafe(format!("CREATE SCHEMA {name}"))).await.unwrap();
    connection.close().await.unwrap();
    let sign = if url.contains('?') { '&' } else { '?' };
    let mut config = Config::postgres(format!("{url}{sign}options=-csearch_path%3D{name}"), Access::Serve);
    config.connections = 4;
    Some((config, (url, name)))
}

/// Counts up, for everything that must differ.
pub(crate) fn next() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

struct Counted;

impl Entropy for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for (byte, value) in bytes.iter_mut().rev().zip(next().to_le_bytes()) {
            *byte = value;
        }
    }
}

pub(crate) fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(1_764_000_000_000 + millis)
}

pub(crate) fn person_id() -> PersonId {
    PersonId::generate(at(0), &mut Counted)
}

pub(crate) fn interview_id() -> InterviewId {
    InterviewId::generate(at(0), &mut Counted)
}

pub(crate) fn evaluation_id() -> EvaluationId {
    EvaluationId::generate(at(0), &mut Counted)
}

pub(crate) fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}

pub(crate) fn interview(created: i64) -> InterviewRecord {
    InterviewRecord::new(interview_id(), Bar::Mid, "Backend engineer", "Caching and friends", at(created))
}

pub(crate) fn evaluation(question: &str, total: u8, created: i64) -> EvaluationRecord {
    EvaluationRecord {
        id: evaluation_id(),
        question: slug(question),
        interview: None,
        origin: Origin::Practice,
        replaces: None,
        answer: "The client sends a key \u{1F511}".to_owned(),
        evaluation: Evaluation {
            outcome: Outcome::Scored(Score {
                total,
                coverage: 50,
                accuracy: 100,
                depth: 30,
                structure: 70,
                level: LevelBar {
                    reached: Some(Bar::Junior),
                    next: Some(Bar::Mid),
                    gap: vec![slug("expiry")],
                },
            }),
            key_points: vec![KeyPointVerdict {
                id: slug("same-key"),
                weight: 3,
                bar: Bar::Junior,
                verdict: Verdict::Covered,
                evidence: vec![Span::new(4, 10)],
                confidence: 90,
            }],
            misconceptions: Vec::new(),
            guards: Vec::new(),
            feedback: Feedback { summary: "A start.".to_owned(), ..Feedback::default() },
            confidence: 80,
        },
        engine: "greenroom-rules".to_owned(),
        engine_version: "1".to_owned(),
        rubric_revision: "abc123".to_owned(),
        created_at: at(created),
    }
}

/// Saves a draft in a unit of work of its own.
pub(crate) async fn put_draft(store: &Store, owner: &PersonId, key: &str, text: &str) -> StoreResult<()> {
    let mut tx = store.begin_write().await?;
    tx.drafts(owner).put(key, text, at(0)).await?;
    tx.commit().await
}

/// The text of a draft, as somebody else sees it.
pub(crate) async fn draft(store: &Store, owner: &PersonId, key: &str) -> Option<String> {
    store.read().drafts(owner).find(key).await.unwrap().map(|draft| draft.text)
}

/// Polls a future once, so that it has sent off its request, and says whether it is done.
pub(crate) fn poll_once<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}
