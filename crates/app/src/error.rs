//! What can go wrong in a use case: a closed set, by meaning.

use std::error::Error as StdError;

/// Why a use case did not do what it was asked to. Doors map it to a status, a problem document or a page; nothing else
/// about a failure leaves the server.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// It does not exist, or belongs to somebody else.
    #[error("there is no {what} '{id}' here")]
    NotFound {
        /// What was looked for, such as `question`.
        what: &'static str,
        /// The name it was looked for by, as given.
        id: String,
    },
    /// Something that was sent cannot be used.
    #[error("{}", list(.0))]
    Invalid(Vec<FieldError>),
    /// It was understood, and the state of things does not allow it.
    #[error("{message}")]
    Refused {
        /// A stable code, such as `answer-too-long`.
        code: &'static str,
        /// The public sentence.
        message: String,
    },
    /// Somebody else changed it first.
    #[error("{message}")]
    Conflict {
        /// The public sentence, with what to do.
        message: String,
    },
    /// It cannot be done just now; the same call may succeed later.
    #[error("{message}")]
    Unavailable {
        /// The public sentence, with what to do.
        message: String,
        /// After how many seconds to try again.
        retry_after_secs: u32,
        /// What went wrong, for the log.
        #[source]
        source: Option<Box<dyn StdError + Send + Sync>>,
    },
    /// A fault of ours.
    #[error("something went wrong on our side; nothing that was saved is lost")]
    Internal {
        /// What went wrong, for the log.
        #[source]
        source: Box<dyn StdError + Send + Sync>,
    },
}

/// One thing that was sent and cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the field.
    pub field: &'static str,
    /// What is wrong with it and what would be right.
    pub message: String,
}

/// What a use case gives back.
pub type AppResult<T> = Result<T, AppError>;

fn list(errors: &[FieldError]) -> String {
    errors.iter().map(|error| format!("{}: {}", error.field, error.message)).collect::<Vec<_>>().join("; ")
}

impl AppError {
    /// One field that cannot be used.
    pub fn invalid(field: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError { field, message: message.into() }])
    }

    /// Nothing of that name.
    pub fn not_found(what: &'static str, id: impl std::fmt::Display) -> Self {
        // The name comes from outside: shown in full it could be used to write on our pages.
        Self::NotFound { what, id: id.to_string().chars().take(80).collect() }
    }

    /// A fault of ours.
    pub fn internal(source: impl StdError + Send + Sync + 'static) -> Self {
        Self::Internal { source: Box::new(source) }
    }

    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "not-found",
            Self::Invalid(_) => "invalid",
            Self::Refused { code, .. } => code,
            Self::Conflict { .. } => "conflict",
            Self::Unavailable { .. } => "unavailable",
            Self::Internal { .. } => "internal",
        }
    }
}
