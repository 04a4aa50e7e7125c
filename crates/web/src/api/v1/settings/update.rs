//! `PATCH /settings`

use axum::extract::State;
use axum::response::IntoResponse;
use greenroom_app::{App, AppError, Ctx, kept};
use http::header::ETAG;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Settings, tag};
use crate::api::v1::wire;
use crate::api::v1::wire::words::{Bar, Theme};
use crate::extract::{IfMatch, Json};
use crate::problem::{Problem, kinds};

/// What to change (RFC 7396): a field that is left out stays as it is, `null` removes what may be removed.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SettingsPatch {
    /// How pages look.
    theme: Option<Theme>,
    /// Whether single keys are shortcuts.
    shortcuts: Option<bool>,
    /// How the interviewer calls you.
    #[serde(deserialize_with = "wire::patch")]
    #[schema(max_length = 80)]
    name: Option<Option<String>>,
    /// The role you prepare for.
    #[serde(deserialize_with = "wire::patch")]
    #[schema(max_length = 80)]
    role: Option<Option<String>>,
    /// How senior that role is.
    #[serde(deserialize_with = "wire::patch")]
    target_bar: Option<Option<Bar>>,
    /// The day of your interview.
    #[serde(deserialize_with = "wire::patch")]
    #[schema(format = Date)]
    interview_date: Option<Option<String>>,
}

/// Changes your settings. `If-Match` must name the version you read.
#[utoipa::path(patch, path = "/settings", tag = "settings", request_body = SettingsPatch,
    params(("If-Match" = String, Header, description = "The ETag you read", example = "\"v1\"")),
    responses((status = 200, description = "The settings as they are now", body = Settings,
        headers(("ETag" = String, description = "Their new version")))))]
pub(super) async fn update_settings(
    State(app): State<App>,
    ctx: Ctx,
    based_on: IfMatch,
    Json(patch): Json<SettingsPatch>,
) -> Result<impl IntoResponse, Problem> {
    let mut person = app.person(&ctx).await?;
    based_on.check(&tag(person.version)?)?;
    patch.apply(&mut person.settings)?;
    let version = app.update_settings(&ctx, &person.settings, person.version).await.map_err(stale)?;
    Ok(([(ETAG, tag(version)?)], Json(Settings::from(&person.settings))))
}

impl SettingsPatch {
    fn apply(self, settings: &mut kept::Settings) -> Result<(), Problem> {
        for (field, value) in
            [("name", &self.name), ("role", &self.role), ("interview_date", &self.interview_date)]
        {
            if value.iter().flatten().any(|text| text.contains('\0')) {
                return Err(Problem::invalid(field, "holds the character U+0000, which is not text"));
            }
        }
        settings.theme = self.theme.map_or(settings.theme, kept::Theme::from);
        settings.shortcuts = self.shortcuts.unwrap_or(settings.shortcuts);
        replace(&mut settings.name, self.name);
        replace(&mut settings.role, self.role);
        replace(&mut settings.target_bar, self.target_bar.map(|bar| bar.map(greenroom_core::Bar::from)));
        replace(&mut settings.interview_date, self.interview_date);
        Ok(())
    }
}

fn replace<T>(value: &mut Option<T>, patch: Option<Option<T>>) {
    if let Some(patch) = patch {
        *value = patch;
    }
}

/// Between reading and saving, another tab may have been quicker: the version named is stale then.
fn stale(error: AppError) -> Problem {
    match error {
        AppError::Conflict { message } => Problem::new(&kinds::STALE, message),
        other => other.into(),
    }
}
