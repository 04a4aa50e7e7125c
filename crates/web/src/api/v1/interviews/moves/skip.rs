//! `POST /interviews/{id}/skips`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// A turn to pass on.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Skip {
    /// Which turn: the number of the open one.
    #[schema(example = 1)]
    turn: u32,
}

/// Passes on the open turn; it counts as zero.
#[utoipa::path(post, path = "/interviews/{id}/skips", tag = "interviews", request_body = Skip,
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn skip(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Json(body): Json<Skip>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::Skip { turn: body.turn }).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
