//! Who asks, and when.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use greenroom_app::{Ctx, Once};
use http::request::Parts;

use crate::state::WebState;

/// The one person of a program without accounts. With accounts, this is where a session becomes a person, and the only
/// place that changes. The key of a request that is done once was put on it by the layer that claims keys.
impl FromRequestParts<WebState> for Ctx {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        let ctx = state.app().ctx();
        Ok(match parts.extensions.get::<Once>() {
            Some(once) => ctx.once(once.clone()),
            None => ctx,
        })
    }
}
