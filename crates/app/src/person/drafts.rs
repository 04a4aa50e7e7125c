//! Drafts: what is typed is never lost, not even by a crash before it is sent.

use greenroom_core::{InterviewId, Slug};
use greenroom_store::Draft;

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};
use crate::practice::ANSWER_CHARS_MAX;

/// How long a draft may be: as long as an answer.
pub const DRAFT_CHARS_MAX: usize = ANSWER_CHARS_MAX;

/// How long the name of a draft may be.
const KEY_BYTES_MAX: usize = 100;

/// The draft of an answer to a question.
pub(crate) fn draft_key_of_question(question: &Slug) -> String {
    format!("question:{question}")
}

/// The draft of an answer in an interview.
pub(crate) fn draft_key_of_turn(interview: &InterviewId, turn: u32) -> String {
    format!("interview:{interview}:{turn}")
}

impl App {
    /// Keeps a draft in place of the one of that name; an empty text removes it.
    ///
    /// # Errors
    /// `Invalid` for a name or a text that is too long.
    pub async fn save_draft(&self, ctx: &Ctx, key: &str, text: &str) -> AppResult<()> {
        check_key(key)?;
        if text.chars().count() > DRAFT_CHARS_MAX {
            return Err(AppError::invalid("text", format!("a draft may have {DRAFT_CHARS_MAX} characters")));
        }
        let mut tx = self.store().begin_write().await?;
        if text.trim().is_empty() {
            tx.drafts(&ctx.person).delete(key).await?;
        } else {
            tx.drafts(&ctx.person).put(key, text, ctx.now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// The draft of that name, if there is one.
    ///
    /// # Errors
    /// `Invalid` for a name that is too long.
    pub async fn find_draft(&self, ctx: &Ctx, key: &str) -> AppResult<Option<Draft>> {
        check_key(key)?;
        Ok(self.store().read().drafts(&ctx.person).find(key).await?)
    }
}

fn check_key(key: &str) -> AppResult<()> {
    let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_'));
    if plain && (1..=KEY_BYTES_MAX).contains(&key.len()) {
        return Ok(());
    }
    Err(AppError::invalid("key", format!("a name of 1 to {KEY_BYTES_MAX} letters, digits, ':', '-' or '_'")))
}
