use greenroom_app::kept::{EvaluationRecord, Origin};
use greenroom_core::{Bar, Entropy, EvaluationId, Slug, Span, Timestamp};
use greenroom_grading::{
    CannotScore, Evaluation, Feedback, FeedbackLine, Guard, GuardNote, KeyPointVerdict, LevelBar,
    MisconceptionHeard, Outcome, Pattern, Rubric, Score, Verdict,
};
use greenroom_grading::{KeyPoint, Misconception};

use super::*;

struct Zeros;

impl Entropy for Zeros {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

const ANSWER: &str = "The client sends <b>one key</b> per payment. First I check, then I insert. Every retry has the same key.";

fn slug(text: &str) -> Slug {
    text.parse().expect("slug")
}

fn span(words: &str) -> Span {
    let start = ANSWER.find(words).expect("words of the answer");
    Span::new(start, start + words.len())
}

fn verdict(id: &str, verdict: Verdict, bar: Bar, evidence: &[&str]) -> KeyPointVerdict {
    let evidence = evidence.iter().map(|words| span(words)).collect();
    KeyPointVerdict { id: slug(id), weight: 2, bar, verdict, evidence, confidence: 80 }
}

fn record(outcome: Outcome) -> EvaluationRecord {
    let line = |about: &str, evidence| FeedbackLine {
        text: format!("About {about}."),
        about: slug(about),
        evidence,
    };
    EvaluationRecord {
        id: EvaluationId::generate(Timestamp::from_millis(0), &mut Zeros),
        question: slug("idempotency"),
        interview: None,
        origin: Origin::Practice,
        replaces: None,
        answer: ANSWER.to_owned(),
        evaluation: Evaluation {
            outcome,
            key_points: vec![
                verdict(
                    "same-key",
                    Verdict::Covered,
                    Bar::Junior,
                    &["Every retry has the same key", "one key"],
                ),
                verdict("unique", Verdict::Contradicted, Bar::Mid, &["First I check, then I insert"]),
                verdict("commit", Verdict::Missing, Bar::Senior, &[]),
            ],
            misconceptions: vec![MisconceptionHeard {
                id: slug("check-then-insert"),
                evidence: span("First I check, then I insert"),
                correction: "Two retries can both pass the check.".to_owned(),
            }],
            guards: vec![GuardNote { guard: Guard::Repetition, evidence: None }],
            feedback: Feedback {
                summary: "A fair answer with gaps.".to_owned(),
                strengths: vec![line("same-key", Some(span("one key")))],
                improvement: Some(line("commit", None)),
            },
            confidence: 70,
        },
        engine: "greenroom-rules".to_owned(),
        engine_version: "1".to_owned(),
        rubric_revision: "abcdef0123456789".to_owned(),
        created_at: Timestamp::from_millis(0),
    }
}

fn scored() -> EvaluationRecord {
    let level = LevelBar {
        reached: Some(Bar::Junior),
        next: Some(Bar::Mid),
        gap: vec![slug("unique"), slug("commit")],
    };
    record(Outcome::Scored(Score { total: 58, coverage: 50, accuracy: 40, depth: 0, structure: 80, level }))
}

fn rubric() -> Rubric {
    let point = |id: &str, says: &str| KeyPoint {
        id: slug(id),
        weight: 2,
        bar: Bar::Mid,
        says: says.to_owned(),
        why: format!("Why {id}."),
        heard_as: Vec::new(),
        pattern: Pattern::All(Vec::new()),
        reversed: Vec::new(),
        about: None,
        ask: format!("What about {id}?"),
    };
    Rubric {
        prompt: "How?".to_owned(),
        given: Vec::new(),
        key_points: vec![
            point("same-key", "One key for all retries."),
            point("unique", "A constraint decides."),
            point("commit", "One transaction."),
        ],
        misconceptions: vec![Misconception {
            id: slug("check-then-insert"),
            says: "Checking first is enough.".to_owned(),
            heard_as: Vec::new(),
            concepts: Vec::new(),
            unless: Vec::new(),
            correction: String::new(),
        }],
        reference: String::new(),
    }
}

fn view<'a>(record: &'a EvaluationRecord, rubric: Option<&'a Rubric>) -> View<'a> {
    View { record, rubric, is_older_rubric: false, prefix: "ev", marks: marks(record) }
}

#[test]
fn evidence_is_numbered_in_reading_order_and_each_place_once() {
    let record = scored();
    let view = view(&record, None);
    assert_eq!(view.number(span("one key")), Some(1));
    assert_eq!(view.number(span("First I check, then I insert")), Some(2));
    assert_eq!(view.number(span("Every retry has the same key")), Some(3));
    assert_eq!(view.marks.len(), 3, "the contradiction and the misconception share a place");
    assert_eq!(view.marks[1].1, SpanKind::Contra);
}

#[test]
fn what_a_visitor_wrote_is_escaped() {
    let record = scored();
    let out = answer(&view(&record, None)).into_string();
    assert!(!out.contains("<b>") && out.contains("&lt;b&gt;"), "{out}");
}

#[test]
fn every_link_into_the_page_has_its_target() {
    let (record, rubric) = (scored(), rubric());
    let out = full(&view(&record, Some(&rubric)), Some(Bar::Mid)).into_string();
    let targets: Vec<&str> =
        out.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(targets.len() >= 6, "{targets:?}");
    for target in targets {
        assert!(out.contains(&format!("id=\"{target}\"")), "#{target} is missing in {out}");
    }
}

#[test]
fn verdicts_say_what_to_say() {
    let (record, rubric) = (scored(), rubric());
    let out = points(&view(&record, Some(&rubric))).into_string();
    assert!(out.contains("One key for all retries."), "{out}");
    assert!(out.contains("You said the opposite. Why unique."), "{out}");
    assert!(out.contains("Why commit.") && out.contains("What about commit?"), "{out}");
    assert!(misheard(&view(&record, Some(&rubric))).into_string().contains("Checking first is enough."));
}

#[test]
fn without_a_rubric_the_verdicts_are_still_readable() {
    let record = scored();
    let out = full(&view(&record, None), None).into_string();
    assert!(out.contains("Same key") && out.contains("Two retries can both pass the check."), "{out}");
}

#[test]
fn without_a_score_there_is_the_reason_and_no_number() {
    for reason in [CannotScore::Empty, CannotScore::DoesNotKnow, CannotScore::AnotherLanguage] {
        let record = record(Outcome::CannotScore(reason));
        let view = view(&record, None);
        assert!(hero(&view).into_string().contains("No score"), "{reason:?}");
        assert!(level(&view, None).into_string().is_empty());
        assert!(dimensions(&view).into_string().is_empty());
        assert!(needs_retry(&view));
    }
}
