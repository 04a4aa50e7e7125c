//! YAML as a tree with places: the plain part of it that content needs, bounded in depth.

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use crate::problem::{Place, Sink};

/// How deep lists and maps may be nested. The format needs seven.
const DEPTH_MAX: usize = 16;

/// One node of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) at: Place,
    pub(crate) value: Value,
}

/// What a node holds. Scalars keep their text: whether `3` is a number or a word is for the reader to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Scalar { text: String, style: Style },
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    DoubleQuoted,
    Other,
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) at: Place,
    pub(crate) text: String,
}

impl Node {
    /// What it is, for messages.
    pub(crate) fn noun(&self) -> &'static str {
        match &self.value {
            Value::Scalar { text, style: Style::Plain } if text.is_empty() => "nothing",
            Value::Scalar { .. } => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }

    /// The place of the node at `path`, such as `key_points/0/says`, or of the deepest one on the way that exists.
    pub(crate) fn place(&self, path: &str) -> Place {
        let mut node = self;
        for step in path.split('/') {
            let next = match &node.value {
                Value::List(items) => step.parse::<usize>().ok().and_then(|at| items.get(at)),
                Value::Map(entries) => entries.iter().find(|(key, _)| key.text == step).map(|(_, node)| node),
                Value::Scalar { .. } => None,
            };
            let Some(next) = next else { break };
            node = next;
        }
        node.at
    }
}

/// A list or map that is not closed yet.
enum Open {
    List(Place, Vec<Node>),
    Map(Place, Vec<(Key, Node)>, Option<Key>),
}

/// Reads one document. What cannot be read is reported, and then there is no tree.
pub(crate) fn parse(text: &str, first_line: usize, sink: &mut Sink) -> Option<Node> {
    let mut builder = Builder { first_line, open: Vec::new(), root: None, documents: 0, sink };
    for event in Parser::new_from_str(text) {
        let (event, at) = match event {
            Ok((event, span)) => (event, builder.place(span.start)),
            Err(error) => {
                let at = builder.place(*error.marker());
                builder.sink.error(
                    at,
                    "yaml-syntax",
                    format!("this is not YAML: {}", error.info()),
                    QUOTE_HELP,
                );
                return None;
            }
        };
        builder.take(event, at)?;
    }
    builder.root
}

const QUOTE_HELP: &str =
    "put the text in quotes if it holds ': ' or ' #', or begins with one of * & ! % @ ` \" ' [ { > |";

struct Builder<'a, 'f> {
    first_line: usize,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    sink: &'a mut Sink<'f>,
}

impl Builder<'_, '_> {
    fn place(&self, marker: Marker) -> Place {
        Place { line: marker.line().max(1) - 1 + self.first_line, column: marker.col() + 1 }
    }

    /// Takes one event; `None` if reading on makes no sense.
    fn take(&mut self, event: Event<'_>, at: Place) -> Option<()> {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.sink.error(
                        at,
                        "several-documents",
                        "a second YAML document begins here",
                        "keep one document",
                    );
                    return None;
                }
            }
            Event::Alias(_) => {
                self.refuse(at, "an alias (*name)");
                self.push(Node { at, value: Value::Scalar { text: String::new(), style: Style::Plain } });
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.check(at, anchor, tag.is_some());
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
                    ScalarStyle::SingleQuoted | ScalarStyle::Literal | ScalarStyle::Folded => Style::Other,
                };
                self.push(Node { at, value: Value::Scalar { text: text.into_owned(), style } });
            }
            Event::SequenceStart(anchor, tag) => {
                self.check(at, anchor, tag.is_some());
                self.open.push(Open::List(at, Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.check(at, anchor, tag.is_some());
                self.open.push(Open::Map(at, Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Open::List(at, items)) => self.push(Node { at, value: Value::List(items) }),
                Some(Open::Map(at, entries, _)) => self.push(Node { at, value: Value::Map(entries) }),
                None => {}
            },
        }
        if self.open.len() > DEPTH_MAX {
            self.sink.error(
                at,
                "too-deep",
                format!("lists and maps are nested more than {DEPTH_MAX} deep"),
                "",
            );
            return None;
        }
        Some(())
    }

    fn check(&mut self, at: Place, anchor: usize, is_tagged: bool) {
        if anchor > 0 {
            self.refuse(at, "an anchor (&name)");
        }
        if is_tagged {
            self.refuse(at, "a tag (!name)");
        }
    }

    fn refuse(&mut self, at: Place, what: &str) {
        self.sink.error(
            at,
            "unsupported-yaml",
            format!("{what} is not allowed here"),
            "put the text in quotes",
        );
    }

    /// Adds a finished node to what is open.
    fn push(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, pending)) => match pending.take() {
                Some(key) => entries.push((key, node)),
                None => *pending = Some(key_of(node, self.sink)),
            },
        }
    }
}

fn key_of(node: Node, sink: &mut Sink) -> Key {
    let noun = node.noun();
    let Value::Scalar { text, .. } = node.value else {
        sink.error(node.at, "bad-key", format!("{noun} cannot be a key"), "put the text in quotes");
        return Key { at: node.at, text: String::new() };
    };
    Key { at: node.at, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(&'static str, usize, usize)> {
        let mut sink = Sink::new("x");
        parse(text, 1, &mut sink);
        sink.into_problems().iter().map(|p| (p.code, p.line, p.column)).collect()
    }

    #[test]
    fn nodes_know_their_places() {
        let mut sink = Sink::new("x");
        let root = parse("a: yes\nb:\n  - 3\n  - {c: [x, \"y z\"]}\n", 2, &mut sink).expect("it is YAML");
        assert_eq!(root.place("a"), Place { line: 2, column: 4 });
        assert_eq!(root.place("b/1/c/1"), Place { line: 5, column: 13 });
        assert_eq!(root.place("b/9/c"), Place { line: 4, column: 3 }, "the deepest that exists");
        let Value::Map(entries) = &root.value else { panic!("it is a map") };
        let (yes, plain) = ("yes".to_owned(), Style::Plain);
        assert_eq!(entries[0].1.value, Value::Scalar { text: yes, style: plain }, "text stays text");
    }

    #[test]
    fn what_content_does_not_need_is_refused() {
        assert_eq!(codes("a: &x 1\nb: *x\n"), [("unsupported-yaml", 1, 4), ("unsupported-yaml", 2, 4)]);
        assert_eq!(codes("a: !!str 1"), [("unsupported-yaml", 1, 4)]);
        assert_eq!(codes("a: 1\n---\nb: 2\n"), [("several-documents", 2, 1)]);
        assert_eq!(codes("? [a]\n: 1\n"), [("bad-key", 1, 3)]);
        assert_eq!(codes("a: b: c\n"), [("yaml-syntax", 1, 5)]);
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        for text in ["- ".repeat(200_000), "[".repeat(200_000), "{a: ".repeat(100_000), "? ".repeat(100_000)]
        {
            assert_eq!(codes(&text).len(), 1);
        }
    }
}
