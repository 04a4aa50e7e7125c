//! `POST /interviews/{id}/hints`

use axum::extract::State;
use greenroom_app::interview::Act;
use greenroom_app::{App, Ctx};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire::interview::Interview;
use crate::extract::{Json, Path};
use crate::problem::Problem;

/// A wish for a hint.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TakeHint {
    /// Which turn: the number of the open one.
    #[schema(example = 1)]
    turn: u32,
    /// Which hint, as `next_hint` numbers it: with it, a repeated request takes no second one.
    #[schema(maximum = 255)]
    index: Option<u8>,
}

/// Takes the next hint. `hint_offer` of the open turn says what it costs.
#[utoipa::path(post, path = "/interviews/{id}/hints", tag = "interviews", request_body = TakeHint,
    params(("id" = String, Path, description = "Name of the interview")),
    responses((status = 200, description = "The interview as it stands now", body = Interview)))]
pub(super) async fn take_hint(
    State(app): State<App>,
    ctx: Ctx,
    Path(id): Path<String>,
    Json(body): Json<TakeHint>,
) -> Result<Json<Interview>, Problem> {
    let room = app.act(&ctx, &id, Act::TakeHint { turn: body.turn, index: body.index }).await?;
    Ok(Json(Interview::new(&app, &ctx, &room)))
}
