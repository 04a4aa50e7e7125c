//! A bank for tests: a few questions whose answers are easy to grade.

use std::collections::BTreeMap;

use greenroom_app::Catalog;
use greenroom_bank::{
    Area, Bank, Choice, ChoiceOption, Collection, FollowUp, Guides, Kind, Mistake, Question, Section, Source,
    Technology,
};
use greenroom_core::{Bar, Level, Slug};
use greenroom_grading::{Glossary, KeyPoint, Misconception, Pattern, Rubric};

/// A strong answer to the question `idempotency`.
pub(crate) const STRONG: &str = "The client sends an idempotency key with every retry, and the key stays the same. \
     The server stores the key with the response under a unique constraint, so a repeat gets the stored response.";

/// A weak one.
pub(crate) const WEAK: &str =
    "You should make sure the payment endpoint is not called twice by mistake somehow.";

/// One guide of each kind.
fn guides() -> Guides {
    let slug = |text: &str| text.parse::<Slug>().expect("a slug");
    let questions = ["caching", "indexes", "gone"].map(slug).to_vec();
    Guides {
        collections: vec![Collection {
            id: slug("first-steps"),
            title: "First steps".into(),
            summary: "For the first evening.".into(),
            sections: vec![Section { title: "Data".into(), about: "What is kept.".into(), questions }],
        }],
        areas: vec![Area {
            id: slug("data"),
            title: "Data".into(),
            summary: "Where it lies.".into(),
            looks_for: vec!["Numbers".into()],
            topics: vec![slug("data")],
            technologies: Vec::new(),
            questions: Vec::new(),
        }],
        technologies: vec![Technology {
            id: slug("redis"),
            name: "Redis".into(),
            summary: "Data in memory.".into(),
            version: "Redis 8".into(),
            source: Source { title: "Redis documentation".into(), url: "https://redis.io/docs/".into() },
        }],
    }
}

pub(crate) fn catalog() -> Catalog {
    let questions: Vec<Question> = vec![
        question(
            "idempotency",
            "How do you make a payment endpoint idempotent?",
            "reliability",
            Level::Advanced,
        ),
        question("caching", "When does a cache hurt more than it helps?", "data", Level::Intermediate),
        question(
            "http-status",
            "Which status do you send when a resource is gone?",
            "api-design",
            Level::Beginner,
        ),
        question("indexes", "Why can an index make a query slower?", "data", Level::Intermediate),
        question("queues", "What happens to a job when its worker dies?", "reliability", Level::Advanced),
        question(
            "timeouts",
            "Where do you set a time-out, and how long is it?",
            "reliability",
            Level::Intermediate,
        ),
        question("conflict", "Tell me about a conflict in your team.", "behavioural", Level::Beginner),
    ];
    let rubrics =
        questions.iter().map(|q| (q.id.clone(), (rubric(q), "r1".to_owned()))).collect::<BTreeMap<_, _>>();
    Catalog::new(Bank::new(questions).with_guides(guides()), rubrics, Glossary::default())
}

fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}

fn question(id: &str, prompt: &str, topic: &str, level: Level) -> Question {
    let option = |text: &str, correct| ChoiceOption { text: text.into(), correct, why: "Because.".into() };
    Question {
        id: slug(id),
        prompt: prompt.into(),
        level,
        topics: vec![slug(topic)],
        technologies: vec![slug("http")],
        kind: if topic == "behavioural" { Kind::Experience } else { Kind::Scenario },
        minutes: 4,
        hints: vec!["Think of the retry.".into(), "A key names the operation.".into()],
        mistakes: vec![Mistake {
            mistake: "Check, then insert.".into(),
            better: "Let a constraint decide.".into(),
        }],
        tip: "Name the failure first.".into(),
        choices: vec![Choice {
            ask: "Which?".into(),
            options: vec![option("This", true), option("That", false)],
        }],
        follow_ups: vec![FollowUp { ask: "And after a day?".into(), listen_for: "Expiry.".into() }],
        practicals: vec!["lab/idempotency".into()],
        here: Vec::new(),
        related: Vec::new(),
        sources: vec![Source {
            title: "RFC 9110, section 9.2.2".into(),
            url: "https://www.rfc-editor.org/".into(),
        }],
        verified: "2026-11-22".into(),
        answer: format!("The **model answer** to {id}: a unique constraint decides."),
    }
}

fn rubric(question: &Question) -> Rubric {
    Rubric {
        prompt: question.prompt.clone(),
        given: Vec::new(),
        key_points: vec![
            point(
                "key-with-retries",
                3,
                Bar::Junior,
                &["idempotency key", "same id"],
                &["retry", "retries", "repeat"],
            ),
            point(
                "unique-constraint",
                2,
                Bar::Mid,
                &["unique constraint", "unique index"],
                &["key", "response"],
            ),
            point("expiry", 1, Bar::Senior, &["expire", "expiry"], &["day", "hours"]),
        ],
        misconceptions: vec![Misconception {
            id: slug("check-then-insert"),
            says: "Checking before inserting is enough.".into(),
            heard_as: vec!["check whether the key exists and then insert it".into()],
            concepts: Vec::new(),
            unless: Vec::new(),
            correction: "Two retries can both pass the check.".into(),
        }],
        reference: STRONG.into(),
    }
}

fn point(id: &str, weight: u8, bar: Bar, one: &[&str], other: &[&str]) -> KeyPoint {
    let group = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    KeyPoint {
        id: slug(id),
        weight,
        bar,
        says: format!("It says {id}."),
        why: "It matters.".into(),
        heard_as: vec![format!("{} with every {}", one[0], other[0])],
        pattern: Pattern::All(vec![group(one), group(other)]),
        reversed: Vec::new(),
        about: None,
        ask: format!("What about {id}?"),
    }
}
