//! `GET /me/export`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::interview::Room;
use greenroom_app::{App, Ctx};
use http::header::CONTENT_DISPOSITION;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::wire::evaluation::Evaluation;
use crate::api::v1::wire::interview::Interview;
use crate::api::v1::wire::moment;
use crate::extract::Json;
use crate::problem::Problem;

/// All that is kept about you.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Export {
    /// When this copy was made.
    #[schema(format = DateTime)]
    exported_at: String,
    /// Your settings.
    settings: crate::api::v1::settings::Settings,
    /// Your interviews with all that was said, newest first.
    interviews: Vec<Interview>,
    /// Your answers with their evaluations, newest first.
    evaluations: Vec<Evaluation>,
}

/// Gives you a copy of all that is kept about you, as a file.
#[utoipa::path(get, path = "/me/export", tag = "me",
    responses((status = 200, description = "The copy", body = Export)))]
pub(super) async fn export_me(State(app): State<App>, ctx: Ctx) -> Result<impl IntoResponse, Problem> {
    let kept = app.export(&ctx).await?;
    let interview = |(record, interview): (greenroom_app::kept::InterviewRecord, _)| {
        Interview::new(&app, &ctx, &Room { id: record.id, interview })
    };
    let body = Export {
        exported_at: moment(ctx.now),
        settings: (&kept.person.settings).into(),
        interviews: kept.interviews.into_iter().map(interview).collect(),
        evaluations: kept.evaluations.iter().map(|record| Evaluation::new(&app, record)).collect(),
    };
    Ok(([(CONTENT_DISPOSITION, "attachment; filename=\"greenroom-export.json\"")], Json(body)))
}
