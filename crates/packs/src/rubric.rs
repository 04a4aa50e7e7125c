//! The graded part of a question file: key points and misconceptions.

use greenroom_core::{Bar, Slug};
use greenroom_grading::{About, KeyPoint, Misconception, Pattern, Rubric};

use crate::decode::{self, Empty, Fields};
use crate::problem::Sink;
use crate::yaml::Node;

const KEY_POINT_REQUIRED: &[&str] = &["id", "weight", "bar", "says", "why", "heard_as", "ask"];

const KEY_POINT_OPTIONAL: &[&str] = &["concepts", "pool", "reversed", "about"];

const MISCONCEPTION_REQUIRED: &[&str] = &["id", "says", "heard_as", "correction"];

const MISCONCEPTION_OPTIONAL: &[&str] = &["concepts", "unless"];

/// The heaviest weight of a key point.
const WEIGHT_MAX: u8 = 3;

/// Reads the rubric out of a question's front matter.
pub(crate) fn read(fields: &Fields, body: &str, sink: &mut Sink) -> Rubric {
    let key_points = fields.list("key_points", Empty::Refused, sink);
    let misconceptions = fields.list("misconceptions", Empty::Refused, sink);
    let rubric = Rubric {
        prompt: fields.get("prompt").map(|_| prompt(fields)).unwrap_or_default(),
        given: fields.texts("given", Empty::Refused, sink),
        key_points: key_points.iter().filter_map(|node| key_point(node, sink)).collect(),
        misconceptions: misconceptions.iter().filter_map(|node| misconception(node, sink)).collect(),
        reference: body.to_owned(),
    };
    check_names(rubric.key_points.iter().map(|point| &point.id), "key point", fields, "key_points", sink);
    check_names(rubric.misconceptions.iter().map(|m| &m.id), "misconception", fields, "misconceptions", sink);
    rubric
}

/// The prompt once more; whatever is wrong with it was said when the question was read.
fn prompt(fields: &Fields) -> String {
    fields.text("prompt", &mut Sink::new(""))
}

/// Names are stored with evaluations, so each must mean one thing.
fn check_names<'r>(
    names: impl Iterator<Item = &'r Slug>,
    what: &str,
    fields: &Fields,
    key: &str,
    sink: &mut Sink,
) {
    let mut seen = std::collections::BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            let message = format!("two of them are called `{name}`: each {what} needs a name of its own");
            sink.error(fields.at(key), "repeated-name", message, "");
        }
    }
}

fn key_point(node: &Node, sink: &mut Sink) -> Option<KeyPoint> {
    let fields = Fields::read(node, "a key point", KEY_POINT_REQUIRED, KEY_POINT_OPTIONAL, sink);
    let id = fields.slug("id", sink);
    let weight = fields.number("weight", 1, WEIGHT_MAX, sink);
    let bars: Vec<&str> = Bar::ALL.iter().map(|bar| bar.as_str()).collect();
    let bar = fields.word("bar", Bar::from_word, &bars, sink);
    let says = fields.text("says", sink);
    let why = fields.text("why", sink);
    let heard_as = fields.texts("heard_as", Empty::Refused, sink);
    let pattern = pattern(&fields, sink);
    let reversed = fields.texts("reversed", Empty::Refused, sink);
    let about = fields.get("about").map(|node| about(node, sink));
    let ask = fields.text("ask", sink);
    Some(KeyPoint { id: id?, weight, bar: bar?, says, why, heard_as, pattern, reversed, about, ask })
}

/// Either `concepts` or `pool`.
fn pattern(fields: &Fields, sink: &mut Sink) -> Pattern {
    match (fields.get("concepts"), fields.get("pool")) {
        (Some(_), Some(pool)) => {
            let message = "a key point has either `concepts` or a `pool`, not both";
            sink.error(pool.at, "concepts-and-pool", message, "remove one of them");
            Pattern::All(groups(fields, "concepts", sink))
        }
        (None, Some(node)) => pool(node, sink),
        (Some(_), None) => Pattern::All(groups(fields, "concepts", sink)),
        (None, None) => {
            let message = "a key point lacks the key `concepts`";
            sink.error(
                fields.at(""),
                "missing-key",
                message,
                "or write a `pool`, if it names several of many things",
            );
            Pattern::All(Vec::new())
        }
    }
}

fn pool(node: &Node, sink: &mut Sink) -> Pattern {
    let fields = Fields::read(node, "a pool", &["need", "of"], &[], sink);
    let need = usize::from(fields.number("need", 1, u8::MAX, sink));
    let of = groups(&fields, "of", sink);
    if !of.is_empty() && need > of.len() {
        let message = format!("the pool needs {need} of {} items", of.len());
        sink.error(fields.at("need"), "bad-number", message, "ask for fewer, or list more");
    }
    Pattern::Pool { need, of }
}

/// A list of lists of alternatives.
fn groups(fields: &Fields, key: &str, sink: &mut Sink) -> Vec<Vec<String>> {
    fields
        .list(key, Empty::Refused, sink)
        .iter()
        .map(|group| {
            let what = format!("a group of `{key}`");
            let alternatives = decode::list(group, &what, Empty::Refused, sink);
            alternatives.iter().map(|node| decode::text(node, "an alternative", sink)).collect()
        })
        .collect()
}

fn about(node: &Node, sink: &mut Sink) -> About {
    let fields = Fields::read(node, "`about`", &["subject", "rival"], &[], sink);
    About {
        subject: fields.texts("subject", Empty::Refused, sink),
        rival: fields.texts("rival", Empty::Refused, sink),
    }
}

fn misconception(node: &Node, sink: &mut Sink) -> Option<Misconception> {
    let fields = Fields::read(node, "a misconception", MISCONCEPTION_REQUIRED, MISCONCEPTION_OPTIONAL, sink);
    let id = fields.slug("id", sink);
    let says = fields.text("says", sink);
    let heard_as = fields.texts("heard_as", Empty::Refused, sink);
    let concepts = groups(&fields, "concepts", sink);
    let unless = fields.texts("unless", Empty::Refused, sink);
    let correction = fields.text("correction", sink);
    Some(Misconception { id: id?, says, heard_as, concepts, unless, correction })
}
