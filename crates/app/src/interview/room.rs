//! An interview as it stands.

use greenroom_core::InterviewId;
use greenroom_interview::Interview;
use greenroom_store::InterviewRecord;

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};

/// An interview as it stands: the room shows it, on any tab or device.
#[derive(Debug, Clone)]
pub struct Room {
    /// Which interview it is.
    pub id: InterviewId,
    /// Its state, replayed from the log.
    pub interview: Interview,
}

impl App {
    /// An interview as it stands.
    ///
    /// # Errors
    /// `NotFound` if there is none of that name, or it belongs to somebody else.
    pub async fn room(&self, ctx: &Ctx, id: &str) -> AppResult<Room> {
        let record = self.interview_record(ctx, id).await?;
        self.replay(ctx, record.id).await
    }

    pub(crate) async fn interview_record(&self, ctx: &Ctx, id: &str) -> AppResult<InterviewRecord> {
        let missing = || AppError::not_found("interview", id);
        let parsed: InterviewId = id.parse().map_err(|_| missing())?;
        self.store().read().interviews(&ctx.person).find(&parsed).await?.ok_or_else(missing)
    }

    pub(crate) async fn replay(&self, ctx: &Ctx, id: InterviewId) -> AppResult<Room> {
        let events = self.store().read().interviews(&ctx.person).events(&id).await?;
        let interview = greenroom_interview::replay(events).map_err(AppError::internal)?;
        Ok(Room { id, interview })
    }
}
