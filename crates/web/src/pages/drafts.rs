//! Drafts: `gr-answer` posts its form here while somebody types, so that nothing typed is lost.

use axum::extract::State;
use axum::routing::post;
use axum::{Form, Router};
use greenroom_app::{App, Ctx};
use http::StatusCode;
use serde::Deserialize;

use crate::extract::Path;
use crate::problem::Problem;
use crate::state::WebState;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new().route("/drafts/{key}", post(save))
}

/// The fields of whichever form holds the box. Its other fields are of no interest here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Fields {
    answer: String,
    /// The name the box has in some forms.
    text: String,
}

async fn save(
    State(app): State<App>,
    ctx: Ctx,
    Path(key): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<StatusCode, Problem> {
    let text = if fields.answer.is_empty() { fields.text } else { fields.answer };
    // PostgreSQL keeps no U+0000, and nobody types one.
    app.save_draft(&ctx, &key, &text.replace('\0', "")).await?;
    Ok(StatusCode::NO_CONTENT)
}
