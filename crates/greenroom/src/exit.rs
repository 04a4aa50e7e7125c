//! Exit codes, as `--help` lists them.

use std::fmt;

/// Why the program ends with something else than 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Something failed.
    Failed = 1,
    /// Wrong usage or configuration.
    Usage = 2,
    /// The input has errors.
    BadInput = 3,
    /// Not found.
    NotFound = 4,
    /// The port or the data directory is in use.
    InUse = 5,
    /// The data directory cannot be used.
    Unusable = 6,
}

/// An error that ends the program with a certain code.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) exit: Exit,
    message: String,
}

impl Stop {
    /// A stop with a message for the person; an empty one prints nothing more.
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Stop {}

impl From<&greenroom_app::AppError> for Exit {
    fn from(error: &greenroom_app::AppError) -> Self {
        use greenroom_app::AppError as E;
        match error {
            E::NotFound { .. } => Self::NotFound,
            E::Invalid(_) | E::Refused { .. } => Self::BadInput,
            E::Conflict { .. } | E::Unavailable { .. } | E::Internal { .. } => Self::Failed,
        }
    }
}

impl From<greenroom_app::AppError> for Stop {
    fn from(error: greenroom_app::AppError) -> Self {
        Self::new(Exit::from(&error), error.to_string())
    }
}
