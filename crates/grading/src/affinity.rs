//! Whether an answer speaks of what its question is about.
//!
//! Fluent text about something else always satisfies a few concept groups by chance. What gives it away is its words: of the
//! content words of an answer to the question, plain or learned, more than half are words of the rubric; of a good answer to
//! another question, hardly a third.

use std::collections::HashSet;

use crate::index::{Index, ratio};
use crate::rubric::{Pattern, Rubric};
use crate::text::Reader;

/// Share of the distinct content words known to the rubric at which an answer is believed to speak of something else
/// altogether, and from which it is not doubted. Measured over 30 questions: of 536 model answers to a question of another
/// topic 98 in 100 are below 0.50, of 320 honest answers 98 in 100 above 0.55. An explanation without any jargon may fall between.
const ELSEWHERE: f32 = 0.46;
const ON_SUBJECT: f32 = 0.54;

/// With fewer distinct words than this the share says nothing.
const WORDS_MIN: usize = 8;

/// The words of a question and its right answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subject {
    stems: HashSet<String>,
}

impl Subject {
    /// Collects the words of the prompt, of all that is right, and of the model answer. What wrong answers say does not count.
    pub(crate) fn of(rubric: &Rubric, reader: &Reader) -> Self {
        let mut texts: Vec<&str> = vec![&rubric.prompt, &rubric.reference];
        texts.extend(rubric.given.iter().map(String::as_str));
        for point in &rubric.key_points {
            texts.push(&point.says);
            texts.extend(point.heard_as.iter().map(String::as_str));
            let (Pattern::All(groups) | Pattern::Pool { of: groups, .. }) = &point.pattern;
            texts.extend(groups.iter().flatten().map(String::as_str));
        }
        let tokens = texts.into_iter().flat_map(|text| reader.read(text).tokens);
        Self { stems: tokens.filter(|token| !token.is_function).map(|token| token.stem).collect() }
    }

    /// How far an answer is believed to speak of the question, 0 to 1. `copied` words, said back from the prompt, do not count.
    pub(crate) fn belief(&self, index: &Index, copied: &[bool]) -> f32 {
        let own =
            index.text.tokens.iter().zip(copied).filter(|(token, copied)| !token.is_function && !*copied);
        let said: HashSet<&str> = own.map(|(token, _)| token.stem.as_str()).collect();
        let known = said.iter().filter(|stem| self.stems.contains(**stem)).count();
        if said.len() < WORDS_MIN {
            return 1.0;
        }
        let share = ratio(known, said.len());
        ((share - ELSEWHERE) / (ON_SUBJECT - ELSEWHERE)).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Glossary;
    use crate::vocabulary::Vocabulary;

    fn belief(answer: &str) -> f32 {
        let reader = Reader::new(&Glossary::default());
        let rubric = Rubric {
            prompt: "What does a cache do?".into(),
            given: Vec::new(),
            key_points: Vec::new(),
            misconceptions: Vec::new(),
            reference: "It keeps a copy of an answer close by, so that the slow database is asked less often. A copy gets old; \
                        it expires after some time or is removed when the original changes."
                .into(),
        };
        let text = reader.read(answer);
        let copied = vec![false; text.tokens.len()];
        let index = Index::new(text, &copied, &Vocabulary::default());
        Subject::of(&rubric, &reader).belief(&index, &copied)
    }

    #[test]
    fn an_answer_to_another_question_is_not_believed() {
        let on = "You keep a copy of the answer near, ask the database less often, and remove the copy when it gets old.";
        let off = "A branch holds commits, a reviewer reads the diff, the pipeline builds an image and the team merges it.";
        assert!(belief(on) > 0.99);
        assert!(belief(off) < 0.01);
        assert!(belief("It is fast.") > 0.99, "too short to tell");
    }
}
