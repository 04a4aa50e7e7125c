//! `glossary.yaml`: what all questions share about words.

use std::collections::BTreeMap;

use greenroom_grading::{Glossary, Opposites, Rewrite};

use crate::decode::{self, Empty, Fields};
use crate::front;
use crate::problem::{Place, Sink};
use crate::yaml::{self, Node, Value};

/// Reads the glossary; `None` if something is wrong with it.
pub(crate) fn read(bytes: &[u8], sink: &mut Sink) -> Option<Glossary> {
    let text = front::text(bytes, sink)?;
    let text = front::without_tabs(&text, 1, sink);
    let Some(root) = yaml::parse(&text, 1, sink) else {
        if !sink.has_errors() {
            sink.error(Place::line(1), "wrong-type", "the glossary is empty", "");
        }
        return None;
    };
    let fields = Fields::read(&root, "the glossary", &["rewrites", "opposites", "known"], &[], sink);
    let glossary = Glossary {
        rewrites: fields.get("rewrites").map(|node| rewrites(node, sink)).unwrap_or_default(),
        opposites: fields
            .list("opposites", Empty::Allowed, sink)
            .iter()
            .map(|node| opposites(node, sink))
            .collect(),
        known: fields.texts("known", Empty::Allowed, sink),
    };
    (!sink.has_errors()).then_some(glossary)
}

/// A map from what is meant to the ways in which it is heard.
fn rewrites(node: &Node, sink: &mut Sink) -> Vec<Rewrite> {
    let Value::Map(entries) = &node.value else {
        let message = format!("`rewrites` must be a map, not {}", node.noun());
        sink.error(node.at, "wrong-type", message, "write lines such as `sql: [sequel, s q l]`");
        return Vec::new();
    };
    let mut rewrites: Vec<Rewrite> = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (key, value) in entries {
        if key.text.trim().is_empty() {
            sink.error(key.at, "empty-text", "a key of `rewrites` is empty", "");
        }
        let what = format!("`{}`", decode::short(&key.text));
        for item in decode::list(value, &what, Empty::Refused, sink) {
            let heard = decode::text(item, "a way to hear it", sink);
            if let Some(other) = seen.insert(heard.to_lowercase(), &key.text) {
                let message = format!("`{heard}` is read as `{other}` already");
                sink.error(item.at, "ambiguous-rewrite", message, "one phrase can mean one thing only");
            }
            rewrites.push(Rewrite { heard, meant: key.text.trim().to_owned() });
        }
    }
    rewrites
}

fn opposites(node: &Node, sink: &mut Sink) -> Opposites {
    let fields = Fields::read(node, "a pair of opposites", &["one", "other"], &[], sink);
    let (one, other) =
        (fields.texts("one", Empty::Refused, sink), fields.texts("other", Empty::Refused, sink));
    for word in one.iter().chain(&other).filter(|word| word.contains(char::is_whitespace)) {
        let message = format!("only single words can be opposites, not `{word}`");
        sink.error(node.at, "bad-opposite", message, "");
    }
    Opposites { one, other }
}
