//! The address: its path and its query.

use axum::extract::{FromRequestParts, rejection::PathRejection};
use http::request::Parts;
use serde::de::DeserializeOwned;

use crate::problem::{Problem, kinds};

/// The variable parts of the path.
#[derive(Debug, Clone)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let axum::extract::Path(value) = axum::extract::Path::from_request_parts(parts, state)
            .await
            .map_err(|rejection| match rejection {
                PathRejection::FailedToDeserializePathParams(_) => Problem::new(
                    &kinds::MALFORMED,
                    "a part of the address is not UTF-8 or not of the right kind",
                ),
                other => Problem::internal(other),
            })?;
        Ok(Self(value))
    }
}

/// The query of the address. Unknown names are refused where `T` says so.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = axum::extract::Query::try_from_uri(&parts.uri);
        let axum::extract::Query(value) = query.map_err(|rejection| {
            // The framework's own sentence names the query parameter and holds nothing private.
            let reason = std::error::Error::source(&rejection)
                .map_or_else(|| rejection.to_string(), ToString::to_string);
            Problem::new(&kinds::MALFORMED, format!("the query cannot be read: {reason}"))
        })?;
        Ok(Self(value))
    }
}
