//! The whole in numbers.

use greenroom_app::evaluation::score;
use greenroom_app::interview::{GapPoint, Notes};
use greenroom_core::Bar;
use maud::{Markup, html};

use crate::pages::shared::words;
use crate::ui::meter::{Level, level_bar, score_hero, score_line};
use crate::ui::notice::{Kind, notice};

/// Score, level, and the four numbers with what each means.
pub(super) fn overall(notes: &Notes) -> Markup {
    let overall = &notes.overall;
    html! {
        section.panel.stack #evaluation aria-label="Evaluation" {
            @match overall.score {
                Some(score) => (score_hero(score, &summary(notes))),
                None => (notice(Kind::Warn, Some("No score"), html! {
                    p { "Nothing that was said could be graded. Each question says why." }
                })),
            }
            @if overall.graded > 0 {
                (level(notes))
                (dimensions(notes))
            }
        }
    }
}

/// "Five questions: four graded, one skipped."
fn summary(notes: &Notes) -> String {
    let all = notes.questions.len();
    let skipped = notes.questions.iter().filter(|one| one.evaluation.is_none()).count();
    let graded = notes.overall.graded;
    let ungraded = all.saturating_sub(graded + skipped);
    let parts = [(graded, "graded"), (ungraded, "could not be graded"), (skipped, "skipped")];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{} {what}", words::number(*count)))
        .collect();
    format!("{}: {}.", words::capitalised(&words::count(all, "question", "questions")), parts.join(", "))
}

fn level(notes: &Notes) -> Markup {
    let overall = &notes.overall;
    let steps: Vec<Level<'_>> = Bar::ALL
        .iter()
        .map(|bar| Level {
            name: words::bar(*bar),
            met: met(notes, *bar),
            aim: notes.interview.plan().bar == *bar,
        })
        .collect();
    let now = match overall.level {
        None => "Most of your answers do not reach junior level yet.".to_owned(),
        Some(bar) => format!("Most of your answers sound like {bar} level."),
    };
    let gap = match overall.next_level {
        Some(next) if !overall.gap.is_empty() => format!("{now} For {next} level, say more of this:"),
        _ => now,
    };
    html! {
        div.stack-s {
            (level_bar(&steps, &gap))
            @if !overall.gap.is_empty() {
                ul.gap { @for point in &overall.gap { li { a href=(anchor(notes, point)) { (words::shortened(&point.says, 90)) } } } }
            }
        }
    }
}

/// The row of a missing key point below.
fn anchor(notes: &Notes, point: &GapPoint) -> String {
    let of = notes.questions.iter().find(|one| one.asked.planned.question == point.question);
    of.map_or_else(
        || "#evaluation".to_owned(),
        |one| format!("#{}-{}", super::question::prefix(one.number), point.key_point),
    )
}

/// The share of the graded answers that reach a level; all of it only where the level holds for the whole.
fn met(notes: &Notes, bar: Bar) -> u8 {
    if notes.overall.level >= Some(bar) {
        return 100;
    }
    let scores = notes.questions.iter().filter_map(|one| score(&one.evaluation.as_ref()?.evaluation));
    let reached = scores.filter(|score| score.level.reached >= Some(bar)).count();
    let percent = (reached * 100).checked_div(notes.overall.graded).unwrap_or(0);
    u8::try_from(percent.min(99)).unwrap_or(0)
}

fn dimensions(notes: &Notes) -> Markup {
    let overall = &notes.overall;
    let over = match overall.graded {
        1 => "Of one graded answer.".to_owned(),
        graded => format!("The mean of {} graded answers.", words::number(graded)),
    };
    let lines = [
        ("Coverage", overall.coverage, "How much of what a good answer says was heard, by weight."),
        ("Accuracy", overall.accuracy, "How much of what you claimed is right."),
        ("Depth", overall.depth, "How much of what is expected from mid level on was heard."),
        (
            "Structure",
            overall.structure,
            "Whether the answers are statements in an order that can be followed.",
        ),
    ];
    html! {
        ul.scores {
            @for (name, value, meaning) in lines {
                (score_line(name, value, Some(html! { p { (meaning) " " (over) } })))
            }
        }
    }
}
