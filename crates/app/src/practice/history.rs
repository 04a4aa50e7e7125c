//! What a person has answered so far.

use greenroom_core::{Cursor, Limit, Page, Slug};
use greenroom_store::{EvaluationFilter, EvaluationRecord, LatestEvaluation};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::AppResult;

/// A person's latest result in each question.
#[derive(Debug, Clone, Default)]
pub struct History {
    latest: Vec<LatestEvaluation>,
}

impl History {
    /// The latest result in one question.
    pub fn of(&self, question: &Slug) -> Option<&LatestEvaluation> {
        self.latest.binary_search_by(|row| row.question.cmp(question)).ok().map(|at| &self.latest[at])
    }

    /// All of them, by question.
    pub fn all(&self) -> &[LatestEvaluation] {
        &self.latest
    }
}

impl App {
    /// A person's latest result in each question.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn history(&self, ctx: &Ctx) -> AppResult<History> {
        let mut latest = self.store().read().evaluations(&ctx.person).latest_per_question().await?;
        latest.sort_by(|a, b| a.question.cmp(&b.question));
        Ok(History { latest })
    }

    /// A person's evaluations, newest first.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn list_evaluations(
        &self,
        ctx: &Ctx,
        filter: &EvaluationFilter,
        limit: Limit,
        cursor: Option<&Cursor>,
    ) -> AppResult<Page<EvaluationRecord>> {
        Ok(self.store().read().evaluations(&ctx.person).list(filter, limit, cursor).await?)
    }
}
