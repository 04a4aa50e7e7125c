//! `greenroom evaluate`: the command that other programs rely on.

use serde_json::{Value, json};

use crate::run::{GOOD, Ran, greenroom, greenroom_reading};

const ASK: [&str; 5] = ["evaluate", "--question", "caching", "--format", "json"];

fn evaluated(answer: impl AsRef<[u8]>) -> Value {
    greenroom_reading(&ASK, answer).ok().json()
}

fn batch(lines: &[Value]) -> Ran {
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    greenroom_reading(&["evaluate", "--batch", "-"], text.join("\n"))
}

/// The keys that programs rely on, with their forms.
#[track_caller]
fn has_stable_form(evaluation: &Value) {
    let score = &evaluation["score"];
    assert!(score.is_null() || score.as_u64().is_some_and(|score| score <= 100), "{evaluation}");
    let verdict = evaluation["verdict"].as_str().expect("a verdict");
    assert_eq!(verdict == "scored", !score.is_null(), "{evaluation}");
    assert!(evaluation["engine"].is_object(), "{evaluation}");
    for point in evaluation["key_points"].as_array().expect("key points") {
        let verdict = point["verdict"].as_str().expect("a verdict");
        assert!(["covered", "partial", "missing", "contradicted"].contains(&verdict), "{point}");
        assert!(point["id"].is_string(), "{point}");
    }
    assert!(evaluation["misconceptions"].is_array(), "{evaluation}");
}

#[test]
fn a_good_answer_scores_with_evidence() {
    let evaluation = evaluated(GOOD);
    has_stable_form(&evaluation);
    assert!(evaluation["score"].as_u64() >= Some(60), "{evaluation}");
    let points = evaluation["key_points"].as_array().expect("key points");
    let covered: Vec<&Value> = points.iter().filter(|point| point["verdict"] == "covered").collect();
    assert!(covered.len() >= 3, "{evaluation}");
    for point in covered {
        let evidence = &point["evidence"][0];
        let at =
            |key: &str| usize::try_from(evidence[key].as_u64().expect("an offset")).expect("it is small");
        assert_eq!(GOOD.get(at("start")..at("end")), evidence["quote"].as_str(), "{point}");
    }
}

#[test]
fn the_same_answer_gets_the_same_evaluation() {
    assert_eq!(evaluated(GOOD), evaluated(GOOD));
}

#[test]
fn an_answer_comes_from_a_file_or_from_standard_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answer.txt");
    std::fs::write(&file, GOOD).expect("it is written");
    let file = file.to_str().expect("UTF-8");
    let from_file = greenroom(&["evaluate", "--question", "caching", file, "--format", "json"]).ok().json();
    assert_eq!(from_file, evaluated(GOOD));
    let dash =
        greenroom_reading(&["evaluate", "--question", "caching", "-", "--format", "json"], GOOD).ok().json();
    assert_eq!(dash, evaluated(GOOD));
}

