//! All questions of a running program.

use greenroom_core::Slug;

use crate::guide::{Area, Collection, Guides, Technology};
use crate::question::Question;
use crate::random::SplitMix64;
use crate::search::Indexed;

/// All questions, in the order of their names, ready to be searched. Read-only: other questions mean another bank.
#[derive(Debug, Clone, Default)]
pub struct Bank {
    questions: Vec<Question>,
    /// The words of each question, in the same order.
    words: Vec<Indexed>,
    guides: Guides,
}

impl Bank {
    /// Takes over `questions`. Of two with the same name the first is kept; whoever reads files reports the other.
    pub fn new(mut questions: Vec<Question>) -> Self {
        questions.sort_by(|a, b| a.id.cmp(&b.id));
        questions.dedup_by(|later, earlier| later.id == earlier.id);
        questions.iter_mut().for_each(scatter_options);
        let words = questions.iter().map(Indexed::new).collect();
        Self { questions, words, guides: Guides::default() }
    }

    /// The same questions with ways through them.
    #[must_use]
    pub fn with_guides(self, guides: Guides) -> Self {
        Self { guides, ..self }
    }

    /// The ways through the questions.
    pub fn guides(&self) -> &Guides {
        &self.guides
    }

    /// A collection by its name.
    pub fn collection(&self, id: &str) -> Option<&Collection> {
        self.guides.collections.iter().find(|collection| collection.id.as_str() == id)
    }

    /// A key area by its name.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.guides.areas.iter().find(|area| area.id.as_str() == id)
    }

    /// A technology of the hub by its name.
    pub fn technology(&self, id: &str) -> Option<&Technology> {
        self.guides.technologies.iter().find(|technology| technology.id.as_str() == id)
    }

    /// The questions of a collection that there are, in its order.
    pub fn of_collection(&self, collection: &Collection) -> Vec<&Question> {
        collection.questions().filter_map(|id| self.get(id.as_str())).collect()
    }

    /// The questions of a key area.
    pub fn of_area(&self, area: &Area) -> Vec<&Question> {
        self.iter().filter(|question| area.holds(question)).collect()
    }

    /// The questions of a technology: first those that are about it above all, then those that touch it.
    pub fn of_technology(&self, technology: &Slug) -> Vec<&Question> {
        let mut found: Vec<&Question> =
            self.iter().filter(|question| question.technologies.contains(technology)).collect();
        found.sort_by_key(|question| question.technologies.first() != Some(technology));
        found
    }

    /// A question by its name.
    pub fn get(&self, id: &str) -> Option<&Question> {
        let at = self.questions.binary_search_by(|question| question.id.as_str().cmp(id)).ok()?;
        self.questions.get(at)
    }

    /// All questions, in the order of their names.
    pub fn iter(&self) -> std::slice::Iter<'_, Question> {
        self.questions.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// The questions that `question` names as close to it, as far as they exist.
    pub fn related(&self, question: &Question) -> Vec<&Question> {
        question.related.iter().filter_map(|id| self.get(id.as_str())).collect()
    }

    /// All topics, in the order of their names.
    pub fn topics(&self) -> Vec<&Slug> {
        distinct(self.iter().flat_map(|question| &question.topics))
    }

    /// All technologies, in the order of their names.
    pub fn technologies(&self) -> Vec<&Slug> {
        distinct(self.iter().flat_map(|question| &question.technologies))
    }

    pub(crate) fn indexed(&self) -> impl Iterator<Item = (&Question, &Indexed)> {
        self.questions.iter().zip(&self.words)
    }
}

impl<'a> IntoIterator for &'a Bank {
    type Item = &'a Question;
    type IntoIter = std::slice::Iter<'a, Question>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Puts the options of each choice into an order of its own, always the same: people write the right one early, and who
/// knows that needs to know nothing else.
fn scatter_options(question: &mut Question) {
    let bytes = question.id.as_str().bytes();
    let seed = bytes.fold(0u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let mut random = SplitMix64::new(seed);
    for choice in &mut question.choices {
        random.shuffle(&mut choice.options);
    }
}

fn distinct<'a>(slugs: impl Iterator<Item = &'a Slug>) -> Vec<&'a Slug> {
    slugs.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::question;
    use crate::question::{Choice, ChoiceOption};

    #[test]
    fn questions_are_found_by_name_and_kept_in_order() {
        let bank =
            Bank::new(vec![question("tls", "net"), question("caching", "data"), question("tls", "other")]);
        assert_eq!(bank.iter().map(|q| q.id.as_str()).collect::<Vec<_>>(), ["caching", "tls"]);
        assert_eq!(bank.get("tls").map(|q| q.topic().as_str()), Some("net"));
        assert!(bank.get("nope").is_none());
        assert_eq!(bank.topics().iter().map(|t| t.as_str()).collect::<Vec<_>>(), ["data", "net"]);
    }

    #[test]
    fn the_place_of_an_option_tells_nothing() {
        let option =
            |text: &str| ChoiceOption { text: text.into(), correct: text == "right", why: String::new() };
        let options = ["right", "a", "b", "c"].map(option).to_vec();
        let asked = |number: usize| Question {
            choices: vec![Choice { ask: "Which?".into(), options: options.clone() }],
            ..question(&format!("q{number}"), "data")
        };
        let places = || -> Vec<usize> {
            let bank = Bank::new((0..200).map(asked).collect());
            let place = |q: &Question| q.choices[0].options.iter().position(|option| option.correct);
            bank.iter().filter_map(place).collect()
        };
        for place in 0..4 {
            let count = places().iter().filter(|&&found| found == place).count();
            assert!((30..=70).contains(&count), "{count} of 200 are at place {place}");
        }
        assert_eq!(places(), places(), "the order is always the same");
    }

    #[test]
    fn dead_references_are_left_out() {
        let mut tls = question("tls", "net");
        tls.related = ["caching", "gone"].iter().map(|id| id.parse().expect("a slug")).collect();
        let bank = Bank::new(vec![tls.clone(), question("caching", "data")]);
        assert_eq!(bank.related(&tls).len(), 1);
    }
}
