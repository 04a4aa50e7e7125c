//! The bench that every test sets up: an application over a store of its own and the shipped content.

use greenroom_app::{App, Catalog};
use greenroom_core::{Millis, Timestamp};
use greenroom_store::{Access, Config, Store};
use greenroom_testkit::{FixedClock, SeededEntropy};

/// The shipped content.
pub(crate) fn catalog() -> Catalog {
    let loaded = greenroom_packs::load(&greenroom_packs::embedded());
    let errors: Vec<_> =
        loaded.problems.iter().filter(|p| p.severity == greenroom_packs::Severity::Error).collect();
    assert!(errors.is_empty(), "the shipped content has errors: {errors:#?}");
    Catalog::new(loaded.bank, loaded.rubrics, loaded.glossary)
}

/// An application over a store of its own. The folder goes with it.
pub(crate) struct Bench {
    pub(crate) app: App,
    pub(crate) clock: FixedClock,
    folder: tempfile::TempDir,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = FixedClock::at(Timestamp::from_millis(1_780_000_000_000));
        let app = open(&folder, &clock).await;
        Self { app, clock, folder }
    }

    /// The same data in an application started anew.
    pub(crate) async fn restart(self) -> Self {
        let Self { app, clock, folder } = self;
        app.store().close().await;
        drop(app);
        let app = open(&folder, &clock).await;
        Self { app, clock, folder }
    }

    pub(crate) fn pass(&self, millis: i64) {
        self.clock.advance(Millis(millis));
    }

    /// All bytes of the data directory.
    pub(crate) fn bytes_on_disk(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder is there");
        files
            .flatten()
            .filter(|file| file.path().is_file())
            .flat_map(|file| std::fs::read(file.path()).expect("readable"))
            .collect()
    }
}

async fn open(folder: &tempfile::TempDir, clock: &FixedClock) -> App {
    let config = Config::sqlite(folder.path().join("test.db"), Access::Serve);
    let store = Store::open(config).await.expect("a new store opens");
    App::start(store, catalog(), Box::new(clock.clone()), Box::new(SeededEntropy::new(7)))
        .await
        .expect("it starts")
}
