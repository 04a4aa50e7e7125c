//! Ways through the questions: collections, key areas and the hub of technologies. Each reads as a guide, prints, and starts
//! a quiz or an interview with one click.

mod areas;
mod collections;
mod parts;
mod technologies;

use axum::Router;
use axum::routing::get;

pub(crate) use parts::kinds;

use crate::state::WebState;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/collections", get(collections::list))
        .route("/collections/{id}", get(collections::open))
        .route("/areas", get(areas::list))
        .route("/areas/{id}", get(areas::open))
        .route("/technologies", get(technologies::list))
        .route("/technologies/{id}", get(technologies::open))
}
