//! Measurements, side by side in one run.

use anyhow::Result;

use crate::run;

/// Builds the release binary and the measuring program, and lets the latter write `docs/benchmarks.md`.
pub(crate) fn run() -> Result<()> {
    run::pass(run::cargo().args(["build", "--release"]))?;
    let binary = run::root().join("target/release/greenroom");
    run::pass(
        run::cargo()
            .args(["run", "--release", "--package", "greenroom-testkit", "--example", "bench"])
            .env("GREENROOM_BIN", binary),
    )
}
