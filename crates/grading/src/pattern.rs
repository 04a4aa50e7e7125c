//! Alternatives as they are written in a rubric, and where they occur in an answer.

use crate::index::Index;
use crate::text::Reader;
use crate::vocabulary::Vocabulary;

/// How many other words may stand between the words of a phrase.
const PHRASE_SLACK: usize = 3;

/// Words that never matter inside a phrase.
const ARTICLES: &[&str] =
    &["a", "an", "the", "its", "their", "your", "our", "my", "this", "that", "these", "those"];

/// One way to say one idea.
#[derive(Debug, Clone)]
pub(crate) struct Alternative {
    parts: Vec<Part>,
    /// Whether the parts must follow each other directly.
    is_adjacent: bool,
}

/// One word of an alternative.
#[derive(Debug, Clone)]
enum Part {
    Stem(String),
    Prefix(String),
    Exact(String),
}

/// Where an alternative occurs: the places of its words, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) places: Vec<usize>,
}

impl Occurrence {
    pub(crate) fn first(&self) -> usize {
        self.places[0]
    }

    pub(crate) fn last(&self) -> usize {
        self.places[self.places.len() - 1]
    }
}

impl Alternative {
    /// Reads an alternative as docs/content-format.md describes it, adding its words to `vocabulary`. `None` if it holds
    /// no word.
    pub(crate) fn parse(written: &str, reader: &Reader, vocabulary: &mut Vocabulary) -> Option<Self> {
        let quoted = written.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let mut parts = Vec::new();
        for word in mark_forms(quoted.unwrap_or(written)) {
            match word {
                Form::Prefix(prefix) => parts.push(Part::Prefix(prefix)),
                Form::Exact(word) => parts.push(Part::Exact(word)),
                Form::Plain(text) => {
                    for token in reader.read(&text).tokens {
                        if quoted.is_none() && ARTICLES.contains(&token.word.as_str()) {
                            continue;
                        }
                        vocabulary.add(&token.word, &token.stem);
                        parts.push(Part::Stem(token.stem));
                    }
                }
            }
        }
        (!parts.is_empty()).then_some(Self { parts, is_adjacent: quoted.is_some() })
    }

    /// The stem, if the alternative is a single word.
    pub(crate) fn single_stem(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [Part::Stem(stem)] => Some(stem),
            _ => None,
        }
    }

    /// All places where it occurs.
    pub(crate) fn occurrences(&self, index: &Index) -> Vec<Occurrence> {
        let mut places: Vec<Vec<usize>> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let found = part.places(index);
            if found.is_empty() {
                return Vec::new();
            }
            places.push(found);
        }
        if let [only] = places.as_slice() {
            return only.iter().map(|&at| Occurrence { places: vec![at] }).collect();
        }
        if self.is_adjacent { adjacent(index, &places) } else { nearby(index, &places) }
    }
}

impl Part {
    fn places(&self, index: &Index) -> Vec<usize> {
        match self {
            Self::Stem(stem) => index.stem(stem).to_vec(),
            Self::Prefix(prefix) => index.prefix(prefix),
            Self::Exact(word) => index.word(word).to_vec(),
        }
    }
}

enum Form {
    Plain(String),
    Prefix(String),
    Exact(String),
}

/// Tells the marked words (`dedup*`, `=acid`) of an alternative from the plain ones.
fn mark_forms(written: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for word in written.split_whitespace() {
        if let Some(prefix) = word.strip_suffix('*') {
            forms.push(Form::Prefix(prefix.to_lowercase()));
        } else if let Some(exact) = word.strip_prefix('=') {
            forms.push(Form::Exact(exact.to_lowercase()));
        } else if let Some(Form::Plain(text)) = forms.last_mut() {
            text.push(' ');
            text.push_str(word);
        } else {
            forms.push(Form::Plain(word.to_owned()));
        }
    }
    forms
}

/// Occurrences of words that follow each other; articles that were not asked for may stand between them.
fn adjacent(index: &Index, places: &[Vec<usize>]) -> Vec<Occurrence> {
    places[0].iter().filter_map(|&start| run_from(index, start, &places[1..])).collect()
}

/// The occurrence that begins at `start`, if the words in `places` follow it.
fn run_from(index: &Index, start: usize, places: &[Vec<usize>]) -> Option<Occurrence> {
    let tokens = &index.text.tokens;
    let mut run = vec![start];
    let mut next = start + 1;
    for part in places {
        let is_article = |at: usize| ARTICLES.contains(&tokens[at].word.as_str());
        while next < tokens.len() && is_article(next) && part.binary_search(&next).is_err() {
            next += 1;
        }
        let fits = next < tokens.len()
            && part.binary_search(&next).is_ok()
            && tokens[next].sentence == tokens[start].sentence;
        if !fits {
            return None;
        }
        run.push(next);
        next += 1;
    }
    Some(Occurrence { places: run })
}

/// Occurrences of words that stand close together, in any order, in one sentence.
fn nearby(index: &Index, places: &[Vec<usize>]) -> Vec<Occurrence> {
    let tokens = &index.text.tokens;
    let reach = places.len() + PHRASE_SLACK;
    let Some(rarest) = (0..places.len()).min_by_key(|&part| places[part].len()) else { return Vec::new() };
    let mut found = Vec::new();
    'anchors: for &anchor in &places[rarest] {
        let mut run = vec![anchor];
        for (part, candidates) in places.iter().enumerate() {
            if part == rarest {
                continue;
            }
            let nearest = candidates
                .iter()
                .copied()
                .filter(|&at| !run.contains(&at) && tokens[at].sentence == tokens[anchor].sentence)
                .min_by_key(|&at| (at.abs_diff(anchor), at));
            match nearest {
                Some(at) if at.abs_diff(anchor) < reach => run.push(at),
                _ => continue 'anchors,
            }
        }
        run.sort_unstable();
        if run[run.len() - 1] - run[0] < reach {
            found.push(Occurrence { places: run });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Glossary;

    fn quotes(alternative: &str, answer: &str) -> Vec<String> {
        let reader = Reader::new(&Glossary::default());
        let mut vocabulary = Vocabulary::default();
        let alternative = Alternative::parse(alternative, &reader, &mut vocabulary).expect("it holds words");
        let index = Index::new(reader.read(answer), &[], &vocabulary);
        let quote =
            |o: &Occurrence| index.text.span(o.first(), o.last()).quote(answer).unwrap_or("?").to_owned();
        alternative.occurrences(&index).iter().map(quote).collect()
    }

    #[test]
    fn each_form_is_heard_where_it_should_be() {
        assert_eq!(quotes("retry", "retries, retried and retrying"), ["retries", "retried", "retrying"]);
        assert_eq!(quotes("dedup*", "a deduplication table"), ["deduplication"]);
        assert_eq!(quotes("unique id", "an id that is unique per call"), ["id that is unique"]);
        assert_eq!(quotes("unique id", "a unique name. The id is new"), Vec::<String>::new());
        assert_eq!(quotes("\"same id\"", "the same id, not the id and the same"), ["same id"]);
        assert_eq!(quotes("=acid", "ACID and acids"), ["ACID"]);
        assert_eq!(quotes("not stored", "it isn't stored"), ["isn't stored"]);
        assert_eq!(quotes("idempotency", "idempotancy"), ["idempotancy"]);
    }
}
