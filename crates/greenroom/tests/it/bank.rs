//! `greenroom bank`: looking at the questions, and checking content.

use std::path::Path;

use crate::run::{Ran, greenroom, program};

#[test]
fn the_questions_are_listed_and_filtered() {
    let all = greenroom(&["bank", "list", "--format", "json"]).ok().json();
    let all = all.as_array().expect("a list");
    assert!(all.len() >= 30, "{}", all.len());
    for question in all {
        for key in ["id", "prompt", "level", "topics", "technologies", "kind", "minutes"] {
            assert!(!question[key].is_null(), "{key}: {question}");
        }
    }
    let beginner = greenroom(&["bank", "list", "--level", "beginner", "--format", "json"]).ok().json();
    let beginner = beginner.as_array().expect("a list");
    assert!(!beginner.is_empty() && beginner.len() < all.len());
    assert!(beginner.iter().all(|question| question["level"] == "beginner"));
    let topic = greenroom(&["bank", "list", "--topic", "databases", "--format", "json"]).ok().json();
    assert!(topic.as_array().is_some_and(|found| found.len() >= 3), "{topic}");
    let words = greenroom(&["bank", "list", "optimistic", "locking", "--format", "json"]).ok().json();
    assert_eq!(words[0]["id"], "optimistic-vs-pessimistic-locking");
}

#[test]
fn nothing_found_is_no_error() {
    let ran = greenroom(&["bank", "list", "xyzzyplugh"]).ok();
    assert!(ran.out.contains("0 questions"), "{}", ran.out);
    assert_eq!(
        greenroom(&["bank", "list", "xyzzyplugh", "--format", "json"]).ok().json(),
        serde_json::json!([])
    );
}

#[test]
fn a_filter_that_does_not_exist_is_wrong_usage() {
    for (flag, word) in [("--level", "expert"), ("--kind", "riddle"), ("--topic", "No Topic!")] {
        let ran = greenroom(&["bank", "list", flag, word]).ended(2);
        assert!(ran.err.contains(word), "{}", ran.err);
    }
}

#[test]
fn a_question_is_shown_without_its_answer_at_first() {
    let shown = greenroom(&["bank", "show", "caching"]).ok().out;
    assert!(shown.contains("--answer"), "{shown}");
    let answer = greenroom(&["bank", "show", "caching", "--answer"]).ok().out;
    assert!(answer.len() > 2 * shown.len(), "{answer}");
    let json = greenroom(&["bank", "show", "caching", "--format", "json"]).ok().json();
    assert!(json.get("answer").is_none() && json.get("key_points").is_none(), "{json}");
    let json = greenroom(&["bank", "show", "caching", "--answer", "--format", "json"]).ok().json();
    assert!(json["key_points"].as_array().is_some_and(|points| points.len() >= 5), "{json}");
    assert!(greenroom(&["bank", "show", "no-such"]).ended(4).err.contains("no-such"));
}

#[test]
fn the_built_in_content_is_without_errors() {
    let ran = greenroom(&["bank", "lint"]).ok();
    assert!(ran.out.contains(" 0 errors"), "{}", ran.out);
}

/// Copies the content of the repository, so that a test can break it.
fn copy_of_content(to: &Path) {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"), to);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("it is there") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("it is copied");
        }
    }
}

fn lint(folder: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["bank", "lint", "--content", folder.to_str().expect("UTF-8")];
    arguments.extend(more);
    greenroom(&arguments)
}

