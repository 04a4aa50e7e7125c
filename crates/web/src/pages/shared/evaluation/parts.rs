//! The score, the level, the feedback, the numbers, the guards.

use greenroom_core::{Bar, Slug};
use greenroom_grading::{CannotScore, FeedbackLine, Guard, Outcome, Score, Verdict};
use maud::{Markup, html};

use super::View;
use crate::pages::shared::words;
use crate::ui::meter::{Level, level_bar, score_hero, score_line};
use crate::ui::notice::{Kind, notice};
use crate::ui::verdict::evidence_link;

/// How many missing points are named below the level bar.
const GAP_SHOWN: usize = 3;

/// The score in large type with one sentence, or why there is none.
pub fn hero(view: &View<'_>) -> Markup {
    let evaluation = &view.record.evaluation;
    match &evaluation.outcome {
        Outcome::Scored(score) => score_hero(score.total, &evaluation.feedback.summary),
        Outcome::CannotScore(reason) => {
            notice(Kind::Warn, Some(refusal(*reason)), html! { p { (evaluation.feedback.summary) } })
        }
    }
}

fn refusal(reason: CannotScore) -> &'static str {
    match reason {
        CannotScore::Empty => "No score: nothing to grade",
        CannotScore::TooShort => "No score: too short",
        CannotScore::AnotherLanguage => "No score: not in English",
        CannotScore::OffTopic => "No score: off topic",
        CannotScore::CopyOfTheQuestion => "No score: the question said back",
        CannotScore::DoesNotKnow => "No score: you said that you do not know",
        CannotScore::NotText => "No score: not readable text",
    }
}

/// Whether the useful next step is to answer the same question again.
pub fn needs_retry(view: &View<'_>) -> bool {
    view.score().is_none_or(|score| score.total < 65)
}

/// The level bar with the gap to the next level; nothing without a score.
pub fn level(view: &View<'_>, aim: Option<Bar>) -> Markup {
    let Some(score) = view.score() else { return html! {} };
    let steps: Vec<Level<'_>> = Bar::ALL
        .iter()
        .map(|bar| Level { name: words::bar(*bar), met: met(view, score, *bar), aim: aim == Some(*bar) })
        .collect();
    let gap: Vec<&Slug> = score.level.gap.iter().take(GAP_SHOWN).collect();
    html! {
        div.stack-s {
            (level_bar(&steps, &gap_sentence(view, score)))
            @if !gap.is_empty() {
                ul.gap {
                    @for id in gap {
                        li { a href={ "#" (view.anchor(id.as_str())) } { (short_point(view, id)) } }
                    }
                }
            }
        }
    }
}

/// How much of what is expected at a level was heard; less than all of it where the level is not reached.
fn met(view: &View<'_>, score: &Score, bar: Bar) -> u8 {
    if score.level.reached >= Some(bar) {
        return 100;
    }
    let own = || view.record.evaluation.key_points.iter().filter(move |point| point.bar == bar);
    let weight: u32 = own().map(|point| u32::from(point.weight) * 2).sum();
    let heard: u32 = own()
        .map(|point| match point.verdict {
            Verdict::Covered => u32::from(point.weight) * 2,
            Verdict::Partial => u32::from(point.weight),
            Verdict::Missing | Verdict::Contradicted => 0,
        })
        .sum();
    let percent = (heard * 100).checked_div(weight).unwrap_or(0);
    u8::try_from(percent.min(99)).unwrap_or(0)
}

fn gap_sentence(view: &View<'_>, score: &Score) -> String {
    let now = match score.level.reached {
        None => "This answer does not reach junior level yet.".to_owned(),
        Some(bar) => format!("This answer sounds like {} level.", bar.as_str()),
    };
    let Some(next) = score.level.next else { return now };
    let is_held = !view.record.evaluation.misconceptions.is_empty() && next > Bar::Junior;
    if is_held {
        return format!("{now} A mistaken idea stands between it and {} level.", next.as_str());
    }
    if score.level.gap.is_empty() {
        return now;
    }
    format!("{now} For {} level, say more of this:", next.as_str())
}

/// The beginning of what a key point says.
fn short_point(view: &View<'_>, id: &Slug) -> String {
    view.key_point(id.as_str()).map_or_else(|| words::name(id), |point| words::shortened(&point.says, 90))
}

/// Two things that worked and the one thing to change; nothing where there is neither.
pub fn feedback(view: &View<'_>) -> Markup {
    let feedback = &view.record.evaluation.feedback;
    let worked = match feedback.strengths.len() {
        1 => "One thing that worked",
        _ => "Two things that worked",
    };
    html! {
        @if !feedback.strengths.is_empty() || feedback.improvement.is_some() {
            div.pair {
                @if !feedback.strengths.is_empty() {
                    section.note {
                        h3 { (worked) }
                        @if let [line] = feedback.strengths.as_slice() {
                            p data-ev=(view.prefix) data-kp=[kp(view, line)] { (sentence(view, line)) }
                        } @else {
                            ul { @for line in &feedback.strengths { li data-ev=(view.prefix) data-kp=[kp(view, line)] { (sentence(view, line)) } } }
                        }
                    }
                }
                @if let Some(line) = &feedback.improvement {
                    section.note data-ev=(view.prefix) data-kp=[kp(view, line)] {
                        h3 { "One thing to change" }
                        p { (sentence(view, line)) }
                    }
                }
            }
        }
    }
}

