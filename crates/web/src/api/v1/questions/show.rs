//! `GET /questions/{id}`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::App;
use serde::Deserialize;
use utoipa::IntoParams;

use super::KEEP_AND_ASK;
use crate::api::v1::wire::question::Question;
use crate::extract::{Json, Path, Query};
use crate::problem::Problem;

/// What to show beside the question.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Include {
    /// `answer` reveals the model answer, key points, hints and the rest. Try first.
    #[param(example = "answer")]
    include: Option<String>,
}

/// Shows one question.
#[utoipa::path(get, path = "/questions/{id}", tag = "questions",
    params(("id" = String, Path, description = "Name of the question", example = "idempotency"), Include),
    responses((status = 200, description = "The question", body = Question)))]
pub(super) async fn show_question(
    State(app): State<App>,
    Path(id): Path<String>,
    Query(query): Query<Include>,
) -> Result<impl IntoResponse, Problem> {
    let with_answer = match query.include.as_deref() {
        None | Some("") => false,
        Some("answer") => true,
        Some(_) => return Err(Problem::invalid("include", "there is only 'answer' to include")),
    };
    Ok((KEEP_AND_ASK, Json(Question::new(app.catalog().find(&id)?, with_answer))))
}
