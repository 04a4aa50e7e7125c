//! Evaluations: an answer goes in, verdicts with evidence come out, and both are kept.

mod create;
mod list;
mod show;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::WebState;

pub(super) fn router() -> OpenApiRouter<WebState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_evaluations, create::create_evaluation))
        .routes(routes!(show::show_evaluation))
}
