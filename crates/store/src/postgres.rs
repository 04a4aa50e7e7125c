//! PostgreSQL: one pool, ordinary transactions. The server does its own group commit.

use std::str::FromStr as _;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, PgPool};

use crate::{Config, OpenError, StoreError, migrate};

/// How long one statement may take. Our choice: every statement of the store is a look-up by key; one that takes
/// longer waits for a lock or for a sick server.
const STATEMENT_MAX_MS: &str = "5000";

/// An open database.
pub(crate) struct Postgres {
    /// Host, port and name; no password.
    pub(crate) place: String,
    pub(crate) pool: PgPool,
}

impl Postgres {
    /// Connects to `url` and migrates as needed.
    pub(crate) async fn open(url: &str, config: &Config) -> Result<Self, OpenError> {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(OpenError::Address);
        }
        let options =
            PgConnectOptions::from_str(url).map_err(|_| OpenError::Address)?.application_name("greenroom");
        let name = options.get_database().unwrap_or_else(|| options.get_username());
        let place = format!("{}:{}/{name}", options.get_host(), options.get_port());
        let fails = |error: sqlx::Error| match StoreError::from(error) {
            StoreError::Driver(error) | StoreError::Unavailable(error) => {
                OpenError::Unreachable { place: place.clone(), source: StoreError::Unavailable(error) }
            }
            other => OpenError::Store(other),
        };

        // Without the statement time-out: a migration may take as long as it needs.
        let mut connection = tokio::time::timeout(config.wait_max, options.connect())
            .await
            .unwrap_or(Err(sqlx::Error::PoolTimedOut))
            .map_err(fails)?;
        let migrated = migrate::run_postgres(&mut connection).await;
        connection.close().await.map_err(fails)?;
        migrated?;

        let idle_max_ms = config.unit_max.as_millis().to_string();
        let options = options.options([
            ("statement_timeout", STATEMENT_MAX_MS),
            ("idle_in_transaction_session_timeout", idle_max_ms.as_str()),
        ]);
        let pool = PgPoolOptions::new()
            .max_connections(config.connections)
            .acquire_timeout(config.wait_max)
            .connect_with(options)
            .await
            .map_err(fails)?;
        Ok(Self { place, pool })
    }
}
