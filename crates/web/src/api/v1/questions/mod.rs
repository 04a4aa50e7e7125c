//! Questions: public content, the same for everybody.

mod list;
mod show;

use http::header::CACHE_CONTROL;
use http::{HeaderName, HeaderValue};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::WebState;

pub(super) fn router() -> OpenApiRouter<WebState> {
    OpenApiRouter::new().routes(routes!(list::list_questions)).routes(routes!(show::show_question))
}

/// Content may be kept by any cache that asks, each time, whether it is still the same.
const KEEP_AND_ASK: [(HeaderName, HeaderValue); 1] =
    [(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"))];
