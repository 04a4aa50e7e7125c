//! What was heard and what was not.

use greenroom_grading::{KeyPointVerdict, Verdict as Heard};
use maud::{Markup, html};

use super::View;
use crate::pages::shared::words;
use crate::ui::verdict::{Misheard, Point, Verdict, misheard_list, verdict_list};

/// One verdict on its way to the list.
struct Row {
    says: String,
    verdict: Verdict,
    evidence: Vec<u16>,
    note: String,
    ask: String,
    anchor: String,
}

/// One row for each key point: heard, partly, not heard, contradicted, with the numbers of the evidence.
pub fn points(view: &View<'_>) -> Markup {
    let rows: Vec<Row> = view.record.evaluation.key_points.iter().map(|point| row(view, point)).collect();
    let points: Vec<Point<'_>> = rows
        .iter()
        .map(|row| Point {
            says: &row.says,
            verdict: row.verdict,
            evidence: &row.evidence,
            quote: "",
            note: &row.note,
            ask: &row.ask,
            anchor: &row.anchor,
        })
        .collect();
    html! { @if !points.is_empty() { (verdict_list(&points, view.prefix)) } }
}

fn row(view: &View<'_>, heard: &KeyPointVerdict) -> Row {
    let point = view.key_point(heard.id.as_str());
    let mut evidence: Vec<u16> = heard.evidence.iter().filter_map(|span| view.number(*span)).collect();
    evidence.sort_unstable();
    evidence.dedup();
    let (why, ask) = point.map_or(("", ""), |point| (point.why.as_str(), point.ask.as_str()));
    let (verdict, note, ask) = match heard.verdict {
        Heard::Covered => (Verdict::Heard, String::new(), ""),
        Heard::Partial => (Verdict::Partly, join("Something of this was heard.", why), ask),
        Heard::Missing => (Verdict::NotHeard, why.to_owned(), ask),
        Heard::Contradicted => (Verdict::Contradicted, join("You said the opposite.", why), ""),
    };
    Row {
        says: point.map_or_else(|| words::name(&heard.id), |point| point.says.clone()),
        verdict,
        evidence,
        note,
        ask: ask.to_owned(),
        anchor: view.anchor(heard.id.as_str()),
    }
}

fn join(first: &str, second: &str) -> String {
    if second.is_empty() { first.to_owned() } else { format!("{first} {second}") }
}

/// The mistaken ideas that were heard, each with what is right instead; nothing where there are none.
pub fn misheard(view: &View<'_>) -> Markup {
    let heard = &view.record.evaluation.misconceptions;
    let anchors: Vec<String> = heard.iter().map(|one| view.anchor(one.id.as_str())).collect();
    let items: Vec<Misheard<'_>> = heard
        .iter()
        .zip(&anchors)
        .map(|(one, anchor)| Misheard {
            says: view.misconception(one.id.as_str()).map_or("A mistaken idea", |known| known.says.as_str()),
            evidence: view.number(one.evidence).unwrap_or_default(),
            correction: &one.correction,
            anchor,
        })
        .collect();
    html! { @if !items.is_empty() { (misheard_list(&items, view.prefix)) } }
}
