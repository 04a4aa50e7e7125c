//! Everything that a change must pass, in the order of how quickly it says no.

use std::time::Instant;

use anyhow::Result;

use crate::postgres::Postgres;
use crate::{bank, browser, deps, licences, run};

/// One step and what it is called.
type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("format", format),
    ("layers", deps::check),
    ("lints", lints),
    ("docs", docs),
    ("tests", tests),
    ("content", content),
    ("browser", browser::tests),
    ("licences", licences::check),
];

/// Runs every step; stops at the first that fails.
pub(crate) fn all() -> Result<()> {
    let mut times = Vec::new();
    for (name, step) in STEPS {
        eprintln!("\n=== {name}");
        let start = Instant::now();
        step()?;
        times.push((name, start.elapsed().as_secs()));
    }
    println!("\nAll of it passed:");
    for (name, secs) in times {
        println!("  {name:<10} {secs:>5} s");
    }
    Ok(())
}

fn format() -> Result<()> {
    run::pass(run::cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    run::pass(run::cargo().args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn docs() -> Result<()> {
    run::pass(
        run::cargo()
            .args(["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private_intra_doc_links"),
    )
}

/// All tests, those of the store and of the server on both databases.
pub(crate) fn tests() -> Result<()> {
    let postgres = Postgres::start()?;
    let mut cargo = run::cargo();
    cargo.args(["test", "--workspace"]);
    if let Some(postgres) = &postgres {
        cargo.env("GREENROOM_TEST_POSTGRES", postgres.url()).env("GREENROOM_REQUIRE_POSTGRES", "1");
    }
    run::pass(&mut cargo)
}

/// The content is without errors and described as it is, by the program that people run.
fn content() -> Result<()> {
    run::pass(run::cargo().args([
        "run",
        "--quiet",
        "--release",
        "--",
        "bank",
        "lint",
        "--content",
        "content",
    ]))?;
    bank::check()
}
