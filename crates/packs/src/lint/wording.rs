//! Are the sentences and alternatives written so that they do what they look like?

use std::collections::BTreeMap;

use greenroom_grading::{Glossary, Pattern, Rubric};

use crate::decode::short;
use crate::problem::Sink;
use crate::question::Document;
use crate::yaml::{Node, Style, Value};

pub(super) fn check(document: &Document, glossary: &Glossary, sink: &mut Sink) {
    sentences(document, sink);
    let rewrites = SingleWords::new(glossary);
    let nodes = scalars(&document.root);
    for (path, text) in alternatives_of(&document.rubric) {
        let place = document.root.place(&path);
        if let Some(fault) = fault(&text) {
            let help = "write a word, a word*, =word, a few words, or '\"words in a row\"'";
            sink.error(place, "bad-alternative", format!("`{}` {fault}", short(&text)), help);
        }
        if let Some((word, meant)) = rewrites.hides(&text) {
            let message =
                format!("`{}` is never heard: the glossary reads `{word}` as `{meant}`", short(&text));
            sink.warn(place, "hidden-alternative", message, format!("write `{meant}`"));
        }
        let is_quoted = nodes.iter().any(|node| node.at == place && is_double_quoted(node));
        if is_quoted && text.contains(' ') && !text.contains('"') {
            let message = format!("these quotes are YAML's own: `{}` is heard in any order", short(&text));
            sink.warn(
                place,
                "lost-quotes",
                message,
                format!("write '\"{text}\"' for words in a row, or leave them out"),
            );
        }
    }
}

/// One sentence must stand for one key point only.
fn sentences(document: &Document, sink: &mut Sink) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (at, point) in document.rubric.key_points.iter().enumerate() {
        for (n, sentence) in point.heard_as.iter().enumerate() {
            let plain = plain(sentence);
            if let Some(other) = seen.insert(plain, point.id.as_str()) {
                let place = document.root.place(&format!("key_points/{at}/heard_as/{n}"));
                let message = format!("this sentence stands for the key point `{other}` already");
                sink.error(place, "repeated-sentence", message, "say it differently, or leave it out");
            }
        }
    }
}

/// A text as its words in lower case.
pub(super) fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// All alternatives of a rubric, with their paths in the front matter.
fn alternatives_of(rubric: &Rubric) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (at, point) in rubric.key_points.iter().enumerate() {
        let path = format!("key_points/{at}");
        match &point.pattern {
            Pattern::All(groups) => add(&format!("{path}/concepts"), groups, &mut all),
            Pattern::Pool { of, .. } => add(&format!("{path}/pool/of"), of, &mut all),
        }
        if let Some(about) = &point.about {
            add_list(&format!("{path}/about/subject"), &about.subject, &mut all);
            add_list(&format!("{path}/about/rival"), &about.rival, &mut all);
        }
    }
    for (at, misconception) in rubric.misconceptions.iter().enumerate() {
        let path = format!("misconceptions/{at}");
        add(&format!("{path}/concepts"), &misconception.concepts, &mut all);
        add_list(&format!("{path}/unless"), &misconception.unless, &mut all);
    }
    all
}

fn add(path: &str, groups: &[Vec<String>], all: &mut Vec<(String, String)>) {
    for (at, group) in groups.iter().enumerate() {
        add_list(&format!("{path}/{at}"), group, all);
    }
}

fn add_list(path: &str, alternatives: &[String], all: &mut Vec<(String, String)>) {
    all.extend(alternatives.iter().enumerate().map(|(at, text)| (format!("{path}/{at}"), text.clone())));
}

/// What is wrong with how an alternative is written.
fn fault(text: &str) -> Option<&'static str> {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let inner = inner.unwrap_or(text);
    if inner.contains('"') {
        return Some("has a quote that is not closed");
    }
    for word in inner.split_whitespace() {
        let bare = word.strip_prefix('=').unwrap_or(word);
        let stem = bare.strip_suffix('*').unwrap_or(bare);
        if stem.contains('*') || (bare != word && bare != stem) {
            return Some("has a * that is not at the end of a word");
        }
        if stem.contains('=') {
            return Some("has a = that is not at the beginning of a word");
        }
        if bare != stem && stem.chars().count() < 2 {
            return Some("has a * behind fewer than two letters");
        }
    }
    (!inner.chars().any(char::is_alphanumeric)).then_some("holds no word")
}

/// The single words that the glossary reads as others.
struct SingleWords<'g>(Vec<(&'g str, &'g str)>);

impl<'g> SingleWords<'g> {
    fn new(glossary: &'g Glossary) -> Self {
        let single = glossary.rewrites.iter().filter(|rewrite| !rewrite.heard.contains(' '));
        Self(single.map(|rewrite| (rewrite.heard.as_str(), rewrite.meant.as_str())).collect())
    }

    /// A word of the alternative that no answer holds any more once the glossary has read it. Plain words are read in
    /// the same way on both sides; only `=word` and `word*` are taken as they are written.
    fn hides(&self, text: &str) -> Option<(&'g str, &'g str)> {
        text.trim_matches('"').split_whitespace().find_map(|word| {
            let exact = word.strip_prefix('=');
            let prefix = word.strip_suffix('*');
            let rewritten = |heard: &str, meant: &str| match (exact, prefix) {
                (Some(exact), _) => heard == exact && !meant.split(' ').any(|word| word == exact),
                // A prefix that goes on has other words to be heard by.
                (None, Some(prefix)) => {
                    heard == prefix && !meant.split(' ').any(|word| word.starts_with(prefix))
                }
                (None, None) => false,
            };
            self.0.iter().copied().find(|(heard, meant)| rewritten(heard, meant))
        })
    }
}

/// All scalars of the front matter.
fn scalars(root: &Node) -> Vec<&Node> {
    let mut found = Vec::new();
    let mut left = vec![root];
    while let Some(node) = left.pop() {
        match &node.value {
            Value::Scalar { .. } => found.push(node),
            Value::List(items) => left.extend(items),
            Value::Map(entries) => left.extend(entries.iter().map(|(_, node)| node)),
        }
    }
    found
}

fn is_double_quoted(node: &Node) -> bool {
    matches!(node.value, Value::Scalar { style: Style::DoubleQuoted, .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use greenroom_grading::Rewrite;

    #[test]
    fn faults_of_alternatives_are_seen() {
        for good in [
            "retry",
            "dedup*",
            "unique id",
            "\"same id\"",
            "=acid",
            "not stored",
            "=n 1",
            "c++",
            "optimi* lock*",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
        for bad in ["*tion", "a*b", "=ac*", "a=b", "\"same id", "x*", "--", "*"] {
            assert!(fault(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn alternatives_that_the_glossary_hides_are_seen() {
        let rewrite = |heard: &str, meant: &str| Rewrite { heard: heard.into(), meant: meant.into() };
        let rewrites = vec![
            rewrite("db", "database"),
            rewrite("async", "asynchronous"),
            rewrite("dead lock", "deadlock"),
        ];
        let glossary = Glossary { rewrites, ..Glossary::default() };
        let words = SingleWords::new(&glossary);
        for (text, is_hidden) in
            [("=db", true), ("slow db*", true), ("db", false), ("async*", false), ("=dead", false)]
        {
            assert_eq!(words.hides(text).is_some(), is_hidden, "{text}");
        }
    }
}
