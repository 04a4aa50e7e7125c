//! The notes on an interview: what was heard, what to change, what to do next; and saying one answer again.

mod again;
mod answers;
mod overall;
mod question;
mod story;
mod take;
mod view;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use greenroom_app::interview::Notes;
use greenroom_app::{App, AppError};
use greenroom_core::{EvaluationId, InterviewId, Slug};
use maud::Markup;
use serde::Deserialize;

use crate::extract::Path;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::words;
use crate::problem::{Problem, kinds};
use crate::state::WebState;
use crate::ui::layout::Nav;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/interviews/{id}/notes", get(show))
        .route("/interviews/{id}/again/{question}", get(again).post(say_again))
        .route("/interviews/{id}/takes/{evaluation}", get(compare))
}

fn again_href(id: &InterviewId, question: &Slug) -> String {
    format!("/interviews/{id}/again/{question}")
}

fn take_href(id: &InterviewId, evaluation: &EvaluationId) -> String {
    format!("/interviews/{id}/takes/{evaluation}")
}

/// The notes. Before the first answer there are none, which is a state and no failure.
async fn show(State(app): State<App>, shell: Shell, Path(id): Path<String>) -> Result<Markup, Problem> {
    let page = shell.page("Notes", Nav::Past);
    match app.notes(&shell.ctx, &id).await {
        Ok(notes) => Ok(page.render(view::notes(&notes, app.catalog(), shell.now()))),
        Err(AppError::Refused { code: "no-notes-yet", .. }) => Ok(page.render(view::none_yet(&id))),
        Err(error) => Err(error.into()),
    }
}

/// One question of the interview, to be answered again.
async fn again(
    State(app): State<App>,
    shell: Shell,
    Path((id, question)): Path<(String, String)>,
) -> Result<Markup, Problem> {
    let notes = app.notes(&shell.ctx, &id).await?;
    again_page(&app, &shell, &notes, &question, "", None)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Said {
    answer: String,
}

/// Evaluates the new answer and leads to the comparison.
async fn say_again(
    State(app): State<App>,
    shell: Shell,
    Path((id, question)): Path<(String, String)>,
    Form(said): Form<Said>,
) -> Result<Response, Problem> {
    let done = match said.answer.trim() {
        "" => Err(AppError::invalid("answer", "there is no text; write a few words")),
        _ => app.retake(&shell.ctx, &id, &question, said.answer.clone()).await,
    };
    match done {
        // The id is one: the use case has read it.
        Ok(taken) => Ok(Redirect::to(&format!("/interviews/{id}/takes/{}", taken.after.id)).into_response()),
        Err(AppError::Invalid(fields)) => {
            let notes = app.notes(&shell.ctx, &id).await?;
            let message = fields.first().map(|field| words::sentence(&field.message));
            let page = again_page(&app, &shell, &notes, &question, &said.answer, message.as_deref())?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn again_page(
    app: &App,
    shell: &Shell,
    notes: &Notes,
    question: &str,
    text: &str,
    error: Option<&str>,
) -> Result<Markup, Problem> {
    let found = notes.questions.iter().find(|one| one.asked.planned.question.as_str() == question);
    let missing = || Problem::new(&kinds::NOT_FOUND, "this interview has no answer to that question");
    let found = found.filter(|one| one.evaluation.is_some()).ok_or_else(missing)?;
    let content = again::again(notes, found, app.catalog().bank().get(question), text, error);
    Ok(shell.page("Say it again", Nav::Past).render(content))
}

/// Two takes of one answer, side by side.
async fn compare(
    State(app): State<App>,
    shell: Shell,
    Path((id, evaluation)): Path<(String, String)>,
) -> Result<Markup, Problem> {
    let notes = app.notes(&shell.ctx, &id).await?;
    let pair = take::Pair::find(&notes, &evaluation);
    let pair =
        pair.ok_or_else(|| Problem::new(&kinds::NOT_FOUND, "there is no such take in this interview"))?;
    let title = pair.title();
    Ok(shell.page(&title, Nav::Past).render(take::comparison(&notes, &pair, app.catalog())))
}
