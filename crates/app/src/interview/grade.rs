//! From the answers to a question of an interview to what was heard in them.

use greenroom_core::{InterviewId, Slug};
use greenroom_grading::{CannotScore, Evaluation, Outcome, Rubric, Verdict};
use greenroom_interview::{Heard, Interview, Missing};
use greenroom_store::{EvaluationRecord, Origin};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::AppResult;

/// Between the answer to a question and those to its follow-ups: they are graded as one text.
pub(super) const JOINT: &str = "\n\n";

impl App {
    /// Evaluates all that was said to a question so far.
    pub(super) fn grade_question(
        &self,
        ctx: &Ctx,
        id: &InterviewId,
        interview: &Interview,
        question: &Slug,
    ) -> AppResult<(Heard, EvaluationRecord)> {
        let graded = self.catalog().find(question.as_str())?;
        let answers: Vec<&str> =
            interview.answers_to(question).into_iter().map(|answer| answer.text.as_str()).collect();
        let last = answers.last().copied().unwrap_or_default();
        let is_dont_know =
            graded.compiled.evaluate(last).outcome == Outcome::CannotScore(CannotScore::DoesNotKnow);
        let mut record = self.new_evaluation(ctx, graded, answers.join(JOINT), Origin::Interview);
        record.interview = Some(id.clone());
        let heard = heard(&record, graded.rubric, is_dont_know);
        Ok((heard, record))
    }
}

/// What the interviewer is told about an evaluation.
fn heard(record: &EvaluationRecord, rubric: &Rubric, is_dont_know: bool) -> Heard {
    let evaluation = &record.evaluation;
    let open = evaluation.key_points.iter().filter(|point| point.verdict != Verdict::Covered);
    let missing = open
        .map(|point| Missing {
            key_point: point.id.clone(),
            weight: point.weight,
            bar: point.bar,
            ask: rubric
                .key_points
                .iter()
                .find(|p| p.id == point.id)
                .map(|p| p.ask.clone())
                .unwrap_or_default(),
            is_partial: point.verdict == Verdict::Partial,
            is_contradicted: point.verdict == Verdict::Contradicted,
        })
        .collect();
    Heard { score: record.score(), missing, gist: gist(evaluation, &record.answer), is_dont_know }
}

/// A short quote of what was heard, cut from the answer.
fn gist(evaluation: &Evaluation, answer: &str) -> Option<String> {
    let covered = evaluation.key_points.iter().filter(|point| point.verdict == Verdict::Covered);
    let quotes = covered.filter_map(|point| point.evidence.first()?.quote(answer)).map(one_line);
    quotes.filter(|quote| (8..=80).contains(&quote.chars().count())).max_by_key(|quote| quote.chars().count())
}

fn one_line(quote: &str) -> String {
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}
