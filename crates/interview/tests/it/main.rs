//! The interview as a whole, through its public interface.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop where it stands")]

mod matrix;
mod properties;
mod rules;
mod support;
mod walk;
