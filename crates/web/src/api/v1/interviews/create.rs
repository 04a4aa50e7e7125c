//! `POST /interviews`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::interview::StartInterview;
use greenroom_app::{App, Ctx};
use http::StatusCode;
use http::header::LOCATION;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::wire;
use crate::api::v1::wire::interview::Interview;
use crate::api::v1::wire::words::{Bar, Length, Pace, Tone};
use crate::extract::Json;
use crate::problem::Problem;

/// The wishes of a candidate. All of them have a usual value.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct NewInterview {
    /// The role as you word it.
    #[serde(deserialize_with = "wire::text")]
    #[schema(max_length = 80, example = "Backend developer")]
    role: String,
    /// How senior the role is.
    bar: Bar,
    /// Topics to ask about; none means all.
    topics: Vec<String>,
    /// Technologies to ask about; none means all.
    technologies: Vec<String>,
    /// The collection to ask from; none means any question.
    collection: Option<String>,
    /// The key area to ask from; none means any question.
    area: Option<String>,
    /// How long it takes.
    length: Length,
    /// How the interviewer speaks.
    tone: Tone,
    /// How generous the soft time limits are.
    pace: Pace,
}

impl Default for NewInterview {
    fn default() -> Self {
        Self {
            role: String::new(),
            bar: Bar::Mid,
            topics: Vec::new(),
            technologies: Vec::new(),
            collection: None,
            area: None,
            length: Length::Standard,
            tone: Tone::Warm,
            pace: Pace::Usual,
        }
    }
}

/// Sets an interview up. It begins with the move `begin`.
#[utoipa::path(post, path = "/interviews", tag = "interviews", request_body = NewInterview,
    responses((status = 201, description = "The interview as it stands", body = Interview,
        headers(("Location" = String, description = "Where it is found")))))]
pub(super) async fn create_interview(
    State(app): State<App>,
    ctx: Ctx,
    Json(body): Json<NewInterview>,
) -> Result<impl IntoResponse, Problem> {
    let room = app.start_interview(&ctx, body.into()).await?;
    let location = format!("/api/v1/interviews/{}", room.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(Interview::new(&app, &ctx, &room))))
}

impl From<NewInterview> for StartInterview {
    fn from(body: NewInterview) -> Self {
        Self {
            role: body.role,
            bar: body.bar.into(),
            topics: body.topics,
            technologies: body.technologies,
            collection: body.collection,
            area: body.area,
            length: body.length.into(),
            tone: body.tone.into(),
            pace: body.pace.into(),
        }
    }
}
