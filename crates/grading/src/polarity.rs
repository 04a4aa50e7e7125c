//! Which words a negation reaches.

use crate::text::Token;
use crate::words::{IDLE_NEGATIONS, Language, REJECTIONS};

/// How many content words a negator reaches over.
const REACH: usize = 4;

/// Words that turn only the next content word: "less available", "hardly used".
const LESSENING: &[&str] = &["less", "fewer", "least", "hardly", "barely", "rarely", "seldom"];

/// Pronouns that begin a statement of their own.
const NEW_SUBJECTS: &[&str] = &["i", "you", "we", "they", "he", "she"];

/// Marks each word that stands in the scope of a negator.
///
/// A scope runs forward from the negator to the end of its clause, at most [`REACH`] content words. `not only`, `no matter`
/// and their like negate nothing, and neither does a negation inside a condition: "if it is not in the cache, ask the
/// database" does not deny the cache.
pub(crate) fn mark_negations(language: &Language, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let lessens = LESSENING.contains(&tokens[at].word.as_str());
        let Some(length) = negator_at(language, tokens, at).or(lessens.then_some(1)) else { continue };
        if in_condition(language, tokens, at) {
            continue;
        }
        mark_scope(language, tokens, at, length, if lessens { 1 } else { REACH });
    }
}

/// The length in words of the negator that begins at `at`, if one does.
fn negator_at(language: &Language, tokens: &[Token], at: usize) -> Option<usize> {
    let begins = |phrase: &[&str]| {
        phrase.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|token| token.word == *word))
    };
    let follows = |phrase: &[&str]| {
        phrase.iter().enumerate().all(|(i, word)| {
            let from = (at + 1).checked_sub(phrase.len());
            from.and_then(|from| tokens.get(from + i)).is_some_and(|token| token.word == *word)
        })
    };
    if IDLE_NEGATIONS.iter().any(|phrase| begins(phrase) || (phrase[0] != "not" && follows(phrase))) {
        return None;
    }
    if let Some(phrase) = REJECTIONS.iter().find(|phrase| begins(phrase)) {
        return Some(phrase.len());
    }
    language.is_negator(&tokens[at].word).then_some(1)
}

/// Whether a condition opened in the same clause a few words earlier.
pub(crate) fn in_condition(language: &Language, tokens: &[Token], at: usize) -> bool {
    tokens[..at]
        .iter()
        .rev()
        .take(6)
        .take_while(|token| token.clause == tokens[at].clause)
        .any(|token| language.opens_condition(&token.word))
        || language.opens_condition(&tokens[at].word)
}

fn mark_scope(language: &Language, tokens: &mut [Token], at: usize, length: usize, reach: usize) {
    let clause = tokens[at].clause;
    let mut reached = 0;
    for i in at + length..tokens.len() {
        let joins = matches!(tokens[i].word.as_str(), "and" | "or" | "then");
        let new_subject = joins && tokens.get(i + 1).is_some_and(|next| language.is_subject(&next.word));
        // In speech without punctuation a new subject is where the next statement begins: "no problem i'd have ...".
        let next_statement = reached > 0 && NEW_SUBJECTS.contains(&tokens[i].word.as_str());
        if tokens[i].clause != clause || new_subject || next_statement || reached == reach {
            return;
        }
        if !tokens[i].is_function {
            reached += 1;
        }
        // A second negator in the same scope lifts the first: "not without a lock".
        tokens[i].negated_by = match tokens[i].negated_by {
            Some(_) => None,
            None => Some(at),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::glossary::Glossary;
    use crate::text::Reader;

    fn negated(text: &str) -> Vec<String> {
        let read = Reader::new(&Glossary::default()).read(text);
        read.tokens.into_iter().filter(|t| t.negated_by.is_some() && !t.is_function).map(|t| t.word).collect()
    }

    #[test]
    fn a_negation_reaches_its_clause_and_no_further() {
        assert_eq!(
            negated("UDP does not guarantee delivery, but TCP retransmits"),
            ["guarantee", "delivery"]
        );
        assert_eq!(negated("use a lock instead of a version column"), ["version", "column"]);
        assert_eq!(negated("it isn't slow and it scales"), ["slow"]);
        assert_eq!(negated("TCP never loses order because it numbers bytes"), ["loses", "order"]);
    }

    #[test]
    fn some_negations_deny_nothing() {
        assert_eq!(negated("not only fast but cheap"), Vec::<String>::new());
        assert_eq!(negated("if it is not in the cache, read the table"), Vec::<String>::new());
        assert_eq!(negated("not without a lock"), Vec::<String>::new());
    }
}
