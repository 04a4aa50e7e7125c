//! `GET /evaluations`

use axum::extract::{OriginalUri, State};
use axum::response::Response;
use greenroom_app::kept::{EvaluationFilter, EvaluationRecord};
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::evaluation::EvaluationSummary;
use crate::api::v1::wire::list::{List, PageQuery, respond};
use crate::extract::Query;
use crate::problem::Problem;

/// Lists your evaluations, newest first.
#[utoipa::path(get, path = "/evaluations", tag = "evaluations", params(PageQuery),
    responses((status = 200, description = "One page", body = List<EvaluationSummary>)))]
pub(super) async fn list_evaluations(
    State(app): State<App>,
    ctx: Ctx,
    OriginalUri(address): OriginalUri,
    Query(query): Query<PageQuery>,
) -> Result<Response, Problem> {
    let cursor = query.cursor()?;
    let page = app.list_evaluations(&ctx, &EvaluationFilter::All, query.limit(), cursor.as_ref()).await?;
    Ok(respond(page.map(|record: EvaluationRecord| EvaluationSummary::from(&record)), &address))
}
