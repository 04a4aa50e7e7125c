//! `greenroom interview`: a whole interview by standard input.

use greenroom_testkit::Program;

use crate::run::{GOOD, Ran, program};

const TAKE: [&str; 5] = ["interview", "--length", "short", "--topic", "caching"];

fn take(program: &Program, arguments: &[&str], typed: &str) -> Ran {
    let ran: Ran = program.run_with_input(arguments, typed.as_bytes()).expect("it runs").into();
    ran.ok()
}

/// Enough answers for every question and follow-up, then no question of one's own.
fn answers(count: usize) -> String {
    format!("{}\n\n", GOOD.replace('\n', " ")).repeat(count)
}

#[test]
fn an_interview_goes_from_the_greeting_to_the_notes() {
    let program = program();
    let ran = take(&program, &["interview", "--length", "short"], &answers(30));
    for part in ["Maya", "Question 1 of 3", "Question 3 of 3", "Notes on your take"] {
        assert!(ran.out.contains(part), "{part} is missing in:\n{}", ran.out);
    }
    assert!(!ran.out.contains('\u{1b}'), "colour goes to a terminal only");
}

#[test]
fn an_interview_that_was_left_is_resumed() {
    let program = program();
    let first = take(&program, &TAKE, &format!("{}/leave\n", answers(1)));
    assert!(first.out.contains("--resume"), "{}", first.out);
    assert!(!first.out.contains("Notes on your take"), "{}", first.out);
    let second = take(&program, &["interview", "--resume"], &answers(30));
    assert!(second.out.contains("Notes on your take"), "{}", second.out);
    assert!(second.out.contains("1. "), "{}", second.out);
}

#[test]
fn the_end_of_the_input_leaves_and_loses_nothing() {
    let program = program();
    let first = take(&program, &TAKE, &answers(1));
    assert!(first.out.contains("--resume"), "{}", first.out);
    let second = take(&program, &["interview", "--resume"], "/end\n");
    assert!(
        second.out.contains("Notes on your take"),
        "the answer given before is in the notes:\n{}",
        second.out
    );
}

#[test]
fn hints_clarifications_and_skipping_work_and_nonsense_helps() {
    let program = program();
    let typed = format!("/nonsense\n/hint\n/clarify what do you mean\n/skip\n{}/end\n", answers(1));
    let ran = take(&program, &["interview", "--length", "short", "--tone", "demanding"], &typed);
    assert!(ran.out.contains("/hint "), "an unknown command shows what there is:\n{}", ran.out);
    assert!(ran.out.contains("hints cost") || ran.out.contains("points"), "{}", ran.out);
    assert!(ran.out.contains("skipped") || ran.out.contains("Skipped"), "{}", ran.out);
}

#[test]
fn an_interview_without_an_answer_ends_without_notes() {
    let program = program();
    let ran = take(&program, &TAKE, "/end\n");
    assert!(ran.out.contains("no notes"), "{}", ran.out);
}

#[test]
fn a_topic_that_does_not_exist_is_named() {
    let ran: Ran = program().run(["interview", "--topic", "astrology"]).expect("it runs").into();
    let ran = ran.ended(3);
    assert!(ran.err.contains("astrology"), "{}", ran.err);
    for (flag, word) in [("--level", "principal"), ("--tone", "rude"), ("--length", "endless")] {
        let ran: Ran = program().run(["interview", flag, word]).expect("it runs").into();
        assert!(ran.ended(2).err.contains("choose"), "{flag}");
    }
}

#[test]
fn binary_input_does_not_end_the_interview() {
    let program = program();
    let mut typed = b"\xff\xfe\x00\x01 caf\xe9 \x1b[2J\n\n".to_vec();
    typed.extend(answers(1).into_bytes());
    let ran: Ran = program.run_with_input(&TAKE, &typed).expect("it runs").into();
    let ran = ran.ok();
    assert!(
        !ran.out.contains('\u{1b}'),
        "what was typed must not reach the terminal as it is: {:?}",
        ran.out
    );
}
