//! Small labels.

use maud::{Markup, html};

use super::icons::{self, icon};

/// A label that only says something: level, topic, kind.
pub fn chip(text: &str) -> Markup {
    html! { span.chip { (text) } }
}

/// A label that leads somewhere; `on` marks the current choice.
pub fn chip_link(text: &str, href: &str, on: bool) -> Markup {
    html! { a.chip href=(href) aria-current=[on.then_some("true")] { (text) } }
}

/// An active filter: a link to the same list without it.
pub fn removable(text: &str, href: &str) -> Markup {
    html! {
        a.chip.chip-on.chip-remove href=(href) { (text) (icon(icons::X)) span.vh { ", remove this filter" } }
    }
}

/// A count beside a word.
pub fn badge(count: u64) -> Markup {
    html! { span.badge { (count) } }
}

/// A key of the keyboard.
pub fn kbd(key: &str) -> Markup {
    html! { kbd.kbd { (key) } }
}
