//! Taking everything away: a copy of all that is kept about a person, and its deletion.

use greenroom_core::{Cursor, Limit};
use greenroom_interview::Interview;
use greenroom_store::{EvaluationFilter, EvaluationRecord, InterviewRecord, Person};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};

/// All that is kept about a person.
#[derive(Debug, Clone)]
pub struct Export {
    /// The person with the settings.
    pub person: Person,
    /// Their interviews, newest first.
    pub interviews: Vec<(InterviewRecord, Interview)>,
    /// Their evaluations with the answers, newest first.
    pub evaluations: Vec<EvaluationRecord>,
}

impl App {
    /// A copy of all that is kept about the person.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn export(&self, ctx: &Ctx) -> AppResult<Export> {
        let person = self.person(ctx).await?;
        let (mut interviews, mut cursor): (_, Option<Cursor>) = (Vec::new(), None);
        loop {
            let page = self.list_interviews(ctx, Limit::clamped(Limit::MAX), cursor.as_ref()).await?;
            for record in page.items {
                let room = self.replay(ctx, record.id.clone()).await?;
                interviews.push((record, room.interview));
            }
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        let mut evaluations = Vec::new();
        loop {
            let limit = Limit::clamped(Limit::MAX);
            let page = self.list_evaluations(ctx, &EvaluationFilter::All, limit, cursor.as_ref()).await?;
            evaluations.extend(page.items);
            cursor = page.next;
            if cursor.is_none() {
                return Ok(Export { person, interviews, evaluations });
            }
        }
    }

    /// Deletes all that is kept about the person: settings, drafts, interviews, answers, evaluations. Nothing of it can be
    /// brought back, also not from the database file. The person stays, as new.
    ///
    /// # Errors
    /// `NotFound` if there is nothing any more; the store's failures.
    pub async fn delete_everything(&self, ctx: &Ctx) -> AppResult<()> {
        let erased = self.store().delete_everything(&ctx.person).await?;
        erased.ok_or_else(|| AppError::not_found("person", &ctx.person))?;
        let mut tx = self.store().begin_write().await?;
        tx.people().find_or_create_single(&ctx.person, ctx.now).await?;
        Ok(tx.commit().await?)
    }
}
