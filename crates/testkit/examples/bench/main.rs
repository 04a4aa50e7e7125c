//! Measures evaluations, requests, start and memory, side by side in one run, and writes `docs/benchmarks.md`.
//!
//! `cargo xtask bench` runs it with the release binary in `GREENROOM_BIN`. Servers run in processes of their own; the bare
//! ones are this program again, with other arguments.
#![expect(clippy::print_stderr, reason = "a terminal program speaks to the terminal")]

mod bare;
mod cells;
mod grading;
mod load;
mod process;
mod report;

use std::path::PathBuf;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["bare", group, folder, port, evaluation] => {
            bare::serve(folder.as_ref(), port.parse()?, evaluation, group.parse()?)
        }
        ["product", folder, port, group] => {
            bare::serve_product(folder.as_ref(), port.parse()?, group.parse()?)
        }
        _ => measure(),
    }
}

fn measure() -> Result<()> {
    let binary = std::env::var_os("GREENROOM_BIN")
        .context("GREENROOM_BIN names no binary; run `cargo xtask bench`")?;
    let binary = PathBuf::from(binary);
    process::end_with_us()?;
    eprintln!("grading ...");
    let grading = grading::measure()?;
    let requests = cells::measure(&binary)?;
    let text = report::write(&binary, &grading, &requests)?;
    let file = report::root().join("docs/benchmarks.md");
    std::fs::write(&file, &text)?;
    eprintln!("{text}\nwritten to {}", file.display());
    Ok(())
}
