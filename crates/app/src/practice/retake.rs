//! Answering a question of a finished interview again, and what has changed.

use greenroom_core::{InterviewId, Limit, Slug};
use greenroom_grading::{Evaluation, Verdict};
use greenroom_store::{EvaluationFilter, EvaluationRecord, Origin};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};
use crate::once::note_made;
use crate::practice::evaluate_answer::check_length;

/// A second answer beside the first.
#[derive(Debug, Clone)]
pub struct Retaken {
    /// The evaluation that was there before: the one of the interview, or the latest retake.
    pub before: EvaluationRecord,
    /// The new one.
    pub after: EvaluationRecord,
    /// What has changed.
    pub delta: Delta,
}

/// What has changed between two answers to the same question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// By how many points the score has changed; `None` if one of the two has none.
    pub score: Option<i16>,
    /// The key points whose verdict has changed.
    pub points: Vec<PointDelta>,
}

/// A key point whose verdict has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointDelta {
    /// Which key point.
    pub key_point: Slug,
    /// What it was.
    pub before: Verdict,
    /// What it is.
    pub after: Verdict,
}

impl Delta {
    /// Compares two evaluations of the same question.
    pub fn between(before: &Evaluation, after: &Evaluation) -> Self {
        let score = |evaluation: &Evaluation| crate::evaluation::total(evaluation).map(i16::from);
        let points = before
            .key_points
            .iter()
            .filter_map(|old| {
                let new = after.key_points.iter().find(|new| new.id == old.id)?;
                let changed = new.verdict != old.verdict;
                changed.then(|| PointDelta {
                    key_point: old.id.clone(),
                    before: old.verdict,
                    after: new.verdict,
                })
            })
            .collect();
        let score = score(before).zip(score(after)).map(|(before, after)| after - before);
        Self { score, points }
    }
}

impl App {
    /// Evaluates a new answer to a question of an interview and sets it beside the last one. The interview's own result
    /// stays as it was.
    ///
    /// # Errors
    /// `NotFound` if the interview or its question is not there, `Invalid` for an answer that is too long.
    pub async fn retake(
        &self,
        ctx: &Ctx,
        interview: &str,
        question: &str,
        answer: String,
    ) -> AppResult<Retaken> {
        if let Some(made) = ctx.made() {
            return self.retaken(ctx, made).await;
        }
        check_length(&answer)?;
        let graded = self.catalog().find(question)?;
        let id: InterviewId = interview.parse().map_err(|_| AppError::not_found("interview", interview))?;
        let before = self.last_take(ctx, &id, &graded.question.id).await?;
        let mut after = self.new_evaluation(ctx, graded, answer, Origin::Retake);
        after.interview = Some(id);
        after.replaces = Some(before.id.clone());
        let mut tx = self.store().begin_write().await?;
        tx.evaluations(&ctx.person).insert(&after).await?;
        note_made(&mut tx, ctx, after.id.as_str()).await?;
        tx.commit().await?;
        let delta = Delta::between(&before.evaluation, &after.evaluation);
        Ok(Retaken { before, after, delta })
    }

    /// A retake that was kept before, beside the evaluation that it replaced.
    async fn retaken(&self, ctx: &Ctx, id: &str) -> AppResult<Retaken> {
        let after = self.find_evaluation(ctx, id).await?;
        let replaced = after.replaces.clone().ok_or_else(|| AppError::not_found("retake", id))?;
        let before = self.find_evaluation(ctx, replaced.as_str()).await?;
        let delta = Delta::between(&before.evaluation, &after.evaluation);
        Ok(Retaken { before, after, delta })
    }

    /// The latest evaluation of a question within an interview.
    async fn last_take(
        &self,
        ctx: &Ctx,
        interview: &InterviewId,
        question: &Slug,
    ) -> AppResult<EvaluationRecord> {
        let filter = EvaluationFilter::Interview(interview.clone());
        let all = self
            .store()
            .read()
            .evaluations(&ctx.person)
            .list(&filter, Limit::clamped(Limit::MAX), None)
            .await?;
        let latest = all.items.into_iter().find(|record| record.question == *question);
        latest.ok_or_else(|| AppError::not_found("answer to the question", question))
    }
}
