//! The pages. A handler reads the request, calls one use case, and hands what came back to a presenter: a pure function
//! from the application's types to markup, beside it.
//!
//! | Address | Module |
//! |---|---|
//! | `/` | [`today`] |
//! | `/questions`, `/questions/{id}`, `/questions/{id}/quiz` | [`questions`] |
//! | `/collections...`, `/areas...`, `/technologies...` | [`guides`] |
//! | `/quiz` | [`quiz`] |
//! | `/evaluations`, `/evaluations/{id}` | [`evaluations`] |
//! | `/interviews...` | [`interviews`], [`notes`] |
//! | `/drafts/{key}` | [`drafts`] |
//! | `/settings...` | [`settings`] |
//! | `/help` | [`help`] |
//!
//! What goes wrong becomes a page in [`crate::problem`].

pub mod drafts;
pub mod evaluations;
pub mod guides;
pub mod help;
pub mod interviews;
pub mod notes;
pub mod questions;
pub mod quiz;
pub mod settings;
pub mod shared;
pub mod today;

use axum::Router;

use crate::state::WebState;

/// The routes of all pages.
pub fn router() -> Router<WebState> {
    Router::new()
        .merge(today::router())
        .merge(questions::router())
        .merge(guides::router())
        .merge(quiz::router())
        .merge(evaluations::router())
        .merge(interviews::router())
        .merge(notes::router())
        .merge(drafts::router())
        .merge(settings::router())
        .merge(help::router())
}
