//! A clock that stands still until it is moved.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use greenroom_core::{Clock, Millis, Timestamp};

/// A clock that stands still until it is moved. Clones show the same time, so that a test keeps one and gives one away.
#[derive(Debug, Clone)]
pub struct FixedClock {
    now: Arc<AtomicI64>,
}

impl FixedClock {
    /// A clock that shows `now`.
    pub fn at(now: Timestamp) -> Self {
        Self { now: Arc::new(AtomicI64::new(now.millis())) }
    }

    /// Moves it forward.
    pub fn advance(&self, by: Millis) {
        self.now.fetch_add(by.0, Ordering::SeqCst);
    }
}

impl Default for FixedClock {
    /// 22 November 2026, 12:00 UTC.
    fn default() -> Self {
        Self::at(Timestamp::from_millis(1_795_348_800_000))
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_show_the_same_time() {
        let mine = FixedClock::default();
        let theirs = mine.clone();
        mine.advance(Millis::from_secs(3));
        assert_eq!(theirs.now().since(FixedClock::default().now()), Millis(3_000));
    }
}
