//! Past interviews: the list, and taking one out of it.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Redirect;
use axum::routing::get;
use greenroom_app::App;
use greenroom_core::{Cursor, Limit};
use maud::Markup;
use serde::Deserialize;

use crate::extract::{Path, Query};
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::state::WebState;
use crate::ui::layout::Nav;

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/interviews", get(list)).route("/interviews/{id}/delete", get(confirm).post(delete))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct At {
    after: String,
}

/// The list, the one touched last first.
async fn list(State(app): State<App>, shell: Shell, Query(at): Query<At>) -> Result<Markup, Problem> {
    // A cursor that is none leads to the first page: an old link still works.
    let after = at.after.parse::<Cursor>().ok();
    let page = app.list_interviews(&shell.ctx, Limit::default(), after.as_ref()).await?;
    let content = view::list(&page, shell.now(), after.is_some());
    Ok(shell.page("Past interviews", Nav::Past).render(content))
}

/// The question before an interview is deleted.
async fn confirm(State(app): State<App>, shell: Shell, Path(id): Path<String>) -> Result<Markup, Problem> {
    let record = app.find_interview(&shell.ctx, &id).await?;
    Ok(shell.page("Delete an interview", Nav::Past).render(view::confirm(&record, shell.now())))
}

/// Deletes an interview with its answers and notes.
async fn delete(State(app): State<App>, shell: Shell, Path(id): Path<String>) -> Result<Redirect, Problem> {
    app.delete_interview(&shell.ctx, &id).await?;
    Ok(Redirect::to("/interviews"))
}
