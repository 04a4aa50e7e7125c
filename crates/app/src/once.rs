//! Doing something once, however often it is asked for: the `Idempotency-Key` of the API.

use greenroom_core::Millis;
use greenroom_store::{Begun, StoredResponse};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::AppResult;

/// How long a response is kept for repeats.
pub const KEPT: Millis = Millis(24 * 60 * 60 * 1000);

/// After this long a request that never finished (the server died) counts as not begun.
const LEASE: Millis = Millis(60 * 1000);

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
