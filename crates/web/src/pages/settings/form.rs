//! The forms of the settings and what they mean.

use greenroom_app::kept::{Person, Settings, Theme};
use greenroom_core::Bar;
use serde::Deserialize;

use crate::ui::layout;

/// The form as it is filled in and as it comes back.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct SettingsForm {
    pub(super) theme: String,
    pub(super) shortcuts: String,
    pub(super) name: String,
    pub(super) role: String,
    pub(super) bar: String,
    pub(super) interview_date: String,
    /// The version of the settings that the form shows.
    pub(super) version: String,
}

impl SettingsForm {
    /// The form filled in with what is set.
    pub(super) fn of(person: &Person, theme: layout::Theme) -> Self {
        let settings = &person.settings;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            theme: theme.as_str().to_owned(),
            shortcuts: if settings.shortcuts { "on".to_owned() } else { String::new() },
            name: text(&settings.name),
            role: text(&settings.role),
            bar: settings.target_bar.map_or("none", Bar::as_str).to_owned(),
            interview_date: text(&settings.interview_date),
            version: person.version.to_string(),
        }
    }

    /// The theme, as one of its three words.
    pub(super) fn theme(&self) -> &'static str {
        Theme::from_word(&self.theme).unwrap_or_default().as_str()
    }

    /// The version it is based on; the current one if it does not say.
    pub(super) fn version(&self, current: i64) -> i64 {
        self.version.parse().unwrap_or(current)
    }

    /// The settings it asks for.
    pub(super) fn settings(&self, current: &Settings) -> Settings {
        Settings {
            theme: Theme::from_word(&self.theme).unwrap_or_default(),
            shortcuts: !self.shortcuts.is_empty(),
            name: filled(&self.name),
            role: filled(&self.role),
            target_bar: Bar::from_word(&self.bar),
            interview_date: filled(&self.interview_date),
            ..current.clone()
        }
    }
}

/// "What are you preparing for?"
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct AimForm {
    bar: String,
    interview_date: String,
}

impl AimForm {
    /// The settings after it: Skip changes nothing but that it was asked.
    pub(super) fn settings(&self, current: &Settings) -> Settings {
        let asked = Settings { first_visit_done: true, ..current.clone() };
        if self.bar == "skip" {
            return asked;
        }
        let interview_date = filled(&self.interview_date).or_else(|| current.interview_date.clone());
        Settings { target_bar: Bar::from_word(&self.bar), interview_date, ..asked }
    }
}

/// The text without blanks around it and without control characters; `None` if nothing is left.
fn filled(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_is_no_value() {
        let form =
            SettingsForm { name: " \u{7}".to_owned(), bar: "mid".to_owned(), ..SettingsForm::default() };
        let settings = form.settings(&Settings::default());
        assert_eq!((settings.name, settings.target_bar, settings.shortcuts), (None, Some(Bar::Mid), false));
    }

    #[test]
    fn skipping_changes_only_that_it_was_asked() {
        let form = AimForm { bar: "skip".to_owned(), interview_date: "2026-12-04".to_owned() };
        let settings = form.settings(&Settings::default());
        assert_eq!(settings, Settings { first_visit_done: true, ..Settings::default() });
    }

    #[test]
    fn one_click_sets_the_level_and_the_date() {
        let form = AimForm { bar: "senior".to_owned(), interview_date: "2026-12-04".to_owned() };
        let settings = form.settings(&Settings::default());
        assert_eq!(settings.target_bar, Some(Bar::Senior));
        assert_eq!(settings.interview_date.as_deref(), Some("2026-12-04"));
        assert!(settings.first_visit_done);
    }
}
