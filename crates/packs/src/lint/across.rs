//! Do the questions and the glossary go together?

use std::collections::BTreeSet;

use greenroom_core::Slug;
use greenroom_grading::Glossary;

use crate::lint::wording::plain;
use crate::problem::{Place, Problem, Sink};
use crate::question::Document;

/// Share of common words from which on two prompts ask the same, in percent.
const SAME_PERCENT_MIN: usize = 75;

/// Words that do not tell one prompt from another.
const IDLE_WORDS: &[&str] =
    &["a", "an", "and", "do", "does", "how", "in", "is", "it", "of", "the", "to", "what", "would", "you"];

/// Related questions must exist.
pub(super) fn references(document: &Document, all: &[Document], sink: &mut Sink) {
    let ids: BTreeSet<&Slug> = all.iter().map(|other| &other.question.id).collect();
    for (at, id) in document.question.related.iter().enumerate() {
        let place = document.root.place(&format!("related/{at}"));
        if *id == document.question.id {
            sink.warn(place, "self-reference", "the question is related to itself", "");
        } else if !ids.contains(id) {
            let message = format!("there is no question `{id}`");
            sink.warn(place, "dead-reference", message, "write it, or take the reference out");
        }
    }
}

/// No two questions must ask the same.
pub(super) fn prompts(documents: &[Document], problems: &mut Vec<Problem>) {
    let words: Vec<BTreeSet<String>> =
        documents.iter().map(|document| content_words(&document.question.prompt)).collect();
    for (later, document) in documents.iter().enumerate() {
        for (earlier, other) in documents.iter().enumerate().take(later) {
            let common = words[later].intersection(&words[earlier]).count();
            let all = words[later].union(&words[earlier]).count();
            if common * 100 < all.max(1) * SAME_PERCENT_MIN {
                continue;
            }
            let mut sink = Sink::new(&document.file);
            let message = format!("the prompt is nearly that of `{}`", other.question.id);
            sink.warn(
                document.root.place("prompt"),
                "near-duplicate-prompt",
                message,
                "ask for something else",
            );
            problems.append(&mut sink.into_problems());
        }
    }
}

fn content_words(prompt: &str) -> BTreeSet<String> {
    plain(prompt).split(' ').filter(|word| !IDLE_WORDS.contains(word)).map(str::to_owned).collect()
}

/// What a rewrite leads to is not rewritten again.
pub(super) fn glossary(glossary: &Glossary, problems: &mut Vec<Problem>) {
    let heard: BTreeSet<String> = glossary.rewrites.iter().map(|rewrite| plain(&rewrite.heard)).collect();
    for rewrite in &glossary.rewrites {
        let meant = plain(&rewrite.meant);
        // A phrase that stands for itself protects its words.
        if meant != plain(&rewrite.heard) && heard.contains(&meant) {
            let mut sink = Sink::new("glossary.yaml");
            let message = format!(
                "`{}` is read as `{}`, which is read as something else",
                rewrite.heard, rewrite.meant
            );
            sink.warn(Place::FILE, "rewrite-chain", message, "nothing is rewritten twice: name the last one");
            problems.append(&mut sink.into_problems());
        }
    }
}
