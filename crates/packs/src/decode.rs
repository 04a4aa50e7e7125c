//! From nodes to values: every wrong type, unknown, missing or repeated key is reported, and reading goes on.
//!
//! A value that cannot be read comes back as an empty one. The file is left out in that case, so nobody sees it.

use greenroom_core::Slug;

use crate::problem::{Place, Sink};
use crate::yaml::{Node, Style, Value};

/// A map whose keys were checked.
pub(crate) struct Fields<'n> {
    at: Place,
    entries: Vec<(&'n str, &'n Node)>,
}

/// Whether a list may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Empty {
    Allowed,
    Refused,
}

impl<'n> Fields<'n> {
    /// Reads a map that must have all `required` keys and may have the `optional` ones. `what` names it in messages.
    pub(crate) fn read(
        node: &'n Node,
        what: &str,
        required: &[&str],
        optional: &[&str],
        sink: &mut Sink,
    ) -> Self {
        let mut fields = Self { at: node.at, entries: Vec::new() };
        let Value::Map(entries) = &node.value else {
            let help = format!("write its keys: {}", required.join(", "));
            sink.error(node.at, "wrong-type", format!("{what} must be a map, not {}", node.noun()), help);
            return fields;
        };
        for (key, value) in entries {
            let name = key.text.as_str();
            if !required.contains(&name) && !optional.contains(&name) {
                let help = did_you_mean(name, required.iter().chain(optional).copied());
                sink.error(key.at, "unknown-key", format!("{what} has no key `{name}`"), help);
            } else if fields.get(name).is_some() {
                sink.error(
                    key.at,
                    "duplicate-key",
                    format!("`{name}` stands here a second time"),
                    "keep one of them",
                );
            } else {
                fields.entries.push((name, value));
            }
        }
        for name in required.iter().filter(|name| fields.get(name).is_none()) {
            sink.error(node.at, "missing-key", format!("{what} lacks the key `{name}`"), "");
        }
        fields
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, node)| *node)
    }

    /// Where the value of `key` stands, or the map if there is none.
    pub(crate) fn at(&self, key: &str) -> Place {
        self.get(key).map_or(self.at, |node| node.at)
    }

    pub(crate) fn text(&self, key: &str, sink: &mut Sink) -> String {
        self.get(key).map(|node| text(node, &format!("`{key}`"), sink)).unwrap_or_default()
    }

    pub(crate) fn texts(&self, key: &str, empty: Empty, sink: &mut Sink) -> Vec<String> {
        let items = self.list(key, empty, sink);
        items.iter().map(|item| text(item, &format!("an entry of `{key}`"), sink)).collect()
    }

    pub(crate) fn slug(&self, key: &str, sink: &mut Sink) -> Option<Slug> {
        slug(self.get(key)?, &format!("`{key}`"), sink)
    }

    pub(crate) fn slugs(&self, key: &str, empty: Empty, sink: &mut Sink) -> Vec<Slug> {
        let items = self.list(key, empty, sink);
        let slugs: Vec<Slug> =
            items.iter().filter_map(|item| slug(item, &format!("an entry of `{key}`"), sink)).collect();
        for (at, slug) in slugs.iter().enumerate() {
            if slugs[..at].contains(slug) {
                sink.error(
                    self.at(key),
                    "repeated-entry",
                    format!("`{slug}` stands twice in `{key}`"),
                    "keep one",
                );
            }
        }
        slugs
    }

    pub(crate) fn list(&self, key: &str, empty: Empty, sink: &mut Sink) -> &'n [Node] {
        self.get(key).map_or(&[], |node| list(node, &format!("`{key}`"), empty, sink))
    }

    /// A whole number from `min` to `max`.
    pub(crate) fn number(&self, key: &str, min: u8, max: u8, sink: &mut Sink) -> u8 {
        let Some(node) = self.get(key) else { return min };
        let text = text(node, &format!("`{key}`"), sink);
        match text.parse::<u8>() {
            Ok(number) if (min..=max).contains(&number) => number,
            _ if text.is_empty() => min,
            _ => {
                let message =
                    format!("`{key}` must be a whole number from {min} to {max}, not `{}`", short(&text));
                sink.error(node.at, "bad-number", message, "");
                min
            }
        }
    }

    pub(crate) fn flag(&self, key: &str, sink: &mut Sink) -> bool {
        let Some(node) = self.get(key) else { return false };
        match text(node, &format!("`{key}`"), sink).as_str() {
            "true" => true,
            "false" | "" => false,
            other => {
                let message = format!("`{key}` must be true or false, not `{}`", short(other));
                sink.error(node.at, "bad-flag", message, "");
                false
            }
        }
    }

    /// One of a few words.
    pub(crate) fn word<T>(
        &self,
        key: &str,
        read: fn(&str) -> Option<T>,
        words: &[&str],
        sink: &mut Sink,
    ) -> Option<T> {
        let node = self.get(key)?;
        let text = text(node, &format!("`{key}`"), sink);
        let value = read(&text);
        if value.is_none() && !text.is_empty() {
            let message = format!("`{key}` must be one of {}, not `{}`", words.join(", "), short(&text));
            sink.error(node.at, "bad-word", message, did_you_mean(&text, words.iter().copied()));
        }
        value
    }
}