#[test]
fn every_problem_is_named_with_file_and_line_and_none_is_skipped() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    copy_of_content(&content);
    let caching = content.join("questions/caching/caching.md");
    let text = std::fs::read_to_string(&caching).expect("it is there");
    let questions = content.join("questions");
    // Wrong YAML; line 3 of the file is the one with the fault.
    std::fs::write(
        questions.join("caching/broken.md"),
        "---\nid: broken\nprompt: [unclosed\nlevel: beginner\n---\nText.\n",
    )
    .expect("written");
    // An unknown key.
    std::fs::write(
        questions.join("caching/extra.md"),
        text.replace("id: caching\n", "id: extra\ncolour: red\n"),
    )
    .expect("written");
    // The same id twice.
    std::fs::write(questions.join("caching/twin.md"), &text).expect("written");
    // No model answer.
    let (front, _) = text.rsplit_once("\n---\n").expect("front matter");
    std::fs::write(
        questions.join("caching/silent.md"),
        format!("{}\n---\n", front.replace("id: caching\n", "id: silent\n")),
    )
    .expect("written");
    // Neither text nor UTF-8.
    std::fs::write(questions.join("caching/binary.md"), [0xff, 0xfe, 0x00, 0x01]).expect("written");
    // Nothing.
    std::fs::write(questions.join("caching/empty.md"), "").expect("written");

    let ran = lint(&content, &["--format", "json"]).ended(3);
    let problems = ran.json();
    let errors: Vec<_> = problems
        .as_array()
        .expect("a list")
        .iter()
        .filter(|problem| problem["severity"] == "error")
        .collect();
    let about = |file: &str| {
        let found: Vec<_> = errors
            .iter()
            .filter(|problem| problem["file"].as_str().is_some_and(|name| name.ends_with(file)))
            .collect();
        assert!(!found.is_empty(), "nothing is said about {file} in:\n{}", ran.out);
        for problem in &found {
            assert!(problem["line"].as_u64() >= Some(1), "{problem}");
            assert!(problem["message"].as_str().is_some_and(|message| !message.is_empty()), "{problem}");
        }
        found
    };
    let broken = about("broken.md");
    assert!(
        broken.iter().any(|problem| (3..=5).contains(&problem["line"].as_u64().unwrap_or(0))),
        "{broken:?}"
    );
    let extra = about("extra.md");
    assert!(
        extra.iter().any(|p| p["message"].as_str().is_some_and(|m| m.contains("colour")) && p["line"] == 3),
        "{extra:?}"
    );
    let twins = errors.iter().filter(|p| {
        p["message"].as_str().is_some_and(|m| m.contains("caching"))
            && p["file"].as_str().is_some_and(|f| f.contains("twin.md") || f.ends_with("caching.md"))
    });
    assert!(twins.count() >= 1, "{}", ran.out);
    about("silent.md");
    about("binary.md");
    about("empty.md");

    let text = lint(&content, &[]).ended(3).out;
    for file in ["broken.md:", "extra.md:3", "silent.md:", "binary.md:", "empty.md:"] {
        assert!(text.contains(file), "{file} is missing in:\n{text}");
    }
}

#[test]
fn content_that_is_not_there_is_named() {
    let ran = lint(Path::new("/no/such/content"), &[]).ended(3);
    assert!(ran.err.contains("/no/such/content"), "{}", ran.err);
    let empty = tempfile::tempdir().expect("a folder");
    let ran: Ran = program()
        .run(["bank", "list", "--content", empty.path().to_str().expect("UTF-8")])
        .expect("it runs")
        .into();
    assert!(ran.ended(3).err.contains("bank lint"));
}

#[test]
fn good_questions_stay_usable_beside_bad_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    copy_of_content(&content);
    std::fs::write(content.join("questions/caching/broken.md"), "---\nid: [\n---\n").expect("written");
    let list =
        greenroom(&["bank", "list", "--format", "json", "--content", content.to_str().expect("UTF-8")]);
    let list = list.ok();
    assert!(list.json().as_array().is_some_and(|found| found.len() >= 30), "{}", list.out);
    assert!(list.err.contains("broken.md"), "the file that was left out is named: {}", list.err);
}

#[test]
fn an_answer_is_tried_and_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answer.txt");
    std::fs::write(&file, "A cache keeps a copy of the result close by, so the next read is quick.")
        .expect("written");
    let path = file.to_str().expect("a path");
    let ran = greenroom(&["bank", "try", "caching", path]).ok();
    assert!(ran.out.contains("copy-kept-close") && ran.out.contains("nearest sentence"), "{}", ran.out);
    assert!(greenroom(&["bank", "try", "no-such", path]).ended(4).err.contains("no-such"));
}

#[test]
fn gaps_name_the_answers_in_which_a_key_point_is_not_heard() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answers.txt");
    let path = file.to_str().expect("a path");
    std::fs::write(&file, "A cache keeps a copy close by.\n---\nIt expires after some time.\n")
        .expect("written");
    let ran = greenroom(&["bank", "gaps", "caching", "--answers", path]).ok();
    assert!(ran.out.contains("copy-kept-close heard in 1 of 2"), "{}", ran.out);
    let json = greenroom(&["bank", "gaps", "caching", "--answers", path, "--format", "json"]).ok().json();
    assert_eq!(json.as_array().map(Vec::len), Some(2), "{json}");

    std::fs::write(&file, "{\"answer\": \"x\"}\n{oops\n").expect("written");
    assert!(greenroom(&["bank", "gaps", "caching", "--answers", path]).ended(3).err.contains("line 2"));
    std::fs::write(&file, "").expect("written");
    assert!(greenroom(&["bank", "gaps", "caching", "--answers", path]).ended(3).err.contains("no answer"));
}