#[test]
fn a_person_reads_what_was_heard_and_what_to_change() {
    let ran = greenroom_reading(
        &["evaluate", "--question", "caching"],
        "A cache keeps a copy of data in fast memory.",
    )
    .ok();
    assert!(ran.out.contains("of 100"), "{}", ran.out);
    assert!(ran.out.contains("not heard"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "colour goes to a terminal only: {}", ran.out);
}

#[test]
fn what_cannot_be_graded_says_why() {
    let cases: [(&[u8], &str); 6] = [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\u{200b}\u{feff}".as_bytes(), "empty"),
        (b"redis", "too_short"),
        (b"I don't know", "does_not_know"),
        ("Ein Cache speichert eine Kopie der Daten, damit man sie nicht noch einmal berechnen muss, und er hat eine \
          begrenzte Lebensdauer, nach der die Werte wieder aus der Datenbank geladen werden."
            .as_bytes(),
         "another_language"),
    ];
    for (answer, reason) in cases {
        let evaluation = evaluated(answer);
        has_stable_form(&evaluation);
        assert_eq!(evaluation["score"], Value::Null, "{}", String::from_utf8_lossy(answer));
        assert_eq!(
            evaluation["verdict"],
            format!("cannot_score:{reason}"),
            "{}",
            String::from_utf8_lossy(answer)
        );
    }
}

#[test]
fn strange_text_is_evaluated_or_refused_never_a_crash() {
    let right_to_left = "\u{202e}".to_owned() + GOOD;
    let with_control = GOOD.replace(' ', "\u{7}\u{1b}[31m ");
    let emoji = GOOD.replace('.', " 🦀👨‍👩‍👧‍👦🇩🇪.");
    let html = format!("<script>alert(1)</script>{GOOD}<img src=x onerror=alert(1)>");
    let sql = format!("'; DROP TABLE evaluations; -- {GOOD}");
    let random: Vec<u8> = (0u32..20_000).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let utf16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin1: Vec<u8> = GOOD.bytes().chain([0xe9, 0xff, 0xc0]).collect();
    let inputs: [&[u8]; 8] = [
        right_to_left.as_bytes(),
        with_control.as_bytes(),
        emoji.as_bytes(),
        html.as_bytes(),
        sql.as_bytes(),
        &random,
        &utf16,
        &latin1,
    ];
    for input in inputs {
        has_stable_form(&evaluated(input));
        let text = greenroom_reading(&["evaluate", "--question", "caching"], input).ok().out;
        assert!(
            !text.contains('\u{1b}') && !text.contains('\u{7}'),
            "control characters reach the terminal: {text:?}"
        );
    }
    for good in [&html, &sql, &emoji] {
        assert!(evaluated(good)["score"].as_u64() >= Some(40), "{}", evaluated(good));
    }
}

#[test]
fn ten_megabytes_are_answered_soon() {
    let started = std::time::Instant::now();
    for text in [
        GOOD.repeat(10 * 1024 * 1024 / GOOD.len()),
        "a".repeat(10 * 1024 * 1024),
        "\n".repeat(10 * 1024 * 1024),
    ] {
        has_stable_form(&evaluated(text));
    }
    // A release build takes a second for each; this is a build without optimisation, perhaps on a busy machine.
    let bound = if cfg!(debug_assertions) { 240 } else { 20 };
    assert!(started.elapsed().as_secs() < bound, "{:?}", started.elapsed());
}

#[test]
fn an_unknown_question_is_named_with_those_that_come_close() {
    let ran = greenroom_reading(&["evaluate", "--question", "cachin"], GOOD).ended(4);
    assert!(ran.err.contains("'cachin'") && ran.err.contains("bank list"), "{}", ran.err);
    let ran = greenroom_reading(&["evaluate", "--question", "sql-and-nosql"], GOOD).ended(4);
    assert!(ran.err.contains("sql-vs-nosql"), "{}", ran.err);
    let ran = greenroom_reading(&["evaluate", "--question", "\u{1b}[31m<b>"], GOOD).ended(4);
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    assert!(ran.out.is_empty(), "{}", ran.out);
}

#[test]
fn an_answer_file_that_is_not_there_is_named() {
    let ran = greenroom(&["evaluate", "--question", "caching", "no-such-file.txt"]).ended(4);
    assert!(ran.err.contains("no-such-file.txt"), "{}", ran.err);
    let ran = greenroom(&["evaluate", "--batch", "no-such-file.jsonl"]).ended(4);
    assert!(ran.err.contains("no-such-file.jsonl"), "{}", ran.err);
}

#[test]
fn a_batch_gives_one_line_for_each_line_in_order() {
    let ran = batch(&[
        json!({ "id": "a", "question": "caching", "answer": GOOD }),
        json!({ "id": 7, "question": "caching", "answer": "" }),
        json!({ "question": "caching", "answer": GOOD }),
        json!({ "id": "own", "prompt": "What is a mutex?", "reference": "A lock that only one thread holds at a time, so that \
                 two threads never change the same data at once.", "answer": "It's a lock. Only one thread can hold it, so \
                 threads do not change the data at the same time." }),
    ])
    .ok();
    let lines = ran.json_lines();
    assert_eq!(lines.len(), 4, "{}", ran.out);
    for line in &lines {
        has_stable_form(line);
    }
    assert_eq!((&lines[0]["id"], &lines[1]["id"], &lines[3]["id"]), (&json!("a"), &json!(7), &json!("own")));
    assert!(lines[2].get("id").is_none_or(Value::is_null), "{}", lines[2]);
    assert_eq!(lines[0]["score"], lines[2]["score"]);
    assert!(lines[3]["score"].as_u64() > Some(30), "{}", lines[3]);
    assert_ne!(
        lines[0]["engine"], lines[3]["engine"],
        "a question without a rubric says that this is weaker"
    );
}

#[test]
fn bad_lines_of_a_batch_say_why_and_hide_no_other() {
    let input: Vec<&[u8]> = vec![
        br#"{"id": 1, "question": "caching", "answer": "A cache keeps a copy of data so that it is quick to get again."}"#,
        b"",
        b"not json",
        br#"{"id": 2, "question": "no-such-question", "answer": "x"}"#,
        br#"{"id": 3, "answer": "x"}"#,
        br#"{"id": 4, "question": "caching"}"#,
        br#"{"id": 5, "question": "caching", "answer": 7}"#,
        b"[1, 2]",
        b"{\"id\": 6, \"question\": \"caching\", \"answer\": \"caf\xff\"}",
        b"\x00\x01\x02",
        br#"{"id": 8, "question": "caching", "answer": "A cache keeps a copy of data so that it is quick to get again."}"#,
    ];
    let ran = greenroom_reading(&["evaluate", "--batch", "-"], input.join(&b'\n')).ended(3);
    let lines = ran.json_lines();
    assert_eq!(lines.len(), 10, "one for each line that is not blank:\n{}", ran.out);
    assert!(lines[0]["score"].is_u64() && lines[9]["score"].is_u64(), "{}", ran.out);
    for (at, number) in [(1, 3), (2, 4), (3, 5), (4, 6), (5, 7), (6, 8), (8, 10)] {
        assert_eq!(lines[at]["line"], number, "{}", lines[at]);
        assert!(lines[at]["error"].as_str().is_some_and(|error| !error.is_empty()), "{}", lines[at]);
        assert_eq!(lines[at]["score"], Value::Null, "{}", lines[at]);
    }
    assert!(
        lines[2]["error"].as_str().is_some_and(|error| error.contains("no-such-question")),
        "{}",
        lines[2]
    );
    assert_eq!(
        (&lines[2]["id"], &lines[3]["id"]),
        (&json!(2), &json!(3)),
        "a bad line still says which one it is"
    );
    assert!(ran.err.contains("7 of 11"), "{}", ran.err);
}

#[test]
fn an_empty_batch_is_no_error() {
    let ran = greenroom_reading(&["evaluate", "--batch", "-"], "").ok();
    assert!(ran.out.is_empty(), "{}", ran.out);
    greenroom_reading(&["evaluate", "--batch", "-"], "\n\n").ok();
}

#[test]
fn wrong_usage_says_what_is_right() {
    for arguments in [
        vec!["evaluate"],
        vec!["evaluate", "--question", "caching", "--batch", "-"],
        vec!["evaluate", "--question", "caching", "--format", "xml"],
        vec!["evaluate", "--qestion", "caching"],
    ] {
        let ran = greenroom(&arguments).ended(2);
        assert!(
            ran.err.contains("Usage") || ran.err.contains("possible values"),
            "{arguments:?}: {}",
            ran.err
        );
    }
}

#[test]
fn nothing_is_stored() {
    let program = crate::run::program();
    let ran: Ran = program.run_with_input(&ASK, GOOD.as_bytes()).expect("it runs").into();
    ran.ok();
    let left: Vec<_> = std::fs::read_dir(program.home()).expect("a home").collect();
    assert!(left.is_empty(), "{left:?}");
}
