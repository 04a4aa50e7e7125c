//! Doing something once, however often it is asked for: the `Idempotency-Key` of the API.
//!
//! A door claims the key, runs the use case with it in the [`Ctx`], and keeps the response. The use case notes what it made
//! in the unit of work that makes it, so that a server may die at any moment between the three: a repeat finds either
//! nothing done, or the name of what was made.

use greenroom_core::Millis;
use greenroom_store::{Begun, StoreResult, StoredResponse, WriteTx};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::AppResult;

/// How long a response is kept for repeats.
pub const KEPT: Millis = Millis(24 * 60 * 60 * 1000);

/// After this long a request that never finished (the server died) counts as not begun.
const LEASE: Millis = Millis(60 * 1000);

/// Notes, in the unit of work that makes it, what a call with a key makes.
pub(crate) async fn note_made(tx: &mut WriteTx, ctx: &Ctx, what: &str) -> StoreResult<()> {
    if let Some(once) = &ctx.once {
        tx.idempotency(&ctx.person).made(&once.key, what, ctx.now.plus(KEPT)).await?;
    }
    Ok(())
}

impl App {
    /// Claims a key for a request, whose fingerprint tells it from other requests: one caller gets `Fresh` and goes on, all
    /// others get what became of it.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn begin_once(&self, ctx: &Ctx, key: &str, fingerprint: &str) -> AppResult<Begun> {
        let mut tx = self.store().begin_write().await?;
        let begun = tx.idempotency(&ctx.person).begin(key, fingerprint, ctx.now, ctx.now.plus(LEASE)).await?;
        tx.commit().await?;
        Ok(begun)
    }

    /// Keeps the response of a claimed request for repeats.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn finish_once(&self, ctx: &Ctx, key: &str, response: &StoredResponse) -> AppResult<()> {
        let mut tx = self.store().begin_write().await?;
        tx.idempotency(&ctx.person).finish(key, response, ctx.now.plus(KEPT)).await?;
        tx.sweep_idempotency_unscoped(ctx.now).await?;
        Ok(tx.commit().await?)
    }

    /// Gives a claimed key back: the request has failed and may be tried again.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn forget_once(&self, ctx: &Ctx, key: &str) -> AppResult<()> {
        let mut tx = self.store().begin_write().await?;
        tx.idempotency(&ctx.person).forget(key).await?;
        Ok(tx.commit().await?)
    }
}
