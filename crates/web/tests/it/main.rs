//! The door, tested: the whole router over a real SQLite store, and the real accept loop over real sockets.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod assets;
mod bad_input;
mod content;
mod document;
mod errors;
mod evaluations;
mod headers;
mod idempotency;
mod interviews;
mod limits;
mod logs;
mod methods;
mod ops;
mod origins;
mod pages;
mod person;
mod questions;
mod server;
mod support;
mod vendored;
