//! Why an answer got its verdicts: for whoever mends a rubric.

use greenroom_core::{Slug, Span};

use crate::compile::CompiledRubric;
use crate::evaluation::Verdict;
use crate::guard;
use crate::index::Index;
use crate::verdict;

/// What was found for one key point.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// Which key point.
    pub key_point: Slug,
    /// Its verdict.
    pub verdict: Verdict,
    /// For each concept group (or item of a pool), where it is heard; empty where it is not.
    pub groups: Vec<Vec<Span>>,
    /// The right sentence that is heard best.
    pub right: Option<Nearest>,
    /// The reversed sentence that is heard best.
    pub reversed: Option<Nearest>,
}

/// A sentence of the rubric and the place of the answer that is nearest to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The sentence as authored.
    pub sentence: String,
    /// How much of it is heard there, 0 to 1, by the weight of its words.
    pub share: f32,
    /// Where.
    pub span: Span,
}

impl CompiledRubric {
    /// Says for each key point what was found and what came close.
    pub fn explain(&self, answer: &str) -> Vec<Explained> {
        let text = self.reader.read(answer);
        let copied = guard::mark_copies(&text, &self.prompt);
        let index = Index::new(text, &copied, &self.vocabulary);
        if index.text.tokens.is_empty() {
            return Vec::new();
        }
        let evaluation = self.evaluate(answer);
        let verdict =
            |at: usize| evaluation.key_points.get(at).map_or(Verdict::Missing, |found| found.verdict);
        let points = self.key_points.iter().enumerate();
        points.map(|(at, point)| verdict::explain(self, point, &index, verdict(at))).collect()
    }
}
