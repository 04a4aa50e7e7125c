//! Grading without an authored rubric: the key points are the sentences of a reference answer.
//!
//! Weaker than a rubric, and it says so: one reference is one way to say it. For questions that people bring along.

use greenroom_core::{Bar, Slug};

use crate::compile::CompiledRubric;
use crate::glossary::Glossary;
use crate::rubric::{KeyPoint, Pattern, Rubric};
use crate::text::Reader;

/// Share of a reference's weight at which an answer gets full marks: nobody repeats a reference word for word. Our choice.
pub(crate) const FULL_MARKS_AT: f32 = 0.70;

/// At most this many key points are cut from a reference.
const POINTS_MAX: usize = 24;

/// A piece of a reference with fewer content words is no key point.
const CONTENT_MIN: usize = 1;

impl CompiledRubric {
    /// Derives a rubric from a reference answer: one key point for each sentence.
    pub fn from_reference(prompt: &str, reference: &str, glossary: &Glossary) -> Self {
        let key_points = pieces(reference, &Reader::new(glossary));
        let rubric = Rubric {
            prompt: prompt.to_owned(),
            given: Vec::new(),
            key_points: key_points
                .iter()
                .enumerate()
                .filter_map(|(i, says)| key_point(i + 1, says))
                .collect(),
            misconceptions: Vec::new(),
            reference: reference.to_owned(),
        };
        let mut compiled = Self::compile(&rubric, glossary);
        compiled.is_derived = true;
        compiled
    }

    /// Whether the rubric was derived from a reference answer: grading is weaker then.
    pub fn is_derived(&self) -> bool {
        self.is_derived
    }
}

fn key_point(number: usize, says: &str) -> Option<KeyPoint> {
    let id: Slug = format!("point-{number}").parse().ok()?;
    Some(KeyPoint {
        id,
        weight: 2,
        bar: Bar::Junior,
        says: says.to_owned(),
        why: String::new(),
        heard_as: Vec::new(),
        pattern: Pattern::All(Vec::new()),
        reversed: Vec::new(),
        about: None,
        ask: "What else belongs to it?".to_owned(),
    })
}

/// The sentences of a text.
fn pieces(text: &str, reader: &Reader) -> Vec<String> {
    let read = reader.read(text);
    read.tokens
        .chunk_by(|a, b| a.sentence == b.sentence)
        .filter(|piece| piece.iter().filter(|token| !token.is_function).count() >= CONTENT_MIN)
        .filter_map(|piece| piece[0].span.join(piece[piece.len() - 1].span).quote(text))
        .map(str::to_owned)
        .take(POINTS_MAX)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outcome, Verdict};

    fn score(answer: &str) -> Option<u8> {
        let reference =
            "A stack is a last in first out structure. Push adds an element on top and pop removes it.";
        let rubric = CompiledRubric::from_reference("What is a stack?", reference, &Glossary::default());
        match rubric.evaluate(answer).outcome {
            Outcome::Scored(score) => Some(score.total),
            Outcome::CannotScore(_) => None,
        }
    }

    #[test]
    fn answers_close_to_the_reference_score_higher() {
        let full =
            score("it is last in first out: push puts an element on the top, pop takes the top element away");
        let half = score("it is a structure where the last element in is the first out");
        assert!(full > half, "{full:?} {half:?}");
        assert!(half > Some(20), "{half:?}");
        assert_eq!(score("I like to ride my bicycle on sunny days"), Some(0));
    }

    #[test]
    fn an_empty_reference_gives_no_points_and_does_not_fail() {
        let rubric = CompiledRubric::from_reference("", "", &Glossary::default());
        let evaluation = rubric.evaluate("anything that has enough words in it");
        assert!(evaluation.key_points.iter().all(|point| point.verdict == Verdict::Missing));
    }
}