fn kp(view: &View<'_>, line: &FeedbackLine) -> Option<u16> {
    line.evidence.and_then(|span| view.number(span))
}

fn sentence(view: &View<'_>, line: &FeedbackLine) -> Markup {
    html! {
        (line.text)
        @if let Some(number) = kp(view, line) { " " (evidence_link(number, view.prefix)) }
        @else { " " a.small href={ "#" (view.anchor(line.about.as_str())) } { "See below" } }
    }
}

/// The four numbers, each with what it rests on; nothing without a score.
pub fn dimensions(view: &View<'_>) -> Markup {
    let Some(score) = view.score() else { return html! {} };
    html! {
        ul.scores {
            (score_line("Coverage", Some(score.coverage), Some(html! { p { (coverage_why(view)) } })))
            (score_line("Accuracy", Some(score.accuracy), Some(html! { p { (accuracy_why(view)) } })))
            (score_line("Depth", Some(score.depth), Some(html! { p { (depth_why(view)) } })))
            (score_line("Structure", Some(score.structure), Some(html! {
                p { "Whether the answer is made of statements that hang together, with the heaviest one in the first half." }
            })))
        }
    }
}

fn tally(view: &View<'_>, wanted: Verdict, from: Bar) -> usize {
    let points = &view.record.evaluation.key_points;
    points.iter().filter(|point| point.verdict == wanted && point.bar >= from).count()
}

fn coverage_why(view: &View<'_>) -> String {
    let all = view.record.evaluation.key_points.len();
    let heard = words::number(tally(view, Verdict::Covered, Bar::Junior));
    let partly = match tally(view, Verdict::Partial, Bar::Junior) {
        0 => String::new(),
        some => format!(", {} in part", words::number(some)),
    };
    format!(
        "{} of {} key points heard{partly}, counted by weight.",
        words::capitalised(&heard),
        words::number(all)
    )
}

fn accuracy_why(view: &View<'_>) -> String {
    let mistakes = view.record.evaluation.misconceptions.len();
    let reversed = tally(view, Verdict::Contradicted, Bar::Junior);
    match (mistakes, reversed) {
        (0, 0) => "Nothing you claimed about the key points was wrong.".to_owned(),
        (_, 0) => format!(
            "{} heard.",
            words::capitalised(&words::count(mistakes, "mistaken idea", "mistaken ideas"))
        ),
        (0, _) => format!(
            "{} said the other way round.",
            words::capitalised(&words::count(reversed, "key point", "key points"))
        ),
        _ => format!(
            "{} heard, and {} said the other way round.",
            words::capitalised(&words::count(mistakes, "mistaken idea", "mistaken ideas")),
            words::count(reversed, "key point", "key points"),
        ),
    }
}

fn depth_why(view: &View<'_>) -> String {
    let all = view.record.evaluation.key_points.iter().filter(|point| point.bar > Bar::Junior).count();
    let heard = tally(view, Verdict::Covered, Bar::Mid);
    format!(
        "{} of {} expected from mid level on.",
        words::capitalised(&words::number(heard)),
        words::count(all, "key point", "key points"),
    )
}

/// What the guards found and what it meant for the score.
pub fn guards(view: &View<'_>) -> Markup {
    let found = &view.record.evaluation.guards;
    html! {
        @if !found.is_empty() {
            (notice(Kind::Info, Some("About the score"), html! {
                @for note in found {
                    p {
                        (guard_sentence(note.guard))
                        @if let Some(number) = note.evidence.and_then(|span| view.number(span)) {
                            " " (evidence_link(number, view.prefix))
                        }
                    }
                }
            }))
        }
    }
}

fn guard_sentence(guard: Guard) -> &'static str {
    match guard {
        Guard::CopiedPrompt => "A part of the question was said back. It earned nothing.",
        Guard::KeywordHeap => {
            "There are many terms and few statements. Terms in a heap earned little; say what each of them does."
        }
        Guard::BesideTheQuestion => {
            "Few of its words are those of this subject, so what sounded right counted for less. Name the things that you mean."
        }
        Guard::Repetition => "Some sentences come twice. They were counted once.",
        Guard::HiddenCharacters => {
            "Some characters are hidden or look like others. They were read as what they look like."
        }
        Guard::Instructions => "A part is addressed to whoever grades. It was read as a part of the answer.",
        Guard::TooLong => {
            "This is longer than is read. The end was left out; a good answer needs a fraction of it."
        }
    }
}

/// By what the answer was graded.
pub fn method(view: &View<'_>) -> Markup {
    let record = view.record;
    html! {
        p.small.muted {
            "Graded on this computer by " (record.engine) " " (record.engine_version) " against rubric "
            code { (record.rubric_revision.chars().take(8).collect::<String>()) }
            ", " span.num { (record.evaluation.confidence) } " of 100 sure. No model reads your answer. "
            a href="/help#scores" { "How scores work" }
        }
        @if view.is_older_rubric {
            p.small.muted { "The rubric has been revised since. These verdicts are those of then; answer again for new ones." }
        }
    }
}
