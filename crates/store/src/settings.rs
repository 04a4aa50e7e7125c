//! What a person has chosen.

use greenroom_core::{Bar, words};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    /// Light.
    Day,
    /// Dark.
    Backstage,
}

words!(Theme { System => "system", Day => "day", Backstage => "backstage" });

/// What a person has chosen. Every choice has a default, so nobody needs to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Whether single keys are shortcuts.
    pub shortcuts: bool,
    /// How the person is addressed.
    pub name: Option<String>,
    /// How senior the role is that is prepared for.
    pub target_bar: Option<Bar>,
    /// The day of the interview, as `YYYY-MM-DD`: a day in the person's own calendar, not a moment.
    pub interview_date: Option<String>,
    /// The role that is prepared for.
    pub role: Option<String>,
    /// Whether the first visit is over.
    pub first_visit_done: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            shortcuts: true,
            name: None,
            target_bar: None,
            interview_date: None,
            role: None,
            first_visit_done: false,
        }
    }
}
