//! The lobby: what an interview is to be like.

mod view;
mod wishes;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use greenroom_app::App;
use maud::Markup;

use self::wishes::Wishes;
use crate::extract::Query;
use crate::pages::interviews::room_href;
use crate::pages::shared::shell::Shell;
use crate::problem::{Field, Problem};
use crate::state::WebState;
use crate::ui::layout::Nav;

/// Names and values in the order they came: a topic may be named more than once.
type Pairs = Vec<(String, String)>;

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/interviews/new", get(show).post(start))
}

/// The form, filled in from the settings and the address (`?topic=caching&length=short`).
async fn show(State(app): State<App>, shell: Shell, Query(query): Query<Pairs>) -> Markup {
    let wishes = Wishes::of_settings(shell.settings()).with(query);
    page(&app, &shell, &wishes, &[])
}

/// Opens the interview and leads into the room.
async fn start(State(app): State<App>, shell: Shell, Form(form): Form<Pairs>) -> Result<Response, Problem> {
    let wishes = Wishes::default().with(form);
    let started = match wishes.command() {
        Ok(command) => app.start_interview(&shell.ctx, command).await.map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    match started {
        Ok(room) => Ok(Redirect::to(&room_href(&room.id)).into_response()),
        Err(problem) if !problem.fields().is_empty() => {
            let fields = wishes.placed(problem.fields());
            Ok((problem.status(), page(&app, &shell, &wishes, &fields)).into_response())
        }
        Err(problem) => Err(problem),
    }
}

fn page(app: &App, shell: &Shell, wishes: &Wishes, errors: &[Field]) -> Markup {
    let page = shell.page("Set up a rehearsal", Nav::Interview);
    page.render(view::lobby(app.catalog().bank(), wishes, errors))
}
