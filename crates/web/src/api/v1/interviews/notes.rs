//! `GET /interviews/{id}/notes`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::{App, Ctx};
use http::header::CONTENT_DISPOSITION;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::v1::wire::notes::Notes;
use crate::extract::{Json, Path, Query};
use crate::problem::Problem;

/// How the notes are wanted.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct As {
    /// If it is there, with or without a value, a browser saves the notes as a file.
    download: Option<String>,
}

/// Shows the notes on an interview; on one that is not over, they cover what was answered so far.
#[utoipa::path(get, path = "/interviews/{id}/notes", tag = "interviews",
    params(("id" = String, Path, description = "Name of the interview"), As),
    responses((status = 200, description = "The notes", body = Notes)))]
pub(super) async fn show_notes(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Query(query): Query<As>,
) -> Result<impl IntoResponse, Problem> {
    let notes = app.notes(&ctx, &id).await?;
    let file = format!("attachment; filename=\"greenroom-notes-{}.json\"", notes.record.id);
    let headers = query.download.map(|_| [(CONTENT_DISPOSITION, file)]);
    Ok((headers.map(axum::response::AppendHeaders), Json(Notes::new(&app, &notes))))
}
