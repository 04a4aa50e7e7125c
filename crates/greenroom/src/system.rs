//! The system's clock and randomness: what the use cases are given in the running program.

use std::time::{SystemTime, UNIX_EPOCH};

use greenroom_core::{Clock, Entropy, Timestamp};

/// The system's clock.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// The operating system's source of randomness.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Without randomness ids would repeat and two rows would become one: better to stop.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}
