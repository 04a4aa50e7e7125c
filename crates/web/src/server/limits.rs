//! The limits of the accept loop.

use std::time::Duration;

/// What a connection may cost us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many connections are open at once; more wait in the system's queue.
    pub connections_max: usize,
    /// How long a client may take for the head of a request, and how long a connection may idle between two requests. A
    /// proxy in front must keep its idle connections for less.
    pub head_time: Duration,
    /// How many bytes the head of a request may have; hyper answers `431` beyond. At least 8192.
    pub head_bytes_max: usize,
    /// A connection on which not one byte moves for so long is closed: a client that stopped sending its body, or that
    /// does not read its response. Longer than a request may take.
    pub stall_time: Duration,
    /// How long open requests have to finish when the server stops.
    pub drain_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 1024,
            head_time: Duration::from_secs(10),
            head_bytes_max: 32 * 1024,
            stall_time: Duration::from_secs(30),
            drain_time: Duration::from_secs(10),
        }
    }
}
