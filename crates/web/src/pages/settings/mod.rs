//! Settings: how it looks, whom it prepares, and what is kept. The copy of all of it is the API's `GET /me/export`.

mod delete;
mod form;
mod view;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use greenroom_app::{App, AppError};
use http::header::SET_COOKIE;
use http::{HeaderName, StatusCode};
use maud::Markup;
use serde::Deserialize;

use crate::extract::Query;
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::state::WebState;

use form::{AimForm, SettingsForm};

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new()
        .route("/settings", get(show).post(save))
        .route("/settings/aim", post(aim))
        .route("/settings/delete", get(ask_delete).post(delete))
        .route("/settings/deleted", get(deleted))
}

/// What the address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Note {
    saved: String,
}

async fn show(State(app): State<App>, shell: Shell, Query(note): Query<Note>) -> Result<Markup, Problem> {
    let form = SettingsForm::of(&shell.person, shell.theme);
    let kept = app.store().describe().await.map_err(AppError::from)?;
    let data =
        view::Data { place: &kept.place, bytes: kept.database_bytes + kept.log_bytes, rows: &kept.rows };
    Ok(view::render(&shell, &form, &data, &[], !note.saved.is_empty()))
}

async fn save(
    State(app): State<App>,
    shell: Shell,
    Form(form): Form<SettingsForm>,
) -> Result<Response, Problem> {
    let settings = form.settings(shell.settings());
    match app.update_settings(&shell.ctx, &settings, form.version(shell.person.version)).await {
        Ok(_) => {
            Ok(([(SET_COOKIE, theme_cookie(form.theme()))], Redirect::to("/settings?saved=1"))
                .into_response())
        }
        Err(AppError::Invalid(errors)) => {
            let kept = app.store().describe().await.map_err(AppError::from)?;
            let data = view::Data {
                place: &kept.place,
                bytes: kept.database_bytes + kept.log_bytes,
                rows: &kept.rows,
            };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view::render(&shell, &form, &data, &errors, false))
                .into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The cookie by which the theme is known before anything is read; the button in the rail writes the same.
fn theme_cookie(theme: &str) -> String {
    format!("theme={theme}; Path=/; Max-Age=31536000; SameSite=Lax")
}

async fn aim(State(app): State<App>, shell: Shell, Form(form): Form<AimForm>) -> Result<Redirect, Problem> {
    let settings = form.settings(shell.settings());
    app.update_settings(&shell.ctx, &settings, shell.person.version).await?;
    Ok(Redirect::to("/"))
}

async fn ask_delete(State(app): State<App>, shell: Shell) -> Result<Markup, Problem> {
    let kept = app.store().describe().await.map_err(AppError::from)?;
    Ok(delete::ask(&shell, &kept.rows, None))
}

/// The typed confirmation.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Confirmation {
    confirm: String,
}

async fn delete(
    State(app): State<App>,
    shell: Shell,
    Form(form): Form<Confirmation>,
) -> Result<Response, Problem> {
    if !delete::is_confirmed(&form.confirm) {
        let kept = app.store().describe().await.map_err(AppError::from)?;
        let page = delete::ask(&shell, &kept.rows, Some(&form.confirm));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    app.delete_everything(&shell.ctx).await?;
    // What this browser keeps goes too: drafts in its storage, and the theme.
    let clear = (HeaderName::from_static("clear-site-data"), "\"storage\"");
    let theme = (SET_COOKIE, "theme=; Path=/; Max-Age=0; SameSite=Lax");
    Ok(([clear, theme], Redirect::to("/settings/deleted")).into_response())
}

async fn deleted(shell: Shell) -> Markup {
    delete::done(&shell)
}
