//! How quick grading is: all gold answers, one thread, nothing but grading.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use greenroom_grading::CompiledRubric;

use crate::report::root;

/// How long all answers are graded over and over.
const TIME: Duration = Duration::from_secs(3);

/// What was measured.
pub(crate) struct Grading {
    /// How many answers to how many questions.
    pub(crate) answers: usize,
    pub(crate) questions: usize,
    /// Mean length of an answer in characters.
    pub(crate) characters: usize,
    pub(crate) per_second: f64,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
    pub(crate) max: Duration,
    /// Loading and checking all content.
    pub(crate) loading: Duration,
    /// Compiling one rubric, median.
    pub(crate) compiling: Duration,
    /// The longest answer that the pages accept.
    pub(crate) longest: Duration,
}

/// Measures it.
pub(crate) fn measure() -> Result<Grading> {
    let started = Instant::now();
    let loaded = greenroom_packs::load(&greenroom_packs::embedded());
    let loading = started.elapsed();
    let mut compile_times = Vec::new();
    let mut work: Vec<(CompiledRubric, Vec<String>)> = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(root().join("content/gold"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(std::fs::DirEntry::path);
    for file in files {
        let path = file.path();
        let id = path.file_stem().and_then(|stem| stem.to_str()).context("a gold file has a name")?;
        let Some((rubric, _)) = loaded.rubrics.get(id) else { continue };
        let started = Instant::now();
        let compiled = CompiledRubric::compile(rubric, &loaded.glossary);
        compile_times.push(started.elapsed());
        work.push((compiled, answers(&std::fs::read_to_string(&path)?)?));
    }
    let all: Vec<(&CompiledRubric, &str)> = work
        .iter()
        .flat_map(|(rubric, answers)| answers.iter().map(move |answer| (rubric, answer.as_str())))
        .collect();
    let (first, text) = *all.first().context("there are no gold answers")?;
    let long: String = text.chars().cycle().take(20_000).collect();
    let started = Instant::now();
    std::hint::black_box(first.evaluate(&long));
    let longest = started.elapsed();

    let mut times = Vec::new();
    let started = Instant::now();
    while started.elapsed() < TIME {
        for (rubric, answer) in &all {
            let one = Instant::now();
            std::hint::black_box(rubric.evaluate(std::hint::black_box(answer)));
            times.push(one.elapsed());
        }
    }
    let per_second = times.len() as f64 / started.elapsed().as_secs_f64();
    times.sort_unstable();
    compile_times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    Ok(Grading {
        answers: all.len(),
        questions: work.len(),
        characters: all.iter().map(|(_, answer)| answer.chars().count()).sum::<usize>() / all.len(),
        per_second,
        p50: at(0.5),
        p99: at(0.99),
        max: at(1.0),
        loading,
        compiling: compile_times[compile_times.len() / 2],
        longest,
    })
}

fn answers(lines: &str) -> Result<Vec<String>> {
    let parse = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line)?;
        Ok(value["answer"].as_str().context("a gold line has an answer")?.to_owned())
    };
    lines.lines().filter(|line| !line.trim().is_empty()).map(parse).collect()
}
