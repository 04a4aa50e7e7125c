//! Interviews: one is created, moves are made in it, and notes are read. Each move answers with the interview as it stands;
//! a move that was already made changes nothing, so that repeating one is harmless.

mod create;
mod delete;
mod list;
mod moves;
mod notes;
mod retakes;
mod show;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::WebState;

pub(super) fn router() -> OpenApiRouter<WebState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_interviews, create::create_interview))
        .routes(routes!(show::show_interview, delete::delete_interview))
        .merge(moves::router())
        .routes(routes!(notes::show_notes))
        .routes(routes!(retakes::create_retake))
}
