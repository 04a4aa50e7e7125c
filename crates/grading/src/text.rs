//! An answer as the engine reads it: words with their places, clauses and sentences.

use std::collections::HashMap;

use greenroom_core::Span;
use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::glossary::Glossary;
use crate::words::Language;

/// How many words of an answer are read; far above a long spoken answer (about 150 words a minute).
pub(crate) const WORDS_MAX: usize = 4_000;

/// A clause of more content words than this ends at its next grammar word: speech often comes without punctuation.
const CLAUSE_CONTENT_MAX: usize = 9;

/// One word of a text.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// Lower case, in one spelling.
    pub(crate) word: String,
    /// Its stem.
    pub(crate) stem: String,
    /// Where it stands in the text as given.
    pub(crate) span: Span,
    /// Number of its clause.
    pub(crate) clause: usize,
    /// Number of its sentence.
    pub(crate) sentence: usize,
    /// How many content words stand before it.
    pub(crate) content_index: usize,
    /// Whether it only carries grammar.
    pub(crate) is_function: bool,
    /// The negator in whose scope it stands, as a token index.
    pub(crate) negated_by: Option<usize>,
    /// The word that says that it is not needed, as a token index.
    pub(crate) dismissed_by: Option<usize>,
}

/// A text as words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    pub(crate) tokens: Vec<Token>,
    /// Whether hidden or look-alike characters were found.
    pub(crate) has_hidden: bool,
    /// How many times a comma, a line or a sentence ended.
    pub(crate) breaks: usize,
    /// Whether words beyond [`WORDS_MAX`] were left out.
    pub(crate) is_cut: bool,
}

impl Text {
    /// The span from the first to the last of the tokens `from..=to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        self.tokens[from].span.join(self.tokens[to].span)
    }

    /// How many words carry content.
    pub(crate) fn content_count(&self) -> usize {
        self.tokens.iter().filter(|token| !token.is_function).count()
    }
}

/// Reads texts. Rubric and answer go through the same reader, so that whatever it does it does to both.
pub(crate) struct Reader {
    pub(crate) language: Language,
    stemmer: Stemmer,
    /// First word of a phrase -> the phrases that begin so, longest first, with what is read in their place.
    rewrites: HashMap<String, Vec<Phrase>>,
}

/// The words of a phrase, and the words that are read in their place.
type Phrase = (Vec<String>, Vec<String>);

/// What ends a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Break {
    None,
    /// A colon, a bracket, a dash: a new clause, but no new item.
    Aside,
    Clause,
    Sentence,
}

/// A word before grammar is looked at.
struct Raw {
    word: String,
    span: Span,
    before: Break,
}

