//! Empty and broken states: a sentence, the reason, one action.

use maud::{Markup, html};

use super::bulbs::marquee;

/// Nothing here yet. Actions are `(label, href)`; the first is the primary one.
pub fn blankslate(
    title: &str,
    reason: &str,
    action: Option<(&str, &str)>,
    second: Option<(&str, &str)>,
) -> Markup {
    html! {
        section.blank {
            div.bulbs aria-hidden="true" { @for _ in 0..5 { span.bulb {} } }
            h2 { (title) }
            p { (reason) }
            div.cluster {
                @if let Some((label, href)) = action { a.btn.btn-primary href=(href) { (label) } }
                @if let Some((label, href)) = second { a.btn.btn-quiet href=(href) { (label) } }
            }
        }
    }
}

/// A page for a failure: status number, plain sentence, what to do, request id for the operator.
pub fn error_page(
    status: u16,
    title: &str,
    sentence: &str,
    retry: Option<&str>,
    request_id: Option<&str>,
) -> Markup {
    html! {
        div.oops {
            (marquee(3, 0))
            p.eyebrow.num { (status) }
            h1 { (title) }
            p.lede { (sentence) }
            div.cluster {
                @if let Some(href) = retry { a.btn.btn-primary href=(href) { "Try again" } }
                a.btn.btn-primary[retry.is_none()] href="/" { "Go to Today" }
            }
            @if let Some(id) = request_id { p.small.muted { "Request " code { (id) } } }
        }
    }
}
