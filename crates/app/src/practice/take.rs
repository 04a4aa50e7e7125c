//! One answer among the answers to the same question: which one it is, and what was different before.

use greenroom_core::{Cursor, Limit};
use greenroom_store::{EvaluationFilter, EvaluationRecord};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::AppResult;
use crate::practice::Delta;

/// A kept evaluation with its place among those of the same question.
#[derive(Debug, Clone)]
pub struct Take {
    /// What was kept.
    pub record: EvaluationRecord,
    /// Its number among the person's answers to the question, from 1.
    pub number: usize,
    /// The answer before it with what has changed since, if there is one.
    pub before: Option<(EvaluationRecord, Delta)>,
    /// The answer after it, if there is one.
    pub after: Option<EvaluationRecord>,
}

impl App {
    /// A kept evaluation with its place among those of the same question.
    ///
    /// # Errors
    /// `NotFound` if there is none of that name, or it belongs to somebody else.
    pub async fn take(&self, ctx: &Ctx, id: &str) -> AppResult<Take> {
        let record = self.find_evaluation(ctx, id).await?;
        let all = self.takes(ctx, &record).await?;
        let at = all.iter().position(|other| other.id == record.id).unwrap_or(0);
        let number = all.len().saturating_sub(at).max(1);
        let before = all.get(at + 1).cloned();
        let before = before.map(|before| {
            let delta = Delta::between(&before.evaluation, &record.evaluation);
            (before, delta)
        });
        let after = at.checked_sub(1).and_then(|at| all.get(at)).cloned();
        Ok(Take { record, number, before, after })
    }

    /// All answers of the person to the same question, newest first.
    async fn takes(&self, ctx: &Ctx, record: &EvaluationRecord) -> AppResult<Vec<EvaluationRecord>> {
        let filter = EvaluationFilter::Question(record.question.clone());
        let (mut all, mut cursor): (Vec<_>, Option<Cursor>) = (Vec::new(), None);
        loop {
            let page =
                self.list_evaluations(ctx, &filter, Limit::clamped(Limit::MAX), cursor.as_ref()).await?;
            all.extend(page.items);
            cursor = page.next;
            if cursor.is_none() {
                return Ok(all);
            }
        }
    }
}
