//! Do the questions and the glossary go together?

use std::collections::BTreeSet;

use greenroom_core::Slug;
use greenroom_grading::Glossary;

use crate::lint::wording::plain;
use crate::load::ReadGuides;
use crate::problem::{Place, Problem, Sink};
use crate::question::Document;
use crate::yaml::Node;

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

/// What a guide names must exist.
pub(super) fn guides(guides: &ReadGuides, all: &[Document], problems: &mut Vec<Problem>) {
    let ids: BTreeSet<&Slug> = all.iter().map(|other| &other.question.id).collect();
    let mut missing = |file: &str, root: &Node, path: &str, id: &Slug| {
        if !ids.contains(id) {
            let mut sink = Sink::new(file);
            let message = format!("there is no question `{id}`");
            sink.warn(root.place(path), "dead-reference", message, "write it, or take the reference out");
            problems.append(&mut sink.into_problems());
        }
    };
    for read in &guides.collections {
        for (part, section) in read.guide.sections.iter().enumerate() {
            for (at, id) in section.questions.iter().enumerate() {
                missing(&read.file, &read.root, &format!("sections/{part}/questions/{at}"), id);
            }
        }
    }
    for read in &guides.areas {
        for (at, id) in read.guide.questions.iter().enumerate() {
            missing(&read.file, &read.root, &format!("questions/{at}"), id);
        }
    }
    for read in &guides.technologies {
        if !all.iter().any(|document| document.question.technologies.contains(&read.guide.id)) {
            let mut sink = Sink::new(&read.file);
            let message = format!("no question is about `{}`", read.guide.id);
            sink.warn(Place::FILE, "no-questions-of-technology", message, "write some");
            problems.append(&mut sink.into_problems());
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
