//! What an operator asks: is it alive, is it ready, what is it doing.

mod health;
pub mod metrics;

use axum::Router;
use axum::routing::get;

use crate::state::WebState;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::show))
}
