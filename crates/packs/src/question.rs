//! A question file: front matter and model answer.

use greenroom_bank::{Choice, ChoiceOption, FollowUp, Kind, Mistake, Question, SeeHere, Source};
use greenroom_core::{Level, Slug};
use greenroom_grading::Rubric;

use crate::date::Day;
use crate::decode::{Empty, Fields, short};
use crate::front;
use crate::problem::{Place, Sink};
use crate::rubric;
use crate::yaml::{self, Node, Value};

const REQUIRED: &[&str] = &[
    "id",
    "prompt",
    "level",
    "topics",
    "technologies",
    "kind",
    "minutes",
    "key_points",
    "misconceptions",
    "hints",
    "mistakes",
    "tip",
    "choices",
    "follow_ups",
    "sources",
    "verified",
];

const OPTIONAL: &[&str] = &["given", "practicals", "here", "related"];

/// The longest answer that is asked for, in minutes.
const MINUTES_MAX: u8 = 15;

/// A question file as it was read.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) file: String,
    pub(crate) question: Question,
    pub(crate) rubric: Rubric,
    /// The front matter, for the places of what a check finds.
    pub(crate) root: Node,
    /// The line on which the model answer begins.
    pub(crate) body_line: usize,
}

/// The folder in which a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folder<'a> {
    /// `questions/<topic>`
    Topic(&'a str),
    /// `technologies/<technology>`
    Technology(&'a str),
}

/// Reads the file `<folder>/<name>.md`; `None` if something is wrong with it.
pub(crate) fn read(
    file: &str,
    folder: Folder,
    name: &str,
    bytes: &[u8],
    sink: &mut Sink,
) -> Option<Document> {
    let parts = front::split(bytes, sink)?;
    let root = yaml::parse(&parts.front, parts.front_line, sink)?;
    let fields = Fields::read(&root, "a question", REQUIRED, OPTIONAL, sink);
    let question = question(&fields, &parts.body, sink);
    let rubric = rubric::read(&fields, &parts.body, sink);
    if let Some(question) = &question {
        check_path(question, folder, name, &fields, sink);
    }
    let (file, body_line) = (file.to_owned(), parts.body_line);
    let question = question.filter(|_| !sink.has_errors())?;
    Some(Document { file, question, rubric, root, body_line })
}

fn check_path(question: &Question, folder: Folder, name: &str, fields: &Fields, sink: &mut Sink) {
    if question.id.as_str() != name {
        let message = format!("the id is `{}`, but the file is called `{name}.md`", question.id);
        sink.error(fields.at("id"), "id-not-file-name", message, "make them equal");
    }
    let (key, first, folder, code) = match folder {
        Folder::Topic(name) => ("topics", question.topics.first(), name, "topic-not-folder"),
        Folder::Technology(name) => {
            ("technologies", question.technologies.first(), name, "technology-not-folder")
        }
    };
    if first.is_none_or(|first| first.as_str() != folder) {
        let first = first.map_or("nothing", Slug::as_str);
        let message = format!("the first of `{key}` is `{first}`, but the folder is `{folder}`");
        sink.error(fields.at(key), code, message, "put the folder's name first, or move the file");
    }
}

/// Reads what is shown, practised and asked. `None` if it has no name, level, kind or topic.
fn question(fields: &Fields, body: &str, sink: &mut Sink) -> Option<Question> {
    let id = fields.slug("id", sink);
    let level = fields.word("level", Level::from_word, &words(Level::ALL, Level::as_str), sink);
    let kind = fields.word("kind", Kind::from_word, &words(Kind::ALL, Kind::as_str), sink);
    let topics = fields.slugs("topics", Empty::Refused, sink);
    let prompt = fields.text("prompt", sink);
    let technologies = fields.slugs("technologies", Empty::Allowed, sink);
    let minutes = fields.number("minutes", 1, MINUTES_MAX, sink);
    let hints = fields.texts("hints", Empty::Refused, sink);
    let mistakes =
        fields.list("mistakes", Empty::Refused, sink).iter().map(|node| mistake(node, sink)).collect();
    let tip = fields.text("tip", sink);
    let choices =
        fields.list("choices", Empty::Refused, sink).iter().map(|node| choice(node, sink)).collect();
    let follow_ups =
        fields.list("follow_ups", Empty::Refused, sink).iter().map(|node| follow_up(node, sink)).collect();
    let practicals = practicals(fields, sink);
    let here = here(fields, sink);
    let related = fields.slugs("related", Empty::Refused, sink);
    let sources =
        fields.list("sources", Empty::Refused, sink).iter().map(|node| source(node, sink)).collect();
    let verified = verified(fields, sink);
    Some(Question {
        id: id?,
        level: level?,
        kind: kind?,
        topics: Some(topics).filter(|topics| !topics.is_empty())?,
        prompt,
        technologies,
        minutes,
        hints,
        mistakes,
        tip,
        choices,
        follow_ups,
        practicals,
        here,
        related,
        sources,
        verified,
        answer: body.to_owned(),
    })
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|&value| word(value)).collect()
}

