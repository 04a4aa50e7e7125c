//! The layers of a question: what is shown once it was tried, one below the other.

use greenroom_bank::{Bank, FollowUp, Question, Source};
use greenroom_grading::Rubric;
use maud::{Markup, html};

use super::{dates, markdown, words};
use crate::ui::icons::{self, icon};
use crate::ui::question::{layer, mistakes};

/// The key points with the reason for each, as a list to tick by oneself.
pub fn key_points(rubric: &Rubric) -> Markup {
    html! {
        ul.checklist {
            @for point in &rubric.key_points {
                li {
                    label.check {
                        input type="checkbox" autocomplete="off";
                        span {
                            (point.says)
                            span { (point.why) " Expected from " (point.bar.as_str()) " level on." }
                        }
                    }
                }
            }
        }
    }
}

/// The layer with the model answer.
pub fn full_answer(question: &Question, open: bool) -> Markup {
    let aside = words::minutes(markdown::reading_minutes(&question.answer)) + " read";
    layer("Full answer", Some(&aside), open, html! { div.prose { (markdown::render(&question.answer)) } })
}

/// The closed layers below: follow-ups, common mistakes, related questions, where it is at work here, sources.
pub fn more(question: &Question, bank: &Bank) -> Markup {
    let related = bank.related(question);
    html! {
        @if !question.follow_ups.is_empty() {
            (layer("Follow-ups", Some(&words::number(question.follow_ups.len())), false, follow_ups(&question.follow_ups)))
        }
        @if !question.mistakes.is_empty() {
            @let items: Vec<(&str, &str)> = question.mistakes.iter().map(|m| (m.mistake.as_str(), m.better.as_str())).collect();
            (layer("Common mistakes", Some(&words::number(items.len())), false, mistakes(&items)))
        }
        @if !question.here.is_empty() {
            (layer("See it here", Some("in this very program"), false, see_here(question)))
        }
        @if !related.is_empty() {
            (layer("Related questions", Some(&words::number(related.len())), false, related_list(&related)))
        }
        (layer("Sources", Some("CC BY 4.0"), false, sources(question)))
    }
}

fn follow_ups(items: &[FollowUp]) -> Markup {
    html! {
        ol.follow-ups {
            @for item in items {
                li {
                    p { strong { (item.ask) } }
                    details { summary { "What a good reply holds" } p { (item.listen_for) } }
                }
            }
        }
    }
}

fn see_here(question: &Question) -> Markup {
    html! {
        ul.plain {
            @for place in &question.here {
                li {
                    (place.what) " "
                    @if place.at.starts_with('/') { a href=(place.at) { (place.at) } } @else { code { (place.at) } }
                }
            }
        }
    }
}

fn related_list(related: &[&Question]) -> Markup {
    html! {
        ul.plain {
            @for question in related {
                li { a href={ "/questions/" (question.id) } { (question.prompt) } " " span.small.muted.nowrap { (words::level(question.level)) } }
            }
        }
    }
}

/// What the facts were checked against, with the licence.
pub fn sources(question: &Question) -> Markup {
    html! {
        div.stack-s {
            ul.plain { @for source in &question.sources { li { (source_link(source)) } } }
            p.small.muted {
                "Facts checked against these on " time datetime=(question.verified) { (dates::written(&question.verified)) }
                ". Question, rubric and answer: " a href="https://creativecommons.org/licenses/by/4.0/" rel="license external" { "CC BY 4.0" } "."
            }
        }
    }
}

fn source_link(source: &Source) -> Markup {
    html! {
        @if markdown::is_safe(&source.url) {
            a href=(source.url) rel="external noopener" { (source.title) " " (icon(icons::EXTERNAL_LINK)) }
        } @else { (source.title) }
    }
}
