//! The questions: the list with its filters, the page of each, the quick check.

mod filter;
mod list;
mod page;
pub(crate) mod quiz;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use greenroom_app::kept::Origin;
use greenroom_app::practice::EvaluateAnswer;
use greenroom_app::{App, AppError};
use http::StatusCode;
use maud::Markup;
use serde::Deserialize;

use crate::extract::{Path, Query};
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::state::WebState;

pub(crate) use filter::{Chosen, Raw};
pub(crate) use list::state_of;
pub(crate) use page::neighbours;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/questions", get(list))
        .route("/questions/{id}", get(open).post(answer))
        .route("/questions/{id}/quiz", get(check))
}

async fn list(State(app): State<App>, shell: Shell, Query(raw): Query<Raw>) -> Result<Response, Problem> {
    let history = app.history(&shell.ctx).await?;
    let listed = list::Listed::of(app.catalog().bank(), &history, &Chosen::from(raw));
    Ok(list::respond(&shell, &listed))
}

/// What else the address of a question may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    /// Set if a good answer is to be shown at once.
    reveal: String,
}

async fn open(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
    Query(raw): Query<Raw>,
    Query(wish): Query<Wish>,
) -> Result<Markup, Problem> {
    let opened = app.open_question(&shell.ctx, &id).await?;
    let view = page::View::new(&app, &shell, &opened, Chosen::from(raw)).revealed(!wish.reveal.is_empty());
    Ok(page::render(&view))
}

/// The form with the answer.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    answer: String,
}

async fn answer(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
    Query(raw): Query<Raw>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let chosen = Chosen::from(raw);
    let given =
        EvaluateAnswer { question: id.clone(), answer: form.answer.clone(), origin: Origin::Practice };
    let refused = match page::unusable(&form.answer) {
        Some(error) => error,
        None => match app.evaluate_answer(&shell.ctx, given).await {
            Ok(done) => {
                let address = chosen.at(&format!("/evaluations/{}", done.record.id));
                return Ok(Redirect::to(&address).into_response());
            }
            Err(AppError::Invalid(errors)) => {
                errors.first().map(|error| error.message.clone()).unwrap_or_default()
            }
            Err(other) => return Err(other.into()),
        },
    };
    let opened = app.open_question(&shell.ctx, &id).await?;
    let view = page::View::new(&app, &shell, &opened, chosen).refused(&form.answer, &refused);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page::render(&view)).into_response())
}

async fn check(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
    Query(picked): Query<quiz::Picked>,
) -> Result<Markup, Problem> {
    let graded = app.catalog().find(&id)?;
    Ok(quiz::respond(&shell, graded.question, &picked))
}
