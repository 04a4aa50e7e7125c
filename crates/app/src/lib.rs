//! The use cases of Greenroom: what can be done, by whom, and what is saved. Pages, the API and the terminal are doors to
//! the functions of [`App`]; none of them decides anything.
//!
//! A use case is told who calls and when ([`Ctx`]), loads what it needs, lets a pure crate decide, saves, and returns. What
//! it returns is durable. It never knows about HTTP or terminals.

mod app;
mod catalog;
mod ctx;
mod error;
pub mod evaluation;
pub mod interview;
mod once;
pub mod person;
pub mod practice;
pub mod today;

pub use app::App;
pub use catalog::{Catalog, Graded};
pub use ctx::{Ctx, Once};
pub use error::{AppError, AppResult, FieldError};
pub use once::KEPT;

/// What the store keeps, as use cases give it back.
pub mod kept {
    pub use greenroom_store::{
        Begun, Draft, EvaluationFilter, EvaluationRecord, InterviewRecord, InterviewState, LatestEvaluation,
        Origin, Person, Settings, StoredResponse, Theme,
    };
}
