//! Evaluations: one answer with its evidence beside a good answer, and the list of all.

mod list;
mod view;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use greenroom_app::App;
use greenroom_app::kept::EvaluationFilter;
use greenroom_core::{Cursor, Limit};
use maud::Markup;
use serde::Deserialize;

use crate::extract::{Path, Query};
use crate::pages::questions::{Chosen, Raw};
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::state::WebState;

pub(crate) use list::row;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new().route("/evaluations", get(list)).route("/evaluations/{id}", get(show))
}

async fn show(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
    Query(raw): Query<Raw>,
) -> Result<Markup, Problem> {
    let take = app.take(&shell.ctx, &id).await?;
    let graded = app.catalog().find(take.record.question.as_str()).ok();
    let view = view::View {
        shell: &shell,
        bank: app.catalog().bank(),
        take: &take,
        graded: graded.as_ref(),
        chosen: Chosen::from(raw),
    };
    Ok(view::render(&view))
}

/// Where the list goes on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    after: String,
}

async fn list(State(app): State<App>, shell: Shell, Query(from): Query<From>) -> Result<Markup, Problem> {
    let cursor: Option<Cursor> = from.after.parse().ok();
    let page =
        app.list_evaluations(&shell.ctx, &EvaluationFilter::All, Limit::clamped(30), cursor.as_ref()).await?;
    Ok(list::render(&shell, app.catalog().bank(), &page, cursor.is_some()))
}
