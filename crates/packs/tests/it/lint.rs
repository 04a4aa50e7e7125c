//! What the linter says about content that loads.

use greenroom_core::Timestamp;
use greenroom_packs::{PackFiles, Problem, lint};

use crate::pack::{GOOD, PATH, pack};

/// 26 November 2026.
fn today() -> Timestamp {
    Timestamp::from_millis(1_795_651_200_000)
}

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

/// What replacing the first text in the good file by the second adds to its problems: code and line.
#[track_caller]
fn added(from: &str, to: &str) -> Vec<(&'static str, usize)> {
    assert!(GOOD.contains(from), "`{from}` is not in the good file");
    let before = lint(&pack(&[(PATH, GOOD)]), today());
    let after = lint(&pack(&[(PATH, &GOOD.replacen(from, to, 1))]), today());
    let is_new = |problem: &&Problem| {
        !before.iter().any(|old| old.code == problem.code && old.message == problem.message)
    };
    after.iter().filter(is_new).map(|problem| (problem.code, problem.line)).collect()
}

#[track_caller]
fn holds(found: &[(&'static str, usize)], want: (&'static str, usize)) {
    assert!(found.contains(&want), "{want:?} is not in {found:?}");
}

#[test]
fn too_little_of_anything_is_an_error() {
    let problems = lint(&pack(&[(PATH, GOOD)]), today());
    assert_eq!(
        codes(&problems),
        [
            "bar-count",
            "key-point-count",
            "keywords-score",
            "model-answer-misses",
            "heard-as-count",
            "alternative-count",
            "alternative-count",
            "model-answer-misses",
            "heard-as-count",
            "alternative-count",
            "alternative-count",
            "alternative-count",
            "misconception-count",
            "heard-as-count",
            "hint-count",
            "mistake-count",
            "choice-count",
            "follow-up-count",
            "source-count",
            "answer-length",
        ],
        "{problems:#?}"
    );
}

#[test]
fn wording_is_checked() {
    assert_eq!(added("keep, remember]", "k*p, remember]"), [("bad-alternative", 18)]);
    assert_eq!(added("keep, remember]", "\"keep it\", remember]"), [("lost-quotes", 18)]);
    assert_eq!(added("keep, remember]", "'\"keep it\"', remember]"), []);
    let again = "      - it stores the result so you do not compute it twice\n    pool:";
    holds(&added("      - the browser and the cdn cache too\n    pool:", again), ("repeated-sentence", 29));
    let glossary = "rewrites: {database: [db]}\nopposites: []\nknown: []\n";
    let hidden = pack(&[(PATH, &GOOD.replace("keep, remember]", "keep, =db]")), ("glossary.yaml", glossary)]);
    assert!(codes(&lint(&hidden, today())).contains(&"hidden-alternative"));
}

#[test]
fn dates_are_compared_with_today() {
    assert_eq!(added("verified: 2026-11-25", "verified: 2025-11-01"), [("stale-check", 70)]);
    assert_eq!(added("verified: 2026-11-25", "verified: 2026-11-27"), []);
    assert_eq!(added("verified: 2026-11-25", "verified: 2026-11-28"), [("future-check", 70)]);
}

#[test]
fn rubrics_are_tried() {
    // The model answer says nothing of where caches are.
    let problems = lint(&pack(&[(PATH, GOOD)]), today());
    let missed: Vec<_> =
        problems.iter().filter(|p| p.code == "model-answer-misses").map(|p| p.line).collect();
    assert_eq!(missed, [10, 23]);
    let answer = "A cache keeps results.\n\nA cache is always faster.";
    holds(&added("A cache keeps results.\n", answer), ("model-answer-misconception", 72));
    assert_eq!(
        added("      - a cache is always faster", "      - bananas are yellow"),
        [("misconception-not-heard", 41)]
    );
}

#[test]
fn a_prompt_must_not_score() {
    let told = "prompt: A cache keeps results so that they need not be computed again. There are caches in the browser and a CDN.";
    let problems =
        lint(&pack(&[(PATH, &GOOD.replacen("prompt: When does a cache help?", told, 1))]), today());
    // The engine gives nothing for words of the prompt, so that even this prompt earns nothing.
    assert!(!codes(&problems).contains(&"prompt-scores"), "{problems:#?}");
}

#[test]
fn questions_are_compared_with_each_other() {
    let related = GOOD.replace("\nhere:", "\nrelated: [caching, gone]\nhere:");
    let other = GOOD
        .replace("id: caching", "id: cache-use")
        .replace("When does a cache help?", "When does a cache really help?");
    let problems = lint(&pack(&[(PATH, &related), ("questions/data/cache-use.md", &other)]), today());
    let found = |code| {
        problems.iter().filter(move |p| p.code == code).map(|p| (p.file.as_str(), p.line)).collect::<Vec<_>>()
    };
    assert_eq!(found("self-reference"), [(PATH, 64)]);
    assert_eq!(found("dead-reference"), [(PATH, 64)]);
    assert_eq!(found("near-duplicate-prompt"), [(PATH, 3)]);
}

#[test]
fn problems_of_loading_are_among_them() {
    let nothing = lint(&PackFiles::default(), today());
    assert_eq!(codes(&nothing), ["missing-glossary", "no-questions"]);
    let glossary = "rewrites: {sql: [sequel], sequel: [squeal]}\nopposites: []\nknown: []\n";
    assert!(
        codes(&lint(&pack(&[(PATH, GOOD), ("glossary.yaml", glossary)]), today())).contains(&"rewrite-chain")
    );
}
