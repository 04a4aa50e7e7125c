//! The words of one question, and how well they answer to a search.

use greenroom_core::Span;

use crate::question::Question;
use crate::search::Filter;
use crate::search::snippet::{self, Snippet};
use crate::search::words::{Likeness, Word, likeness, words};

/// Words that say nothing about what is looked for.
const IDLE_WORDS: &[&str] = &[
    "a",
    "about",
    "an",
    "and",
    "are",
    "be",
    "between",
    "can",
    "difference",
    "do",
    "does",
    "explain",
    "for",
    "from",
    "how",
    "i",
    "in",
    "is",
    "it",
    "me",
    "my",
    "of",
    "on",
    "or",
    "should",
    "tell",
    "than",
    "that",
    "the",
    "this",
    "to",
    "use",
    "versus",
    "vs",
    "we",
    "what",
    "when",
    "which",
    "why",
    "with",
    "work",
    "works",
    "you",
    "your",
];

/// The words of one question.
#[derive(Debug, Clone)]
pub(crate) struct Indexed {
    id: Vec<Word>,
    prompt: Vec<Word>,
    tags: Vec<Word>,
    answer: Vec<Word>,
}

/// How well a question answers to a search.
pub(crate) struct Rank {
    /// How many of the words were found.
    pub(crate) words: usize,
    /// The better, the more.
    pub(crate) points: u32,
}

/// The words to look for: without those that say nothing, unless there are no others.
pub(crate) fn wanted(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in words(text).into_iter().map(|word| word.text) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    if all.iter().any(|word| !IDLE_WORDS.contains(&word.as_str())) {
        all.retain(|word| !IDLE_WORDS.contains(&word.as_str()));
    }
    all.truncate(Filter::WORDS_MAX);
    all
}

impl Indexed {
    pub(crate) fn new(question: &Question) -> Self {
        let mut tags = vec![question.level.as_str(), question.kind.as_str()];
        tags.extend(question.topics.iter().chain(&question.technologies).map(greenroom_core::Slug::as_str));
        Self {
            id: words(question.id.as_str()),
            prompt: words(&question.prompt),
            tags: words(&tags.join(" ")),
            answer: words(&question.answer),
        }
    }

    pub(crate) fn rank(&self, wanted: &[String]) -> Rank {
        let mut rank = Rank { words: 0, points: 0 };
        for word in wanted {
            let points = self.points(word);
            rank.words += usize::from(points > 0);
            rank.points += points;
        }
        rank
    }

    /// The points of one word: name and prompt before tags before the answer, and within each the likeness.
    fn points(&self, wanted: &str) -> u32 {
        let fields = [(&self.id, 100), (&self.prompt, 80), (&self.tags, 60), (&self.answer, 20)];
        fields
            .into_iter()
            .filter_map(|(words, weight)| {
                let best = words.iter().filter_map(|word| likeness(&word.text, wanted)).max()?;
                Some(weight * share(best))
            })
            .max()
            .unwrap_or(0)
    }

    pub(crate) fn prompt_marks(&self, wanted: &[String]) -> Vec<Span> {
        marks(&self.prompt, wanted)
    }

    pub(crate) fn snippet(&self, answer: &str, wanted: &[String]) -> Option<Snippet> {
        snippet::cut(answer, &marks(&self.answer, wanted))
    }
}

/// How much of a field's weight a word earns.
fn share(likeness: Likeness) -> u32 {
    match likeness {
        Likeness::Exact => 10,
        Likeness::Inflected => 8,
        Likeness::Prefix => 6,
        Likeness::Typo => 3,
    }
}

/// Where the words stand. For each word only its best likeness is marked: where `cache` stands, `cached` may be marked,
/// a typo of it not.
fn marks(words: &[Word], wanted: &[String]) -> Vec<Span> {
    let mut marks = std::collections::BTreeSet::new();
    for wanted in wanted {
        let found: Vec<(Likeness, Span)> =
            words.iter().filter_map(|word| Some((likeness(&word.text, wanted)?, word.span))).collect();
        let Some(best) = found.iter().map(|(likeness, _)| *likeness).max() else { continue };
        let floor = best.min(Likeness::Prefix);
        marks.extend(found.iter().filter(|(likeness, _)| *likeness >= floor).map(|(_, span)| *span));
    }
    marks.into_iter().collect()
}
