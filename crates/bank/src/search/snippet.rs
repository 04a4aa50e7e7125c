//! The piece of a model answer that shows why it was found.

use greenroom_core::Span;

/// How long a snippet is, about.
const BYTES: usize = 180;

/// How much of it stands before the first word found.
const LEAD_BYTES: usize = 50;

/// A piece of a model answer on one line, without its Markdown signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The piece.
    pub text: String,
    /// Where the words that were looked for stand in it, ascending.
    pub marks: Vec<Span>,
    /// Whether something of the answer stands before it.
    pub is_cut_before: bool,
    /// Whether something of the answer stands behind it.
    pub is_cut_after: bool,
}

/// Cuts out the piece with the most marks; `None` if there are none.
pub(crate) fn cut(answer: &str, marks: &[Span]) -> Option<Snippet> {
    let held = |first: &Span| {
        marks.iter().filter(|m| m.start >= first.start && m.end <= first.start + BYTES - LEAD_BYTES).count()
    };
    let (mut best, mut most) = (*marks.first()?, 0);
    for mark in marks {
        if held(mark) > most {
            (best, most) = (*mark, held(mark));
        }
    }
    let start = word_start(answer, best.start.saturating_sub(LEAD_BYTES), best.start);
    let end = word_end(answer, (start + BYTES).max(best.end));
    let (text, marks) = flatten(answer, start, end, marks);
    Some(Snippet { text, marks, is_cut_before: start > 0, is_cut_after: end < answer.len() })
}

/// The beginning of the first whole word at or behind `from`.
fn word_start(text: &str, from: usize, at_most: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let blank = text.char_indices().find(|&(at, c)| at + c.len_utf8() > from && c.is_whitespace());
    blank.map_or(at_most, |(at, c)| at + c.len_utf8()).min(at_most)
}

/// The end of the last whole word before `until`.
fn word_end(text: &str, until: usize) -> usize {
    text.char_indices().find(|&(at, c)| at >= until && c.is_whitespace()).map_or(text.len(), |(at, _)| at)
}

/// Copies a piece of Markdown onto one line, and moves the marks with it.
fn flatten(answer: &str, start: usize, end: usize, marks: &[Span]) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(end - start);
    let mut moved: Vec<Span> = Vec::new();
    for (offset, c) in answer[start..end].char_indices() {
        let at = start + offset;
        if let Some(mark) = marks.iter().find(|mark| (mark.start..mark.end).contains(&at)) {
            let fresh = Span::new(text.len(), text.len() + c.len_utf8());
            match moved.last_mut() {
                Some(last) if at > mark.start => *last = last.join(fresh),
                _ => moved.push(fresh),
            }
            text.push(c);
        } else if c.is_whitespace() {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
        } else if !matches!(c, '`' | '*' | '#' | '|') {
            text.push(c);
        }
    }
    text.truncate(text.trim_end().len());
    (text, moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(answer: &str, word: &str) -> (String, Vec<String>) {
        let marks: Vec<Span> =
            answer.match_indices(word).map(|(at, w)| Span::new(at, at + w.len())).collect();
        let snippet = cut(answer, &marks).expect("it holds the word");
        let quotes = snippet.marks.iter().filter_map(|m| m.quote(&snippet.text)).map(str::to_owned).collect();
        (snippet.text, quotes)
    }

    #[test]
    fn a_snippet_is_one_line_of_whole_words() {
        let answer = format!(
            "{} A **cache** keeps\n\n- `cached` values. {}",
            "Früher ".repeat(30),
            "später ".repeat(60)
        );
        let (text, quotes) = marked(&answer, "cache");
        assert_eq!(quotes, ["cache", "cache"]);
        assert!(text.contains("A cache keeps - cached values. später"), "{text}");
        assert!(text.starts_with("Früher") && text.ends_with("später"), "{text}");
    }

    #[test]
    fn a_short_answer_is_shown_whole() {
        let snippet = cut("a cache", &[Span::new(2, 7)]).expect("it holds the word");
        assert!(!snippet.is_cut_before && !snippet.is_cut_after);
        assert_eq!(cut("a cache", &[]), None);
    }
}
