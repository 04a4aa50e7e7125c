//! What has changed between two answers to the same question.

use greenroom_app::practice::Delta;
use greenroom_grading::{Rubric, Verdict};
use maud::{Markup, html};

use crate::pages::shared::words;
use crate::ui::icons::{self, icon};

/// The change of the score in one sentence: "Up 12 points from the answer before."
pub fn difference_line(delta: &Delta) -> String {
    match delta.score {
        None => "One of the two answers has no score, so there is no difference to show.".to_owned(),
        Some(0) => "The same score as the answer before.".to_owned(),
        Some(points) => {
            let way = if points > 0 { "Up" } else { "Down" };
            let points = points.unsigned_abs();
            let noun = if points == 1 { "point" } else { "points" };
            format!("{way} {points} {noun} from the answer before.")
        }
    }
}

/// The change of the score and of each key point whose verdict has changed. `before` names the earlier answer, with a link
/// to it: `("Take 1, yesterday", "/evaluations/...")`.
pub fn difference(delta: &Delta, rubric: Option<&Rubric>, before: Option<(&str, &str)>) -> Markup {
    let says = |id: &greenroom_core::Slug| {
        let point = rubric.and_then(|rubric| rubric.key_points.iter().find(|point| point.id == *id));
        point.map_or_else(|| words::name(id), |point| words::shortened(&point.says, 110))
    };
    html! {
        div.stack-s {
            p { (difference_line(delta)) @if let Some((name, href)) = before { " " a href=(href) { (name) } } }
            @if delta.score.is_some() && delta.points.is_empty() {
                p.muted { "The same key points were heard in both." }
            } @else if delta.score.is_some() {
                ul.changes {
                    @for change in &delta.points {
                        @let is_better = change.after > change.before;
                        li.better[is_better] {
                            (icon(if is_better { icons::ARROW_UP } else { icons::ARROW_DOWN }))
                            span {
                                (says(&change.key_point))
                                span.muted.small { (word(change.before)) " before, now " strong { (word(change.after)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Covered => "heard",
        Verdict::Partial => "partly heard",
        Verdict::Missing => "not heard",
        Verdict::Contradicted => "contradicted",
    }
}
