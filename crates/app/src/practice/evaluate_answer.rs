//! Evaluating an answer to one question and keeping it.

use greenroom_core::{EvaluationId, Slug};
use greenroom_grading::{ENGINE, ENGINE_VERSION};
use greenroom_store::{EvaluationRecord, Origin};

use crate::app::App;
use crate::catalog::Graded;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};
use crate::once::note_made;

/// How long an answer may be: far above what anybody says in fifteen minutes.
pub const ANSWER_CHARS_MAX: usize = 20_000;

/// An answer to be evaluated and kept.
#[derive(Debug, Clone)]
pub struct EvaluateAnswer {
    /// Which question it answers.
    pub question: String,
    /// The answer as given.
    pub answer: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// A kept evaluation with what is needed to show it.
#[derive(Debug, Clone)]
pub struct Evaluated {
    /// What was kept.
    pub record: EvaluationRecord,
    /// The score of the answer to the same question before it, if there was one and this is no repeated call.
    pub before: Option<Option<u8>>,
}

impl App {
    /// Evaluates an answer and keeps both. It is durable when this returns.
    ///
    /// # Errors
    /// `NotFound` for an unknown question, `Invalid` for an answer that is too long, and the store's failures. An answer
    /// that cannot be graded is no error: the evaluation says why.
    pub async fn evaluate_answer(&self, ctx: &Ctx, command: EvaluateAnswer) -> AppResult<Evaluated> {
        if let Some(id) = ctx.made() {
            return Ok(Evaluated { record: self.find_evaluation(ctx, id).await?, before: None });
        }
        check_length(&command.answer)?;
        let graded = self.catalog().find(&command.question)?;
        let before = self.latest_score(ctx, &graded.question.id).await?;
        let record = self.new_evaluation(ctx, graded, command.answer, command.origin);
        let mut tx = self.store().begin_write().await?;
        tx.evaluations(&ctx.person).insert(&record).await?;
        tx.drafts(&ctx.person).delete(&crate::person::draft_key_of_question(&record.question)).await?;
        note_made(&mut tx, ctx, record.id.as_str()).await?;
        tx.commit().await?;
        Ok(Evaluated { record, before })
    }

    /// A kept evaluation.
    ///
    /// # Errors
    /// `NotFound` if there is none of that name, or it belongs to somebody else.
    pub async fn find_evaluation(&self, ctx: &Ctx, id: &str) -> AppResult<EvaluationRecord> {
        let missing = || AppError::not_found("evaluation", id);
        let parsed: EvaluationId = id.parse().map_err(|_| missing())?;
        self.store().read().evaluations(&ctx.person).find(&parsed).await?.ok_or_else(missing)
    }

    /// Evaluates, without keeping anything yet.
    pub(crate) fn new_evaluation(
        &self,
        ctx: &Ctx,
        graded: Graded<'_>,
        answer: String,
        origin: Origin,
    ) -> EvaluationRecord {
        let evaluation = graded.compiled.evaluate(&answer);
        EvaluationRecord {
            id: self.with_entropy(|entropy| EvaluationId::generate(ctx.now, entropy)),
            question: graded.question.id.clone(),
            interview: None,
            origin,
            replaces: None,
            answer,
            evaluation,
            engine: ENGINE.to_owned(),
            engine_version: ENGINE_VERSION.to_owned(),
            rubric_revision: graded.revision.to_owned(),
            created_at: ctx.now,
        }
    }

    async fn latest_score(&self, ctx: &Ctx, question: &Slug) -> AppResult<Option<Option<u8>>> {
        let filter = greenroom_store::EvaluationFilter::Question(question.clone());
        let latest = self
            .store()
            .read()
            .evaluations(&ctx.person)
            .list(&filter, greenroom_core::Limit::clamped(1), None)
            .await?;
        Ok(latest.items.first().map(EvaluationRecord::score))
    }
}

/// Refuses an answer that is too long to be one.
pub(crate) fn check_length(answer: &str) -> AppResult<()> {
    let length = answer.chars().count();
    if length <= ANSWER_CHARS_MAX {
        return Ok(());
    }
    Err(AppError::invalid(
        "answer",
        format!(
            "has {length} characters and may have {ANSWER_CHARS_MAX}; shorten it, or paste only your answer"
        ),
    ))
}
