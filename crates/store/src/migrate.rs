//! Migrations: forward only, numbered alike on both databases, embedded in the binary.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{Connection as _, PgConnection, SqlSafeStr as _, SqliteConnection};

use crate::{OpenError, StoreError, sql};

/// One step: its number, its name, its text for SQLite and for PostgreSQL.
struct Step {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! steps {
    ($($number:literal $file:literal),* $(,)?) => {
        [$(Step {
            number: $number,
            name: $file,
            sqlite: include_str!(concat!("../migrations/sqlite/", $file, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $file, ".sql")),
        }),*]
    };
}

/// All steps, in order. A released step is never edited: its checksum is stored with the database and compared.
const STEPS: &[Step] = &steps![1 "0001_first"];

/// The schema this program knows.
pub(crate) fn newest() -> i64 {
    STEPS.last().map_or(0, |step| step.number)
}

fn migrator(text: impl Fn(&Step) -> &'static str) -> Migrator {
    Migrator::with_migrations(
        STEPS
            .iter()
            .map(|step| {
                let sql = text(step).into_sql_str();
                Migration::new(step.number, step.name.into(), MigrationType::Simple, sql, false)
            })
            .collect(),
    )
}

/// Whether nothing is to be done. Takes no lock, so that a command can start beside a server.
///
/// # Errors
/// The database is newer than this program, or has another history.
pub(crate) async fn is_up_to_date_sqlite(connection: &mut SqliteConnection) -> Result<bool, OpenError> {
    let (tables,): (i64,) = sqlx::query_as(sql::sqlite::HAS_MIGRATIONS)
        .fetch_one(&mut *connection)
        .await
        .map_err(StoreError::from)?;
    if tables == 0 {
        return Ok(false);
    }
    let applied: Vec<(i64, Vec<u8>)> =
        sqlx::query_as(sql::APPLIED_MIGRATIONS).fetch_all(connection).await.map_err(StoreError::from)?;
    if let Some((found, _)) = applied.last().filter(|(found, _)| *found > newest()) {
        return Err(OpenError::Newer { found: *found, known: newest() });
    }
    let known = migrator(|step| step.sqlite);
    for (number, checksum) in &applied {
        if !known.iter().any(|step| step.version == *number && *step.checksum == **checksum) {
            return Err(OpenError::Changed { step: *number });
        }
    }
    Ok(applied.len() == STEPS.len())
}

/// Runs what is missing, in one transaction that has the write lock from its start: a second program that opens the
/// file meanwhile waits and then finds everything done. (`sqlx` itself takes no lock on SQLite.)
pub(crate) async fn run_sqlite(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let mut transaction = connection.begin_with(sql::sqlite::BEGIN).await.map_err(StoreError::from)?;
    match migrator(|step| step.sqlite).run_direct(None, &mut *transaction, false).await {
        Ok(()) => Ok(transaction.commit().await.map_err(StoreError::from)?),
        Err(error) => {
            let found =
                sqlx::query_as::<_, (Option<i64>,)>(sql::SCHEMA_VERSION).fetch_one(&mut *transaction).await;
            transaction.rollback().await.map_err(StoreError::from)?;
            Err(explain(error, found))
        }
    }
}

/// Runs what is missing, under an advisory lock that `sqlx` takes. The connection is for this purpose only: if a step
/// fails, the lock goes with it.
pub(crate) async fn run_postgres(connection: &mut PgConnection) -> Result<(), OpenError> {
    match migrator(|step| step.postgres).run_direct(None, &mut *connection, false).await {
        Ok(()) => Ok(()),
        Err(error) => {
            let found = sqlx::query_as::<_, (Option<i64>,)>(sql::SCHEMA_VERSION).fetch_one(connection).await;
            Err(explain(error, found))
        }
    }
}

/// Says what a failed migration means.
fn explain(error: MigrateError, found: sqlx::Result<(Option<i64>,)>) -> OpenError {
    let found = found.ok().and_then(|(version,)| version).unwrap_or(0);
    match error {
        MigrateError::VersionMissing(_) if found > newest() => OpenError::Newer { found, known: newest() },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            StoreError::from(error).into()
        }
        MigrateError::VersionMismatch(step)
        | MigrateError::VersionMissing(step)
        | MigrateError::Dirty(step) => OpenError::Changed { step },
        other => StoreError::from(sqlx::Error::Migrate(Box::new(other))).into(),
    }
}
