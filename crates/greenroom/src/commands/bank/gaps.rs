//! `greenroom bank gaps`: which good answers a rubric fails to hear.

use std::path::Path;

use anyhow::Result;
use greenroom_app::evaluation::total;
use greenroom_app::{Catalog, Graded};
use greenroom_grading::{Explained, Verdict};
use serde::Deserialize;
use serde_json::json;

use super::try_answer::clipped;
use crate::cli::Format;
use crate::exit::{Exit, Stop};
use crate::terminal::Paper;

/// One answer of the file.
struct Good {
    name: String,
    answer: String,
}

/// A line of JSON; other members are disregarded.
#[derive(Deserialize)]
struct Line {
    question: Option<String>,
    answer: String,
    id: Option<String>,
    kind: Option<String>,
}

/// Lists, for each key point, the answers in which it is not heard, with the place that came closest.
pub(super) fn run(catalog: &Catalog, id: &str, file: &Path, format: Format) -> Result<()> {
    let graded = catalog.find(id).map_err(Stop::from)?;
    let text = std::fs::read_to_string(file)
        .map_err(|error| Stop::new(Exit::BadInput, format!("cannot read {}: {error}", file.display())))?;
    let answers = read(&text, id)?;
    let explained: Vec<(Good, Vec<Explained>)> = answers
        .into_iter()
        .map(|good| {
            let found = graded.compiled.explain(&good.answer);
            (good, found)
        })
        .collect();
    match format {
        Format::Json => as_json(graded, &explained),
        Format::Text => as_text(graded, &explained),
    }
}

/// JSON lines if the first line is one, otherwise texts between lines of three dashes.
fn read(text: &str, id: &str) -> Result<Vec<Good>> {
    let answers: Vec<Good> = if text.trim_start().starts_with('{') {
        let mut answers = Vec::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let line: Line = serde_json::from_str(line).map_err(|error| {
                Stop::new(Exit::BadInput, format!("line {} is no answer: {error}", number + 1))
            })?;
            if line.question.is_none_or(|question| question == id) {
                let name = line.id.or(line.kind).unwrap_or_else(|| format!("line {}", number + 1));
                answers.push(Good { name, answer: line.answer });
            }
        }
        answers
    } else {
        let parts = text.split("\n---\n").map(str::trim).filter(|part| !part.is_empty()).enumerate();
        parts.map(|(at, part)| Good { name: format!("answer {}", at + 1), answer: part.to_owned() }).collect()
    };
    if answers.is_empty() {
        return Err(Stop::new(Exit::BadInput, format!("the file holds no answer to '{id}'")).into());
    }
    Ok(answers)
}

fn as_json(graded: Graded<'_>, explained: &[(Good, Vec<Explained>)]) -> Result<()> {
    let rows: Vec<_> = explained
        .iter()
        .map(|(good, points)| {
            let gaps = points.iter().filter(|point| point.verdict != Verdict::Covered).map(|point| {
                json!({
                    "key_point": point.key_point.as_str(),
                    "groups_heard": point.groups.iter().filter(|spans| !spans.is_empty()).count(),
                    "groups": point.groups.len(),
                    "nearest": point.right.as_ref().map(|near| json!({
                        "sentence": near.sentence, "share": near.share, "quote": near.span.quote(&good.answer),
                    })),
                })
            });
            json!({ "answer": good.name, "score": total(&graded.compiled.evaluate(&good.answer)), "gaps": gaps.collect::<Vec<_>>() })
        })
        .collect();
    Paper::stdout().line(&serde_json::to_string_pretty(&rows)?);
    Ok(())
}

fn as_text(graded: Graded<'_>, explained: &[(Good, Vec<Explained>)]) -> Result<()> {
    let paper = Paper::stdout();
    paper.heading(&graded.question.prompt);
    for (good, _) in explained {
        let score = total(&graded.compiled.evaluate(&good.answer))
            .map_or_else(|| "-".to_owned(), |score| score.to_string());
        paper.line(&format!("{score:>4}  {}", good.name));
    }
    for (at, point) in graded.rubric.key_points.iter().enumerate() {
        let missed: Vec<(&Good, &Explained)> = explained
            .iter()
            .filter_map(|(good, points)| Some((good, points.get(at)?)))
            .filter(|(_, found)| found.verdict != Verdict::Covered)
            .collect();
        let heard = explained.len() - missed.len();
        paper.gap();
        paper.line(&format!("{} heard in {heard} of {}", paper.strong(point.id.as_str()), explained.len()));
        for (good, found) in missed {
            paper.indented("  ", &format!("{}: {}", good.name, why(found, &good.answer)));
        }
    }
    Ok(())
}

fn why(found: &Explained, answer: &str) -> String {
    let silent = found.groups.iter().enumerate().filter(|(_, spans)| spans.is_empty());
    let silent: Vec<String> = silent.map(|(at, _)| (at + 1).to_string()).collect();
    let groups = match (found.verdict, silent.len()) {
        (Verdict::Contradicted, _) => "contradicted".to_owned(),
        (_, 0) => "all groups are there, but not near each other".to_owned(),
        _ => format!("no word of group {}", silent.join(", ")),
    };
    let near = found.right.as_ref().map(|near| format!("; closest is \"{}\"", clipped(near.span, answer)));
    format!("{groups}{}", near.unwrap_or_default())
}
