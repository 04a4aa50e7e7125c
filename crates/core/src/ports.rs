//! The clock and the source of randomness, passed in by whoever runs the code.

use crate::Timestamp;

/// Tells the time. The running program has the system's; tests have one that they move by hand.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// Gives random bytes. The running program has the operating system's; tests have a seeded one.
pub trait Entropy: Send {
    /// Fills `bytes` with random values.
    fn fill(&mut self, bytes: &mut [u8]);

    /// A random number.
    fn number(&mut self) -> u64 {
        let mut bytes = [0u8; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }
}
