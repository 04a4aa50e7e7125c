//! Opening the store and setting the application up.

use anyhow::{Context, Result};
use greenroom_app::App;
use greenroom_store::{Access, OpenError, Store};

use crate::config::Config;
use crate::content;
use crate::exit::{Exit, Stop};
use crate::system::{SystemClock, SystemEntropy};

/// Opens the store that the configuration names, making the data directory if it is not there.
pub(crate) async fn store(config: &Config, access: Access) -> Result<Store> {
    let wanted = match &config.database.value {
        Some(url) => greenroom_store::Config::postgres(url.clone(), access),
        None => {
            make_folder(&config.data.value)?;
            greenroom_store::Config::sqlite(config.database_file(), access)
        }
    };
    Store::open(wanted).await.map_err(|error| stop(&error).into())
}

/// Sets the application up over an open store.
pub(crate) async fn app(config: &Config, store: Store) -> Result<App> {
    let catalog = content::catalog(config.content.value.as_deref())?;
    let app = App::start(store, catalog, Box::new(SystemClock), Box::new(SystemEntropy)).await;
    app.context("the data directory cannot be used")
}

/// Makes the data directory, readable by its owner alone.
fn make_folder(folder: &std::path::Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| {
        let shown = folder.display();
        Stop::new(
            Exit::Unusable,
            format!("cannot make the data directory {shown}: {error}; name another with --data DIR"),
        )
        .into()
    })
}

fn stop(error: &OpenError) -> Stop {
    let exit = match error {
        OpenError::Locked { .. } => Exit::InUse,
        _ => Exit::Unusable,
    };
    Stop::new(exit, error.to_string())
}
