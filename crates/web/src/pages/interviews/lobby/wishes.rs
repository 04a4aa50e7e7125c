//! What is chosen in the lobby, as words of the form.

use greenroom_app::interview::StartInterview;
use greenroom_app::kept::Settings;
use greenroom_core::Bar;
use greenroom_interview::{Length, Pace, Plan, Tone};

use crate::pages::shared::words;
use crate::problem::{Field, Problem, kinds};

/// The form as filled in. Words that are not known stay, so that the refusal can be shown beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wishes {
    pub(super) role: String,
    pub(super) bar: String,
    pub(super) length: String,
    pub(super) tone: String,
    pub(super) pace: String,
    pub(super) topics: Vec<String>,
    pub(super) technologies: Vec<String>,
    pub(super) collection: String,
    pub(super) area: String,
}

impl Default for Wishes {
    fn default() -> Self {
        Self {
            role: "Backend developer".to_owned(),
            bar: Bar::Mid.as_str().to_owned(),
            length: Length::Short.as_str().to_owned(),
            tone: Tone::Warm.as_str().to_owned(),
            pace: Pace::Usual.as_str().to_owned(),
            topics: Vec::new(),
            technologies: Vec::new(),
            collection: String::new(),
            area: String::new(),
        }
    }
}

impl Wishes {
    /// What the person's settings say.
    pub(super) fn of_settings(settings: &Settings) -> Self {
        let usual = Self::default();
        Self {
            role: settings.role.clone().unwrap_or(usual.role),
            bar: settings.target_bar.map_or(usual.bar, |bar| bar.as_str().to_owned()),
            ..usual
        }
    }

    /// The same with the pairs of a form or an address. Unknown names are disregarded: an old link still works.
    pub(super) fn with(mut self, pairs: Vec<(String, String)>) -> Self {
        for (name, value) in pairs {
            match name.as_str() {
                "role" => self.role = value,
                "bar" => self.bar = value,
                "length" => self.length = value,
                "tone" => self.tone = value,
                "pace" => self.pace = value,
                "collection" => self.collection = value,
                "area" => self.area = value,
                "topic" | "topics" => add(&mut self.topics, value),
                "technology" | "technologies" => add(&mut self.technologies, value),
                _ => {}
            }
        }
        self
    }

    /// The command.
    ///
    /// # Errors
    /// `invalid` with a field for each choice that is none.
    pub(super) fn command(&self) -> Result<StartInterview, Problem> {
        let (bar, length) = (Bar::from_word(&self.bar), Length::from_word(&self.length));
        let (tone, pace) = (Tone::from_word(&self.tone), Pace::from_word(&self.pace));
        if let (Some(bar), Some(length), Some(tone), Some(pace)) = (bar, length, tone, pace) {
            let (topics, technologies) = (self.topics.clone(), self.technologies.clone());
            return Ok(StartInterview {
                role: self.role.clone(),
                bar,
                topics,
                technologies,
                collection: Some(self.collection.clone()),
                area: Some(self.area.clone()),
                length,
                tone,
                pace,
            });
        }
        let checks = [
            ("bar", bar.is_none()),
            ("length", length.is_none()),
            ("tone", tone.is_none()),
            ("pace", pace.is_none()),
        ];
        let wrong = checks.into_iter().filter(|(_, is_wrong)| *is_wrong);
        let problem = Problem::new(&kinds::INVALID, "a choice is missing");
        Err(wrong.fold(problem, |problem, (name, _)| problem.with_field(name, "choose one of these")))
    }

    /// The fields of a refusal, each beside the part of the form that it is about: a plan is not a field of it.
    pub(super) fn placed(&self, fields: &[Field]) -> Vec<Field> {
        let is_role_long = self.role.trim().chars().count() > Plan::ROLE_MAX;
        let place = |field: &Field| match field.name.as_str() {
            "collection" | "area" => "guide".to_owned(),
            "plan" => if is_role_long { "role" } else { "topics" }.to_owned(),
            name => name.to_owned(),
        };
        fields
            .iter()
            .map(|field| Field { name: place(field), message: words::sentence(&field.message) })
            .collect()
    }
}

/// Adds a choice once. A form of a reasonable person has a few dozen of them at most.
fn add(list: &mut Vec<String>, value: String) {
    const MAX: usize = 100;
    if !value.is_empty() && list.len() < MAX && !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn an_address_fills_the_form() {
        let wishes = Wishes::default().with(pairs(&[
            ("topic", "caching"),
            ("topic", "caching"),
            ("length", "long"),
            ("x", "y"),
        ]));
        assert_eq!(wishes.topics, ["caching"]);
        let command = wishes.command().expect("all choices are known");
        assert_eq!((command.length, command.bar, command.pace), (Length::Long, Bar::Mid, Pace::Usual));
    }

    #[test]
    fn each_unknown_choice_is_named() {
        let wishes = Wishes::default().with(pairs(&[("bar", "chief"), ("pace", "")]));
        let problem = wishes.command().expect_err("two are wrong");
        let names: Vec<&str> = problem.fields().iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["bar", "pace"]);
    }

    #[test]
    fn the_plan_is_told_beside_what_made_it() {
        let fields = [Field { name: "plan".into(), message: "no".into() }];
        let long = Wishes { role: "x".repeat(81), ..Wishes::default() };
        assert_eq!(long.placed(&fields)[0].name, "role");
        assert_eq!(Wishes::default().placed(&fields)[0].name, "topics");
    }
}
