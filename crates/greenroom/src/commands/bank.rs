//! `greenroom bank`: looking at the questions, and checking content.

mod gaps;
mod report;
mod try_answer;

use anyhow::Result;
use greenroom_app::Catalog;
use greenroom_bank::{Filter, Kind, Question};
use greenroom_core::{Clock, Level, Slug};
use greenroom_packs::{Problem, Severity};
use serde_json::json;

use crate::cli::{BankCommand, Format};
use crate::config::Config;
use crate::content;
use crate::exit::{Exit, Stop};
use crate::system::SystemClock;
use crate::terminal::Paper;

/// Runs the command.
pub(crate) fn run(config: &Config, command: &BankCommand) -> Result<()> {
    let folder = config.content.value.as_deref();
    match command {
        BankCommand::List { level, topic, technology, kind, search, format } => {
            let filter = Filter {
                text: search.join(" "),
                level: level.as_deref().map(|word| parse("level", word, Level::from_word)).transpose()?,
                topic: topic.as_deref().map(|word| parse("topic", word, slug)).transpose()?,
                technology: technology.as_deref().map(|word| parse("technology", word, slug)).transpose()?,
                kind: kind.as_deref().map(|word| parse("kind", word, Kind::from_word)).transpose()?,
            };
            list(&content::catalog(folder)?, &filter, *format)
        }
        BankCommand::Show { id, answer, format } => show(&content::catalog(folder)?, id, *answer, *format),
        BankCommand::Try { id, file, watch } => try_answer::run(folder, id, file.as_deref(), *watch),
        BankCommand::Gaps { id, answers, format } => {
            gaps::run(&content::catalog(folder)?, id, answers, *format)
        }
        BankCommand::Report => {
            report::run(&content::catalog(folder)?);
            Ok(())
        }
        BankCommand::Lint { format, strict } => lint(folder, *format, *strict),
    }
}

fn parse<T>(flag: &str, word: &str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    let shown: String = word.chars().take(60).collect();
    read(word).ok_or_else(|| Stop::new(Exit::Usage, format!("--{flag} does not know '{shown}'")).into())
}

fn slug(word: &str) -> Option<Slug> {
    word.parse().ok()
}

fn list(catalog: &Catalog, filter: &Filter, format: Format) -> Result<()> {
    let found = catalog.bank().search(filter);
    let paper = Paper::stdout();
    if format == Format::Json {
        let rows: Vec<_> = found.items.iter().map(|item| summary(item.question)).collect();
        paper.line(&serde_json::to_string_pretty(&rows)?);
        return Ok(());
    }
    for item in &found.items {
        let question = item.question;
        let meta = format!("{:<12} {:<20}", question.level.as_str(), question.topic().as_str());
        paper.line(&format!(
            "{:<36} {} {}",
            paper.strong(question.id.as_str()),
            paper.quiet(&meta),
            question.prompt
        ));
    }
    paper.line(&paper.quiet(&format!("{} questions", found.items.len())));
    Ok(())
}

fn summary(question: &Question) -> serde_json::Value {
    json!({
        "id": question.id.as_str(),
        "prompt": question.prompt,
        "level": question.level.as_str(),
        "topics": question.topics.iter().map(Slug::as_str).collect::<Vec<_>>(),
        "technologies": question.technologies.iter().map(Slug::as_str).collect::<Vec<_>>(),
        "kind": question.kind.as_str(),
        "minutes": question.minutes,
    })
}

fn show(catalog: &Catalog, id: &str, with_answer: bool, format: Format) -> Result<()> {
    let graded = catalog.find(id).map_err(Stop::from)?;
    let (question, paper) = (graded.question, Paper::stdout());
    if format == Format::Json {
        let mut json = summary(question);
        if with_answer {
            json["hints"] = json!(question.hints);
            json["answer"] = json!(question.answer);
            json["key_points"] = graded
                .rubric
                .key_points
                .iter()
                .map(|point| json!({ "id": point.id.as_str(), "weight": point.weight, "bar": point.bar.as_str(), "says": point.says }))
                .collect();
        }
        paper.line(&serde_json::to_string_pretty(&json)?);
        return Ok(());
    }
    paper.heading(&question.prompt);
    let topics: Vec<&str> = question.topics.iter().map(Slug::as_str).collect();
    let meta = format!(
        "{}, {}, about {} min, {}",
        question.level,
        question.kind.as_str(),
        question.minutes,
        topics.join(", ")
    );
    paper.line(&paper.quiet(&meta));
    if !with_answer {
        paper.gap();
        paper.text(&format!("Answer it: greenroom evaluate --question {id}"));
        paper.text(&format!("Read the answer: greenroom bank show {id} --answer"));
        return Ok(());
    }
    paper.gap();
    for point in &graded.rubric.key_points {
        paper.indented(&format!("{} ", "•".repeat(usize::from(point.weight))), &point.says);
    }
    paper.gap();
    paper.text(&question.answer);
    for source in &question.sources {
        paper.line(&paper.quiet(&format!("{}  {}", source.title, source.url)));
    }
    Ok(())
}

fn lint(folder: Option<&std::path::Path>, format: Format, is_strict: bool) -> Result<()> {
    let files = content::files(folder)?;
    let problems = greenroom_packs::lint(&files, SystemClock.now());
    let questions = greenroom_packs::load(&files).bank.len();
    let count = |wanted: Severity| problems.iter().filter(|problem| problem.severity == wanted).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let paper = Paper::stdout();
    match format {
        Format::Json => {
            let rows: Vec<_> = problems.iter().map(problem_json).collect();
            paper.line(&serde_json::to_string_pretty(&rows)?);
        }
        Format::Text => {
            for problem in &problems {
                print_problem(&paper, problem);
            }
            paper.line(&format!("{questions} questions, {errors} errors, {warnings} warnings"));
        }
    }
    if errors > 0 || (is_strict && warnings > 0) {
        return Err(Stop::new(Exit::BadInput, String::new()).into());
    }
    Ok(())
}

fn print_problem(paper: &Paper, problem: &Problem) {
    let word = match problem.severity {
        Severity::Error => paper.bad("error"),
        Severity::Warning => paper.middling("warning"),
    };
    let place = paper.strong(&format!("{}:{}:{}", problem.file, problem.line, problem.column));
    paper.line(&format!("{place}: {word}[{}]: {}", problem.code, problem.message));
    if !problem.help.is_empty() {
        paper.indented("  ", &problem.help);
    }
}

fn problem_json(problem: &Problem) -> serde_json::Value {
    json!({
        "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
        "file": problem.file, "line": problem.line, "column": problem.column,
        "code": problem.code, "message": problem.message, "help": problem.help,
    })
}
