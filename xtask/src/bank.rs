//! `docs/bank.md`: the bank in numbers, written by the program itself.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::run;

const FILE: &str = "docs/bank.md";

fn report() -> Result<String> {
    run::read(run::cargo().args([
        "run",
        "--quiet",
        "--release",
        "--",
        "bank",
        "report",
        "--content",
        "content",
    ]))
}

/// Writes it anew.
pub(crate) fn write() -> Result<()> {
    fs::write(FILE, report()?).with_context(|| format!("cannot write {FILE}"))
}

/// Fails if it is not what the program would write.
pub(crate) fn check() -> Result<()> {
    let now = fs::read_to_string(FILE).with_context(|| format!("cannot read {FILE}"))?;
    if now != report()? {
        bail!("{FILE} is not up to date: run `cargo xtask bank`");
    }
    Ok(())
}
