//! `GET /evaluations/{id}`

use axum::extract::State;
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::evaluation::Evaluation;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// Shows one evaluation.
#[utoipa::path(get, path = "/evaluations/{id}", tag = "evaluations",
    params(("id" = String, Path, description = "Name of the evaluation")),
    responses((status = 200, description = "The evaluation", body = Evaluation)))]
pub(super) async fn show_evaluation(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Result<Json<Evaluation>, Problem> {
    let record = app.find_evaluation(&ctx, &id).await?;
    Ok(Json(Evaluation::new(&app, &record)))
}
