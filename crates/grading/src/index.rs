//! An answer made searchable: where each stem and each word stands.

use std::collections::{BTreeMap, HashMap};

use crate::text::{Text, Token};
use crate::vocabulary::Vocabulary;

/// An answer with an index of its words. Words of the prompt that were merely said back are left out of it.
pub(crate) struct Index {
    pub(crate) text: Text,
    /// Stem -> places, ascending.
    by_stem: HashMap<String, Vec<usize>>,
    /// Word -> places; ordered, so that words of one beginning stand together.
    by_word: BTreeMap<String, Vec<usize>>,
    /// For each word, whether it stands in a heap: a run of content words without grammar.
    listed: Vec<bool>,
    /// First and last token of each clause.
    pub(crate) clauses: Vec<(usize, usize)>,
}

/// A run of this many content words without a grammar word between them is a list, not a statement.
pub(crate) const LIST_RUN: usize = 6;

impl Index {
    /// Indexes `text`, reading small typos as the words of `vocabulary` that they look like. `copied[i]` says that word
    /// `i` is part of a piece of the prompt that was said back.
    pub(crate) fn new(mut text: Text, copied: &[bool], vocabulary: &Vocabulary) -> Self {
        for token in &mut text.tokens {
            if let Some(stem) = vocabulary.correct(&token.word, &token.stem) {
                stem.clone_into(&mut token.stem);
            }
        }
        let mut by_stem: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, token) in text.tokens.iter().enumerate() {
            if copied.get(at).copied().unwrap_or(false) {
                continue;
            }
            by_stem.entry(token.stem.clone()).or_default().push(at);
            by_word.entry(token.word.clone()).or_default().push(at);
        }
        let listed = mark_lists(&text.tokens);
        let clauses = clause_bounds(&text.tokens);
        Self { text, by_stem, by_word, listed, clauses }
    }

    /// Where a stem stands.
    pub(crate) fn stem(&self, stem: &str) -> &[usize] {
        self.by_stem.get(stem).map_or(&[], Vec::as_slice)
    }

    /// Where a word stands, in exactly this form.
    pub(crate) fn word(&self, word: &str) -> &[usize] {
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }

    /// Where words that begin with `prefix` stand, ascending.
    pub(crate) fn prefix(&self, prefix: &str) -> Vec<usize> {
        let from = self.by_word.range(prefix.to_owned()..).take_while(|(word, _)| word.starts_with(prefix));
        let mut places: Vec<usize> = from.flat_map(|(_, places)| places.iter().copied()).collect();
        places.sort_unstable();
        places
    }

    /// Whether the word at `at` stands in a list.
    pub(crate) fn is_listed(&self, at: usize) -> bool {
        self.listed[at]
    }

    /// The share of words that stand in lists, 0 to 1.
    pub(crate) fn listed_share(&self) -> f32 {
        let listed = self.listed.iter().filter(|&&listed| listed).count();
        ratio(listed, self.text.tokens.len())
    }

    /// How many content words lie between two places.
    pub(crate) fn content_distance(&self, a: usize, b: usize) -> usize {
        self.text.tokens[a].content_index.abs_diff(self.text.tokens[b].content_index)
    }

    /// The places of clause numbers `from..=to` as first and last token.
    pub(crate) fn clause_range(&self, from: usize, to: usize) -> (usize, usize) {
        (self.clauses[from].0, self.clauses[to.min(self.clauses.len() - 1)].1)
    }

    /// The clause in which a place lies.
    pub(crate) fn clause_of(&self, at: usize) -> usize {
        self.text.tokens[at].clause
    }
}

/// `part` of `whole` as a number from 0 to 1.
pub(crate) fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "both are at most a few thousand")]
    let share = part as f32 / whole as f32;
    share
}

fn mark_lists(tokens: &[Token]) -> Vec<bool> {
    let mut listed = vec![false; tokens.len()];
    let mut start = 0;
    for at in 0..=tokens.len() {
        let ends = tokens.get(at).is_none_or(|token| token.is_function);
        if ends {
            if at - start >= LIST_RUN {
                listed[start..at].fill(true);
            }
            start = at + 1;
        }
    }
    listed
}

fn clause_bounds(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut bounds: Vec<(usize, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match bounds.get_mut(token.clause) {
            Some(bound) => bound.1 = at,
            None => bounds.push((at, at)),
        }
    }
    bounds
}
