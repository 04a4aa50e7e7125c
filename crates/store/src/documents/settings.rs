//! How a person's settings are stored.

use greenroom_core::Bar;
use serde::{Deserialize, Serialize};

use super::{Stored, Unreadable, word};
use crate::{Settings, Theme};

#[derive(Serialize, Deserialize)]
pub(crate) struct SettingsDoc {
    theme: String,
    shortcuts: bool,
    name: Option<String>,
    target_bar: Option<String>,
    interview_date: Option<String>,
    role: Option<String>,
    first_visit_done: bool,
}

impl Stored for Settings {
    type Doc = SettingsDoc;
}

impl From<&Settings> for SettingsDoc {
    fn from(settings: &Settings) -> Self {
        Self {
            theme: settings.theme.as_str().to_owned(),
            shortcuts: settings.shortcuts,
            name: settings.name.clone(),
            target_bar: settings.target_bar.map(|bar| bar.as_str().to_owned()),
            interview_date: settings.interview_date.clone(),
            role: settings.role.clone(),
            first_visit_done: settings.first_visit_done,
        }
    }
}

impl TryFrom<SettingsDoc> for Settings {
    type Error = Unreadable;

    fn try_from(doc: SettingsDoc) -> Result<Self, Unreadable> {
        Ok(Self {
            theme: word(&doc.theme, Theme::from_word)?,
            shortcuts: doc.shortcuts,
            name: doc.name,
            target_bar: doc.target_bar.map(|bar| word(&bar, Bar::from_word)).transpose()?,
            interview_date: doc.interview_date,
            role: doc.role,
            first_visit_done: doc.first_visit_done,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_round_trip() {
        let settings = Settings {
            theme: Theme::Backstage,
            shortcuts: false,
            name: Some("Ada \u{1F5A5}\0".to_owned()),
            target_bar: Some(Bar::Senior),
            interview_date: Some("2026-12-24".to_owned()),
            role: Some("Backend engineer".to_owned()),
            first_visit_done: true,
        };
        assert_eq!(Settings::read(&settings.write()), Ok(settings));
    }

    #[test]
    fn an_unknown_version_or_word_is_not_guessed() {
        let text = Settings::default().write();
        assert!(Settings::read(&text).is_ok());
        assert_eq!(Settings::read(&text.replace("\"v\":1", "\"v\":2")), Err(Unreadable));
        assert_eq!(Settings::read(&text.replace("system", "sepia")), Err(Unreadable));
        assert_eq!(Settings::read("{}"), Err(Unreadable));
    }

    #[test]
    fn fields_that_a_later_program_adds_are_passed_over() {
        let text = Settings::default().write().replace("\"shortcuts\"", "\"later\":1,\"shortcuts\"");
        assert_eq!(Settings::read(&text), Ok(Settings::default()));
    }
}
