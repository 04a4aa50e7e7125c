//! The two scales: how hard a question is, and how senior an answer sounds.

/// How hard a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Asked of everybody.
    Beginner,
    /// Asked of people who have run something in production.
    Intermediate,
    /// Asked of people who decide how something is built.
    Advanced,
}

/// How senior an answer is, or for whom an interviewer expects a key point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bar {
    /// Knows what it is.
    Junior,
    /// Has used it and knows what goes wrong.
    Mid,
    /// Weighs it against alternatives.
    Senior,
}

crate::words!(Level { Beginner => "beginner", Intermediate => "intermediate", Advanced => "advanced" });
crate::words!(Bar { Junior => "junior", Mid => "mid", Senior => "senior" });
