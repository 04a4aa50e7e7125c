//! What tests and benchmarks share: a clock that is moved by hand, seeded randomness, a small HTTP client, and a running
//! server that is gone when the test is.

mod clock;
mod entropy;
mod http;
mod server;

pub use clock::FixedClock;
pub use entropy::SeededEntropy;
pub use http::{Client, Reply, Request};
pub use server::{Program, Server, StartError};
