//! From files to a bank: what is right is loaded, what is wrong is listed.

use std::collections::BTreeMap;

use greenroom_bank::{Area, Bank, Collection, Guides, Technology};
use greenroom_core::Slug;
use greenroom_grading::{Glossary, Rubric};

use crate::files::PackFiles;
use crate::problem::{Place, Problem, Severity, Sink};
use crate::question::{Document, Folder};
use crate::revision::revision;
use crate::{glossary, guide, question};

/// Folders and files of a pack that hold no content of the bank.
const IGNORED: &[&str] = &["gold/", "LICENSE", "README.md"];

/// What a pack holds, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The questions.
    pub bank: Bank,
    /// For each of them its rubric, with the name of this very revision of it.
    pub rubrics: BTreeMap<Slug, (Rubric, String)>,
    /// What all questions share about words.
    pub glossary: Glossary,
    /// All problems, by file and line.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Whether a file was left out.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Reads a pack. It never fails: a file with an error is left out, and all problems are listed.
pub fn load(files: &PackFiles) -> Loaded {
    let Read { documents, guides, glossary, mut problems } = read(files);
    sort(&mut problems);
    let rubric = |document: &Document| {
        (document.question.id.clone(), (document.rubric.clone(), revision(&document.rubric)))
    };
    let rubrics = documents.iter().map(rubric).collect();
    let bank = Bank::new(documents.into_iter().map(|document| document.question).collect());
    let bank = bank.with_guides(guides.in_order());
    Loaded { bank, rubrics, glossary, problems }
}

/// A pack with the places of everything, for further checks.
pub(crate) struct Read {
    pub(crate) documents: Vec<Document>,
    pub(crate) guides: ReadGuides,
    pub(crate) glossary: Glossary,
    pub(crate) problems: Vec<Problem>,
}

/// The guides of a pack with the places of everything.
#[derive(Default)]
pub(crate) struct ReadGuides {
    pub(crate) collections: Vec<guide::Read<Collection>>,
    pub(crate) areas: Vec<guide::Read<Area>>,
    pub(crate) technologies: Vec<guide::Read<Technology>>,
}

impl ReadGuides {
    fn in_order(self) -> Guides {
        Guides {
            collections: ordered(self.collections),
            areas: ordered(self.areas),
            technologies: ordered(self.technologies),
        }
    }
}

/// Guides of one order number stay in the order of their names.
fn ordered<T>(mut all: Vec<guide::Read<T>>) -> Vec<T> {
    all.sort_by(|a, b| (a.order, &a.file).cmp(&(b.order, &b.file)));
    all.into_iter().map(|read| read.guide).collect()
}

/// What a file is, by its path.
enum Role<'a> {
    Question { folder: Folder<'a>, name: &'a str },
    Collection { name: &'a str },
    Area { name: &'a str },
    Technology { name: &'a str },
    Glossary,
    Ignored,
    Misplaced,
    Unknown,
}

/// Puts problems in the order in which people work them off.
pub(crate) fn sort(problems: &mut [Problem]) {
    problems.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
}

pub(crate) fn read(files: &PackFiles) -> Read {
    let mut read = Read {
        documents: Vec::new(),
        guides: ReadGuides::default(),
        glossary: Glossary::default(),
        problems: files.problems.clone(),
    };
    let mut seen: BTreeMap<Slug, String> = BTreeMap::new();
    let mut has_glossary = false;
    let mut in_order: Vec<_> = files.files.iter().collect();
    in_order.sort_by(|a, b| a.path.cmp(&b.path));
    for file in in_order {
        let mut sink = Sink::new(&file.path);
        match role(&file.path) {
            Role::Question { folder, name } => {
                let document = question::read(&file.path, folder, name, &file.bytes, &mut sink);
                if let Some(document) = document.filter(|document| is_new(document, &mut seen, &mut sink)) {
                    read.documents.push(document);
                }
            }
            Role::Glossary => {
                has_glossary = true;
                read.glossary = glossary::read(&file.bytes, &mut sink).unwrap_or_default();
            }
            Role::Collection { name } => {
                read.guides.collections.extend(guide::collection(&file.path, name, &file.bytes, &mut sink));
            }
            Role::Area { name } => {
                read.guides.areas.extend(guide::area(&file.path, name, &file.bytes, &mut sink));
            }
            Role::Technology { name } => {
                read.guides.technologies.extend(guide::technology(&file.path, name, &file.bytes, &mut sink));
            }
            Role::Ignored => {}
            Role::Misplaced => {
                let help = "put it at questions/<topic>/<id>.md or technologies/<technology>/<id>.md";
                sink.error(Place::FILE, "misplaced-file", "this is not the place of a question", help);
            }
            Role::Unknown => sink.warn(Place::FILE, "unknown-file", "nothing reads this file", ""),
        }
        read.problems.append(&mut sink.into_problems());
    }
    if !has_glossary {
        let mut sink = Sink::new("glossary.yaml");
        let help = "without it, abbreviations and slips of speech recognition are not understood";
        sink.warn(Place::FILE, "missing-glossary", "the pack has no glossary", help);
        read.problems.append(&mut sink.into_problems());
    }
    if read.documents.is_empty() {
        let mut sink = Sink::new("questions");
        let help = "questions are files at questions/<topic>/<id>.md";
        sink.error(Place::FILE, "no-questions", "the pack has no usable question", help);
        read.problems.append(&mut sink.into_problems());
    }
    read
}

fn role(path: &str) -> Role<'_> {
    if IGNORED.iter().any(|name| path == *name || (name.ends_with('/') && path.starts_with(name))) {
        return Role::Ignored;
    }
    if path == "glossary.yaml" {
        return Role::Glossary;
    }
    let (stem, is_question) = match (path.strip_suffix(".md"), path.strip_suffix(".yaml")) {
        (Some(stem), _) => (stem, true),
        (_, Some(stem)) => (stem, false),
        _ => return Role::Unknown,
    };
    match (stem.split('/').collect::<Vec<_>>().as_slice(), is_question) {
        (["questions", topic, name], true) => Role::Question { folder: Folder::Topic(topic), name },
        (["technologies", technology, name], true) => {
            Role::Question { folder: Folder::Technology(technology), name }
        }
        (["technologies", name, "technology"], false) => Role::Technology { name },
        (["collections", name], false) => Role::Collection { name },
        (["areas", name], false) => Role::Area { name },
        (["questions" | "technologies", ..], true) => Role::Misplaced,
        _ => Role::Unknown,
    }
}

/// Reports a second question of the same name.
fn is_new(document: &Document, seen: &mut BTreeMap<Slug, String>, sink: &mut Sink) -> bool {
    let id = &document.question.id;
    if let Some(other) = seen.get(id) {
        let message = format!("`{id}` is the id of {other} already");
        sink.error(document.root.place("id"), "duplicate-id", message, "give one of them another name");
        return false;
    }
    seen.insert(id.clone(), document.file.clone());
    true
}
