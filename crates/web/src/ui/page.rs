//! Parts that open and close a page.

use maud::{Markup, html};

use super::icons::{self, icon};

/// The top of a page: small line, the only `h1`, one sentence, actions at the right.
///
/// `page_head(Some("Sunday 22 November"), "Places in five.", Some(html! { "36 minutes." }), None)`
pub fn page_head(
    eyebrow: Option<&str>,
    title: &str,
    lede: Option<Markup>,
    actions: Option<Markup>,
) -> Markup {
    html! {
        header.page-head {
            div {
                @if let Some(text) = eyebrow { p.eyebrow { (text) } }
                h1 { (title) }
                @if let Some(text) = lede { p.lede { (text) } }
            }
            @if let Some(actions) = actions { div.cluster { (actions) } }
        }
    }
}

/// The way back up: `(name, href)` for each ancestor, then the name of this page.
pub fn crumbs(ancestors: &[(&str, &str)], here: &str) -> Markup {
    html! {
        nav.crumbs aria-label="Breadcrumb" {
            ol {
                @for (name, href) in ancestors { li { a href=(href) { (name) } } }
                li aria-current="page" { (here) }
            }
        }
    }
}

/// Links to the neighbours, each `(label, href)`; the keys `[` and `]` follow them.
pub fn pager(previous: Option<(&str, &str)>, next: Option<(&str, &str)>) -> Markup {
    html! {
        nav.pager aria-label="Neighbours" {
            @if let Some((label, href)) = previous {
                a.btn.btn-quiet rel="prev" href=(href) { (icon(icons::ARROW_LEFT)) (label) }
            } @else { span {} }
            @if let Some((label, href)) = next {
                a.btn.btn-quiet rel="next" href=(href) { (label) (icon(icons::ARROW_RIGHT)) }
            }
        }
    }
}

/// A section heading with an optional link at the right, `(label, href)`.
pub fn section_head(title: &str, link: Option<(&str, &str)>) -> Markup {
    html! {
        div.section-head {
            h2 { (title) }
            @if let Some((label, href)) = link { a.small href=(href) { (label) } }
        }
    }
}
