//! A person's interviews.

use greenroom_core::{Cursor, Limit, Page};
use greenroom_store::InterviewRecord;

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};

impl App {
    /// A person's interviews, the one touched last first.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn list_interviews(
        &self,
        ctx: &Ctx,
        limit: Limit,
        cursor: Option<&Cursor>,
    ) -> AppResult<Page<InterviewRecord>> {
        Ok(self.store().read().interviews(&ctx.person).list(limit, cursor).await?)
    }

    /// The row that lists an interview.
    ///
    /// # Errors
    /// `NotFound` if there is none of that name.
    pub async fn find_interview(&self, ctx: &Ctx, id: &str) -> AppResult<InterviewRecord> {
        self.interview_record(ctx, id).await
    }

    /// Deletes an interview with its answers and evaluations.
    ///
    /// # Errors
    /// `NotFound` if there is none of that name.
    pub async fn delete_interview(&self, ctx: &Ctx, id: &str) -> AppResult<()> {
        let record = self.interview_record(ctx, id).await?;
        let mut tx = self.store().begin_write().await?;
        let was_there = tx.interviews(&ctx.person).delete(&record.id).await?;
        tx.commit().await?;
        if was_there { Ok(()) } else { Err(AppError::not_found("interview", id)) }
    }
}
