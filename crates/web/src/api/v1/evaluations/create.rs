//! `POST /evaluations`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::kept::Origin;
use greenroom_app::practice::EvaluateAnswer;
use greenroom_app::{App, Ctx};
use http::StatusCode;
use http::header::LOCATION;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire;
use crate::api::v1::wire::evaluation::Evaluation;
use crate::extract::Json;
use crate::problem::Problem;

/// An answer to be evaluated.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewEvaluation {
    /// Which question it answers.
    #[schema(example = "idempotency")]
    question: String,
    /// The answer, at most 20,000 characters.
    #[serde(deserialize_with = "wire::text")]
    #[schema(
        max_length = 20_000,
        example = "The client sends the same key with every retry, so that we recognise it."
    )]
    answer: String,
}

/// Evaluates an answer and keeps both. An answer that cannot be graded is kept as well: `cannot_score` says why.
#[utoipa::path(post, path = "/evaluations", tag = "evaluations", request_body = NewEvaluation,
    responses((status = 201, description = "The evaluation", body = Evaluation,
        headers(("Location" = String, description = "Where it is found")))))]
pub(super) async fn create_evaluation(
    State(app): State<App>,
    ctx: Ctx,
    Json(body): Json<NewEvaluation>,
) -> Result<impl IntoResponse, Problem> {
    let command = EvaluateAnswer { question: body.question, answer: body.answer, origin: Origin::Api };
    let evaluated = app.evaluate_answer(&ctx, command).await?;
    let location = format!("/api/v1/evaluations/{}", evaluated.record.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(Evaluation::new(&app, &evaluated.record))))
}
