//! Your settings: the one thing that two tabs may change at once, so every change names the version it is based on.

mod show;
mod update;

use greenroom_app::kept;
use http::HeaderValue;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::v1::wire::words::{Bar, Theme};
use crate::problem::Problem;
use crate::state::WebState;

pub(super) fn router() -> OpenApiRouter<WebState> {
    OpenApiRouter::new().routes(routes!(show::show_settings, update::update_settings))
}

/// Your settings.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Settings {
    /// How pages look.
    theme: Theme,
    /// Whether single keys are shortcuts.
    shortcuts: bool,
    /// How the interviewer calls you.
    name: Option<String>,
    /// The role you prepare for.
    role: Option<String>,
    /// How senior that role is.
    target_bar: Option<Bar>,
    /// The day of your interview.
    #[schema(format = Date)]
    interview_date: Option<String>,
}

impl From<&kept::Settings> for Settings {
    fn from(settings: &kept::Settings) -> Self {
        Self {
            theme: settings.theme.into(),
            shortcuts: settings.shortcuts,
            name: settings.name.clone(),
            role: settings.role.clone(),
            target_bar: settings.target_bar.map(Bar::from),
            interview_date: settings.interview_date.clone(),
        }
    }
}

/// The tag of a version. It is strong: `If-Match` needs one.
fn tag(version: i64) -> Result<HeaderValue, Problem> {
    HeaderValue::try_from(format!("\"v{version}\"")).map_err(Problem::internal)
}
