//! The door of Greenroom: pages and the REST API. Parse, call one use case, present.
//!
//! # The path of one request
//!
//! ```text
//! TCP        server       accept (a cap, a timer, TCP_NODELAY) -> hyper reads the head within its limits
//!   |
//! layers     middleware   request id -> span, log line, metrics -> security headers -> compression
//!   |                     -> problems are written out -> panics are caught -> method, host, same origin
//!   |                     -> rate limit -> time limit -> body limit
//!   |
//! handler    extract      who asks and when (Ctx), path, query, body; each refuses with a Problem
//!   |        api, pages   at most fifteen lines: one use case of `greenroom_app`, then its own wire type or a page
//!   |
//! response   problem      any failure is a Problem: one table from AppError to status, document (RFC 9457) and page
//! ```
//!
//! A response passes the same layers outwards. Whatever goes wrong anywhere below `problem::present` leaves as a problem
//! document or as a page, with the request's id, and nothing else about it leaves the server.
//!
//! # How to add a route
//!
//! An endpoint of the API is one file below `api/v1`, documented by the attribute above its handler, and cannot be routed
//! without it. A page belongs to `pages`. Neither touches a layer.

pub mod api;
pub mod assets;
pub mod extract;
pub mod middleware;
pub mod ops;
pub mod pages;
pub mod problem;
pub mod server;
pub mod state;
pub mod ui;

use axum::Router;

pub use server::{BindError, CutOff, Limits, bind, run, serve};
pub use state::{WebConfig, WebState};

/// Everything this server answers.
pub fn router(state: WebState) -> Router {
    let routes = Router::new()
        .merge(ops::router())
        .merge(assets::router())
        .merge(problem::pages::router())
        .merge(api::router(&state))
        .merge(pages::router());
    middleware::stack(routes, &state).with_state(state)
}
