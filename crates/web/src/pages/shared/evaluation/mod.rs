//! How an evaluation is shown, wherever it is shown: on its own page, in the notes on an interview, beside a retake.
//!
//! [`View`] brings a kept evaluation and its rubric together and numbers the evidence in reading order; the modules below
//! draw its parts. [`full`] is all of it in one column.

mod difference;
mod parts;
mod verdicts;

use greenroom_app::Graded;
use greenroom_app::evaluation::score;
use greenroom_app::kept::EvaluationRecord;
use greenroom_core::Span;
use greenroom_grading::{KeyPoint, Misconception, Rubric, Score, Verdict};
use maud::{Markup, html};

use crate::ui::evidence::{self, SpanKind, answer_with_evidence};

pub use difference::{difference, difference_line};
pub use parts::{dimensions, feedback, guards, hero, level, method, needs_retry};
pub use verdicts::{misheard, points};

/// A kept evaluation with what is needed to show it.
#[derive(Debug)]
pub struct View<'a> {
    /// What was kept.
    pub record: &'a EvaluationRecord,
    /// Its rubric as it is today; `None` if the question has left the bank.
    rubric: Option<&'a Rubric>,
    /// Whether the rubric has changed since.
    is_older_rubric: bool,
    /// What the ids of this answer's evidence begin with; unique on a page.
    prefix: &'a str,
    /// The evidence in reading order; its place is its number, from 1.
    marks: Vec<(Span, SpanKind)>,
}

impl<'a> View<'a> {
    /// Brings an evaluation and its question together. `prefix` must be unique on the page.
    pub fn new(record: &'a EvaluationRecord, graded: Option<&Graded<'a>>, prefix: &'a str) -> Self {
        Self {
            record,
            rubric: graded.map(|graded| graded.rubric),
            is_older_rubric: graded.is_none_or(|graded| graded.revision != record.rubric_revision),
            prefix,
            marks: marks(record),
        }
    }

    /// The numbers, if the answer was graded.
    pub fn score(&self) -> Option<&'a Score> {
        score(&self.record.evaluation)
    }

    /// The number of a piece of evidence.
    pub fn number(&self, span: Span) -> Option<u16> {
        let at = self.marks.iter().position(|(mark, _)| *mark == span)?;
        u16::try_from(at + 1).ok()
    }

    /// What the ids of this answer's evidence begin with.
    pub fn prefix(&self) -> &'a str {
        self.prefix
    }

    /// The evidence with its numbers, as the component draws it.
    pub fn spans(&self) -> Vec<evidence::Span> {
        let numbered = self.marks.iter().zip(1u16..);
        numbered
            .map(|((span, kind), number)| evidence::Span {
                start: span.start,
                end: span.end,
                number,
                kind: *kind,
            })
            .collect()
    }

    fn key_point(&self, id: &str) -> Option<&'a KeyPoint> {
        self.rubric?.key_points.iter().find(|point| point.id.as_str() == id)
    }

    fn misconception(&self, id: &str) -> Option<&'a Misconception> {
        self.rubric?.misconceptions.iter().find(|one| one.id.as_str() == id)
    }

    /// The id of the row of a verdict.
    fn anchor(&self, id: &str) -> String {
        format!("{}-{id}", self.prefix)
    }
}

/// All evidence in reading order, each place once.
fn marks(record: &EvaluationRecord) -> Vec<(Span, SpanKind)> {
    let evaluation = &record.evaluation;
    let kind = |verdict| match verdict {
        Verdict::Covered => SpanKind::Heard,
        Verdict::Contradicted => SpanKind::Contra,
        Verdict::Partial | Verdict::Missing => SpanKind::Partly,
    };
    let of_points = evaluation
        .key_points
        .iter()
        .flat_map(|point| point.evidence.iter().map(move |span| (*span, kind(point.verdict))));
    let of_mistakes = evaluation.misconceptions.iter().map(|heard| (heard.evidence, SpanKind::Contra));
    let mut marks: Vec<(Span, SpanKind)> = of_points.chain(of_mistakes).collect();
    // The gravest kind of one place comes first and stays.
    marks.sort_by_key(|(span, kind)| (*span, std::cmp::Reverse(*kind)));
    marks.dedup_by_key(|(span, _)| *span);
    marks
}

/// The answer with its numbered evidence.
pub fn answer(view: &View<'_>) -> Markup {
    html! {
        @if view.record.answer.trim().is_empty() {
            p.muted { "You left the box empty." }
        } @else {
            (answer_with_evidence(&view.record.answer, &view.spans(), view.prefix))
        }
    }
}

/// All of an evaluation in one column: score, level, feedback, the answer with its evidence, verdicts, mistakes, numbers.
/// For a page that shows several; `aim` is the level the person prepares for.
pub fn full(view: &View<'_>, aim: Option<greenroom_core::Bar>) -> Markup {
    html! {
        (hero(view))
        (level(view, aim))
        (feedback(view))
        h3 { "What you said" }
        (answer(view))
        (misheard(view))
        (points(view))
        (guards(view))
        details.layer data-layer { summary { "Scores" } div { (dimensions(view)) (method(view)) } }
    }
}

#[cfg(test)]
mod tests;
