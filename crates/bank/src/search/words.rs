//! Words of a text with their places, and how well one word answers to another.

use greenroom_core::Span;

/// One word, in lower case, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) span: Span,
}

/// How well a word of a text answers to a word that is looked for; the better the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// One slip of the fingers away.
    Typo,
    /// It goes on after the word that is looked for.
    Prefix,
    /// The same word in another form.
    Inflected,
    /// The very word.
    Exact,
}

/// Words shorter than this are never taken for a typo.
const TYPO_CHARS_MIN: usize = 4;

/// Words shorter than this are not looked for by their beginning.
const PREFIX_CHARS_MIN: usize = 2;

/// Two words that begin with this many equal letters ...
const COMMON_MIN: usize = 6;

/// ... and then differ in at most this many are forms of one word: `idempotent`, `idempotency`.
const ENDING_MAX: usize = 3;

/// Splits a text into its words: runs of letters and digits, and `+` or `#` behind one (`c++`, `c#`).
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (start, belongs(c, start.is_some())) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push(word(text, from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        found.push(word(text, from, text.len()));
    }
    found
}

fn belongs(c: char, inside: bool) -> bool {
    c.is_alphanumeric() || (inside && matches!(c, '+' | '#'))
}

fn word(text: &str, start: usize, end: usize) -> Word {
    Word { text: text[start..end].to_lowercase(), span: Span::new(start, end) }
}

/// How well `word` answers to `wanted`; `None` if not at all.
pub(crate) fn likeness(word: &str, wanted: &str) -> Option<Likeness> {
    if word == wanted {
        return Some(Likeness::Exact);
    }
    if root(word) == root(wanted) || is_same_family(word, wanted) {
        return Some(Likeness::Inflected);
    }
    let length = wanted.chars().count();
    if length >= PREFIX_CHARS_MIN && word.starts_with(wanted) {
        return Some(Likeness::Prefix);
    }
    (length >= TYPO_CHARS_MIN && is_one_slip(word, wanted)).then_some(Likeness::Typo)
}

/// A word without its ending, if enough of it stays.
fn root(word: &str) -> &str {
    const ENDINGS: &[&str] = &["ing", "es", "ed", "e", "s"];
    ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|root| root.len() >= 3).unwrap_or(word)
}

fn is_same_family(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    common >= COMMON_MIN && a.len() - common <= ENDING_MAX && b.len() - common <= ENDING_MAX
}

/// Whether one letter left out, added or changed, or two neighbours swapped, makes the one word the other.
fn is_one_slip(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    match (a, b) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a1, a2], [b1, b2]) => a1 == b2 && a2 == b1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_places() {
        let text = "Über C++, not-null";
        let quotes: Vec<_> = words(text).iter().filter_map(|word| word.span.quote(text)).collect();
        assert_eq!(quotes, ["Über", "C++", "not", "null"]);
    }

    #[test]
    fn words_answer_to_words() {
        use Likeness::{Exact, Inflected, Prefix, Typo};
        for (word, wanted, want) in [
            ("cache", "cache", Some(Exact)),
            ("caching", "cache", Some(Inflected)),
            ("indexes", "index", Some(Inflected)),
            ("idempotency", "idempotent", Some(Inflected)),
            ("kubernetes", "kube", Some(Prefix)),
            ("redis", "rediss", Some(Typo)),
            ("kafka", "kafak", Some(Typo)),
            ("queue", "queu", Some(Inflected)),
            ("queue", "quue", Some(Typo)),
            ("sql", "sqs", None),
            ("authentication", "authorization", None),
            ("cap", "cat", None),
        ] {
            assert_eq!(likeness(word, wanted), want, "{word} for {wanted}");
        }
    }
}
