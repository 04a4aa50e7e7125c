//! The quiz: multiple-choice questions of a collection, a key area or a technology, one after the other, each with
//! its reason. The address carries all of it, so it works without script, keeps nothing, and the back button is an undo.

mod scope;
mod view;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use greenroom_app::App;
use maud::Markup;
use serde::Deserialize;

pub(crate) use scope::Scope;

use crate::extract::Query;
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::state::WebState;
use crate::ui::layout::Nav;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new().route("/quiz", get(show))
}

/// Where the quiz stands.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Raw {
    /// The options chosen so far, such as `0.2.1`.
    so_far: String,
    /// The option chosen of the question at hand; empty while it is open.
    pick: String,
}

async fn show(
    State(app): State<App>,
    shell: Shell,
    Query(scope): Query<Scope>,
    Query(raw): Query<Raw>,
) -> Result<Markup, Problem> {
    let bank = app.catalog().bank();
    let items = scope.items(bank)?;
    let picks: Vec<usize> =
        raw.so_far.split('.').map_while(|pick| pick.parse().ok()).take(items.len()).collect();
    let title = format!("Quiz: {}", scope.name(bank));
    let home = scope.home(bank);
    let quiz =
        view::Quiz { scope: &scope, home: &home, items: &items, picks: &picks, pick: raw.pick.parse().ok() };
    Ok(shell.page(&title, Nav::Questions).render(quiz.page(&title)))
}
