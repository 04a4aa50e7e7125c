//! Who asks, and when.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use greenroom_app::Ctx;
use http::request::Parts;

use crate::state::WebState;

/// The one person of a program without accounts. With accounts, this is where a session becomes a person, and the only
/// place that changes.
impl FromRequestParts<WebState> for Ctx {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        Ok(state.app().ctx())
    }
}
