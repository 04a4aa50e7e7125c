//! An answer with its evidence: numbered, highlighted spans.

use maud::{Markup, html};

/// How a span is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpanKind {
    /// The words cover a key point in part.
    Partly,
    /// The words cover a key point.
    Heard,
    /// The words contradict a key point or state a misconception.
    Contra,
}

impl SpanKind {
    fn class(self) -> &'static str {
        match self {
            Self::Partly => "ev ev-partly",
            Self::Heard => "ev",
            Self::Contra => "ev ev-contra",
        }
    }
}

/// One piece of evidence: bytes `start..end` of the answer, its number, its kind.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The number shown, shared with the verdict list.
    pub number: u16,
    /// How it is drawn.
    pub kind: SpanKind,
}

/// Draws the answer with numbered marks. Spans may overlap, touch or repeat; a span outside the
/// text is cut, and an edge inside a character moves to the next whole one, so that this never
/// fails. `prefix` makes the ids of the marks unique on a page with several answers: mark 3 is
/// `#{prefix}-3`.
pub fn answer_with_evidence(text: &str, spans: &[Span], prefix: &str) -> Markup {
    part_with_evidence(text, spans, prefix, &mut Vec::new())
}

/// The same for one of several texts that share their numbers. `seen` are the numbers whose mark
/// was drawn in an earlier part: a mark that goes on here does not get its id again.
pub fn part_with_evidence(text: &str, spans: &[Span], prefix: &str, seen: &mut Vec<u16>) -> Markup {
    let spans = clean(text, spans);
    let edges = edges(text, &spans);
    html! {
        div.answer-text data-ev=(prefix) {
            @for pair in edges.windows(2) {
                @if let [from, to] = *pair { (piece(text, &spans, (from, to), prefix, seen)) }
            }
        }
    }
}

/// Cuts spans to the text and to whole characters, and drops empty ones.
fn clean(text: &str, spans: &[Span]) -> Vec<Span> {
    let snap = |at: usize| {
        let at = at.min(text.len());
        (at..=text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len())
    };
    spans
        .iter()
        .map(|span| Span { start: snap(span.start), end: snap(span.end), ..*span })
        .filter(|span| span.start < span.end)
        .collect()
}

/// Every place where the set of active spans changes, in order.
fn edges(text: &str, spans: &[Span]) -> Vec<usize> {
    let mut edges = vec![0, text.len()];
    edges.extend(spans.iter().flat_map(|span| [span.start, span.end]));
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// One run of text under the same set of spans.
fn piece(
    text: &str,
    spans: &[Span],
    (from, to): (usize, usize),
    prefix: &str,
    seen: &mut Vec<u16>,
) -> Markup {
    let words = text.get(from..to).unwrap_or_default();
    let here: Vec<&Span> = spans.iter().filter(|s| s.start <= from && to <= s.end).collect();
    let Some(kind) = here.iter().map(|s| s.kind).max() else {
        return html! { (words) };
    };
    let mut numbers: Vec<u16> = here.iter().map(|s| s.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut ending: Vec<u16> = here.iter().filter(|s| s.end == to).map(|s| s.number).collect();
    ending.sort_unstable();
    ending.dedup();
    let fresh: Vec<u16> = numbers.iter().copied().filter(|n| !seen.contains(n)).collect();
    seen.extend(&fresh);
    let joined = numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(" ");
    html! {
        mark class=(kind.class()) data-n=(joined) {
            @for n in &fresh { span id={ (prefix) "-" (n) } tabindex="-1" {} }
            (words)
            @for n in &ending { sup { span.vh { " evidence " } (n) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize, number: u16) -> Span {
        Span { start, end, number, kind: SpanKind::Heard }
    }

    #[test]
    fn escapes_and_numbers() {
        let out = answer_with_evidence("a <b> c", &[span(2, 5, 1)], "ev").into_string();
        assert!(out.contains("&lt;b&gt;"), "{out}");
        assert!(out.contains(r#"id="ev-1""#), "{out}");
    }

    #[test]
    fn overlapping_spans_split_and_each_ends_once() {
        let out = answer_with_evidence("abcdefgh", &[span(0, 5, 1), span(3, 8, 2)], "ev").into_string();
        assert_eq!(out.matches("<mark").count(), 3, "{out}");
        assert_eq!(out.matches("<sup>").count(), 2, "{out}");
        assert!(out.contains(r#"data-n="1 2""#), "{out}");
    }

    #[test]
    fn a_mark_over_two_parts_has_one_id() {
        let mut seen = Vec::new();
        let first = part_with_evidence("abc", &[span(1, 3, 1)], "ev", &mut seen).into_string();
        let second = part_with_evidence("def", &[span(0, 2, 1)], "ev", &mut seen).into_string();
        assert!(first.contains(r#"id="ev-1""#) && !second.contains("id="), "{first}{second}");
    }

    #[test]
    fn bad_edges_never_panic() {
        let text = "naïve – ß";
        for start in 0..text.len() + 3 {
            for end in 0..text.len() + 3 {
                let out = answer_with_evidence(text, &[span(start, end, 1)], "e").into_string();
                assert!(out.contains('ß'));
            }
        }
    }
}