impl Reader {
    /// A reader that knows `glossary`.
    pub(crate) fn new(glossary: &Glossary) -> Self {
        let mut reader = Self {
            language: Language::english(),
            stemmer: Stemmer::create(Algorithm::English),
            rewrites: HashMap::new(),
        };
        for rewrite in &glossary.rewrites {
            let heard = plain_words(&rewrite.heard);
            let Some(first) = heard.first().cloned() else { continue };
            reader.rewrites.entry(first).or_default().push((heard, plain_words(&rewrite.meant)));
        }
        for phrases in reader.rewrites.values_mut() {
            phrases.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        reader
    }

    /// The stem of a word in one spelling.
    pub(crate) fn stem(&self, word: &str) -> String {
        self.stemmer.stem(word).into_owned()
    }

    /// Reads a text.
    pub(crate) fn read(&self, text: &str) -> Text {
        let (raw, has_hidden) = split(text);
        let raw = self.expand(raw);
        let raw = self.rewrite(&raw);
        let is_cut = raw.len() > WORDS_MAX;
        let mut read =
            Text { tokens: Vec::with_capacity(raw.len().min(WORDS_MAX)), has_hidden, breaks: 0, is_cut };
        let (mut clause, mut sentence, mut content) = (0, 0, 0);
        let (mut in_clause, mut paused) = (0, Break::None);
        for raw in raw.into_iter().take(WORDS_MAX) {
            if self.language.is_filler(&raw.word) {
                // Who says "um" pauses: in speech without punctuation that is the only comma there is.
                paused = stronger(stronger(paused, raw.before), Break::Clause);
                continue;
            }
            let before = stronger(raw.before, std::mem::replace(&mut paused, Break::None));
            let is_function = self.language.is_function(&raw.word);
            let opens =
                self.language.opens_clause(&raw.word) || (is_function && in_clause >= CLAUSE_CONTENT_MAX);
            read.breaks += usize::from(!read.tokens.is_empty() && raw.before >= Break::Clause);
            if !read.tokens.is_empty() {
                sentence += usize::from(before == Break::Sentence);
                if before != Break::None || opens {
                    (clause, in_clause) = (clause + 1, 0);
                }
            }
            in_clause += usize::from(!is_function);
            let word = self.language.spell(&raw.word);
            let stem = self.stem(&word);
            let (span, content_index) = (raw.span, content);
            content += usize::from(!is_function);
            read.tokens.push(Token {
                word,
                stem,
                span,
                clause,
                sentence,
                content_index,
                is_function,
                negated_by: None,
                dismissed_by: None,
            });
        }
        crate::polarity::mark_negations(&self.language, &mut read.tokens);
        crate::dismissal::mark_dismissals(&self.language, &mut read.tokens);
        read
    }

    /// Writes contractions out.
    fn expand(&self, raw: Vec<Raw>) -> Vec<Raw> {
        let mut out = Vec::with_capacity(raw.len());
        for raw in raw {
            let Some(words) = self.language.expand(&raw.word) else {
                out.push(raw);
                continue;
            };
            for (i, word) in words.into_iter().enumerate() {
                let before = if i == 0 { raw.before } else { Break::None };
                out.push(Raw { word, span: raw.span, before });
            }
        }
        out
    }

    /// Reads the glossary's phrases as what they mean.
    fn rewrite(&self, raw: &[Raw]) -> Vec<Raw> {
        let mut out = Vec::with_capacity(raw.len());
        let mut at = 0;
        while at < raw.len() {
            let Some((phrase, meant)) = self.phrase_at(raw, at) else {
                let Raw { word, span, before } = &raw[at];
                out.push(Raw { word: word.clone(), span: *span, before: *before });
                at += 1;
                continue;
            };
            let span = raw[at].span.join(raw[at + phrase - 1].span);
            for (i, word) in meant.iter().enumerate() {
                let before = if i == 0 { raw[at].before } else { Break::None };
                out.push(Raw { word: word.clone(), span, before });
            }
            at += phrase;
        }
        out
    }

    /// The longest glossary phrase that begins at `at`: its length and what it means.
    fn phrase_at(&self, raw: &[Raw], at: usize) -> Option<(usize, &[String])> {
        let phrases = self.rewrites.get(&raw[at].word)?;
        phrases.iter().find_map(|(heard, meant)| {
            let fits = heard.iter().enumerate().all(|(i, word)| {
                raw.get(at + i).is_some_and(|raw| raw.word == *word && (i == 0 || raw.before == Break::None))
            });
            fits.then_some((heard.len(), meant.as_slice()))
        })
    }
}

/// The words of a short text in lower case.
fn plain_words(text: &str) -> Vec<String> {
    split(text).0.into_iter().map(|raw| raw.word).collect()
}

/// Splits a text into lower-case words with their places, and says whether hidden characters were found.
fn split(text: &str) -> (Vec<Raw>, bool) {
    let mut words: Vec<Raw> = Vec::new();
    let (mut pending, mut has_hidden) = (Break::Sentence, false);
    let mut current = String::new();
    let (mut start, mut end) = (0, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        if is_hidden(c) {
            has_hidden = true;
            continue;
        }
        if belongs_to_word(c, &current, next) {
            if current.is_empty() {
                start = at;
            }
            end = at + c.len_utf8();
            current.extend(
                std::iter::once(c)
                    .nfkc()
                    .flat_map(char::to_lowercase)
                    .map(|c| if is_apostrophe(c) { '\'' } else { c }),
            );
            continue;
        }
        push(&mut words, &mut current, Span::new(start, end), &mut pending, &mut has_hidden);
        pending = stronger(pending, break_of(c, next));
    }
    push(&mut words, &mut current, Span::new(start, end), &mut pending, &mut has_hidden);
    (words, has_hidden)
}

/// Ends the current word, if there is one.
fn push(words: &mut Vec<Raw>, current: &mut String, span: Span, pending: &mut Break, has_hidden: &mut bool) {
    let (word, was_disguised) = undisguise(current.trim_matches('\''));
    current.clear();
    if word.is_empty() {
        return;
    }
    *has_hidden |= was_disguised;
    words.push(Raw { word, span, before: *pending });
    *pending = Break::None;
}

fn belongs_to_word(c: char, current: &str, next: Option<char>) -> bool {
    if c.is_alphanumeric() || is_mark(c) {
        return true;
    }
    let inside = !current.is_empty();
    let goes_on = next.is_some_and(char::is_alphanumeric);
    match c {
        '+' | '#' => inside && (current.len() <= 2) && !goes_on,
        '\'' | '’' | '`' => inside && goes_on,
        _ => false,
    }
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '’' | '`' | '\'')
}

