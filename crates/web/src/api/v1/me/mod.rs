//! All that is kept about you: take a copy, or have it deleted.

mod erase;
mod export;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::WebState;

pub(super) fn router() -> OpenApiRouter<WebState> {
    OpenApiRouter::new().routes(routes!(erase::erase_me)).routes(routes!(export::export_me))
}
