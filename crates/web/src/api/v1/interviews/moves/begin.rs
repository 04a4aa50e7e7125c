//! `POST /interviews/{id}/begin`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// Begins: the interviewer asks the first question.
#[utoipa::path(post, path = "/interviews/{id}/begin", tag = "interviews",
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn begin(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::Begin).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
