//! The room: one interview, typed.

mod act;
mod feet;
mod kept;
mod spoken;
mod view;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use greenroom_app::interview::{Act, Room};
use greenroom_app::{App, AppError, Ctx};
use greenroom_core::InterviewId;
use greenroom_interview::Phase;
use maud::Markup;

use self::act::Posted;
use self::kept::Kept;
use self::view::View;
use crate::extract::Path;
use crate::pages::interviews::room_href;
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::state::WebState;
use crate::ui::layout::{Chrome, Nav, Page};

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/interviews/{id}", get(show)).route("/interviews/{id}/act", get(back).post(post))
}

/// The room as it stands.
async fn show(State(app): State<App>, shell: Shell, Path(id): Path<String>) -> Result<Markup, Problem> {
    let room = app.room(&shell.ctx, &id).await?;
    let answer = draft(&app, &shell.ctx, &room).await?;
    Ok(page(&app, &shell, &room, Kept { answer, ..Kept::default() }))
}

/// Reached by reloading the page that a refused move was answered with.
async fn back(Path(id): Path<String>) -> Redirect {
    Redirect::to(&id.parse().map_or_else(|_| "/interviews".to_owned(), |id: InterviewId| room_href(&id)))
}

/// One move. It is saved before the next page is asked for; a refused one keeps what was typed.
async fn post(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
    Form(posted): Form<Posted>,
) -> Result<Response, Problem> {
    let act = posted.act()?;
    let time_of = if let Act::NoteTime { turn } = act { Some(turn) } else { None };
    match make(&app, &shell.ctx, &id, &posted, act).await {
        Ok(room) => Ok(match time_of.filter(|_| shell.is_fragment) {
            Some(turn) => view::time_note(&room.interview, turn).into_response(),
            None => Redirect::to(&format!("{}#question", room_href(&room.id))).into_response(),
        }),
        Err(error) => refused(&app, &shell, &id, posted, error).await,
    }
}

/// Keeps what is typed where the move is not the answer itself, then makes the move.
async fn make(app: &App, ctx: &Ctx, id: &str, posted: &Posted, act: Act) -> Result<Room, AppError> {
    if let Some((turn, text)) = posted.unsent() {
        app.save_draft(ctx, &draft_key(id, turn), text).await?;
    }
    app.act(ctx, id, act).await
}

/// The room as it stands, with what was typed and why the move did not happen.
async fn refused(
    app: &App,
    shell: &Shell,
    id: &str,
    posted: Posted,
    error: AppError,
) -> Result<Response, Problem> {
    let Ok(room) = app.room(&shell.ctx, id).await else { return Err(error.into()) };
    let draft = draft(app, &shell.ctx, &room).await.unwrap_or_default();
    let kept = Kept::after(&room, posted, &error, draft);
    Ok((Problem::from(error).status(), page(app, shell, &room, kept)).into_response())
}

fn draft_key(id: &str, turn: u32) -> String {
    format!("interview:{id}:{turn}")
}

/// What was typed for the open turn and not sent.
async fn draft(app: &App, ctx: &Ctx, room: &Room) -> Result<String, AppError> {
    let turn = room.interview.current_turn().filter(|turn| turn.is_open());
    let Some(turn) = turn.filter(|_| room.interview.phase() == Phase::Asking) else {
        return Ok(String::new());
    };
    let found = app.find_draft(ctx, &draft_key(room.id.as_str(), turn.number)).await?;
    Ok(found.map_or_else(String::new, |draft| draft.text))
}

fn page(app: &App, shell: &Shell, room: &Room, kept: Kept) -> Markup {
    let title = view::title(&room.interview);
    let turn = room.interview.current_turn();
    let question = turn.and_then(|turn| app.catalog().bank().get(turn.question.as_str()));
    let page = Page { chrome: Chrome::Room, modules: MODULES, keys: KEYS, ..shell.page(&title, Nav::None) };
    page.render(view::room(&View { room, question, now: shell.now(), kept }))
}

const MODULES: &[&str] = &["answer.js", "timer.js", "room.js"];

const KEYS: &[(&str, &str)] = &[
    ("a", "To the answer"),
    ("r", "Read the question again"),
    ("c", "Ask a clarifying question"),
    ("h", "Take a hint"),
    ("Ctrl Enter", "Finish the answer"),
];
