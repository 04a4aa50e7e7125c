//! The door, tested: the whole router over a real SQLite store, and the real accept loop over real sockets.

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
mod person;
mod questions;
mod server;
mod support;
