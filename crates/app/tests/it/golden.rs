//! The golden answers of `content/gold`: written in many roles without sight of the rubrics, each with the grade of a fair
//! interviewer (0 to 5). Half of the questions are for development; the answers to the other half are not looked at when a
//! rubric or a constant is changed. docs/grading.md says what was seen of the other half nevertheless.

use std::path::Path;

use greenroom_app::{Catalog, evaluation};
use serde_json::Value;

use crate::bench::catalog;

/// The first twenty questions with golden answers; their rubrics were hardened over two rounds. On this half constants may
/// be tuned ...
const FIRST_DEVELOPMENT: &[&str] = &[
    "http-request-response-cycle",
    "tcp-vs-udp",
    "authn-vs-authz",
    "sql-injection",
    "sql-vs-nosql",
    "caching",
    "database-indexing",
    "message-queues",
    "idempotency",
    "optimistic-vs-pessimistic-locking",
];

/// ... and on this one not.
const FIRST_OTHER: &[&str] = &[
    "blue-green-deployment",
    "client-side-vs-server-side",
    "csrf",
    "database-connections",
    "implementing-rate-limiting",
    "load-balancing",
    "production-incident",
    "race-conditions",
    "rest-principles",
    "stateless-vs-stateful",
];

/// Of the thirty questions that came later, those on which constants may be tuned.
const LATER_DEVELOPMENT: &[&str] = &[
    "api-tests",
    "backup-and-recovery",
    "cap-and-consistency",
    "correlation-ids",
    "data-encryption",
    "debugging",
    "error-handling",
    "horizontal-vs-vertical-scaling",
    "jwt-and-oauth2",
    "purpose-of-a-database",
    "scalability",
    "securing-an-api",
    "ssr-vs-csr",
    "teamwork-conflict",
    "what-is-a-backend",
];

/// What must not be lost, for each half of each age. The bounds may only tighten: raise the agreement, lower the number of
/// answers outside their band.
const BOUNDS: [Bound; 4] = [
    Bound { is_first: true, is_development: true, r_min: 0.92, outside_max: 8 },
    Bound { is_first: true, is_development: false, r_min: 0.87, outside_max: 11 },
    Bound { is_first: false, is_development: true, r_min: 0.74, outside_max: 32 },
    Bound { is_first: false, is_development: false, r_min: 0.76, outside_max: 30 },
];

struct Bound {
    is_first: bool,
    is_development: bool,
    /// Agreement with the graders.
    r_min: f64,
    /// How many answers are outside their band today.
    outside_max: usize,
}

impl Bound {
    fn holds(&self, gold: &Gold) -> bool {
        let question = gold.question.as_str();
        let is_development =
            [FIRST_DEVELOPMENT, LATER_DEVELOPMENT].iter().any(|half| half.contains(&question));
        let is_first = [FIRST_DEVELOPMENT, FIRST_OTHER].iter().any(|half| half.contains(&question));
        (self.is_first, self.is_development) == (is_first, is_development)
    }
}

struct Gold {
    question: String,
    kind: String,
    grade: f64,
    answer: String,
}

fn gold() -> Vec<Gold> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/gold");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the golden answers").flatten().map(|f| f.path()).collect();
    files.sort();
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "jsonl")) {
        let question = file.file_stem().expect("a name").to_string_lossy().into_owned();
        for line in std::fs::read_to_string(file).expect("readable").lines() {
            let row: Value = serde_json::from_str(line).expect("a JSON object");
            let text = |key: &str| row[key].as_str().expect("a text").to_owned();
            let grade = row["grade"].as_f64().expect("a grade");
            all.push(Gold { question: question.clone(), kind: text("kind"), grade, answer: text("answer") });
        }
    }
    all
}

/// The score, 0 where it could not be graded.
fn score(catalog: &Catalog, gold: &Gold) -> f64 {
    let evaluation = catalog.evaluate(&gold.question, &gold.answer).expect("a known question");
    evaluation::total(&evaluation).map_or(0.0, f64::from)
}

/// The lowest and highest score that a kind of answer may get.
fn band(kind: &str) -> (f64, f64) {
    match kind {
        "strong" | "strong_other" => (65.0, 100.0),
        "spoken" | "plain" | "nonnative" => (55.0, 100.0),
        "partial" => (20.0, 90.0),
        "terse" => (10.0, 85.0),
        "vague" => (0.0, 30.0),
        "wrong" | "reversed" => (0.0, 40.0),
        "offtopic" => (0.0, 20.0),
        "heap" => (0.0, 10.0),
        other => panic!("no band for {other}"),
    }
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred answers")]
    let n = pairs.len() as f64;
    let mean = |pick: fn(&(f64, f64)) -> f64| pairs.iter().map(pick).sum::<f64>() / n;
    let (mx, my) = (mean(|p| p.0), mean(|p| p.1));
    let sum = |f: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| f(x - mx, y - my)).sum::<f64>();
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}

#[test]
fn answers_get_what_a_fair_interviewer_gives() {
    let catalog = catalog();
    let all = gold();
    let mut problems = Vec::new();
    for bound in &BOUNDS {
        let (mut pairs, mut outside) = (Vec::new(), Vec::new());
        for gold in all.iter().filter(|gold| bound.holds(gold)) {
            let score = score(&catalog, gold);
            pairs.push((score, gold.grade * 20.0));
            let (low, high) = band(&gold.kind);
            if score < low || score > high {
                outside.push(format!("{} {}: {score} is not in {low}..={high}", gold.question, gold.kind));
            }
        }
        let (r, name) =
            (correlation(&pairs), format!("first {}, development {}", bound.is_first, bound.is_development));
        println!("{name}: {} answers, r = {r:.3}, {} outside their band", pairs.len(), outside.len());
        if r < bound.r_min {
            problems.push(format!("{name}: agreement fell to {r:.3}"));
        }
        if outside.len() > bound.outside_max {
            problems.push(format!("{name}: {} outside their band:\n{}", outside.len(), outside.join("\n")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_same_answer_gets_the_same_evaluation() {
    let (one, other) = (catalog(), catalog());
    for gold in gold() {
        let twice = [&one, &other]
            .map(|catalog| catalog.evaluate(&gold.question, &gold.answer).expect("a known question"));
        assert_eq!(twice[0], twice[1]);
    }
}

#[test]
fn evidence_is_always_a_slice_of_the_answer() {
    let catalog = catalog();
    for gold in gold() {
        let evaluation = catalog.evaluate(&gold.question, &gold.answer).expect("a known question");
        let points = evaluation.key_points.iter().flat_map(|point| point.evidence.iter());
        let misconceptions = evaluation.misconceptions.iter().map(|heard| &heard.evidence);
        for span in points.chain(misconceptions) {
            assert!(
                span.quote(&gold.answer).is_some_and(|quote| !quote.trim().is_empty()),
                "{}",
                gold.question
            );
        }
    }
}
