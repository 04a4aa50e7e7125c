//! The licences of everything we depend on, by cargo-deny.

use anyhow::Result;

use crate::run;

/// The version that is installed when none is there.
const CARGO_DENY: &str = "0.20.2";

/// Checks licences, bans and sources as `deny.toml` says. Advisories need a database from the network and are left to
/// those who have one: `cargo deny check advisories`.
pub(crate) fn check() -> Result<()> {
    let tools = run::root().join("target/tools");
    let mut program = tools.join("bin/cargo-deny");
    if run::has("cargo-deny") {
        program = "cargo-deny".into();
    } else if !program.is_file() {
        run::pass(
            run::cargo()
                .args(["install", "--quiet", "--locked", "--version", CARGO_DENY, "cargo-deny", "--root"])
                .arg(&tools)
                .env_remove("CARGO_TARGET_DIR"),
        )?;
    }
    run::pass(std::process::Command::new(program).args(["--locked", "check", "bans", "licenses", "sources"]))
}
