//! `GET /interviews`

use axum::extract::{OriginalUri, State};
use axum::response::Response;
use greenroom_app::kept::InterviewRecord;
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::interview::InterviewSummary;
use crate::api::v1::wire::list::{List, PageQuery, respond};
use crate::extract::Query;
use crate::problem::Problem;

/// Lists your interviews, the one touched last first.
#[utoipa::path(get, path = "/interviews", tag = "interviews", params(PageQuery),
    responses((status = 200, description = "One page", body = List<InterviewSummary>)))]
pub(super) async fn list_interviews(
    State(app): State<App>,
    ctx: Ctx,
    OriginalUri(address): OriginalUri,
    Query(query): Query<PageQuery>,
) -> Result<Response, Problem> {
    let page = app.list_interviews(&ctx, query.limit(), query.cursor()?.as_ref()).await?;
    Ok(respond(page.map(|record: InterviewRecord| InterviewSummary::from(&record)), &address))
}
