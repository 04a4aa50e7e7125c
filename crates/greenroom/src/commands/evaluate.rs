//! `greenroom evaluate`: one answer, or a batch. Nothing is stored.

use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::Path;

use anyhow::{Context, Result};
use greenroom_app::Catalog;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Deserialize;

use crate::cli::{Evaluate, Format};
use crate::commands::evaluation_json::{Basis, EvaluationJson};
use crate::commands::report;
use crate::config::Config;
use crate::content;
use crate::exit::{Exit, Stop};
use crate::terminal::Paper;

/// More than this is no answer; the rest is not read.
const ANSWER_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// Runs the command.
pub(crate) fn run(config: &Config, arguments: &Evaluate) -> Result<()> {
    let catalog = content::catalog(config.content.value.as_deref())?;
    match (&arguments.batch, &arguments.question) {
        (Some(file), _) => batch(&catalog, file),
        (None, Some(question)) => one(&catalog, question, arguments),
        (None, None) => Err(Stop::new(Exit::Usage, "name the question with --question ID").into()),
    }
}

fn one(catalog: &Catalog, question: &str, arguments: &Evaluate) -> Result<()> {
    let graded = catalog.find(question).map_err(|_| unknown(catalog, question))?;
    let answer = read_answer(arguments.file.as_deref(), &graded.question.prompt)?;
    let evaluation = graded.compiled.evaluate(&answer);
    let paper = Paper::stdout();
    match arguments.format {
        Format::Json => {
            let json = EvaluationJson::new(&evaluation, &answer, Basis::Rubric)
                .named(None, Some(question.to_owned()));
            paper.line(&serde_json::to_string_pretty(&json)?);
        }
        Format::Text => {
            paper.heading(&graded.question.prompt);
            report::print(&paper, graded, &answer, &evaluation);
        }
    }
    Ok(())
}

/// An unknown question, with the names that come close.
fn unknown(catalog: &Catalog, question: &str) -> Stop {
    let shared = |id: &str| question.split('-').filter(|word| word.len() > 2 && id.contains(word)).count();
    let mut near: Vec<&str> = catalog.bank().iter().map(|known| known.id.as_str()).collect();
    near.retain(|id| shared(id) > 0);
    near.sort_by_key(|id| std::cmp::Reverse(shared(id)));
    near.truncate(5);
    let hint = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    let shown: String = question.chars().take(80).collect();
    Stop::new(
        Exit::NotFound,
        format!("there is no question '{shown}'{hint} `greenroom bank list` names them all"),
    )
}

pub(super) fn read_answer(file: Option<&Path>, prompt: &str) -> Result<String> {
    let mut bytes = Vec::new();
    match file.filter(|file| *file != Path::new("-")) {
        Some(file) => {
            let open = std::fs::File::open(file).map_err(|error| {
                Stop::new(Exit::NotFound, format!("cannot read the answer {}: {error}", file.display()))
            })?;
            open.take(ANSWER_BYTES_MAX).read_to_end(&mut bytes)?;
        }
        None => {
            if std::io::stdin().is_terminal() {
                let mut screen = std::io::stderr().lock();
                writeln!(screen, "{prompt}\nType your answer, then Ctrl+D on a line of its own:")?;
            }
            std::io::stdin().lock().take(ANSWER_BYTES_MAX).read_to_end(&mut bytes)?;
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// One line of a batch.
#[derive(Debug, Deserialize)]
struct Line {
    id: Option<serde_json::Value>,
    question: Option<String>,
    prompt: Option<String>,
    reference: Option<String>,
    answer: String,
}

/// Evaluates a file line by line. A line that cannot be used gives a line with `error`; all others are evaluated all the
/// same, and the exit code says that there was one.
fn batch(catalog: &Catalog, file: &Path) -> Result<()> {
    let (reader, bytes) = open(file)?;
    let bar = progress(bytes);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut number, mut bad) = (0usize, 0usize);
    let mut reader = reader;
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        number += 1;
        bar.inc(u64::try_from(read).unwrap_or_default());
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        match evaluate_line(catalog, text.trim()) {
            Ok(json) => serde_json::to_writer(&mut out, &json)?,
            Err(problem) => {
                bad += 1;
                let error = serde_json::json!({
                    "id": id_of(text.trim()), "line": number, "score": null, "verdict": "error", "error": problem,
                });
                serde_json::to_writer(&mut out, &error)?;
            }
        }
        out.write_all(b"\n")?;
    }
    out.flush()?;
    bar.finish_and_clear();
    if bad == 0 {
        return Ok(());
    }
    Err(Stop::new(
        Exit::BadInput,
        format!("{bad} of {number} lines could not be used; each says why in its 'error'"),
    )
    .into())
}

/// What a line that cannot be used calls itself, if that can be read.
fn id_of(text: &str) -> Option<serde_json::Value> {
    serde_json::from_str::<serde_json::Value>(text).ok()?.get("id").cloned()
}

fn evaluate_line(catalog: &Catalog, text: &str) -> Result<EvaluationJson, String> {
    let line: Line = serde_json::from_str(text)
        .map_err(|error| format!("not a JSON object of the right form: {error}"))?;
    match (line.question, line.prompt, line.reference) {
        (Some(question), _, _) => {
            let evaluation = catalog.evaluate(&question, &line.answer).map_err(|error| error.to_string())?;
            Ok(EvaluationJson::new(&evaluation, &line.answer, Basis::Rubric).named(line.id, Some(question)))
        }
        (None, Some(prompt), Some(reference)) => {
            let evaluation = catalog.evaluate_by_reference(&prompt, &reference, &line.answer);
            Ok(EvaluationJson::new(&evaluation, &line.answer, Basis::Reference).named(line.id, None))
        }
        _ => Err("it names neither a question nor a prompt with a reference".to_owned()),
    }
}

/// The file of a batch and its size, if it is known.
fn open(file: &Path) -> Result<(Box<dyn BufRead>, Option<u64>)> {
    if file == Path::new("-") {
        return Ok((Box::new(BufReader::new(std::io::stdin())), None));
    }
    let open = std::fs::File::open(file).map_err(|error| {
        Stop::new(Exit::NotFound, format!("cannot read the batch {}: {error}", file.display()))
    })?;
    let size = open.metadata().context("the batch has no size")?.len();
    Ok((Box::new(BufReader::new(open)), Some(size)))
}

/// A bar on standard error, if a person looks at it.
fn progress(bytes: Option<u64>) -> ProgressBar {
    let Some(bytes) = bytes.filter(|_| std::io::stderr().is_terminal()) else { return ProgressBar::hidden() };
    let bar = ProgressBar::new(bytes);
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40} {percent:>3} %  {bytes_per_sec}  {eta} left; Ctrl+C stops")
    {
        bar.set_style(style);
    }
    bar
}
