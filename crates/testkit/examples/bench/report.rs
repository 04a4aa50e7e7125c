//! Writing down what was measured.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::cells::{CONNECTIONS, Measured, ROUNDS, ROWS, Requests, TIME};
use crate::grading::Grading;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The whole of `docs/benchmarks.md`.
pub(crate) fn write(binary: &Path, grading: &Grading, requests: &Requests) -> Result<String> {
    let mut text = String::new();
    writeln!(text, "# Benchmarks\n")?;
    writeln!(
        text,
        "Written by `cargo xtask bench`; do not edit it by hand. Only what was measured is here.\n"
    )?;
    machine(&mut text, binary)?;
    method(&mut text)?;
    evaluations(&mut text, grading)?;
    table(&mut text, &requests.cells)?;
    process(&mut text, requests)?;
    Ok(text)
}

fn machine(text: &mut String, binary: &Path) -> Result<()> {
    writeln!(text, "## Machine\n")?;
    writeln!(text, "| What | Value |\n|---|---|")?;
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    writeln!(text, "| Date | {} |", said("date", &["-u", "+%Y-%m-%d %H:%M UTC"]))?;
    writeln!(text, "| Processor | {} ({cores} cores) |", field("/proc/cpuinfo", "model name"))?;
    writeln!(text, "| Memory | {} |", field("/proc/meminfo", "MemTotal"))?;
    writeln!(text, "| System | {} |", said("uname", &["-sr"]))?;
    writeln!(text, "| Compiler | {} |", said("rustc", &["--version"]))?;
    writeln!(
        text,
        "| Greenroom | {} ({}) |",
        env!("CARGO_PKG_VERSION"),
        said("git", &["describe", "--always", "--dirty"])
    )?;
    // The commit is that of the work tree; this is the file that was measured.
    let sum = said("sha256sum", &[&binary.display().to_string()]);
    writeln!(text, "| Measured binary | SHA-256 {} |", sum.get(..16).unwrap_or("unknown"))?;
    writeln!(
        text,
        "| Load when it began | {} |\n",
        std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim()
    )?;
    Ok(())
}

fn method(text: &mut String) -> Result<()> {
    writeln!(text, "## Method\n")?;
    writeln!(
        text,
        "- One run, {ROUNDS} rounds, each round measures every line once for {:.1} s, beginning with another line each \
         time; the tables show medians. A ratio is the median of the rounds' ratios, so that a disturbance hits both sides.\n\
         - The load is a closed loop of {CONNECTIONS} kept-alive connections in one thread, on the same machine: it takes \
         one of the cores. An answer that is not 2xx ends the run.\n\
         - Every server is a process of its own. `bare` is the same framework and accept loop without any of our layers: no \
         request id, log line, metrics, security headers, host and origin checks, limits, compression, ETag. Its read runs \
         the same statement through the same store on a copy of the database; its write stores the same row, durable, and \
         grades nothing. Bodies are those of Greenroom, byte for byte, kept in memory.\n\
         - The database is SQLite on a disk with `synchronous=FULL` and {ROWS} evaluations in it. What writes has a copy of \
         its own, so that what reads always finds the same rows. The log is on, one line a request, and goes to a pipe. \
         \"In the bench\" is the code of the release binary within the measuring program, where group commit can be \
         switched off.\n",
        TIME.as_secs_f64()
    )?;
    Ok(())
}

fn evaluations(text: &mut String, grading: &Grading) -> Result<()> {
    writeln!(text, "## Evaluations\n")?;
    writeln!(
        text,
        "{} gold answers to {} questions, {} characters in the mean, one thread, nothing but grading.\n",
        grading.answers, grading.questions, grading.characters
    )?;
    writeln!(text, "| What | Value |\n|---|---:|")?;
    writeln!(text, "| Evaluations a second | {:.0} |", grading.per_second)?;
    for (what, time) in [
        ("One answer, median", grading.p50),
        ("One answer, 99th percentile", grading.p99),
        ("One answer, slowest", grading.max),
        ("An answer of 20,000 characters, the longest that pages accept", grading.longest),
        ("Compiling one rubric, median (once, when first needed)", grading.compiling),
        ("Reading and checking all content (once, at start)", grading.loading),
    ] {
        writeln!(text, "| {what} | {} |", shown(time))?;
    }
    writeln!(text)?;
    Ok(())
}

fn table(text: &mut String, cells: &[Measured]) -> Result<()> {
    writeln!(text, "## Requests\n")?;
    writeln!(
        text,
        "| Request | What it does | Requests/s | p50 | p99 | Beside | Ratio |\n|---|---|---:|---:|---:|---|---:|"
    )?;
    for cell in cells {
        let (beside, ratio) = match cell.beside {
            Some(other) => (cells[other].name, format!("{:.2}", ratio(cell, &cells[other]))),
            None => ("", String::new()),
        };
        let number =
            |get: fn(&crate::load::Run) -> Duration| shown(median(cell.runs.iter().map(get).collect()));
        writeln!(
            text,
            "| {} | {} | {:.0} | {} | {} | {beside} | {ratio} |",
            cell.name,
            cell.what,
            median_of(cell.runs.iter().map(|run| run.per_second).collect()),
            number(|run| run.p50),
            number(|run| run.p99),
        )?;
    }
    writeln!(text)?;
    Ok(())
}

fn ratio(cell: &Measured, other: &Measured) -> f64 {
    median_of(cell.runs.iter().zip(&other.runs).map(|(one, two)| one.per_second / two.per_second).collect())
}

fn process(text: &mut String, requests: &Requests) -> Result<()> {
    let mebibytes = |bytes: u64| format!("{:.1} MiB", bytes as f64 / 1_048_576.0);
    writeln!(text, "## Start and memory\n")?;
    writeln!(text, "| What | Value |\n|---|---:|")?;
    let (first, later) = (median(requests.first_starts.clone()), median(requests.starts.clone()));
    writeln!(
        text,
        "| From the start of the process to the first 200 of `/`, on an empty folder | {} |",
        shown(first)
    )?;
    writeln!(text, "| The same on a folder with {ROWS} evaluations | {} |", shown(later))?;
    writeln!(text, "| Memory (RSS) after the start | {} |", mebibytes(requests.memory_idle))?;
    writeln!(text, "| Memory (RSS) after all reads | {} |", mebibytes(requests.memory_loaded))?;
    writeln!(text, "| Memory (RSS) after all writes | {} |", mebibytes(requests.memory_written))?;
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn median_of(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 1000.0 { format!("{micros:.0} µs") } else { format!("{:.2} ms", micros / 1000.0) }
}

/// What another program says, for the table; nothing if it is not there.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(root()).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

fn field(file: &str, name: &str) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    line.split_once(':').map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}