/// The text of a scalar, without blanks around it. Numbers and words such as `yes` are text as they are written.
pub(crate) fn text(node: &Node, what: &str, sink: &mut Sink) -> String {
    let Value::Scalar { text, style } = &node.value else {
        let help = match node.value {
            Value::Map(_) => "put the text in quotes: it holds ': '",
            _ => "",
        };
        sink.error(node.at, "wrong-type", format!("{what} must be text, not {}", node.noun()), help);
        return String::new();
    };
    let text = text.trim();
    if text.is_empty() || (text == "~" && *style == Style::Plain) {
        sink.error(node.at, "empty-text", format!("{what} is empty"), "");
    }
    text.to_owned()
}

/// The items of a list.
pub(crate) fn list<'n>(node: &'n Node, what: &str, empty: Empty, sink: &mut Sink) -> &'n [Node] {
    let Value::List(items) = &node.value else {
        let help = "write it as [a, b] or as lines that begin with -";
        sink.error(node.at, "wrong-type", format!("{what} must be a list, not {}", node.noun()), help);
        return &[];
    };
    if items.is_empty() && empty == Empty::Refused {
        sink.error(node.at, "empty-list", format!("{what} is an empty list"), "");
    }
    items
}

fn slug(node: &Node, what: &str, sink: &mut Sink) -> Option<Slug> {
    let text = text(node, what, sink);
    if text.is_empty() {
        return None;
    }
    let slug = text.parse::<Slug>();
    if slug.is_err() {
        let help = "use lower-case letters, digits and single dashes, at most 64";
        sink.error(node.at, "bad-slug", format!("{what} is not a name: `{}`", short(&text)), help);
    }
    slug.ok()
}

/// A text cut for a message.
pub(crate) fn short(text: &str) -> String {
    const CHARS_MAX: usize = 60;
    if text.chars().count() <= CHARS_MAX {
        return text.to_owned();
    }
    text.chars().take(CHARS_MAX).chain(['…']).collect()
}

/// A hint at the closest of `known`, or the list of them.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    let close = known.clone().map(|name| (distance(word, name), name)).min();
    match close {
        Some((slips, name)) if slips <= 1 + name.len() / 4 => format!("did you mean `{name}`?"),
        _ => format!("known are: {}", known.collect::<Vec<_>>().join(", ")),
    }
}

/// How many letters must be left out, added, changed or swapped with a neighbour to make the one word the other.
fn distance(a: &str, b: &str) -> usize {
    const CHARS_MAX: usize = 40;
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(CHARS_MAX).collect(), b.chars().take(CHARS_MAX).collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let mut least = (rows[i][j] + usize::from(a[i] != b[j])).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_names_are_offered() {
        let keys = ["heard_as", "concepts", "says"];
        assert_eq!(did_you_mean("heardas", keys.into_iter()), "did you mean `heard_as`?");
        assert_eq!(did_you_mean("syas", keys.into_iter()), "did you mean `says`?");
        assert_eq!(did_you_mean("sais", keys.into_iter()), "did you mean `says`?");
        assert_eq!(did_you_mean("colour", keys.into_iter()), "known are: heard_as, concepts, says");
    }
}
