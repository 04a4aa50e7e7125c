//! Opening a question to answer it.

use greenroom_core::Limit;
use greenroom_store::{EvaluationFilter, EvaluationRecord};

use crate::app::App;
use crate::catalog::Graded;
use crate::ctx::Ctx;
use crate::error::AppResult;
use crate::person::draft_key_of_question;

/// A question as its page needs it.
#[derive(Debug, Clone)]
pub struct Opened<'a> {
    /// The question with its rubric.
    pub graded: Graded<'a>,
    /// Name of the draft of an answer.
    pub draft_key: String,
    /// The draft, if there is one.
    pub draft: Option<String>,
    /// The latest answers to it, newest first, at most five.
    pub takes: Vec<EvaluationRecord>,
}

/// How many of the latest answers are given back.
const TAKES_MAX: u16 = 5;

impl App {
    /// A question with the draft of an answer and the latest answers to it.
    ///
    /// # Errors
    /// `NotFound` if there is no question of that name; the store's failures.
    pub async fn open_question(&self, ctx: &Ctx, id: &str) -> AppResult<Opened<'_>> {
        let graded = self.catalog().find(id)?;
        let draft_key = draft_key_of_question(&graded.question.id);
        let draft = self.find_draft(ctx, &draft_key).await?.map(|draft| draft.text);
        let filter = EvaluationFilter::Question(graded.question.id.clone());
        let takes = self.list_evaluations(ctx, &filter, Limit::clamped(TAKES_MAX), None).await?.items;
        Ok(Opened { graded, draft_key, draft, takes })
    }
}
