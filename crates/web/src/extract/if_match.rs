//! The version that a change is based on.

use axum::extract::FromRequestParts;
use http::HeaderValue;
use http::header::IF_MATCH;
use http::request::Parts;

use crate::problem::{Problem, kinds};

/// The header `If-Match`, which must be there: without it, two tabs overwrite each other unseen.
#[derive(Debug, Clone)]
pub struct IfMatch(Vec<String>);

impl IfMatch {
    /// Refuses a change that is based on another version than the current one.
    ///
    /// # Errors
    /// `stale` if no listed tag is the current one. Weak tags never match (RFC 9110, section 13.1.1).
    pub fn check(&self, current: &HeaderValue) -> Result<(), Problem> {
        let is_current = self.0.iter().any(|tag| tag == "*" || tag.as_bytes() == current.as_bytes());
        let stale = || {
            Problem::new(
                &kinds::STALE,
                "it was changed since you read it; read it again and repeat the change",
            )
        };
        if is_current { Ok(()) } else { Err(stale()) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let lines = parts.headers.get_all(IF_MATCH).iter().filter_map(|line| line.to_str().ok());
        let tags: Vec<String> =
            lines.flat_map(|line| line.split(',')).map(|tag| tag.trim().to_owned()).collect();
        let missing = || {
            Problem::new(
                &kinds::PRECONDITION_REQUIRED,
                "send the ETag you got when reading as the header If-Match",
            )
        };
        if tags.is_empty() { Err(missing()) } else { Ok(Self(tags)) }
    }
}
