//! Broken files, and exactly what is said about each.

use greenroom_packs::{PackFiles, load};
use proptest::prelude::*;

use crate::pack::{GOOD, PATH, pack, problems};

/// Code, line and column of each problem.
type Want<'a> = &'a [(&'static str, usize, usize)];

/// For each case replaces the first text in the good file by the second and expects these problems, besides that no
/// question is left.
#[track_caller]
fn check(cases: &[(&str, &str, Want<'_>)]) {
    let mut wrong = String::new();
    for (from, to, want) in cases {
        assert!(GOOD.contains(from), "`{from}` is not in the good file");
        let mut found = problems(&pack(&[(PATH, &GOOD.replacen(from, to, 1))]));
        assert_eq!(found.remove(0), ("no-questions", 0, 0), "an error leaves the file out");
        if found != *want {
            wrong += &format!("for `{to}`: {found:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_good_file_is_good() {
    let loaded = load(&pack(&[(PATH, GOOD)]));
    assert_eq!(loaded.problems, []);
    let question = loaded.bank.get("caching").expect("it was loaded");
    assert_eq!(question.answer, "A cache keeps results.");
    assert_eq!(question.here[0].at, "/questions");
    let (rubric, revision) = &loaded.rubrics["caching"];
    assert_eq!((rubric.key_points.len(), revision.len()), (2, 16));
}

#[test]
fn values_are_checked() {
    check(&[
        ("level: beginner", "level: easy", &[("bad-word", 4, 8)][..]),
        ("level: beginner", "level: [beginner]", &[("wrong-type", 4, 8)]),
        ("level: beginner", "level:", &[("empty-text", 4, 6)]),
        ("kind: concept", "kind: yes", &[("bad-word", 7, 7)]),
        ("minutes: 3", "minutes: 16", &[("bad-number", 8, 10)]),
        ("minutes: 3", "minutes: 3.5", &[("bad-number", 8, 10)]),
        ("minutes: 3", "minutes: -3", &[("bad-number", 8, 10)]),
        ("weight: 3", "weight: 4", &[("bad-number", 11, 13)]),
        ("bar: junior", "bar: Junior", &[("bad-word", 12, 10)]),
        ("id: caching", "id: Caching", &[("bad-slug", 2, 5)]),
        ("topics: [data, reliability]", "topics: [data, Relia_bility]", &[("bad-slug", 5, 16)]),
        ("topics: [data, reliability]", "topics: [data, data]", &[("repeated-entry", 5, 9)]),
        ("topics: [data, reliability]", "topics: data", &[("wrong-type", 5, 9)]),
        ("correct: true", "correct: yes", &[("correct-count", 52, 7), ("bad-flag", 53, 18)]),
        ("correct: true", "correct: false", &[("correct-count", 52, 7)]),
        ("text: The value was old.", "text: The value was there.", &[("repeated-option", 58, 9)]),
        ("verified: 2026-11-25", "verified: 2026-02-30", &[("bad-date", 70, 11)]),
        ("url: https://www", "url: www", &[("bad-url", 69, 10)]),
        ("need: 2", "need: 4", &[("bad-number", 31, 13)]),
        ("tip: Measure", "practicals: [labs/x]\ntip: Measure", &[("bad-practical", 48, 13)]),
    ]);
}

#[test]
fn keys_are_checked() {
    check(&[
        ("tip: Measure", "tips: Measure", &[("missing-key", 2, 1), ("unknown-key", 48, 1)][..]),
        ("tip: Measure", "tip: One.\ntip: Measure", &[("duplicate-key", 49, 1)]),
        ("    why: Reads come far more often than writes.\n", "", &[("missing-key", 10, 5)]),
        ("        - [process]", "        - []", &[("empty-list", 35, 11)]),
        ("hints:\n  - Think of reads.", "hints: []", &[("empty-list", 43, 8)]),
        (
            "    concepts:\n",
            "    pool: {need: 1, of: [[a]]}\n    concepts:\n",
            &[("concepts-and-pool", 17, 11)],
        ),
        ("  - id: places", "  - id: saves-work", &[("repeated-name", 10, 3)]),
    ]);
}

#[test]
fn the_file_itself_is_checked() {
    check(&[
        ("---\nid", "--\nid", &[("no-front-matter", 1, 1)][..]),
        ("---\nA cache", "A cache", &[("open-front-matter", 1, 1)]),
        ("A cache keeps results.\n", "", &[("no-answer", 71, 1)]),
        ("---\nid", "\u{feff}---\nid", &[("bom", 1, 1)]),
        ("minutes: 3", "minutes:\t3", &[("tab", 8, 9)]),
        ("tip: Measure the hit rate.", "tip: Measure: the hit rate.", &[("yaml-syntax", 48, 13)]),
        ("tip: Measure the", "tip: *measure the", &[("yaml-syntax", 48, 6)]),
        ("id: caching", "id: cachings", &[("id-not-file-name", 2, 5)]),
        ("topics: [data, reliability]", "topics: [reliability, data]", &[("topic-not-folder", 5, 9)]),
    ]);
    let latin = PackFiles::from_memory([(PATH.to_owned(), b"---\nid: caf\xe9\n---\n".to_vec())]);
    assert_eq!(problems(&latin)[2], ("not-utf8", 2, 1));
}

#[test]
fn every_problem_of_a_file_is_listed() {
    let broken = GOOD
        .replace("level: beginner", "level: beginer")
        .replace("weight: 1", "weight: one")
        .replace("ask:", "aks:");
    let loaded = load(&pack(&[(PATH, &broken)]));
    let helps: Vec<&str> =
        loaded.problems.iter().map(|p| p.help.as_str()).filter(|help| !help.is_empty()).collect();
    assert_eq!(loaded.problems.len(), 2 + 4 * 2 + 1, "{:#?}", loaded.problems);
    assert_eq!(helps.iter().filter(|help| **help == "did you mean `ask`?").count(), 4);
    assert!(helps.contains(&"did you mean `beginner`?"));
}

#[test]
fn one_broken_file_does_not_keep_the_others_out() {
    let other = GOOD.replace("id: caching", "id: queues").replace("level: beginner", "level: x");
    let again = GOOD.replace("topics: [data", "topics: [net");
    let files = pack(&[
        (PATH, GOOD),
        ("questions/data/queues.md", &other),
        ("questions/net/caching.md", &again),
        ("questions/stray.md", GOOD),
        ("questions/data/deep/caching.md", GOOD),
        ("notes.txt", "x"),
        ("LICENSE", "x"),
        ("gold/caching.jsonl", "{}"),
    ]);
    let loaded = load(&files);
    assert_eq!(loaded.bank.len(), 1);
    let shown: Vec<_> = loaded.problems.iter().map(|p| (p.file.as_str(), p.code)).collect();
    assert_eq!(
        shown,
        [
            ("notes.txt", "unknown-file"),
            ("questions/data/deep/caching.md", "misplaced-file"),
            ("questions/data/queues.md", "bad-word"),
            ("questions/net/caching.md", "duplicate-id"),
            ("questions/stray.md", "misplaced-file"),
        ]
    );
    assert!(loaded.has_errors());
}

#[test]
fn the_glossary_is_checked() {
    for (text, want) in [
        ("", &[("wrong-type", 1, 1)][..]),
        ("rewrites: {}\nopposites: []\n", &[("missing-key", 1, 1)]),
        ("rewrites: {sql: [sequel, s q l]}\nopposites: [{one: [a], other: [b]}]\nknown: [no, 7]\n", &[]),
        (
            "rewrites: {sql: [sequel], mysql: [Sequel]}\nopposites: []\nknown: []\n",
            &[("ambiguous-rewrite", 1, 35)],
        ),
        ("rewrites: {}\nopposites: [{one: [a b], other: [b]}]\nknown: []\n", &[("bad-opposite", 2, 13)]),
        ("rewrites: {sql: []}\nopposites: {}\nknown: []\n", &[("empty-list", 1, 17), ("wrong-type", 2, 12)]),
    ] {
        assert_eq!(problems(&pack(&[(PATH, GOOD), ("glossary.yaml", text)])), want, "{text}");
    }
    let without = PackFiles::from_memory([(PATH.to_owned(), GOOD.as_bytes().to_vec())]);
    assert_eq!(problems(&without), [("missing-glossary", 0, 0)]);
}

proptest! {
    #[test]
    fn any_bytes_are_taken(front in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut framed = b"---\n".to_vec();
        framed.extend(&front);
        framed.extend(b"\n---\nx\n");
        let files = [(PATH.to_owned(), front.clone()), ("questions/a/b.md".to_owned(), framed), ("glossary.yaml".to_owned(), front)];
        prop_assert!(load(&PackFiles::from_memory(files)).has_errors());
    }

    #[test]
    fn a_file_with_a_hole_is_taken(at in 0..GOOD.len(), length in 0..200_usize, with in "[\\[\\]{}:,\"'*&!|> \n-]{0,3}") {
        let end = (at + length).min(GOOD.len());
        let text = format!("{}{with}{}", &GOOD[..at], &GOOD[end..]);
        let loaded = load(&pack(&[(PATH, &text)]));
        prop_assert_eq!(loaded.bank.is_empty(), loaded.has_errors());
        for problem in &loaded.problems {
            prop_assert!(problem.line <= text.lines().count() + 1, "{}", problem);
        }
    }
}
