//! Whole sentences as people say them, and how much of one is heard in a stretch of an answer.

use std::collections::{HashMap, HashSet};

use crate::index::Index;
use crate::text::{Reader, Text};
use crate::vocabulary::Vocabulary;

/// How many clauses a paraphrase may spread over.
pub(crate) const CLAUSES_MAX: usize = 3;

/// How many content words a stretch of more than one clause may hold.
const CONTENT_MAX: usize = 18;

/// Share of the weight of a paraphrase that its word order carries; the rest is its words.
const ORDER_SHARE: f32 = 0.2;

/// A sentence of fewer content words is no claim that could be denied.
const CLAIM_WORDS_MIN: usize = 3;

/// A paraphrase as weighted words.
#[derive(Debug, Clone)]
pub(crate) struct Paraphrase {
    /// As authored.
    pub(crate) text: String,
    words: Vec<Word>,
    /// Total weight of the words.
    weight: f32,
    /// Total weight of the words that right sentences do not use; see [`Paraphrase::tell_from`].
    telling: f32,
}

#[derive(Debug, Clone)]
struct Word {
    stem: String,
    is_negated: bool,
    weight: f32,
    /// Whether it tells a wrong sentence from the right ones.
    is_telling: bool,
}

/// A word with its polarity, as right sentences use it.
pub(crate) type Usage = (String, bool);

/// How much of a paraphrase was heard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    /// Share of its weight heard with the same polarity, 0 to 1.
    pub(crate) agrees: f32,
    /// Share of its weight heard negated, or as its opposite, 0 to 1.
    pub(crate) conflicts: f32,
    /// `agrees`, with the order of the words in it: to tell two sentences of the same words apart.
    pub(crate) ordered: f32,
    /// Share of its neighbouring words that were heard in its order, 0 to 1.
    pub(crate) order: f32,
    /// Share of the words that tell a wrong sentence from the right ones, 0 to 1; `None` if there are none.
    pub(crate) telling: Option<f32>,
    /// First and last token of the clauses in which it was heard.
    pub(crate) range: (usize, usize),
}

/// Share of the telling words of a wrong sentence that must be heard.
const TELLING_MIN: f32 = 0.60;

/// A wrong sentence made of the words of right ones alone must be heard as good as whole, in its order, ...
const UNTOLD_MIN: f32 = 0.80;

/// Share of its neighbouring words that must follow each other as in it: the order is all that is wrong.
const UNTOLD_ORDER_MIN: f32 = 0.75;

/// ... and counts for so much less.
const UNTOLD_COST: f32 = 0.10;

impl Match {
    /// How well a wrong sentence was heard, to be compared with how well right ones were; 0 if it was not told from them.
    pub(crate) fn as_wrong(&self) -> f32 {
        match self.telling {
            Some(telling) if telling >= TELLING_MIN => self.ordered,
            None if self.ordered >= UNTOLD_MIN && self.order >= UNTOLD_ORDER_MIN => {
                self.ordered - UNTOLD_COST
            }
            _ => 0.0,
        }
    }
}

/// How much each stem tells: words that only one key point uses tell more than words that all of them use.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    by_stem: HashMap<String, f32>,
    given: HashSet<String>,
}

/// What the words of the prompt weigh, compared with others.
const GIVEN_FACTOR: f32 = 0.25;

impl Weights {
    /// Counts in how many of the `groups` (one for each key point) each stem occurs.
    pub(crate) fn count(groups: &[Vec<Text>], given: HashSet<String>) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for group in groups {
            let stems: HashSet<&str> = group
                .iter()
                .flat_map(|text| &text.tokens)
                .filter(|t| !t.is_function)
                .map(|t| t.stem.as_str())
                .collect();
            for stem in stems {
                *counts.entry(stem.to_owned()).or_default() += 1;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a rubric has at most a few dozen key points")]
        let weigh = |count: usize| (1.0 + groups.len() as f32 / count as f32).ln();
        Self { by_stem: counts.into_iter().map(|(stem, count)| (stem, weigh(count))).collect(), given }
    }

    fn of(&self, stem: &str) -> f32 {
        let weight = self.by_stem.get(stem).copied().unwrap_or(1.0);
        if self.given.contains(stem) { weight * GIVEN_FACTOR } else { weight }
    }
}

/// Words that stand for each other within one key point, and words of opposite meaning.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kin {
    /// Stem -> the stems of single-word alternatives in the same concept group.
    pub(crate) same: HashMap<String, Vec<String>>,
}

/// Stem -> the stems of opposite meaning.
pub(crate) type OppositeStems = HashMap<String, Vec<String>>;

impl Paraphrase {
    /// Reads a sentence. `None` if it holds no content.
    pub(crate) fn parse(
        sentence: &str,
        reader: &Reader,
        weights: &Weights,
        vocabulary: &mut Vocabulary,
    ) -> Option<Self> {
        let text = reader.read(sentence);
        let mut words: Vec<Word> = Vec::new();
        for token in text.tokens.iter().filter(|token| !token.is_function) {
            vocabulary.add(&token.word, &token.stem);
            if words.iter().any(|word| word.stem == token.stem) {
                continue;
            }
            let is_negated = token.negated_by.is_some();
            let weight = weights.of(&token.stem);
            words.push(Word { stem: token.stem.clone(), is_negated, weight, is_telling: false });
        }
        let weight = words.iter().map(|word| word.weight).sum();
        (!words.is_empty()).then(|| Self { text: sentence.to_owned(), words, weight, telling: 0.0 })
    }