/// Characters that show nothing: zero-width, direction marks, soft hyphens, tags.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

fn break_of(c: char, next: Option<char>) -> Break {
    match c {
        '\n' | '!' | '?' | ';' => Break::Sentence,
        '.' if next.is_none_or(char::is_whitespace) => Break::Sentence,
        '.' if next.is_some_and(|next| matches!(next, ')' | '"' | '”' | '*')) => Break::Sentence,
        ',' | '|' => Break::Clause,
        ':' | '(' | ')' | '—' | '–' => Break::Aside,
        _ => Break::None,
    }
}

fn stronger(a: Break, b: Break) -> Break {
    if a < b { b } else { a }
}

/// Reads a word of mixed scripts as the Latin word that it looks like.
fn undisguise(word: &str) -> (String, bool) {
    let has_latin = word.chars().any(|c| c.is_ascii_alphabetic());
    let has_other = word.chars().any(|c| latin_twin(c).is_some());
    if !(has_latin && has_other) {
        return (word.to_owned(), false);
    }
    (word.chars().map(|c| latin_twin(c).unwrap_or(c)).collect(), true)
}

/// The Latin letter that a Cyrillic or Greek letter looks like.
///
/// # Source
/// Unicode Technical Standard 39, confusables, the lower-case letters that matter here.
fn latin_twin(c: char) -> Option<char> {
    let (_, latin) = [
        ('а', 'a'),
        ('е', 'e'),
        ('о', 'o'),
        ('р', 'p'),
        ('с', 'c'),
        ('у', 'y'),
        ('х', 'x'),
        ('і', 'i'),
        ('ј', 'j'),
        ('ѕ', 's'),
        ('ԁ', 'd'),
        ('һ', 'h'),
        ('к', 'k'),
        ('ο', 'o'),
        ('α', 'a'),
        ('ν', 'v'),
        ('ι', 'i'),
        ('κ', 'k'),
    ]
    .into_iter()
    .find(|&(twin, _)| twin == c)?;
    Some(latin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Rewrite;

    fn reader() -> Reader {
        let rewrite = |heard: &str, meant: &str| Rewrite { heard: heard.into(), meant: meant.into() };
        Reader::new(&Glossary {
            rewrites: vec![
                rewrite("sequel", "sql"),
                rewrite("post gres", "postgres"),
                rewrite("k8s", "kubernetes"),
            ],
            ..Glossary::default()
        })
    }

    fn words(text: &str) -> Vec<String> {
        reader().read(text).tokens.into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn words_are_cut_as_people_write_them() {
        assert_eq!(words("C++ and C#, Node.js!"), ["c++", "and", "c#", "node", "js"]);
        assert_eq!(words("at-least-once"), ["at", "least", "once"]);
        assert_eq!(words("It doesn’t retry"), ["it", "does", "not", "retry"]);
        assert_eq!(words("um, so uh sequel on post gres"), ["so", "sql", "on", "postgres"]);
    }

    #[test]
    fn spans_point_into_the_text_as_given() {
        let text = "Über-große ﬁle: K8s runs";
        let read = reader().read(text);
        let quotes: Vec<_> = read.tokens.iter().map(|t| t.span.quote(text).unwrap_or("?")).collect();
        assert_eq!(quotes, ["Über", "große", "ﬁle", "K8s", "runs"]);
        assert_eq!(read.tokens[2].word, "file");
        assert_eq!(read.tokens[3].word, "kubernetes");
    }

    #[test]
    fn disguises_are_seen_through() {
        let read = reader().read("c\u{200b}a\u{0441}he");
        assert_eq!(read.tokens[0].word, "cache");
        assert!(read.has_hidden);
        assert!(!reader().read("кэш").has_hidden);
    }

    #[test]
    fn sentences_and_clauses_are_told_apart() {
        let read = reader().read("One thing, another thing. Node.js v1.2 is third");
        let at = |word: &str| read.tokens.iter().find(|t| t.word == word).map(|t| (t.sentence, t.clause));
        assert_eq!(at("another"), Some((0, 1)));
        assert_eq!(at("node"), Some((1, 2)));
        assert_eq!(at("third"), Some((1, 2)));
    }
}
