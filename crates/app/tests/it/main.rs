//! The use cases over a real SQLite store, with a clock that is moved by hand and seeded randomness.

mod bench;
mod golden;
mod interviews;
mod person;
mod practice;
