//! `GET /settings`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::{App, Ctx};
use http::header::ETAG;

use super::{Settings, tag};
use crate::extract::Json;
use crate::problem::Problem;

/// Shows your settings.
#[utoipa::path(get, path = "/settings", tag = "settings",
    responses((status = 200, description = "The settings", body = Settings,
        headers(("ETag" = String, description = "Their version, for If-Match")))))]
pub(super) async fn show_settings(State(app): State<App>, ctx: Ctx) -> Result<impl IntoResponse, Problem> {
    let person = app.person(&ctx).await?;
    Ok(([(ETAG, tag(person.version)?)], Json(Settings::from(&person.settings))))
}
