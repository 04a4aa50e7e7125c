//! On what a statement runs: a connection of a reader pool, or the one of an open unit of work, of either database.

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection};
use tokio::sync::MutexGuard;

use crate::sqlite::group::Slot;
use crate::{StoreError, StoreResult};

/// Something that statements run on: a [`Reader`](crate::Reader) or a [`WriteTx`](crate::WriteTx).
///
/// Nobody else can be one, as the supertrait is private.
pub trait Session: sealed::Connects {}

pub(crate) mod sealed {
    use super::{Running, StoreResult};

    /// The part of [`Session`](super::Session) that stays in this crate.
    pub trait Connects: Send {
        /// Gets hold of a connection for one statement.
        fn connect(&mut self) -> impl Future<Output = StoreResult<Running<'_>>> + Send;
    }
}

/// One statement under way.
pub struct Running<'c> {
    on: On<'c>,
    failed: Option<&'c mut bool>,
}

/// The connection of either database.
pub(crate) enum On<'c> {
    Sqlite(SqliteHeld<'c>),
    Postgres(PostgresHeld<'c>),
}

/// A connection to SQLite.
pub(crate) enum SqliteHeld<'c> {
    Pooled(PoolConnection<Sqlite>),
    Unit(MutexGuard<'c, Slot>),
}

/// A connection to PostgreSQL.
pub(crate) enum PostgresHeld<'c> {
    Pooled(PoolConnection<Postgres>),
    Unit(&'c mut PgConnection),
}

impl<'c> Running<'c> {
    /// A statement that reads, on its own.
    pub(crate) fn alone(on: On<'c>) -> Self {
        Self { on, failed: None }
    }

    /// A statement of a unit of work.
    ///
    /// `failed` is set while the statement runs and stays set unless it succeeds, so that a failed or abandoned
    /// statement fails the unit. PostgreSQL does that by itself. SQLite would carry on with the rest, or, where it had
    /// to roll back the whole transaction, commit each further statement on its own.
    pub(crate) fn in_unit(on: On<'c>, failed: &'c mut bool) -> Self {
        *failed = true;
        Self { on, failed: Some(failed) }
    }

    /// The connection.
    pub(crate) fn on(&mut self) -> &mut On<'c> {
        &mut self.on
    }

    /// Ends the statement with what came of it.
    pub(crate) fn settle<T>(mut self, outcome: Result<T, sqlx::Error>) -> StoreResult<T> {
        let outcome = outcome.map_err(StoreError::from);
        match (&outcome, self.failed) {
            (Ok(_), Some(failed)) => *failed = false,
            (Err(error), Some(_)) => {
                if let On::Sqlite(SqliteHeld::Unit(slot)) = &mut self.on {
                    slot.note(error);
                }
            }
            (_, None) => {}
        }
        outcome
    }
}

impl Deref for SqliteHeld<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Unit(slot) => &slot.connection,
        }
    }
}

impl DerefMut for SqliteHeld<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Unit(slot) => &mut slot.connection,
        }
    }
}

impl Deref for PostgresHeld<'_> {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Unit(connection) => connection,
        }
    }
}

impl DerefMut for PostgresHeld<'_> {
    fn deref_mut(&mut self) -> &mut PgConnection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Unit(connection) => connection,
        }
    }
}

/// Runs one statement on whichever database the session has: the same text, the same parameters, two drivers.
macro_rules! on_session {
    ($session:expr, |$connection:ident: $Db:ident| $call:expr) => {{
        let mut running = $crate::session::sealed::Connects::connect(&mut $session).await?;
        let outcome = match running.on() {
            $crate::session::On::Sqlite(held) => {
                type $Db = sqlx::Sqlite;
                let $connection = &mut **held;
                $call.await
            }
            $crate::session::On::Postgres(held) => {
                type $Db = sqlx::Postgres;
                let $connection = &mut **held;
                $call.await
            }
        };
        running.settle(outcome)
    }};
}

/// Runs a statement and gives the number of rows it touched.
macro_rules! execute {
    ($session:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::session::on_session!($session, |connection: Db| async {
            sqlx::query::<Db>($sql)$(.bind($value))*.execute(connection).await.map(|done| done.rows_affected())
        })
    };
}

/// Runs a query that finds one row or none.
macro_rules! fetch_optional {
    ($session:expr, $Row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::session::on_session!($session, |connection: Db| async {
            sqlx::query_as::<Db, $Row>($sql)$(.bind($value))*.fetch_optional(connection).await
        })
    };
}

/// Runs a query that always gives one row.
macro_rules! fetch_one {
    ($session:expr, $Row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::session::on_session!($session, |connection: Db| async {
            sqlx::query_as::<Db, $Row>($sql)$(.bind($value))*.fetch_one(connection).await
        })
    };
}

/// Runs a query that gives any number of rows; its text holds the limit.
macro_rules! fetch_all {
    ($session:expr, $Row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::session::on_session!($session, |connection: Db| async {
            sqlx::query_as::<Db, $Row>($sql)$(.bind($value))*.fetch_all(connection).await
        })
    };
}

/// Declares a row and how it is read from either database, by column names.
macro_rules! row {
    ($(#[$doc:meta])* $Row:ident { $($column:ident: $Type:ty),* $(,)? }) => {
        $(#[$doc])*
        pub(crate) struct $Row { $(pub(crate) $column: $Type),* }

        $crate::session::row!(@read sqlx::sqlite::SqliteRow, $Row, $($column),*);
        $crate::session::row!(@read sqlx::postgres::PgRow, $Row, $($column),*);
    };
    (@read $Raw:ty, $Row:ident, $($column:ident),*) => {
        impl sqlx::FromRow<'_, $Raw> for $Row {
            fn from_row(row: &$Raw) -> sqlx::Result<Self> {
                use sqlx::Row as _;
                Ok(Self { $($column: row.try_get(stringify!($column))?),* })
            }
        }
    };
}

pub(crate) use {execute, fetch_all, fetch_one, fetch_optional, on_session, row};
