//! Finding questions: by words, level, topic, technology and kind, with the counts that each further choice would leave.

mod index;
mod snippet;
mod words;

use greenroom_core::{Level, Slug, Span};

use crate::bank::Bank;
use crate::question::{Kind, Question};

pub(crate) use index::Indexed;
pub use snippet::Snippet;

/// Which questions are wanted. Everything empty means all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words to look for in name, prompt, tags and model answer; blank for any. At most [`Filter::WORDS_MAX`] are read.
    pub text: String,
    /// How hard.
    pub level: Option<Level>,
    /// About what.
    pub topic: Option<Slug>,
    /// With what.
    pub technology: Option<Slug>,
    /// What sort of answer.
    pub kind: Option<Kind>,
}

impl Filter {
    /// How many words of the text are looked for.
    pub const WORDS_MAX: usize = 12;
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// All hits: best first if words were looked for, otherwise easiest first, then by name.
    pub items: Vec<Hit<'a>>,
    /// For each filter, its values with live counts.
    pub facets: Facets,
    /// How many hits there are.
    pub total: usize,
}

/// One question that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The question.
    pub question: &'a Question,
    /// Where the words stand in its prompt, ascending.
    pub prompt_marks: Vec<Span>,
    /// The place of its model answer where the words stand, if they do.
    pub snippet: Option<Snippet>,
}

/// The values of each filter that occur in the bank, in a stable order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Levels, easiest first.
    pub levels: Vec<Facet<Level>>,
    /// Topics by name.
    pub topics: Vec<Facet<Slug>>,
    /// Technologies by name.
    pub technologies: Vec<Facet<Slug>>,
    /// Kinds.
    pub kinds: Vec<Facet<Kind>>,
}

/// One value of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet<T> {
    /// The value.
    pub value: T,
    /// How many hits there are when it is chosen and all other filters stay; may be zero.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The filters that a question gets past, and its rank among the hits.
struct Candidate<'a> {
    question: &'a Question,
    indexed: &'a Indexed,
    rank: u32,
    level: bool,
    topic: bool,
    technology: bool,
    kind: bool,
}

impl Bank {
    /// Finds questions.
    ///
    /// All words must be found, each somewhere; if no question has all of them, those with the most are hits.
    /// A word is found as it is, in another form, as a beginning, or with one typo; it counts most in name and prompt.
    ///
    /// # Complexity
    /// Linear in the text of the bank times the words looked for: a few milliseconds for a thousand questions.
    pub fn search(&self, filter: &Filter) -> Found<'_> {
        let wanted = index::wanted(&filter.text);
        let candidates = self.candidates(filter, &wanted);
        let facets = self.facets(filter, &candidates);
        let mut hits: Vec<&Candidate> =
            candidates.iter().filter(|c| c.level && c.topic && c.technology && c.kind).collect();
        hits.sort_by_key(|c| (std::cmp::Reverse(c.rank), c.question.level, &c.question.id));
        let items: Vec<Hit> = hits
            .into_iter()
            .map(|c| Hit {
                question: c.question,
                prompt_marks: c.indexed.prompt_marks(&wanted),
                snippet: c.indexed.snippet(&c.question.answer, &wanted),
            })
            .collect();
        Found { total: items.len(), items, facets }
    }

    /// The questions that have the words, whatever the other filters say.
    fn candidates(&self, filter: &Filter, wanted: &[String]) -> Vec<Candidate<'_>> {
        let ranked: Vec<_> =
            self.indexed().map(|(question, indexed)| (question, indexed, indexed.rank(wanted))).collect();
        let words_found = ranked.iter().map(|(_, _, rank)| rank.words).max().unwrap_or(0);
        let is_hit = |words: usize| wanted.is_empty() || (words > 0 && words == words_found);
        ranked
            .into_iter()
            .filter(|(_, _, rank)| is_hit(rank.words))
            .map(|(question, indexed, rank)| Candidate {
                question,
                indexed,
                rank: rank.points,
                level: filter.level.is_none_or(|level| question.level == level),
                topic: filter.topic.as_ref().is_none_or(|topic| question.topics.contains(topic)),
                technology: filter
                    .technology
                    .as_ref()
                    .is_none_or(|name| question.technologies.contains(name)),
                kind: filter.kind.is_none_or(|kind| question.kind == kind),
            })
            .collect()
    }

    fn facets(&self, filter: &Filter, candidates: &[Candidate<'_>]) -> Facets {
        let count = |keep: &dyn Fn(&Candidate) -> bool| candidates.iter().filter(|c| keep(c)).count();
        let slugs = |values: Vec<&Slug>, chosen: &Option<Slug>, keep: &dyn Fn(&Candidate, &Slug) -> bool| {
            let facet = |value: &Slug| Facet {
                count: count(&|c| keep(c, value)),
                is_chosen: chosen.as_ref() == Some(value),
                value: value.clone(),
            };
            values.into_iter().map(facet).collect()
        };
        let level = |&value: &Level| Facet {
            count: count(&|c| c.topic && c.technology && c.kind && c.question.level == value),
            is_chosen: filter.level == Some(value),
            value,
        };
        let kind = |&value: &Kind| Facet {
            count: count(&|c| c.level && c.topic && c.technology && c.question.kind == value),
            is_chosen: filter.kind == Some(value),
            value,
        };
        Facets {
            levels: Level::ALL
                .iter()
                .filter(|&&level| self.iter().any(|q| q.level == level))
                .map(level)
                .collect(),
            topics: slugs(self.topics(), &filter.topic, &|c, topic| {
                c.level && c.technology && c.kind && c.question.topics.contains(topic)
            }),
            technologies: slugs(self.technologies(), &filter.technology, &|c, name| {
                c.level && c.topic && c.kind && c.question.technologies.contains(name)
            }),
            kinds: Kind::ALL.iter().filter(|&&kind| self.iter().any(|q| q.kind == kind)).map(kind).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
