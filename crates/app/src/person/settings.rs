//! A person's settings.

use greenroom_store::{Person, Settings};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult, FieldError};

/// How long a name or role may be, in characters.
const NAME_CHARS_MAX: usize = 80;

impl App {
    /// The person with the settings and their version.
    ///
    /// # Errors
    /// `NotFound` if the person has just deleted everything.
    pub async fn person(&self, ctx: &Ctx) -> AppResult<Person> {
        let found = self.store().read().people().find(&ctx.person).await?;
        found.ok_or_else(|| AppError::not_found("person", &ctx.person))
    }

    /// Replaces the settings, if nobody has changed them since `version`; gives back the new version.
    ///
    /// # Errors
    /// `Invalid` for a field that cannot be used, `Conflict` if they have been changed in the meantime.
    pub async fn update_settings(&self, ctx: &Ctx, settings: &Settings, version: i64) -> AppResult<i64> {
        check(settings)?;
        let mut tx = self.store().begin_write().await?;
        let version = tx.people().update_settings(&ctx.person, settings, version).await?;
        tx.commit().await?;
        version.ok_or_else(|| AppError::not_found("person", &ctx.person))
    }
}

fn check(settings: &Settings) -> AppResult<()> {
    let mut errors = Vec::new();
    for (field, value) in [("name", &settings.name), ("role", &settings.role)] {
        if value.as_ref().is_some_and(|value| value.chars().count() > NAME_CHARS_MAX) {
            errors.push(FieldError { field, message: format!("may have {NAME_CHARS_MAX} characters") });
        }
    }
    if settings.interview_date.as_ref().is_some_and(|date| !is_date(date)) {
        errors.push(FieldError {
            field: "interview_date",
            message: "write it as year-month-day, such as 2026-12-04".into(),
        });
    }
    if errors.is_empty() { Ok(()) } else { Err(AppError::Invalid(errors)) }
}

/// Whether a text has the form of a date and names a possible day.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number =
        |part: &str, digits: usize| (part.len() == digits).then(|| part.parse::<u16>().ok()).flatten();
    number(year, 4).is_some_and(|year| (2000..=2200).contains(&year))
        && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_told_from_other_text() {
        assert!(is_date("2026-12-04"));
        for bad in ["", "tomorrow", "2026-13-01", "2026-12-32", "26-12-04", "2026-12-04-01", "2026/12/04"] {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
