//! Tests and screenshots in a real browser: Debian's Chromium, driven by Playwright from the npm registry.

use std::process::Command;

use anyhow::{Result, bail};

use crate::run;

const CHROMIUM: &str = "chromium";

/// Runs the browser tests against the release binary.
pub(crate) fn tests() -> Result<()> {
    // Named one by one: what a folder means differs between the versions of Node.
    let mut specs: Vec<String> = std::fs::read_dir("tests/browser/spec")?
        .map(|entry| Ok(format!("spec/{}", entry?.file_name().to_string_lossy())))
        .collect::<Result<_>>()?;
    specs.sort();
    let mut arguments = vec!["--test", "--test-concurrency=1", "--test-reporter=spec"];
    arguments.extend(specs.iter().map(String::as_str));
    node(&arguments)
}

/// Takes screenshots of every page into `target/shots`.
pub(crate) fn shots() -> Result<()> {
    node(&["shots.mjs"])
}

fn node(arguments: &[&str]) -> Result<()> {
    if !prepare()? {
        return Ok(());
    }
    run::pass(run::cargo().args(["build", "--quiet", "--release"]))?;
    let binary = run::root().join("target/release/greenroom");
    run::pass(Command::new("node").args(arguments).current_dir("tests/browser").env("GREENROOM_BIN", binary))
}

/// Installs the browser and its driver. `false`, after saying what is missing, if they cannot be had.
fn prepare() -> Result<bool> {
    if !run::has(CHROMIUM) && run::is_root() {
        run::install(&[CHROMIUM, "fonts-liberation"])?;
    }
    let missing: Vec<&str> =
        [CHROMIUM, "node", "npm"].into_iter().filter(|program| !run::has(program)).collect();
    if !missing.is_empty() {
        if std::env::var_os("CI").is_some() {
            bail!("the browser tests need {}", missing.join(", "));
        }
        eprintln!(
            "left out: the browser tests need {}. Debian: apt-get install chromium nodejs npm",
            missing.join(", ")
        );
        return Ok(false);
    }
    run::pass(
        Command::new("npm").args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir("tests/browser"),
    )?;
    Ok(true)
}
