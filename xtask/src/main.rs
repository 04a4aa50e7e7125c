//! What is done to this repository: checks, services for tests, benchmarks. `cargo xtask help` lists it.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a terminal program speaks to the terminal")]

mod bank;
mod bench;
mod browser;
mod ci;
mod deps;
mod licences;
mod postgres;
mod run;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask <task>

  ci          everything that a change must pass: format, layers, lints, docs, tests on SQLite and PostgreSQL,
              content lint, licences, browser tests. Installs what it needs with root, else says what it left out
  test        the tests alone, on SQLite and PostgreSQL
  browser     the browser tests alone
  shots       screenshots of every page, both themes, three widths, into target/shots
  bench       measures evaluations, requests, start and memory side by side, and writes docs/benchmarks.md
  bank        describes the bank in docs/bank.md
  deps        checks the allowed edges between our crates
  licences    checks the licences of everything we depend on
  services    starts PostgreSQL on a free loopback port and keeps it until Enter is pressed
";

fn main() -> Result<()> {
    let task = std::env::args().nth(1).unwrap_or_default();
    std::env::set_current_dir(run::root())?;
    match task.as_str() {
        "ci" => ci::all(),
        "test" => ci::tests(),
        "browser" => browser::tests(),
        "shots" => browser::shots(),
        "bench" => bench::run(),
        "bank" => bank::write(),
        "deps" => deps::check(),
        "licences" => licences::check(),
        "services" => postgres::keep(),
        "" | "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("no task '{other}'\n\n{HELP}"),
    }
}
