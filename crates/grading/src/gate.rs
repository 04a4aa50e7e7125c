//! Answers that cannot be graded, and why.

use crate::evaluation::CannotScore;
use crate::guard::copied_share;
use crate::index::{Index, ratio};
use crate::text::{Text, Token};
use crate::words::Language;

/// Words that the shortest statement needs.
const WORDS_MIN: usize = 4;

/// Share of copied words above which an answer is the question said back.
const COPY_SHARE: f32 = 0.8;

/// An answer up to this many words that says "I don't know" says nothing else.
const ABSTENTION_WORDS_MAX: usize = 30;

/// Share of content words known to the rubric below which an answer with nothing heard is off topic.
const ON_TOPIC_MIN: f32 = 0.22;

/// Ways to say that one does not know.
const ABSTENTIONS: &[&[&str]] = &[
    &["do", "not", "know"],
    &["no", "idea"],
    &["not", "sure"],
    &["no", "clue"],
    &["never", "heard"],
    &["can", "not", "answer"],
    &["do", "not", "remember"],
    &["have", "not", "worked"],
    &["pass"],
    &["skip", "this"],
    &["next", "question"],
];

/// Common words of languages that share our letters. None of them is a common English word.
const OTHER_LANGUAGES: &str = "der die das und ist nicht ein eine mit auf für von den dem zu wird werden sich auch als wenn \
    le la les des est une pour dans que qui sur avec pas sont cette aux du et nous vous \
    el los las por para con una del como pero más muy esto está son sus cuando porque \
    il che di per sono della nel gli anche questo essere più \
    não uma com os mais isso são pelo pela quando também \
    het een van niet dat zijn voor met ook wordt naar \
    się nie jest na przez który ze dla oraz \
    och att det som för inte är av på en \
    ve bir bu için ile olarak değil daha";

/// Why the text cannot be graded, judged before anything is matched.
pub(crate) fn before_matching(
    answer: &str,
    text: &Text,
    copied: &[bool],
    language: &Language,
) -> Option<CannotScore> {
    if is_binary(answer) {
        return Some(CannotScore::NotText);
    }
    if text.tokens.is_empty() {
        return Some(if has_letters(answer) { CannotScore::AnotherLanguage } else { CannotScore::Empty });
    }
    if is_another_language(answer, &text.tokens, language) {
        return Some(CannotScore::AnotherLanguage);
    }
    if copied_share(copied) >= COPY_SHARE {
        return Some(CannotScore::CopyOfTheQuestion);
    }
    if abstains(&text.tokens) {
        return Some(CannotScore::DoesNotKnow);
    }
    let fresh = copied.iter().filter(|&&copied| !copied).count();
    (fresh < WORDS_MIN || text.content_count() < 2).then_some(CannotScore::TooShort)
}

/// Why an answer in which nothing was heard cannot be graded: nothing in it belongs to the question. `known` counts the
/// content words that the rubric knows.
pub(crate) fn is_off_topic(index: &Index, known: usize) -> bool {
    ratio(known, index.text.content_count()) < ON_TOPIC_MIN
}

/// Control characters, or characters that could not be decoded, in more than a stray place.
fn is_binary(answer: &str) -> bool {
    let (mut odd, mut all) = (0, 0);
    for c in answer.chars() {
        all += 1;
        odd += usize::from((c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || c == '\u{fffd}');
    }
    odd > 0 && ratio(odd, all) > 0.05
}

fn has_letters(answer: &str) -> bool {
    answer.chars().any(char::is_alphabetic)
}

fn is_another_language(answer: &str, tokens: &[Token], language: &Language) -> bool {
    let letters = answer.chars().filter(|c| c.is_alphabetic()).count();
    let latin = answer.chars().filter(|c| c.is_alphabetic() && is_latin(*c)).count();
    if letters >= 4 && ratio(latin, letters) < 0.5 {
        return true;
    }
    if tokens.len() < 6 {
        return false;
    }
    let foreign: std::collections::HashSet<&str> = OTHER_LANGUAGES.split_whitespace().collect();
    let others = tokens.iter().filter(|token| foreign.contains(token.word.as_str())).count();
    let english = tokens.iter().filter(|token| language.is_function(&token.word)).count();
    ratio(others, tokens.len()) > 0.12 && others > english
}

fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}')
}

fn abstains(tokens: &[Token]) -> bool {
    if tokens.len() > ABSTENTION_WORDS_MAX {
        return false;
    }
    let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
    let says = |phrase: &[&str]| {
        if phrase.len() == 1 {
            words.len() <= 3 && words.contains(&phrase[0])
        } else {
            words.windows(phrase.len()).any(|w| w == phrase)
        }
    };
    // "I do not know who sent the request, so I check a token" is an answer: only a short text abstains.
    let content = tokens.iter().filter(|token| !token.is_function).count();
    ABSTENTIONS.iter().any(|phrase| says(phrase)) && content <= 8
}
