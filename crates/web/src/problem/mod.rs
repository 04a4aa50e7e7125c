//! What goes wrong, as it is told: one table from every failure to a status, a problem document (RFC 9457) and a page.
//!
//! A handler, an extractor or a layer returns a [`Problem`]. It becomes a bare response that carries the problem along;
//! the layer [`present`] then writes it out, as JSON for programs and as a page for people, with the request's id. That
//! layer also catches what the framework answers by itself, so that no plain-text error ever leaves the server.

pub mod kinds;
pub mod pages;
pub mod present;

use std::error::Error as StdError;
use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use greenroom_app::AppError;
use http::header::RETRY_AFTER;
use http::{HeaderName, HeaderValue, StatusCode};

pub use kinds::Kind;

/// A failure on its way out.
#[derive(Debug)]
pub struct Problem {
    kind: &'static Kind,
    detail: String,
    fields: Vec<Field>,
    headers: Vec<(HeaderName, HeaderValue)>,
    /// For the log, never for the caller.
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// One field of a request that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name, with dots for what lies inside other fields.
    pub name: String,
    /// What is wrong with it and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem of a kind. `detail` is read by the caller: it says what happened this time.
    pub fn new(kind: &'static Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), fields: Vec::new(), headers: Vec::new(), source: None }
    }

    /// One field that cannot be used.
    pub fn invalid(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(&kinds::INVALID, "one field cannot be used").with_field(field, message)
    }

    /// A fault of ours. The caller learns nothing about it.
    pub fn internal(source: impl StdError + Send + Sync + 'static) -> Self {
        Self::new(&kinds::INTERNAL, "something went wrong on our side; nothing that was saved is lost")
            .caused_by(source)
    }

    /// Names a field that cannot be used.
    #[must_use]
    pub fn with_field(mut self, name: impl Into<String>, message: impl Into<String>) -> Self {
        self.fields.push(Field { name: name.into(), message: message.into() });
        self
    }

    /// Adds a header to the response.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: impl Into<HeaderValue>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Keeps the cause for the log.
    #[must_use]
    pub fn caused_by(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(source));
        self
    }

    /// What kind of problem it is.
    pub fn kind(&self) -> &'static Kind {
        self.kind
    }

    /// The status it is sent with.
    pub fn status(&self) -> StatusCode {
        self.kind.status
    }

    /// What happened this time.
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// The fields that cannot be used, for a form that is shown again.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The causes, outermost first, for the log.
    fn causes(&self) -> String {
        let first = self.source.as_ref().map(|source| -> &(dyn StdError + 'static) { source.as_ref() });
        let chain = std::iter::successors(first, |&error| error.source());
        chain.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.headers_mut().extend(self.headers.clone());
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The table: what each failure of a use case is to a caller.
impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        let sentence = error.to_string();
        match error {
            AppError::NotFound { .. } => Self::new(&kinds::NOT_FOUND, sentence),
            AppError::Invalid(fields) => {
                let count = match fields.len() {
                    1 => "one field cannot be used".to_owned(),
                    many => format!("{many} fields cannot be used"),
                };
                let problem = Self::new(&kinds::INVALID, count);
                fields
                    .into_iter()
                    .fold(problem, |problem, field| problem.with_field(field.field, field.message))
            }
            AppError::Refused { code, .. } => {
                Self::new(kinds::find(code).unwrap_or(&kinds::REFUSED), sentence)
            }
            AppError::Conflict { .. } => Self::new(&kinds::CONFLICT, sentence),
            AppError::Unavailable { retry_after_secs, source, .. } => {
                let problem =
                    Self::new(&kinds::UNAVAILABLE, sentence).with_header(RETRY_AFTER, retry_after_secs);
                Self { source, ..problem }
            }
            AppError::Internal { source } => {
                Self { source: Some(source), ..Self::new(&kinds::INTERNAL, sentence) }
            }
        }
    }
}
