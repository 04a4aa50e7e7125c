//! Today: a real question at the first visit, the call sheet at every later one.

mod first;
mod sheet;
mod standing;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use greenroom_app::App;
use maud::Markup;

use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::state::WebState;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new().route("/", get(show))
}

async fn show(State(app): State<App>, shell: Shell) -> Result<Markup, Problem> {
    let today = app.today(&shell.ctx).await?;
    let bank = app.catalog().bank();
    let opening =
        today.opening.as_ref().filter(|_| today.is_first_visit).and_then(|id| bank.get(id.as_str()));
    Ok(match opening {
        Some(question) => first::render(&shell, question),
        None => sheet::render(&shell, bank, &today),
    })
}
