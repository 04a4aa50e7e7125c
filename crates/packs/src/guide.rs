//! Collections, key areas and technologies: `collections/<id>.yaml`, `areas/<id>.yaml`, `technologies/<id>/technology.yaml`.

use greenroom_bank::{Area, Collection, Section, Source, Technology};
use greenroom_core::Slug;

use crate::decode::{Empty, Fields};
use crate::front;
use crate::problem::{Place, Sink};
use crate::question;
use crate::yaml::{self, Node};

/// A guide as it was read, with its place in the order in which guides are offered and the places of what a check finds.
#[derive(Debug, Clone)]
pub(crate) struct Read<T> {
    pub(crate) file: String,
    pub(crate) order: u8,
    pub(crate) guide: T,
    pub(crate) root: Node,
}

/// Reads a collection; `None` if something is wrong with it.
pub(crate) fn collection(file: &str, name: &str, bytes: &[u8], sink: &mut Sink) -> Option<Read<Collection>> {
    let root = root(bytes, sink)?;
    let fields =
        Fields::read(&root, "a collection", &["id", "title", "summary", "order", "sections"], &[], sink);
    let sections = fields.list("sections", Empty::Refused, sink);
    let several = sections.len() > 1;
    let sections: Vec<Section> = sections.iter().map(|node| section(node, several, sink)).collect();
    repeated(&sections, fields.at("sections"), sink);
    let guide = Collection {
        id: named(&fields, name, sink)?,
        title: fields.text("title", sink),
        summary: fields.text("summary", sink),
        sections,
    };
    finish(file, &fields, guide, &root, sink)
}

fn section(node: &Node, several: bool, sink: &mut Sink) -> Section {
    let (required, optional): (&[&str], &[&str]) =
        if several { (&["title", "questions"], &["about"]) } else { (&["questions"], &["title", "about"]) };
    let fields = Fields::read(node, "a section", required, optional, sink);
    Section {
        title: fields.text("title", sink),
        about: fields.text("about", sink),
        questions: fields.slugs("questions", Empty::Refused, sink),
    }
}

/// Reads a key area; `None` if something is wrong with it.
pub(crate) fn area(file: &str, name: &str, bytes: &[u8], sink: &mut Sink) -> Option<Read<Area>> {
    let root = root(bytes, sink)?;
    let required = ["id", "title", "summary", "order", "looks_for"];
    let fields = Fields::read(&root, "a key area", &required, &["topics", "technologies", "questions"], sink);
    let guide = Area {
        id: named(&fields, name, sink)?,
        title: fields.text("title", sink),
        summary: fields.text("summary", sink),
        looks_for: fields.texts("looks_for", Empty::Refused, sink),
        topics: fields.slugs("topics", Empty::Refused, sink),
        technologies: fields.slugs("technologies", Empty::Refused, sink),
        questions: fields.slugs("questions", Empty::Refused, sink),
    };
    if guide.topics.is_empty() && guide.technologies.is_empty() && guide.questions.is_empty() {
        let help = "write `topics`, `technologies` or `questions`";
        sink.error(root.at, "empty-area", "the key area names no questions", help);
    }
    finish(file, &fields, guide, &root, sink)
}

/// Reads a technology; `None` if something is wrong with it.
pub(crate) fn technology(file: &str, name: &str, bytes: &[u8], sink: &mut Sink) -> Option<Read<Technology>> {
    let root = root(bytes, sink)?;
    let fields =
        Fields::read(&root, "a technology", &["id", "name", "summary", "version", "source"], &[], sink);
    let source = fields.get("source").map(|node| question::source(node, sink));
    let guide = Technology {
        id: named(&fields, name, sink)?,
        name: fields.text("name", sink),
        summary: fields.text("summary", sink),
        version: fields.text("version", sink),
        source: source.unwrap_or_else(|| Source { title: String::new(), url: String::new() }),
    };
    finish(file, &fields, guide, &root, sink)
}

fn root(bytes: &[u8], sink: &mut Sink) -> Option<Node> {
    let text = front::text(bytes, sink)?;
    let text = front::without_tabs(&text, 1, sink);
    let root = yaml::parse(&text, 1, sink);
    if root.is_none() && !sink.has_errors() {
        sink.error(Place::line(1), "wrong-type", "the file is empty", "");
    }
    root
}

/// The id, which must be the name of the file or folder.
fn named(fields: &Fields, name: &str, sink: &mut Sink) -> Option<Slug> {
    let id = fields.slug("id", sink)?;
    if id.as_str() != name {
        let message = format!("the id is `{id}`, but the file or folder is called `{name}`");
        sink.error(fields.at("id"), "id-not-file-name", message, "make them equal");
    }
    Some(id)
}

/// A question stands in one section only; a repetition within a section was reported when its list was read.
fn repeated(sections: &[Section], at: Place, sink: &mut Sink) {
    for (number, section) in sections.iter().enumerate() {
        let before = |id: &&Slug| sections[..number].iter().any(|other| other.questions.contains(id));
        for id in section.questions.iter().filter(before) {
            sink.error(at, "repeated-entry", format!("`{id}` stands in two sections"), "keep one");
        }
    }
}

fn finish<T>(file: &str, fields: &Fields, guide: T, root: &Node, sink: &mut Sink) -> Option<Read<T>> {
    let order = fields.number("order", 0, u8::MAX, sink);
    (!sink.has_errors()).then(|| Read { file: file.to_owned(), order, guide, root: root.clone() })
}
