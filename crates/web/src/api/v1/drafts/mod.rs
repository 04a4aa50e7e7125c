//! Drafts: what is typed is kept before it is sent. A draft is dropped when its answer is accepted.
//!
//! Keys are `question:<id>` for a single question and `interview:<id>:<turn>` in an interview.

mod delete;
mod put;
mod show;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::WebState;

pub(super) fn router() -> OpenApiRouter<WebState> {
    OpenApiRouter::new().routes(routes!(show::show_draft, put::put_draft, delete::delete_draft))
}
