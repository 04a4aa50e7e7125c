//! `DELETE /me`

use axum::extract::State;
use greenroom_app::{App, Ctx};
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::extract::Json;
use crate::problem::Problem;

/// What has to be said so that nobody deletes everything by accident.
const WORDS: &str = "delete my data";

/// The confirmation.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirmation {
    /// The words `delete my data`.
    #[schema(example = "delete my data", pattern = "^delete my data$")]
    confirm: String,
}

/// Deletes all that is kept about you: settings, drafts, interviews, answers, evaluations. It cannot be brought back.
#[utoipa::path(delete, path = "/me", tag = "me", request_body = Confirmation,
    responses((status = 204, description = "Nothing is left")))]
pub(super) async fn erase_me(
    State(app): State<App>,
    ctx: Ctx,
    Json(body): Json<Confirmation>,
) -> Result<StatusCode, Problem> {
    if body.confirm != WORDS {
        return Err(Problem::invalid("confirm", format!("must be the words '{WORDS}'")));
    }
    app.delete_everything(&ctx).await?;
    Ok(StatusCode::NO_CONTENT)
}
