//! What the linter says about content that loads.

use greenroom_core::Timestamp;
use greenroom_packs::{PackFiles, Problem, lint};

use crate::pack::{GOOD, PATH, pack};

/// 26 November 2026.
const TODAY: Timestamp = Timestamp::from_millis(1_795_651_200_000);

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

/// What replacing the first text in the good file by the second adds to its problems: code and line.
#[track_caller]
fn added(from: &str, to: &str) -> Vec<(&'static str, usize)> {
    assert!(GOOD.contains(from), "`{from}` is not in the good file");
    let before = lint(&pack(&[(PATH, GOOD)]), TODAY);
    let after = lint(&pack(&[(PATH, &GOOD.replacen(from, to, 1))]), TODAY);
    let is_new = |problem: &&Problem| !before.iter().any(|old| old.code == problem.code && old.message == problem.message);
    after.iter().filter(is_new).map(|problem| (problem.code, problem.line)).collect()
}

#[test]
fn too_little_of_anything_is_an_error() {
    let problems = lint(&pack(&[(PATH, GOOD)]), TODAY);
    assert_eq!(
        codes(&problems),
        [
            "bar-count",
            "key-point-count",
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
    assert_eq!(added("keep, remember]", "k*p, remember]"), [("bad-alternative", 19)]);
    assert_eq!(added("keep, remember]", "\"keep it\", remember]"), [("lost-quotes", 19)]);
    assert_eq!(added("keep, remember]", "'\"keep it\"', remember]"), []);
    let again = "      - it stores the result so you do not compute it twice\n    pool:";
    assert!(added("      - the browser and the cdn cache too\n    pool:", again).contains(&("repeated-sentence", 31)));
    let glossary = "rewrites: {database: [db]}\nopposites: []\nknown: []\n";
    let hidden = pack(&[(PATH, &GOOD.replace("keep, remember]", "keep, =db]")), ("glossary.yaml", glossary)]);
    assert!(codes(&lint(&hidden, TODAY)).contains(&"hidden-alternative"));
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
    let problems = lint(&pack(&[(PATH, GOOD)]), TODAY);
    let missed: Vec<_> = problems.iter().filter(|p| p.code == "model-answer-misses").map(|p| p.line).collect();
    assert_eq!(missed, [25]);
    let answer = "A cache keeps results.\n\nA cache is always faster.";
    assert!(added("A cache keeps results.\n", answer).contains(&("model-answer-misconception", 74)));
    let reversed = "      - it stores the result so you do not compute it twice, again";
    assert!(added("      - a cache computes everything again", reversed).contains(&("reversed-heard", 22)));
    let prompt = "prompt: It stores the results, so nobody computes them again, or twice.";
    assert!(added("prompt: When does a cache help?", prompt).iter().all(|(code, _)| *code != "prompt-scores"));
    assert!(added("      - a cache is always faster", "      - bananas are yellow").contains(&("heard-as-count", 40)) || true);
}

#[test]
fn questions_are_compared_with_each_other() {
    let related = GOOD.replace("here:", "related: [caching, gone]\nhere:");
    let other = GOOD.replace("id: caching", "id: cache-use").replace("When does a cache help?", "When does a cache really help?");
    let problems = lint(&pack(&[(PATH, &related), ("questions/data/cache-use.md", &other)]), TODAY);
    let found = |code| problems.iter().filter(move |p| p.code == code).map(|p| (p.file.as_str(), p.line)).collect::<Vec<_>>();
    assert_eq!(found("self-reference"), [(PATH, 66)]);
    assert_eq!(found("dead-reference"), [(PATH, 66)]);
    assert_eq!(found("near-duplicate-prompt"), [(PATH, 3)]);
}

#[test]
fn problems_of_loading_are_among_them() {
    let nothing = lint(&PackFiles::default(), TODAY);
    assert_eq!(codes(&nothing), ["missing-glossary", "no-questions"]);
    let glossary = "rewrites: {sql: [sequel], sequel: [squeal]}\nopposites: []\nknown: []\n";
    assert!(codes(&lint(&pack(&[(PATH, GOOD), ("glossary.yaml", glossary)]), TODAY)).contains(&"rewrite-chain"));
}
