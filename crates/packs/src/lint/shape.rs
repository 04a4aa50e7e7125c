//! Is there enough of everything?

use greenroom_core::Bar;
use greenroom_grading::{KeyPoint, Pattern};

use crate::date::Day;
use crate::problem::{Place, Sink};
use crate::question::Document;

/// How many key points a question has.
const KEY_POINTS: std::ops::RangeInclusive<usize> = 5..=8;

/// How many of them a junior, and how many only a senior is expected to say.
const BARS_MIN: [(Bar, usize); 2] = [(Bar::Junior, 2), (Bar::Senior, 1)];

/// Sentences of a key point; measured: with a quarter of them a rubric is no better than one reference answer.
const HEARD_AS_MIN: usize = 6;

/// Sentences of a misconception.
const MISHEARD_AS_MIN: usize = 4;

/// Alternatives of a concept group.
const ALTERNATIVES_MIN: usize = 4;

/// Groups of a key point: each further one is one more way to miss it.
const GROUPS_MAX: usize = 3;

/// Words of a model answer.
const ANSWER_WORDS: std::ops::RangeInclusive<usize> = 180..=400;

/// How long facts count as checked.
const CHECKED_DAYS_MAX: i64 = 366;

/// How many variants of multiple choice there are.
const CHOICES: usize = 2;

pub(super) fn check(document: &Document, today: Day, sink: &mut Sink) {
    let (question, rubric) = (&document.question, &document.rubric);
    key_points(document, sink);
    for (at, point) in rubric.key_points.iter().enumerate() {
        key_point(document, at, point, sink);
    }
    for (at, misconception) in rubric.misconceptions.iter().enumerate() {
        let place = document.root.place(&format!("misconceptions/{at}/heard_as"));
        let what = format!("misconception `{}`", misconception.id);
        at_least(
            misconception.heard_as.len(),
            MISHEARD_AS_MIN,
            &what,
            "sentences",
            ("heard-as-count", place),
            sink,
        );
    }
    let lists = [
        ("misconceptions", rubric.misconceptions.len(), 2, "misconception-count"),
        ("hints", question.hints.len(), 3, "hint-count"),
        ("mistakes", question.mistakes.len(), 2, "mistake-count"),
        ("follow_ups", question.follow_ups.len(), 2, "follow-up-count"),
        ("sources", question.sources.len(), 2, "source-count"),
    ];
    for (key, count, min, code) in lists {
        at_least(count, min, "the question", &key.replace('_', "-"), (code, document.root.place(key)), sink);
    }
    if question.choices.len() != CHOICES {
        let message = format!(
            "the question has {} multiple-choice variants; there must be two",
            question.choices.len()
        );
        sink.error(document.root.place("choices"), "choice-count", message, "");
    }
    answer(document, sink);
    verified(document, today, sink);
}

fn at_least(count: usize, min: usize, who: &str, what: &str, found: (&'static str, Place), sink: &mut Sink) {
    if count < min {
        sink.error(found.1, found.0, format!("{who} has {count} {what}; there must be at least {min}"), "");
    }
}

fn key_points(document: &Document, sink: &mut Sink) {
    let points = &document.rubric.key_points;
    let place = document.root.place("key_points");
    if !KEY_POINTS.contains(&points.len()) {
        let message = format!("the question has {} key points; there must be five to eight", points.len());
        sink.error(place, "key-point-count", message, "");
    }
    for (bar, min) in BARS_MIN {
        let count = points.iter().filter(|point| point.bar == bar).count();
        if count < min {
            let message = format!("{count} key points have the bar {bar}; there must be at least {min}");
            sink.error(place, "bar-count", message, "ask what an interviewer expects from whom");
        }
    }
    if !points.iter().any(|point| point.weight == 3) {
        sink.error(place, "no-heart", "no key point has the weight 3", "what is the heart of the answer?");
    }
}

fn key_point(document: &Document, at: usize, point: &KeyPoint, sink: &mut Sink) {
    let place = |path: &str| document.root.place(&format!("key_points/{at}/{path}"));
    let who = format!("key point `{}`", point.id);
    at_least(
        point.heard_as.len(),
        HEARD_AS_MIN,
        &who,
        "sentences",
        ("heard-as-count", place("heard_as")),
        sink,
    );
    match &point.pattern {
        Pattern::All(groups) => {
            if groups.len() > GROUPS_MAX {
                let message = format!("{who} has {} groups that must all be heard", groups.len());
                sink.warn(place("concepts"), "group-count", message, "one to three are enough");
            }
            for (group, alternatives) in groups.iter().enumerate() {
                let found = ("alternative-count", place(&format!("concepts/{group}")));
                at_least(
                    alternatives.len(),
                    ALTERNATIVES_MIN,
                    &format!("a group of {who}"),
                    "alternatives",
                    found,
                    sink,
                );
            }
        }
        Pattern::Pool { of, .. } => {
            for (item, alternatives) in
                of.iter().enumerate().filter(|(_, alternatives)| alternatives.len() < 2)
            {
                let message = format!("an item of {who} has {} alternative", alternatives.len());
                sink.warn(
                    place(&format!("pool/of/{item}")),
                    "alternative-count",
                    message,
                    "how else is it said?",
                );
            }
        }
    }
}

fn answer(document: &Document, sink: &mut Sink) {
    let words = document.question.answer.split_whitespace().count();
    if !ANSWER_WORDS.contains(&words) {
        let message = format!("the model answer has {words} words; 180 to 400 are usual");
        sink.warn(Place::line(document.body_line), "answer-length", message, "");
    }
}

fn verified(document: &Document, today: Day, sink: &mut Sink) {
    let Some(day) = Day::parse(&document.question.verified) else { return };
    let place = document.root.place("verified");
    // Somewhere on earth it is tomorrow already.
    if day.0 > today.0 + 1 {
        sink.error(
            place,
            "future-check",
            "the facts were checked in the future",
            "write the day of the check",
        );
    } else if today.0 - day.0 > CHECKED_DAYS_MAX {
        let message = "the facts were last checked more than a year ago";
        sink.warn(place, "stale-check", message, "check them against the sources, then write today's date");
    }
}
