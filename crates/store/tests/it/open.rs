//! Opening: what is created, what is refused, and what the refusals say.

use greenroom_store::{Access, Config, OpenError, Store};
use sqlx::{Connection as _, Executor as _, PgConnection, SqliteConnection};

use crate::harness::{TestDb, at, contract, draft, postgres_config, put_draft};

async fn refusal(config: Config) -> OpenError {
    let error = Store::open(config).await.expect_err("this is not to be opened");
    let sentence = error.to_string();
    assert!(sentence.ends_with('.') && sentence.len() > 20, "a sentence that says what to do: {sentence}");
    error
}

contract! {
    async fn a_newer_database_is_refused(db) {
        let newer = if db.is_sqlite() { "x''" } else { "''" };
        db.raw(format!(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
             VALUES (9001, 'later', true, {newer}, 0)"
        ))
        .await;
        let error = refusal(Config { access: Access::Shared, ..db.config.clone() }).await;
        assert!(matches!(error, OpenError::Newer { found: 9001, known: 1 }), "{error:?}");
    }

    async fn a_changed_migration_is_refused(db) {
        let other = if db.is_sqlite() { "x'00'" } else { "'\\x00'" };
        db.raw(format!("UPDATE _sqlx_migrations SET checksum = {other}")).await;
        db.raw("UPDATE _sqlx_migrations SET version = 0".to_owned()).await;
        let error = refusal(Config { access: Access::Shared, ..db.config.clone() }).await;
        assert!(matches!(error, OpenError::Changed { step: 0 }), "{error:?}");
    }

    async fn what_was_written_is_there_after_a_restart(db) {
        let owner = db.person().await;
        put_draft(&db.store, &owner, "k", "kept").await.unwrap();
        db.store.close().await;
        let store = Store::open(Config { access: Access::Shared, ..db.config.clone() }).await.unwrap();
        assert_eq!(draft(&store, &owner, "k").await.as_deref(), Some("kept"));
        store.close().await;
    }
}

/// Opens a new database eight times at the same moment.
async fn open_at_once(config: &Config) {
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let config = Config { access: Access::Shared, connections: 2, ..config.clone() };
            tokio::spawn(async move { Store::open(config).await })
        })
        .collect();
    for task in tasks {
        let store = task.await.unwrap().unwrap();
        assert!(store.health(at(0)).await.is_well());
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_may_open_a_new_file_at_once() {
    let dir = tempfile::tempdir().unwrap();
    open_at_once(&Config::sqlite(dir.path().join("new.db"), Access::Shared)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_may_open_a_new_schema_at_once() {
    let Some((config, (url, name))) = postgres_config().await else { return };
    open_at_once(&config).await;
    let mut connection = PgConnection::connect(&url).await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(format!("DROP SCHEMA {name} CASCADE"))).await.unwrap();
}

#[tokio::test]
async fn one_server_per_file_and_commands_beside_it() {
    let db = TestDb::sqlite().await;
    let error = refusal(db.config.clone()).await;
    assert!(matches!(error, OpenError::Locked { .. }), "{error:?}");

    let owner = db.person().await;
    let command = Store::open(Config { access: Access::Shared, ..db.config.clone() }).await.unwrap();
    put_draft(&command, &owner, "k", "from a command").await.unwrap();
    assert_eq!(draft(&db.store, &owner, "k").await.as_deref(), Some("from a command"));
    command.close().await;

    let TestDb { store, config, dir: _dir, .. } = db;
    store.close().await;
    drop(store);
    Store::open(config).await.unwrap().close().await;
}

#[tokio::test]
async fn a_command_does_not_migrate_under_a_running_server() {
    let db = TestDb::sqlite().await;
    db.raw("DROP TABLE _sqlx_migrations".to_owned()).await;
    let opening = Store::open(Config { access: Access::Shared, ..db.config.clone() });
    let waited = tokio::time::timeout(std::time::Duration::from_millis(300), opening).await;
    assert!(waited.is_err(), "it waits for the server to end");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("letter.txt");
    let letter = "Dear Sir or Madam, ".repeat(500);
    std::fs::write(&path, &letter).unwrap();
    let error = refusal(Config::sqlite(&path, Access::Serve)).await;
    assert!(matches!(error, OpenError::NotADatabase { .. }), "{error:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
}

#[tokio::test]
async fn a_database_of_another_program_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    for statement in ["CREATE TABLE bookmarks (url TEXT)", "PRAGMA application_id = 7"] {
        let path = dir.path().join(format!("{}.db", statement.len()));
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
        connection.execute(statement).await.unwrap();
        connection.close().await.unwrap();
        let error = refusal(Config::sqlite(&path, Access::Serve)).await;
        assert!(matches!(error, OpenError::AnotherProgram { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_place_that_cannot_be_reached_is_named_without_its_password() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("file"), "x").unwrap();
    let error = refusal(Config::sqlite(dir.path().join("file/greenroom.db"), Access::Serve)).await;
    assert!(matches!(error, OpenError::Unreachable { .. }), "{error:?}");

    let url = "postgres://ada:hunter2@127.0.0.1:1/greenroom";
    let config = Config::postgres(url, Access::Serve);
    assert!(!format!("{config:?}").contains("hunter2"));
    let error = refusal(config).await;
    assert!(matches!(error, OpenError::Unreachable { .. }), "{error:?}");
    assert!(!format!("{error:?} {error}").contains("hunter2"), "{error:?}");

    let error = refusal(Config::postgres("localhost:5432", Access::Serve)).await;
    assert!(matches!(error, OpenError::Address), "{error:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn new_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("data/greenroom.db");
    let store = Store::open(Config::sqlite(&path, Access::Serve)).await.unwrap();
    assert!(store.health(at(0)).await.is_well());
    let mode = |name: &str| {
        let file = dir.path().join("data").join(name);
        std::fs::metadata(&file).unwrap_or_else(|error| panic!("{name}: {error}")).permissions().mode()
            & 0o777
    };
    assert_eq!(mode(""), 0o700);
    for name in ["greenroom.db", "greenroom.db-wal", "greenroom.db-shm", "greenroom.db.lock"] {
        assert_eq!(mode(name), 0o600, "{name}");
    }
}

#[tokio::test]
async fn closing_writes_the_log_back() {
    let mut db = TestDb::sqlite().await;
    let owner = db.person().await;
    put_draft(&db.store, &owner, "k", "kept").await.unwrap();
    assert!(db.store.describe().await.unwrap().log_bytes > 0);
    db.store.close().await;
    let greenroom_store::Location::Sqlite(path) = &db.config.location else { panic!() };
    let mut log = path.clone().into_os_string();
    log.push("-wal");
    assert!(!std::path::Path::new(&log).exists());
    db.reopen().await;
    assert_eq!(draft(&db.store, &owner, "k").await.as_deref(), Some("kept"));
}
