//! `greenroom bank try`: an answer graded while one edits the rubric or the answer.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::Result;
use greenroom_app::{Catalog, Graded};
use greenroom_core::Span;
use greenroom_grading::{Explained, Nearest, Verdict};

use crate::commands::{evaluate, report};
use crate::content;
use crate::exit::Stop;
use crate::terminal::Paper;

/// How often files are looked at while watching.
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// Grades, and with `watch` again whenever something was saved.
pub(super) fn run(folder: Option<&Path>, id: &str, file: Option<&Path>, watch: bool) -> Result<()> {
    let catalog = content::catalog(folder)?;
    let graded = catalog.find(id).map_err(Stop::from)?;
    let answer = evaluate::read_answer(file, &graded.question.prompt)?;
    show(graded, &answer);
    let Some(file) = file.filter(|_| watch) else { return Ok(()) };
    let mut seen = saved_at(folder, file);
    loop {
        std::thread::sleep(LOOK_EVERY);
        let now = saved_at(folder, file);
        if now == seen {
            continue;
        }
        seen = now;
        Paper::stdout().gap();
        // A file may be saved half written; the next save will do.
        if let Err(error) = again(folder, id, file) {
            Paper::stdout().line(&Paper::stdout().bad(&error.to_string()));
        }
    }
}

fn again(folder: Option<&Path>, id: &str, file: &Path) -> Result<()> {
    let catalog: Catalog = content::catalog(folder)?;
    let graded = catalog.find(id).map_err(Stop::from)?;
    let answer = evaluate::read_answer(Some(file), &graded.question.prompt)?;
    show(graded, &answer);
    Ok(())
}

/// When the answer and the files of the content were last saved.
fn saved_at(folder: Option<&Path>, file: &Path) -> (Option<SystemTime>, Option<SystemTime>) {
    let of = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    (of(file), folder.and_then(|folder| newest(folder.to_owned())))
}

fn newest(folder: PathBuf) -> Option<SystemTime> {
    let (mut folders, mut newest) = (vec![folder], None);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).ok()?.flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => newest = newest.max(entry.metadata().and_then(|data| data.modified()).ok()),
            }
        }
    }
    newest
}

fn show(graded: Graded<'_>, answer: &str) {
    let paper = Paper::stdout();
    let evaluation = graded.compiled.evaluate(answer);
    paper.heading(&graded.question.prompt);
    report::print(&paper, graded, answer, &evaluation);
    paper.gap();
    for explained in graded.compiled.explain(answer) {
        point(&paper, &explained, answer);
    }
}

fn point(paper: &Paper, explained: &Explained, answer: &str) {
    let verdict = match explained.verdict {
        Verdict::Covered => paper.good("heard"),
        Verdict::Partial => paper.middling("partly heard"),
        Verdict::Missing => paper.quiet("not heard"),
        Verdict::Contradicted => paper.bad("contradicted"),
    };
    paper.line(&format!("{} {verdict}", paper.strong(explained.key_point.as_str())));
    for (number, spans) in explained.groups.iter().enumerate() {
        let heard: Vec<&str> = spans.iter().filter_map(|span| span.quote(answer)).take(6).collect();
        let heard = if heard.is_empty() { paper.bad("nothing") } else { heard.join(" | ") };
        paper.indented("  ", &format!("group {}: {heard}", number + 1));
    }
    nearest(paper, "nearest sentence", explained.right.as_ref(), answer);
    nearest(paper, "nearest reversed", explained.reversed.as_ref(), answer);
}

fn nearest(paper: &Paper, what: &str, found: Option<&Nearest>, answer: &str) {
    let Some(found) = found else { return };
    let quote = clipped(found.span, answer);
    paper.indented(
        "  ",
        &format!("{what}, {:.0} %: \"{}\" in \"{quote}\"", found.share * 100.0, found.sentence),
    );
}

/// The quote on one line, cut in the middle if it is long.
pub(super) fn clipped(span: Span, answer: &str) -> String {
    let quote = span.quote(answer).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let chars: Vec<char> = quote.chars().collect();
    if chars.len() <= 140 {
        return quote;
    }
    let (head, tail) = (&chars[..80], &chars[chars.len() - 50..]);
    format!("{} ... {}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}
