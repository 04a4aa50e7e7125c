//! The filter bar of a list: a plain GET form, so that the address carries all state.

use maud::{Markup, html};

use super::chips::removable;
use super::icons::{self, icon};

/// The search field; the key `/` goes here.
pub fn search_field(name: &str, value: &str, label: &str) -> Markup {
    html! {
        div.field.searchbox-field {
            label.label for="search" { (label) }
            div.searchbox {
                (icon(icons::SEARCH))
                input.input #search type="search" name=(name) value=(value) autocomplete="off" data-search;
                kbd.kbd aria-hidden="true" { "/" }
            }
        }
    }
}

/// One filter: `(value, label)` options, the chosen value.
pub fn filter_select(name: &str, label: &str, options: &[(&str, &str)], chosen: &str) -> Markup {
    html! {
        div.field {
            label.label for={ "filter-" (name) } { (label) }
            select.select id={ "filter-" (name) } name=(name) data-autosubmit {
                @for (value, text) in options { option value=(value) selected[*value == chosen] { (text) } }
            }
        }
    }
}

/// The filters in force, each `(label, address without it)`, and a link that clears all.
pub fn active_filters(filters: &[(&str, &str)], clear: &str) -> Markup {
    html! {
        @if !filters.is_empty() {
            div.active-filters {
                @for (label, href) in filters { (removable(label, href)) }
                a.small href=(clear) { "Clear all" }
            }
        }
    }
}
