//! The moves of a candidate, each one endpoint.

mod answer;
mod begin;
mod clarify;
mod end;
mod finish;
mod hint;
mod leave;
mod own_question;
mod resume;
mod skip;
mod time_note;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::WebState;

pub(super) fn router() -> OpenApiRouter<WebState> {
    OpenApiRouter::new()
        .routes(routes!(begin::begin))
        .routes(routes!(answer::answer))
        .routes(routes!(hint::take_hint))
        .routes(routes!(skip::skip))
        .routes(routes!(clarify::clarify))
        .routes(routes!(time_note::note_time))
        .routes(routes!(own_question::ask_own_question))
        .routes(routes!(finish::finish))
        .routes(routes!(end::end_early))
        .routes(routes!(leave::leave))
        .routes(routes!(resume::resume))
}
