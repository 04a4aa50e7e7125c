//! Data: definition lists, numbers, tables, code.

use maud::{Markup, html};

use super::icons::{self, icon};

/// Names and values in two columns.
pub fn kv(pairs: &[(&str, Markup)]) -> Markup {
    html! { dl.kv { @for (name, value) in pairs { dt { (name) } dd { (value) } } } }
}

/// Big numbers with a small name each: `stats(&[("Answers", "42")])`.
pub fn stats(pairs: &[(&str, &str)]) -> Markup {
    html! { dl.stats { @for (name, value) in pairs { div { dt { (name) } dd { (value) } } } } }
}

/// A table that scrolls inside itself on narrow screens. The first cell of a row is its header.
pub fn table(caption: &str, heads: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div.table-wrap role="region" aria-label=(caption) tabindex="0" {
            table.table {
                caption.vh { (caption) }
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (i, cell) in row.iter().enumerate() {
                                @if i == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Code with a copy button. `id` must be unique on the page.
pub fn code_block(id: &str, code: &str) -> Markup {
    html! {
        div.code {
            button.btn.btn-small.js-only type="button" data-copy={ "#" (id) } { (icon(icons::COPY)) "Copy" }
            pre tabindex="0" { code id=(id) { (code) } }
        }
    }
}

/// The head of one endpoint on the API page: method and path, with a stable anchor.
pub fn endpoint_head(id: &str, method: &str, path: &str) -> Markup {
    html! { h3 id=(id) { span.method data-method=(method) { (method) } a.link-quiet href={ "#" (id) } { (path) } } }
}
