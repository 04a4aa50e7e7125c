//! `POST /interviews/{id}/retakes`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::{App, Ctx};
use http::StatusCode;
use http::header::LOCATION;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire;
use crate::api::v1::wire::notes::Retake;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// A new answer to a question of an interview.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRetake {
    /// Which question of the interview.
    #[schema(example = "idempotency")]
    question: String,
    /// The new answer, at most 20,000 characters.
    #[serde(deserialize_with = "wire::text")]
    #[schema(max_length = 20_000)]
    answer: String,
}

/// Answers a question of an interview again, and says what has changed. The interview's own result stays.
#[utoipa::path(post, path = "/interviews/{id}/retakes", tag = "interviews", request_body = NewRetake,
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 201, description = "The new evaluation beside the old one", body = Retake,
        headers(("Location" = String, description = "Where the new evaluation is found")))))]
pub(super) async fn create_retake(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Json(body): Json<NewRetake>,
) -> Result<impl IntoResponse, Problem> {
    let retaken = app.retake(&ctx, &id, &body.question, body.answer).await?;
    let location = format!("/api/v1/evaluations/{}", retaken.after.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(Retake::new(&app, &retaken))))
}