fn mistake(node: &Node, sink: &mut Sink) -> Mistake {
    let fields = Fields::read(node, "a mistake", &["mistake", "better"], &[], sink);
    Mistake { mistake: fields.text("mistake", sink), better: fields.text("better", sink) }
}

fn follow_up(node: &Node, sink: &mut Sink) -> FollowUp {
    let fields = Fields::read(node, "a follow-up", &["ask", "listen_for"], &[], sink);
    FollowUp { ask: fields.text("ask", sink), listen_for: fields.text("listen_for", sink) }
}

pub(crate) fn source(node: &Node, sink: &mut Sink) -> Source {
    let fields = Fields::read(node, "a source", &["title", "url"], &[], sink);
    let (title, url) = (fields.text("title", sink), fields.text("url", sink));
    let is_address =
        ["https://", "http://"].iter().any(|scheme| url.strip_prefix(scheme).is_some_and(|s| !s.is_empty()));
    if !url.is_empty() && (!is_address || url.contains(char::is_whitespace)) {
        let message = format!("this is not a web address: `{}`", short(&url));
        sink.error(fields.at("url"), "bad-url", message, "begin it with https://");
    }
    Source { title, url }
}

/// Three to five options, exactly one of them correct: the quiz relies on it.
fn choice(node: &Node, sink: &mut Sink) -> Choice {
    let fields = Fields::read(node, "a choice", &["ask", "options"], &[], sink);
    let ask = fields.text("ask", sink);
    let nodes = fields.list("options", Empty::Refused, sink);
    let options: Vec<ChoiceOption> = nodes.iter().map(|node| option(node, sink)).collect();
    if !options.is_empty() && !(3..=5).contains(&options.len()) {
        let message = format!("a choice has {} options; there must be three to five", options.len());
        sink.error(fields.at("options"), "option-count", message, "");
    }
    let correct = options.iter().filter(|option| option.correct).count();
    if !options.is_empty() && correct != 1 {
        let message = format!("{correct} options are correct; exactly one must be");
        sink.error(fields.at("options"), "correct-count", message, "");
    }
    for (at, option) in options.iter().enumerate() {
        if options[..at].iter().any(|other| other.text == option.text) {
            let place = nodes.get(at).map_or(Place::FILE, |node| node.at);
            sink.error(place, "repeated-option", "this option stands here a second time", "");
        }
    }
    Choice { ask, options }
}

fn option(node: &Node, sink: &mut Sink) -> ChoiceOption {
    let fields = Fields::read(node, "an option", &["text", "correct", "why"], &[], sink);
    let correct = fields.flag("correct", sink);
    ChoiceOption { text: fields.text("text", sink), correct, why: fields.text("why", sink) }
}

fn practicals(fields: &Fields, sink: &mut Sink) -> Vec<String> {
    let practicals = fields.texts("practicals", Empty::Refused, sink);
    for practical in practicals.iter().filter(|practical| !practical.is_empty()) {
        let (kind, name) = practical.split_once('/').unwrap_or((practical, ""));
        if !["lab", "scenario", "sql"].contains(&kind) || name.parse::<greenroom_core::Slug>().is_err() {
            let message = format!("this is not a practical: `{}`", short(practical));
            sink.error(
                fields.at("practicals"),
                "bad-practical",
                message,
                "write lab/<id>, scenario/<id> or sql/<id>",
            );
        }
    }
    practicals
}

/// One place or a list of places in the running server.
fn here(fields: &Fields, sink: &mut Sink) -> Vec<SeeHere> {
    let Some(node) = fields.get("here") else { return Vec::new() };
    let nodes = if matches!(node.value, Value::Map(_)) {
        std::slice::from_ref(node)
    } else {
        fields.list("here", Empty::Refused, sink)
    };
    nodes
        .iter()
        .map(|node| {
            let fields = Fields::read(node, "a place to see it", &["what", "where"], &[], sink);
            SeeHere { what: fields.text("what", sink), at: fields.text("where", sink) }
        })
        .collect()
}

fn verified(fields: &Fields, sink: &mut Sink) -> String {
    let verified = fields.text("verified", sink);
    if !verified.is_empty() && Day::parse(&verified).is_none() {
        let message = format!("`verified` is not a day: `{}`", short(&verified));
        sink.error(fields.at("verified"), "bad-date", message, "write it as YYYY-MM-DD");
    }
    verified
}
