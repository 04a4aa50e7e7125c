//! The application: what every use case works with.

use std::sync::{Arc, Mutex, PoisonError};

use greenroom_core::{Clock, Entropy, PersonId};
use greenroom_store::{Store, StoreError};

use crate::catalog::Catalog;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};

/// The use cases of Greenroom over one store and one catalog. Cheap to clone; one for the whole program.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    catalog: Catalog,
    clock: Box<dyn Clock>,
    entropy: Mutex<Box<dyn Entropy>>,
    /// The one person of a program without accounts.
    me: PersonId,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("store", &self.inner.store.kind().as_str()).finish_non_exhaustive()
    }
}

impl App {
    /// Sets the application up, making the one person of a program without accounts if there is none yet.
    ///
    /// # Errors
    /// `Unavailable` or `Internal` if the store does not answer.
    pub async fn start(
        store: Store,
        catalog: Catalog,
        clock: Box<dyn Clock>,
        mut entropy: Box<dyn Entropy>,
    ) -> AppResult<Self> {
        let now = clock.now();
        let fresh = PersonId::generate(now, entropy.as_mut());
        let mut tx = store.begin_write().await.map_err(from_store)?;
        let person = tx.people().find_or_create_single(&fresh, now).await.map_err(from_store)?;
        tx.commit().await.map_err(from_store)?;
        let inner = Inner { store, catalog, clock, entropy: Mutex::new(entropy), me: person.id };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// A call by the one person of a program without accounts, at this moment.
    pub fn ctx(&self) -> Ctx {
        Ctx { person: self.inner.me.clone(), now: self.inner.clock.now(), once: None }
    }

    /// The content.
    pub fn catalog(&self) -> &Catalog {
        &self.inner.catalog
    }

    /// The store, for the operator's commands (`doctor`, readiness).
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Uses the source of randomness.
    pub fn with_entropy<T>(&self, use_it: impl FnOnce(&mut dyn Entropy) -> T) -> T {
        // A poisoned lock only means that another caller panicked: random bytes stay random.
        let mut entropy = self.inner.entropy.lock().unwrap_or_else(PoisonError::into_inner);
        use_it(entropy.as_mut())
    }
}

/// What a failure of the store means to a caller.
pub(crate) fn from_store(error: StoreError) -> AppError {
    match error {
        StoreError::Conflict { .. } | StoreError::Stale { .. } => AppError::Conflict {
            message: "this was changed in another tab in the meantime; reload the page and try again".into(),
        },
        StoreError::Full => AppError::Unavailable {
            message: "the disk is full, so nothing can be saved; free some space and try again".into(),
            retry_after_secs: 30,
            source: Some(Box::new(error)),
        },
        StoreError::ReadOnly => AppError::Unavailable {
            message:
                "the data directory is read-only, so nothing can be saved; make it writable and try again"
                    .into(),
            retry_after_secs: 30,
            source: Some(Box::new(error)),
        },
        StoreError::Busy | StoreError::Unavailable(_) | StoreError::OutcomeUnknown => AppError::Unavailable {
            message: "the database does not answer just now; try again in a moment".into(),
            retry_after_secs: 2,
            source: Some(Box::new(error)),
        },
        StoreError::BadCursor => {
            AppError::invalid("cursor", "this is not a cursor of this list; begin with the first page")
        }
        StoreError::Driver(_) | StoreError::Inconsistent { .. } | StoreError::Failed => {
            AppError::internal(error)
        }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        from_store(error)
    }
}
