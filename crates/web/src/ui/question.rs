//! Questions: rows of the bank, the question page, the answer box, layered details.

use maud::{Markup, html};

use super::chips::chip;
use super::meter::mastery;

/// One row of the bank.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The prompt or a short title.
    pub title: &'a str,
    /// Its page.
    pub href: &'a str,
    /// Small facts: level, topic, minutes, "has lab".
    pub meta: &'a [&'a str],
    /// Mastery from 0 to 4.
    pub steps: u8,
    /// Mastery in a word.
    pub state: &'a str,
}

/// The list of questions; `j`, `k` and Enter work on it.
pub fn question_rows(rows: &[Row<'_>]) -> Markup {
    let row = |row: &Row<'_>| {
        list_row(html! { (row.title) }, row.href, row.meta, None, mastery(row.steps, row.state))
    };
    self::rows(html! { @for one in rows { (row(one)) } })
}

/// A ruled list for [`list_row`]s; `j`, `k` and Enter work on it.
pub fn rows(inner: Markup) -> Markup {
    html! { ul.rows data-list { (inner) } }
}

/// One row of a ruled list: a title that leads somewhere, small facts, something below them, something at the end.
pub fn list_row(title: Markup, href: &str, meta: &[&str], below: Option<Markup>, end: Markup) -> Markup {
    html! {
        li.row data-item {
            p.row-title { a href=(href) { (title) } }
            p.row-meta { @for fact in meta { span { (fact) } } }
            @if let Some(below) = below { (below) }
            div.row-end { (end) }
        }
    }
}

/// Chips and the prompt in the display face. `heading` false draws a paragraph instead of the `h1`
/// (for a page that has another one).
pub fn question_header(facts: &[&str], prompt: &str, heading: bool) -> Markup {
    html! {
        div.q-meta { @for fact in facts { (chip(fact)) } }
        @if heading { h1.q-prompt { (prompt) } } @else { p.q-prompt { (prompt) } }
    }
}

/// What the answer box needs.
#[derive(Clone, Copy, Debug)]
pub struct AnswerBox<'a> {
    /// Name of the field and base of its id.
    pub name: &'a str,
    /// Accessible name: "Your answer".
    pub label: &'a str,
    /// Text so far (a draft from the server, or what was refused).
    pub value: &'a str,
    /// Shown while empty.
    pub placeholder: &'a str,
    /// Key of the draft on this device; unique per question or turn.
    pub draft_key: &'a str,
    /// Where drafts are posted, or `None` to keep them on the device.
    pub draft_url: Option<&'a str>,
    /// Message of a refused answer.
    pub error: Option<&'a str>,
}

/// The answer box. Put it inside a `form`; `tools` are the buttons at its lower edge (empty in the
/// room, where they stand in the footer). The key `a` focuses it, Ctrl+Enter submits the form.
pub fn answer_box(answer: &AnswerBox<'_>, tools: Markup) -> Markup {
    let error_id = format!("{}-error", answer.name);
    html! {
        gr-answer data-draft-key=(answer.draft_key) data-draft-url=[answer.draft_url] {
            // Above the box: below it, a footer or the keyboard of a phone may hide it.
            @if let Some(error) = answer.error { p.error id=(error_id) { (error) } }
            div.answer {
                label.vh for=(answer.name) { (answer.label) }
                textarea.textarea id=(answer.name) name=(answer.name) placeholder=(answer.placeholder) required
                    rows="6" spellcheck="true" data-key="a" data-focus[answer.error.is_some()]
                    aria-invalid=[answer.error.map(|_| "true")] aria-describedby=[answer.error.map(|_| &error_id)] {
                    "\n" (answer.value)
                }
                div.answer-tools {
                    span.num.js-only data-word-count {}
                    span.js-only data-save-state {}
                    (tools)
                }
            }
        }
    }
}

/// One layer that opens downward in normal flow. The key `o` opens the next, Shift+O all.
pub fn layer(title: &str, aside: Option<&str>, open: bool, body: Markup) -> Markup {
    html! {
        details.layer open[open] data-layer {
            summary { (title) @if let Some(aside) = aside { span.hint-of { (aside) } } }
            div { (body) }
        }
    }
}

/// Hints from mild to strong, one at a time; the key `h` opens the next.
pub fn hint_ladder(hints: &[&str]) -> Markup {
    html! {
        ol.hints {
            @for (i, hint) in hints.iter().enumerate() {
                li { details data-hint { summary { "Hint " (i + 1) " of " (hints.len()) } p { (hint) } } }
            }
        }
    }
}

/// Key points to tick by oneself, each `(value, sentence)`. Inside a form the ticks are posted.
pub fn checklist(name: &str, points: &[(&str, &str)]) -> Markup {
    html! {
        ul.checklist {
            @for (value, says) in points {
                li { label.check { input type="checkbox" name=(name) value=(value); span { (says) } } }
            }
        }
    }
}

/// Common mistakes, each `(mistake, why or what is better)`.
pub fn mistakes(items: &[(&str, &str)]) -> Markup {
    html! { ul.mistakes { @for (mistake, better) in items { li { strong { (mistake) } p.muted { (better) } } } } }
}
