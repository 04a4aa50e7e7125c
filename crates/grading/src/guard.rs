//! Guards against answers that only look good.

use greenroom_core::Span;

use crate::evaluation::{Guard, GuardNote};
use crate::index::{Index, ratio};
use crate::text::{Text, Token};

/// This many words of the prompt in a row are a copy of it.
const COPY_RUN: usize = 5;

/// Words below which a heap is not told from a short answer.
const HEAP_WORDS_MIN: usize = 8;

/// Share of grammar words below which a text is a heap. English prose has about 0.45; telegraphic notes about 0.25.
const HEAP_GRAMMAR_MAX: f32 = 0.12;

/// Share of words in lists above which the whole is a heap.
const HEAP_LISTED_MIN: f32 = 0.6;

/// A text of fragments of at most this many words on average, set apart by commas or lines, is a heap. Prose has ten or
/// more words between two signs.
const HEAP_FRAGMENT_WORDS_MAX: usize = 3;

/// Fragments of at most this many words on average are a heap whatever they are made of.
const SHREDS_WORDS_MAX: usize = 2;

/// Share of grammar words up to which fragments are no statements: "metrics (what is wrong), logs (why)" says something.
const CHOPPED_GRAMMAR_MAX: f32 = 0.25;

/// A text of this many sentences of at most this many words on average is in telegram style ...
const TELEGRAM_SENTENCES_MIN: usize = 3;
const TELEGRAM_WORDS_MAX: usize = 14;

/// ... and a heap only with less grammar than this.
const TELEGRAM_GRAMMAR_MAX: f32 = 0.06;

/// So many signs at least: a short answer may be one list.
const HEAP_BREAKS_MIN: usize = 7;

/// Phrases addressed to a grader. They do nothing here; the note is for people and for optional models.
const INSTRUCTIONS: &[&[&str]] = &[
    &["ignore", "all", "previous"],
    &["ignore", "previous", "instructions"],
    &["ignore", "the", "rubric"],
    &["ignore", "your", "instructions"],
    &["disregard", "previous"],
    &["disregard", "the", "above"],
    &["give", "me", "full", "marks"],
    &["give", "full", "marks"],
    &["give", "me", "100"],
    &["score", "this", "100"],
    &["you", "are", "a", "grader"],
    &["system", "prompt"],
];

/// Marks the words of `text` that repeat [`COPY_RUN`] or more words of the prompt in its order.
pub(crate) fn mark_copies(text: &Text, prompt: &[String]) -> Vec<bool> {
    let mut copied = vec![false; text.tokens.len()];
    if prompt.len() < COPY_RUN {
        return copied;
    }
    for start in 0..text.tokens.len().saturating_sub(COPY_RUN - 1) {
        let run = &text.tokens[start..start + COPY_RUN];
        let is_copy = prompt
            .windows(COPY_RUN)
            .any(|window| window.iter().zip(run).all(|(want, token)| *want == token.stem));
        if is_copy {
            copied[start..start + COPY_RUN].fill(true);
        }
    }
    copied
}

/// The share of words that were copied, 0 to 1.
pub(crate) fn copied_share(copied: &[bool]) -> f32 {
    ratio(copied.iter().filter(|&&copied| copied).count(), copied.len())
}

/// Whether the whole answer is words in a heap.
pub(crate) fn is_heap(index: &Index) -> bool {
    let tokens = &index.text.tokens;
    if tokens.len() < HEAP_WORDS_MIN {
        return false;
    }
    let grammar = tokens.iter().filter(|token| token.is_function).count();
    let grammar = ratio(grammar, tokens.len());
    let fragments_of = |words: usize| index.text.breaks * words >= tokens.len();
    let is_chopped = index.text.breaks >= HEAP_BREAKS_MIN
        && (fragments_of(SHREDS_WORDS_MAX)
            || grammar < CHOPPED_GRAMMAR_MAX && fragments_of(HEAP_FRAGMENT_WORDS_MAX));
    // Telegram style ("HTTPS, authentication on every route, ownership checks. Rate limits.") says something in each sentence.
    if is_telegram(tokens) {
        return grammar < TELEGRAM_GRAMMAR_MAX || index.listed_share() > HEAP_LISTED_MIN;
    }
    grammar < HEAP_GRAMMAR_MAX || index.listed_share() > HEAP_LISTED_MIN || is_chopped
}

/// Whether a text is made of several short sentences.
fn is_telegram(tokens: &[Token]) -> bool {
    let sentences = tokens.last().map_or(0, |last| last.sentence + 1);
    sentences >= TELEGRAM_SENTENCES_MIN && tokens.len() <= sentences * TELEGRAM_WORDS_MAX
}

/// What the guards have to say about an answer.
pub(crate) fn notes(index: &Index, copied: &[bool], is_heap: bool, is_beside: bool) -> Vec<GuardNote> {
    let tokens = &index.text.tokens;
    let mut notes = Vec::new();
    let mut note = |guard, evidence| notes.push(GuardNote { guard, evidence });
    if let Some(span) = first_run(tokens, copied) {
        note(Guard::CopiedPrompt, Some(span));
    }
    if is_heap {
        note(Guard::KeywordHeap, None);
    }
    if is_beside && !is_heap {
        note(Guard::BesideTheQuestion, None);
    }
    if let Some(span) = repetition(index) {
        note(Guard::Repetition, Some(span));
    }
    if index.text.has_hidden {
        note(Guard::HiddenCharacters, None);
    }
    if let Some(span) = instructions(tokens) {
        note(Guard::Instructions, Some(span));
    }
    if index.text.is_cut {
        note(Guard::TooLong, None);
    }
    notes
}

fn first_run(tokens: &[Token], marked: &[bool]) -> Option<Span> {
    let from = marked.iter().position(|&marked| marked)?;
    let to = marked[from..].iter().position(|&marked| !marked).map_or(marked.len(), |run| from + run);
    Some(tokens[from].span.join(tokens[to - 1].span))
}

/// The first sentence of five or more words that stands in the answer a second time.
fn repetition(index: &Index) -> Option<Span> {
    let tokens = &index.text.tokens;
    let mut seen = std::collections::HashSet::new();
    for sentence in tokens.chunk_by(|a, b| a.sentence == b.sentence) {
        let words: Vec<&str> = sentence.iter().map(|token| token.stem.as_str()).collect();
        if words.len() >= 5 && !seen.insert(words) {
            return Some(sentence[0].span.join(sentence[sentence.len() - 1].span));
        }
    }
    None
}

fn instructions(tokens: &[Token]) -> Option<Span> {
    (0..tokens.len()).find_map(|at| {
        INSTRUCTIONS.iter().find_map(|phrase| {
            let rest = tokens.get(at..at + phrase.len())?;
            let fits = phrase.iter().zip(rest).all(|(want, token)| *want == token.word);
            fits.then(|| rest[0].span.join(rest[rest.len() - 1].span))
        })
    })
}
