//! Everything that is kept, on SQLite or PostgreSQL: the only crate of Greenroom with SQL.
//!
//! There is one [`Store`] and one text for each statement; an enum chooses the driver. Rows belong to a person and are
//! reached through the person, so a forgotten check cannot show somebody else's: their row reads as not there.
//!
//! ```no_run
//! # use greenroom_core::{PersonId, Timestamp};
//! # use greenroom_store::{Access, Config, Store};
//! # async fn example(owner: PersonId, now: Timestamp) -> Result<(), Box<dyn std::error::Error>> {
//! let store = Store::open(Config::sqlite("greenroom.db", Access::Serve)).await?;
//!
//! let mut tx = store.begin_write().await?;
//! tx.drafts(&owner).put("question/idempotency", "The client sends a key", now).await?;
//! tx.commit().await?; // dropped without this, it would never have happened
//!
//! let draft = store.read().drafts(&owner).find("question/idempotency").await?;
//! # Ok(())
//! # }
//! ```
//!
//! What is written is on the disk when `commit` returns, and on SQLite units of work that wait at the same moment share
//! the wait: see `sqlite/group.rs` for how that is done.

mod columns;
mod config;
mod documents;
mod drafts;
mod erase;
mod error;
mod evaluations;
mod health;
mod idempotency;
mod interviews;
mod migrate;
mod open_error;
mod people;
mod postgres;
mod reader;
mod session;
mod settings;
mod sql;
mod sqlite;
mod store;
mod tx;

pub use config::{Access, Config, Kind, Location};
pub use drafts::{Draft, Drafts};
pub use erase::Erased;
pub use error::{DriverError, StoreError, StoreResult};
pub use evaluations::{
    EvaluationCounts, EvaluationFilter, EvaluationRecord, Evaluations, LatestEvaluation, Origin,
};
pub use health::{Description, Health};
pub use idempotency::{Begun, Idempotency, StoredResponse};
pub use interviews::{AskedQuestion, InterviewRecord, InterviewState, Interviews};
pub use open_error::OpenError;
pub use people::{People, Person};
pub use reader::Reader;
pub use session::Session;
pub use settings::{Settings, Theme};
pub use sql::{Statement, statements};
pub use store::{Store, WriteStats};
pub use tx::WriteTx;
