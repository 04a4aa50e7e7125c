//! The words of a rubric, and which of them a misspelt word was meant to be.

use std::collections::{HashMap, HashSet};

/// Words shorter than this are never taken for a typo.
const TYPO_LETTERS_MIN: usize = 6;

/// From this length on, two slips are forgiven.
const TWO_SLIPS_LETTERS_MIN: usize = 11;

/// The words by which answers to one question are recognised.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    stems: HashSet<String>,
    /// First letter -> words and their stems, in a fixed order.
    by_letter: HashMap<char, Vec<(String, String)>>,
    /// Words that are right as they are.
    known: HashSet<String>,
}

impl Vocabulary {
    /// Adds a word of the rubric.
    pub(crate) fn add(&mut self, word: &str, stem: &str) {
        self.stems.insert(stem.to_owned());
        let Some(first) = word.chars().next() else { return };
        let words = self.by_letter.entry(first).or_default();
        if word.len() >= TYPO_LETTERS_MIN && !words.iter().any(|(known, _)| known == word) {
            words.push((word.to_owned(), stem.to_owned()));
        }
    }

    /// Declares a stem to be right as it is.
    pub(crate) fn know(&mut self, stem: &str) {
        self.known.insert(stem.to_owned());
    }

    /// Whether answers are recognised by this stem.
    pub(crate) fn holds(&self, stem: &str) -> bool {
        self.stems.contains(stem)
    }

    /// The stem that a misspelt word was meant to have; `None` if the word is right or unknown.
    pub(crate) fn correct(&self, word: &str, stem: &str) -> Option<&str> {
        if word.len() < TYPO_LETTERS_MIN || self.stems.contains(stem) || self.known.contains(stem) {
            return None;
        }
        let slips_max = if word.len() >= TWO_SLIPS_LETTERS_MIN { 2 } else { 1 };
        let candidates = self.by_letter.get(&word.chars().next()?)?;
        candidates
            .iter()
            .filter(|(known, _)| known.len().abs_diff(word.len()) <= slips_max)
            .filter_map(|(known, stem)| Some((slips(word, known, slips_max)?, stem)))
            .min_by_key(|&(count, _)| count)
            .map(|(_, stem)| stem.as_str())
    }
}

/// How many slips (a letter left out, added, changed, or two swapped) lie between two words; `None` if more than `max`.
///
/// # Source
/// Optimal string alignment distance (Damerau 1964, restricted form).
fn slips(a: &str, b: &str, max: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().all(|&count| count > max) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|&count| count <= max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_are_forgiven_and_real_words_are_not_bent() {
        let mut words = Vocabulary::default();
        for (word, stem) in [("idempotency", "idempot"), ("connection", "connect"), ("replica", "replica")] {
            words.add(word, stem);
        }
        words.know("collect");
        assert_eq!(words.correct("idempotancy", "idempotanc"), Some("idempot"));
        assert_eq!(words.correct("conection", "conect"), Some("connect"));
        assert_eq!(words.correct("collection", "collect"), None);
        assert_eq!(words.correct("repilca", "repilca"), Some("replica"));
        assert_eq!(words.correct("banana", "banana"), None);
    }
}
