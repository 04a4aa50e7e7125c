//! Where one stands: the radar once there are three topics, the honest truth before.

use greenroom_app::today::Standing;
use maud::{Markup, html};

use crate::pages::shared::words;
use crate::ui::charts::{Axis, bar_list, radar};
use crate::ui::page::section_head;

/// A radar of fewer axes says nothing.
const AXES_MIN: usize = 3;

/// More axes cannot be read.
const AXES_MAX: usize = 7;

/// The section.
pub(super) fn section(standing: &[Standing]) -> Markup {
    html! {
        section {
            (section_head("Where you stand", None))
            @if standing.len() < AXES_MIN { (too_early(standing)) } @else { (chart(standing)) }
        }
    }
}

fn too_early(standing: &[Standing]) -> Markup {
    let missing = AXES_MIN - standing.len();
    let names: Vec<(String, f64, String)> = standing
        .iter()
        .map(|row| {
            (words::name(&row.topic), f64::from(row.score), format!("{} from {}", row.score, answers(row)))
        })
        .collect();
    let bars: Vec<(&str, f64, &str)> =
        names.iter().map(|(name, value, unit)| (name.as_str(), *value, unit.as_str())).collect();
    html! {
        div.stack-s {
            @if !bars.is_empty() { (bar_list(&bars, 100.0)) }
            p.muted {
                "The picture needs answers in three topics to mean something: "
                (words::count(missing, "topic", "topics")) " to go. "
                a href="/questions?sort=new" { "Choose one" }
            }
        }
    }
}

fn answers(row: &Standing) -> String {
    words::count(row.answered, "answer", "answers")
}

fn chart(standing: &[Standing]) -> Markup {
    let shown: Vec<(&Standing, String)> =
        standing.iter().take(AXES_MAX).map(|row| (row, words::name(&row.topic))).collect();
    let axes: Vec<Axis<'_>> =
        shown.iter().map(|(row, name)| Axis { name, now: Some(row.score), then: None }).collect();
    let weakest = standing.iter().min_by_key(|row| row.score);
    html! {
        (radar("Where you stand", &axes))
        @if let Some(row) = weakest {
            p.muted {
                "Next: " a href={ "/questions?topic=" (row.topic) "&sort=weakest" } { (words::name(&row.topic)) }
                ", the thinnest of " (words::number(standing.len())) " so far, from " (answers(row)) "."
            }
        }
    }
}
