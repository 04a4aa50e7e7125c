//! Loading the content: the built-in one, or a folder in its place.

use std::path::Path;

use anyhow::Result;
use greenroom_app::Catalog;
use greenroom_packs::{Loaded, PackFiles, Severity};

use crate::exit::{Exit, Stop};

/// Reads the files, without judging them.
pub(crate) fn files(folder: Option<&Path>) -> Result<PackFiles> {
    let Some(folder) = folder else { return Ok(greenroom_packs::embedded()) };
    greenroom_packs::read_dir(folder).map_err(|error| {
        Stop::new(Exit::BadInput, format!("cannot read the content in {}: {error}", folder.display())).into()
    })
}

/// Loads the content for use. Files with errors are left out and named on the log; if no question is left, that is an
/// error.
pub(crate) fn catalog(folder: Option<&Path>) -> Result<Catalog> {
    let loaded = greenroom_packs::load(&files(folder)?);
    for problem in loaded.problems.iter().filter(|problem| problem.severity == Severity::Error) {
        tracing::error!(file = %problem.file, line = problem.line, code = problem.code, "{}", problem.message);
    }
    let Loaded { bank, rubrics, glossary, .. } = loaded;
    if bank.iter().next().is_none() {
        let message =
            "the content has no question that can be used; `greenroom bank lint` lists what is wrong with it";
        return Err(Stop::new(Exit::BadInput, message).into());
    }
    Ok(Catalog::new(bank, rubrics, glossary))
}
