//! The turns of a question with the evidence in them.
//!
//! An evaluation reads all that was said to a question as one text: the answers in order, with an empty line between
//! them. Its evidence is bytes of that text; here it goes back to the turn that it was said in.

use greenroom_interview::{Turn, TurnKind};
use maud::{Markup, html};

use crate::pages::shared::evaluation as shown;
use crate::pages::shared::evaluation::View;
use crate::ui::evidence::{Span, part_with_evidence};

/// What stands between the answers in the text that was graded.
const JOINT: &str = "\n\n";

/// The turns in order, each with what was asked (if it was a follow-up) and what was said.
pub(super) fn answers(turns: &[Turn], view: Option<&View<'_>>) -> Markup {
    let parts = view.and_then(|view| parts(turns, &view.record.answer, &view.spans()));
    let mut seen = Vec::new();
    html! {
        @if let (Some(view), None) = (view, &parts) {
            // The turns are not what was graded, which can only be after a change of ours: show what was graded.
            (shown::answer(view))
        } @else {
            @for (at, turn) in turns.iter().enumerate() {
                div.said-turn {
                    @if turn.kind != TurnKind::Main {
                        p.said-ask { span.small.muted { "Follow-up" } " " (turn.prompt) }
                    }
                    @match (&turn.answer, view, &parts) {
                        (Some(answer), Some(view), Some(parts)) => {
                            (part_with_evidence(&answer.text, parts.get(at).map_or(&[], Vec::as_slice), view.prefix(), &mut seen))
                        },
                        (Some(answer), _, _) => p.answer-text { (answer.text) },
                        (None, _, _) if turn.is_skipped => p.muted { "Skipped." },
                        (None, _, _) => p.muted { "Not answered." },
                    }
                }
            }
        }
    }
}

/// The evidence of each turn, as bytes of its own answer; `None` if the answers are not the text that was graded.
fn parts(turns: &[Turn], graded: &str, spans: &[Span]) -> Option<Vec<Vec<Span>>> {
    let texts: Vec<&str> =
        turns.iter().map(|turn| turn.answer.as_ref().map_or("", |answer| answer.text.as_str())).collect();
    split(&texts, &turns.iter().map(|turn| turn.answer.is_some()).collect::<Vec<_>>(), graded, spans)
}

/// As [`parts`], over plain texts; `is_said` tells an empty answer from none.
fn split(texts: &[&str], is_said: &[bool], graded: &str, spans: &[Span]) -> Option<Vec<Vec<Span>>> {
    let said: Vec<&str> =
        texts.iter().zip(is_said).filter(|(_, said)| **said).map(|(text, _)| *text).collect();
    if said.join(JOINT) != graded {
        return None;
    }
    let mut begin = 0;
    let parts = texts.iter().zip(is_said).map(|(text, said)| {
        if !said {
            return Vec::new();
        }
        let (from, to) = (begin, begin + text.len());
        begin = to + JOINT.len();
        spans.iter().filter_map(|span| within(*span, from, to)).collect()
    });
    Some(parts.collect())
}

/// The part of a span that lies in `from..to`, counted from `from`.
fn within(span: Span, from: usize, to: usize) -> Option<Span> {
    let (start, end) = (span.start.max(from), span.end.min(to));
    (start < end).then(|| Span { start: start - from, end: end - from, ..span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::evidence::SpanKind;

    fn span(start: usize, end: usize) -> Span {
        Span { start, end, number: 1, kind: SpanKind::Heard }
    }

    fn ranges(parts: &[Vec<Span>]) -> Vec<Vec<(usize, usize)>> {
        parts.iter().map(|part| part.iter().map(|span| (span.start, span.end)).collect()).collect()
    }

    #[test]
    fn evidence_goes_back_to_its_turn() {
        // "ab", then a skipped turn, then "cdé".
        let graded = "ab\n\ncdé";
        let spans = [span(0, 2), span(4, 8), span(1, 5), span(2, 4)];
        let parts = split(&["ab", "", "cdé"], &[true, false, true], graded, &spans).expect("the same text");
        assert_eq!(ranges(&parts), [vec![(0, 2), (1, 2)], vec![], vec![(0, 4), (0, 1)]]);
    }

    #[test]
    fn an_empty_answer_keeps_its_place() {
        let parts = split(&["", "x"], &[true, true], "\n\nx", &[span(2, 3)]).expect("the same text");
        assert_eq!(ranges(&parts), [vec![], vec![(0, 1)]]);
    }

    #[test]
    fn another_text_is_not_forced_onto_the_turns() {
        assert!(split(&["ab"], &[true], "abc", &[span(0, 1)]).is_none());
    }
}
