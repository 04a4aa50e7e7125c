//! SQLite: one file, one writer connection behind [group commit](group), a pool of readers.

pub(crate) mod group;
pub(crate) mod lock;
pub(crate) mod open;
pub(crate) mod scrub;
