//! From which questions a quiz or an interview is made.

use greenroom_app::{AppError, AppResult};
use greenroom_bank::{Bank, Choice, Question};
use serde::Deserialize;

use crate::pages::shared::words;

/// How many questions a quiz has at most.
const ITEMS_MAX: usize = 20;

/// One collection, key area or technology; the whole bank if nothing is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Scope {
    collection: String,
    area: String,
    technology: String,
}

/// One multiple-choice question with the question that it belongs to.
pub(super) struct Item<'a> {
    pub(super) question: &'a Question,
    pub(super) choice: &'a Choice,
}

impl Scope {
    /// The questions of the quiz, in order.
    ///
    /// # Errors
    /// `NotFound` for an unknown collection or key area, and where no question has a multiple-choice variant.
    pub(super) fn items<'a>(&self, bank: &'a Bank) -> AppResult<Vec<Item<'a>>> {
        let questions = self.questions(bank)?;
        let items = questions.into_iter().filter(|question| !question.choices.is_empty()).take(ITEMS_MAX);
        // The variants take turns, so that a second quiz on neighbours is not the same.
        let item = |(at, question): (usize, &'a Question)| Item {
            question,
            choice: &question.choices[at % question.choices.len()],
        };
        let items: Vec<Item> = items.enumerate().map(item).collect();
        if items.is_empty() { Err(AppError::not_found("quiz", self.query())) } else { Ok(items) }
    }

    fn questions<'a>(&self, bank: &'a Bank) -> AppResult<Vec<&'a Question>> {
        if !self.collection.is_empty() {
            let collection = bank.collection(&self.collection);
            let collection = collection.ok_or_else(|| AppError::not_found("collection", &self.collection))?;
            return Ok(bank.of_collection(collection));
        }
        let mut questions = if !self.area.is_empty() {
            let area = bank.area(&self.area).ok_or_else(|| AppError::not_found("key area", &self.area))?;
            bank.of_area(area)
        } else if let Ok(technology) = self.technology.parse() {
            bank.of_technology(&technology)
        } else {
            bank.iter().collect()
        };
        questions.sort_by_key(|question| question.level);
        Ok(questions)
    }

    /// What it is called.
    pub(super) fn name(&self, bank: &Bank) -> String {
        if let Some(collection) = bank.collection(&self.collection) {
            return collection.title.clone();
        }
        if let Some(area) = bank.area(&self.area) {
            return area.title.clone();
        }
        if let Ok(technology) = self.technology.parse() {
            return words::name(&technology);
        }
        "All questions".to_owned()
    }

    /// The page about it: of a technology without one, the list of its questions.
    pub(super) fn home(&self, bank: &Bank) -> String {
        let technology = words::encoded(&self.technology);
        match (self.collection.as_str(), self.area.as_str(), self.technology.as_str()) {
            ("", "", "") => "/questions".to_owned(),
            ("", "", name) if bank.technology(name).is_some() => format!("/technologies/{technology}"),
            ("", "", _) => format!("/questions?technology={technology}"),
            ("", area, _) => format!("/areas/{}", words::encoded(area)),
            (collection, ..) => format!("/collections/{}", words::encoded(collection)),
        }
    }

    /// What is set, as names and values.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("collection", self.collection.as_str()),
            ("area", self.area.as_str()),
            ("technology", self.technology.as_str()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty())
    }

    /// The same as the query of an address.
    pub(super) fn query(&self) -> String {
        let pairs = self.pairs().map(|(name, value)| format!("{name}={}", words::encoded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}
