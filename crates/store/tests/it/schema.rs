//! The registry and the schema: the same on both databases.

use std::collections::BTreeSet;

use greenroom_store::{Kind, Location, statements};
use sqlx::{Connection as _, Executor as _, PgConnection, SqlSafeStr as _, SqliteConnection};

use crate::harness::TestDb;

#[tokio::test]
async fn every_statement_can_be_prepared_on_sqlite() {
    let db = TestDb::sqlite().await;
    let mut connection = sqlite(&db).await;
    for statement in statements(Kind::Sqlite) {
        // SAVEPOINT and the like need what stands before them only when they run.
        let prepared = connection.prepare(statement.text.into_sql_str()).await;
        assert!(prepared.is_ok(), "{}: {}", statement.name, prepared.unwrap_err());
    }
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_postgres() {
    let Some(db) = TestDb::postgres().await else { return };
    let mut connection = postgres(&db).await;
    for statement in statements(Kind::Postgres) {
        let prepared = connection.prepare(statement.text.into_sql_str()).await;
        assert!(prepared.is_ok(), "{}: {}", statement.name, prepared.unwrap_err());
    }
    connection.close().await.unwrap();
    db.remove().await;
}

#[test]
fn names_of_statements_are_unique() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let all = statements(kind);
        let names: BTreeSet<_> = all.iter().map(|statement| statement.name).collect();
        assert_eq!(names.len(), all.len());
    }
}

/// Every way to find rows has an index: no statement of the store reads a whole table of anybody's rows.
#[tokio::test]
async fn no_statement_scans_a_table() {
    let db = TestDb::sqlite().await;
    let mut connection = sqlite(&db).await;
    // These look at everything on purpose: doctor's counts, the oldest of the few people, the one row of the probe, and
    // once at a start the keys of the last day.
    let whole = [
        "COUNTS",
        "PROBE_READ",
        "PERSON_OLDEST",
        "SCHEMA_VERSION",
        "APPLIED_MIGRATIONS",
        "IDEMPOTENCY_RELEASE",
    ];
    for statement in statements(Kind::Sqlite) {
        let is_query = ["SELECT", "UPDATE", "DELETE"].iter().any(|verb| statement.text.starts_with(verb));
        if !is_query
            || whole.contains(&statement.name)
            || statement.text.contains("sqlite_")
            || statement.text.contains("pragma_")
        {
            continue;
        }
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.text));
        let plan: Vec<(i64, i64, i64, String)> =
            sqlx::query_as(explain).fetch_all(&mut connection).await.unwrap();
        for (_, _, _, step) in plan {
            let scans = step.starts_with("SCAN")
                && !step.contains("counted")
                && !step.contains("(subquery")
                && !step.contains("CONSTANT ROW");
            assert!(!scans, "{}: {step}", statement.name);
        }
    }
}

/// A column as both databases tell of it: table, name, type, whether it may be missing.
type Column = (String, String, String, bool);

#[tokio::test]
async fn the_schema_is_the_same_on_both() {
    let Some(there) = TestDb::postgres().await else { return };
    let here = TestDb::sqlite().await;
    let (mut lite, mut pg) = (sqlite(&here).await, postgres(&there).await);

    let lite_columns: Vec<Column> = sqlx::query_as(
        "SELECT t.name, c.name, lower(c.type), c.\"notnull\" = 0 FROM sqlite_schema t, pragma_table_info(t.name) c \
         WHERE t.type = 'table' AND t.name NOT LIKE '\\_%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite%' \
         ORDER BY t.name, c.name",
    )
    .fetch_all(&mut lite)
    .await
    .unwrap();
    let pg_columns: Vec<Column> = sqlx::query_as(
        "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'YES' \
         FROM information_schema.columns WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_%' \
         ORDER BY table_name::text COLLATE \"C\", column_name::text COLLATE \"C\"",
    )
    .fetch_all(&mut pg)
    .await
    .unwrap();
    assert!(lite_columns.len() > 40);
    assert_eq!(lite_columns, pg_columns);
    for (table, column, kind, _) in &lite_columns {
        let portable = ["text", "bigint", "boolean", "double precision"].contains(&kind.as_str());
        assert!(portable, "{table}.{column} is {kind}");
    }

    assert_eq!(sqlite_indexes(&mut lite).await, postgres_indexes(&mut pg).await);
    assert_eq!(sqlite_references(&mut lite).await, postgres_references(&mut pg).await);
    pg.close().await.unwrap();
    there.remove().await;
}

/// Which columns are indexed, and whether they are a unique key. The names of automatic indexes differ.
async fn sqlite_indexes(connection: &mut SqliteConnection) -> BTreeSet<(String, String, bool)> {
    sqlx::query_as::<_, (String, String, bool)>(
        "SELECT t.name, (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) \
         ORDER BY seqno)), i.\"unique\" FROM sqlite_schema t, pragma_index_list(t.name) i \
         WHERE t.type = 'table' AND t.name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    .fetch_all(connection)
    .await
    .unwrap()
    .into_iter()
    .collect()
}

async fn postgres_indexes(connection: &mut PgConnection) -> BTreeSet<(String, String, bool)> {
    sqlx::query_as::<_, (String, String, bool)>(
        "SELECT tablename::text, substring(indexdef from '\\((.*)\\)'), indexdef LIKE 'CREATE UNIQUE%' FROM pg_indexes \
         WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_%'",
    )
    .fetch_all(connection)
    .await
    .unwrap()
    .into_iter()
    .collect()
}

/// Which table refers to which, by how many columns, and what happens on delete.
async fn sqlite_references(connection: &mut SqliteConnection) -> BTreeSet<(String, String, i64, bool)> {
    sqlx::query_as::<_, (String, String, i64, bool)>(
        "SELECT t.name, f.\"table\", COUNT(*), f.on_delete = 'CASCADE' FROM sqlite_schema t, \
         pragma_foreign_key_list(t.name) f WHERE t.type = 'table' GROUP BY t.name, f.id, f.\"table\", f.on_delete",
    )
    .fetch_all(connection)
    .await
    .unwrap()
    .into_iter()
    .collect()
}

async fn postgres_references(connection: &mut PgConnection) -> BTreeSet<(String, String, i64, bool)> {
    sqlx::query_as::<_, (String, String, i64, bool)>(
        "SELECT c.conrelid::regclass::text, c.confrelid::regclass::text, cardinality(c.conkey)::bigint, \
         c.confdeltype = 'c' FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace",
    )
    .fetch_all(connection)
    .await
    .unwrap()
    .into_iter()
    .collect()
}

async fn sqlite(db: &TestDb) -> SqliteConnection {
    let Location::Sqlite(path) = &db.config.location else { panic!("not SQLite") };
    SqliteConnection::connect(&format!("sqlite:{}", path.display())).await.unwrap()
}

async fn postgres(db: &TestDb) -> PgConnection {
    let Location::Postgres(url) = &db.config.location else { panic!("not PostgreSQL") };
    PgConnection::connect(url).await.unwrap()
}