    /// Whether it is long enough to be denied: two words are no claim.
    pub(crate) fn is_claim(&self) -> bool {
        self.words.len() >= CLAIM_WORDS_MIN
    }

    /// The words that it uses, with their polarity.
    pub(crate) fn usages(&self) -> impl Iterator<Item = Usage> {
        self.words.iter().map(|word| (word.stem.clone(), word.is_negated))
    }

    /// Marks the words by which this wrong sentence is told from the right ones: those that `right` sentences do not use,
    /// or not with this polarity. A wrong sentence shares most of its words with right ones; only the others speak.
    #[must_use]
    pub(crate) fn tell_from(mut self, right: &HashSet<Usage>) -> Self {
        for word in &mut self.words {
            word.is_telling = !right.contains(&(word.stem.clone(), word.is_negated));
        }
        self.telling = self.words.iter().filter(|word| word.is_telling).map(|word| word.weight).sum();
        self
    }

    /// The stems that it uses under a negation.
    pub(crate) fn negated_stems(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|word| word.is_negated).map(|word| word.stem.as_str())
    }

    /// The best match among all stretches of at most [`CLAUSES_MAX`] clauses; `None` if less than `floor` of it is heard
    /// anywhere, counting conflicts as heard.
    pub(crate) fn best(
        &self,
        index: &Index,
        kin: &Kin,
        opposites: &OppositeStems,
        floor: f32,
    ) -> Option<Match> {
        let places = self.places(index, kin, opposites);
        let heard: f32 =
            self.words.iter().zip(&places).filter(|(_, p)| !p.is_empty()).map(|(w, _)| w.weight).sum();
        if heard < floor * self.weight {
            return None;
        }
        let clauses = index.clauses.len();
        let mut best: Option<Match> = None;
        for from in 0..clauses {
            for to in from..clauses.min(from + CLAUSES_MAX) {
                let (first, last) = index.clause_range(from, to);
                if to > from && index.content_distance(first, last) > CONTENT_MAX {
                    break;
                }
                let found = self.within(&places, index.clause_range(from, to));
                let rank = |m: &Match| (m.agrees.max(m.agrees * 0.5 + m.conflicts), m.ordered);
                if best.as_ref().is_none_or(|best| rank(&found) > rank(best)) {
                    best = Some(found);
                }
            }
        }
        best.filter(|found| found.agrees + found.conflicts >= floor)
    }

    /// How much of it is heard between two tokens.
    pub(crate) fn heard_within(
        &self,
        index: &Index,
        kin: &Kin,
        opposites: &OppositeStems,
        range: (usize, usize),
    ) -> Match {
        self.within(&self.places(index, kin, opposites), range)
    }

    /// For each word, where it is heard and whether there it agrees.
    fn places(&self, index: &Index, kin: &Kin, opposites: &OppositeStems) -> Vec<Vec<(usize, bool)>> {
        let negated = |at: usize| index.text.tokens[at].negated_by.is_some();
        self.words
            .iter()
            .map(|word| {
                // What a right sentence denies and the answer does not is only unsaid, unless a reversed sentence says so.
                let mut places: Vec<(usize, bool)> = index
                    .stem(&word.stem)
                    .iter()
                    .filter(|&&at| negated(at) || !word.is_negated)
                    .map(|&at| (at, negated(at) == word.is_negated))
                    .collect();
                for stem in kin.same.get(&word.stem).into_iter().flatten() {
                    // That another word is denied denies nothing here.
                    let agreeing = index.stem(stem).iter().filter(|&&at| negated(at) == word.is_negated);
                    places.extend(agreeing.map(|&at| (at, true)));
                }
                // A sentence with both sides of a pair ("faster to read, slower to write") is not denied by either.
                let others = opposites.get(&word.stem).into_iter().flatten();
                for stem in others.filter(|stem| !self.words.iter().any(|own| own.stem == **stem)) {
                    places.extend(index.stem(stem).iter().map(|&at| (at, negated(at) != word.is_negated)));
                }
                places.sort_unstable();
                places
            })
            .collect()
    }

    fn within(&self, places: &[Vec<(usize, bool)>], range: (usize, usize)) -> Match {
        let (mut agrees, mut conflicts, mut telling) = (0.0, 0.0, 0.0);
        let mut first_places: Vec<Option<usize>> = Vec::with_capacity(self.words.len());
        for (word, places) in self.words.iter().zip(places) {
            let inside = places.iter().filter(|(at, _)| (range.0..=range.1).contains(at));
            let (mut agreeing, mut any) = (None, false);
            for &(at, agrees) in inside {
                any = true;
                if agrees && agreeing.is_none() {
                    agreeing = Some(at);
                }
            }
            match agreeing {
                Some(_) => {
                    agrees += word.weight;
                    telling += if word.is_telling { word.weight } else { 0.0 };
                }
                None if any => conflicts += word.weight,
                None => {}
            }
            first_places.push(agreeing);
        }
        let pairs = first_places.windows(2).count();
        let in_order =
            first_places.windows(2).filter(|pair| matches!(pair, [Some(a), Some(b)] if a < b)).count();
        let order = crate::index::ratio(in_order, pairs.max(1));
        let agrees = agrees / self.weight;
        let ordered = agrees * (1.0 - ORDER_SHARE) + order * ORDER_SHARE;
        let telling = (self.telling > 0.0).then(|| telling / self.telling);
        Match { agrees, conflicts: conflicts / self.weight, ordered, order, telling, range }
    }
}
