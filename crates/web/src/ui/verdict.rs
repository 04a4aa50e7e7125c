//! Verdicts: what the answer said, said in part, left out or got wrong.

use maud::{Markup, html};

use super::icons::{self, Icon, icon};

/// The verdict on one key point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Said.
    Heard,
    /// Said in part.
    Partly,
    /// Not said.
    NotHeard,
    /// The opposite was said.
    Contradicted,
}

impl Verdict {
    /// As shown.
    pub fn word(self) -> &'static str {
        match self {
            Self::Heard => "Heard",
            Self::Partly => "Partly",
            Self::NotHeard => "Not heard",
            Self::Contradicted => "Contradicted",
        }
    }

    fn look(self) -> (&'static str, Icon) {
        match self {
            Self::Heard => ("verdict verdict-heard", icons::CIRCLE_CHECK),
            Self::Partly => ("verdict verdict-partly", icons::CIRCLE_DOT),
            Self::NotHeard => ("verdict verdict-missing", icons::CIRCLE_DASHED),
            Self::Contradicted => ("verdict verdict-contra", icons::CIRCLE_X),
        }
    }
}

/// One key point with its verdict.
#[derive(Clone, Copy, Debug)]
pub struct Point<'a> {
    /// What a good answer says.
    pub says: &'a str,
    /// The verdict.
    pub verdict: Verdict,
    /// Numbers of the evidence marks in the answer (see [`super::evidence`]).
    pub evidence: &'a [u16],
    /// The words that were found, or empty.
    pub quote: &'a str,
    /// A sentence that helps: what is missing, the correction; or empty.
    pub note: &'a str,
    /// What an interviewer would ask next about it, or empty.
    pub ask: &'a str,
    /// Id of the row, so that other parts of the page can point at it; or empty.
    pub anchor: &'a str,
}

/// The list of verdicts. `prefix` is the id prefix given to the evidence marks of this answer.
pub fn verdict_list(points: &[Point<'_>], prefix: &str) -> Markup {
    html! { ul.verdicts { @for point in points { (verdict_row(point, prefix)) } } }
}

fn verdict_row(point: &Point<'_>, prefix: &str) -> Markup {
    let (class, glyph) = point.verdict.look();
    let numbers: Vec<String> = point.evidence.iter().map(u16::to_string).collect();
    let numbers = numbers.join(" ");
    html! {
        li class=(class) id=[(!point.anchor.is_empty()).then_some(point.anchor)]
            data-kp=[(!numbers.is_empty()).then_some(&numbers)] data-ev=(prefix) {
            (icon(glyph))
            p.says { (point.says) }
            p.state {
                (point.verdict.word())
                @for n in point.evidence { " " (evidence_link(*n, prefix)) }
            }
            @if !point.quote.is_empty() { p.quote { "You said " q { (point.quote) } } }
            @if !point.note.is_empty() { p.quote { (point.note) } }
            @if !point.ask.is_empty() { p.quote.ask { "Asked next: " em { (point.ask) } } }
        }
    }
}

/// A link to a numbered mark in the answer.
pub fn evidence_link(number: u16, prefix: &str) -> Markup {
    html! { a.ev-link href={ "#" (prefix) "-" (number) } { span.vh { "evidence " } (number) } }
}

/// A mistaken idea that was heard.
#[derive(Clone, Copy, Debug)]
pub struct Misheard<'a> {
    /// The mistake in our words.
    pub says: &'a str,
    /// Number of the evidence mark.
    pub evidence: u16,
    /// What is right instead.
    pub correction: &'a str,
    /// Id of the row, or empty.
    pub anchor: &'a str,
}

/// The mistaken ideas that were heard, each with what is right instead.
pub fn misheard_list(items: &[Misheard<'_>], prefix: &str) -> Markup {
    let (class, glyph) = Verdict::Contradicted.look();
    html! {
        ul.verdicts {
            @for item in items {
                li class=(class) id=[(!item.anchor.is_empty()).then_some(item.anchor)]
                    data-kp=(item.evidence) data-ev=(prefix) {
                    (icon(glyph))
                    p.says { (item.says) }
                    p.state { "Not so " (evidence_link(item.evidence, prefix)) }
                    p.quote { strong { "Instead: " } (item.correction) }
                }
            }
        }
    }
}
