//! Ways through the questions: collections, the key areas of interviews, and the hub of technologies.

use greenroom_core::Slug;

use crate::question::{Question, Source};

/// An ordered set of questions that reads as a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection {
    /// Its name in addresses.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// For whom it is and what it leads to, in a sentence or two.
    pub summary: String,
    /// Its parts, in order; never empty.
    pub sections: Vec<Section>,
}

/// A part of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading; empty if the collection has one part alone.
    pub title: String,
    /// What ties its questions together; may be empty.
    pub about: String,
    /// Its questions, in order.
    pub questions: Vec<Slug>,
}

impl Collection {
    /// Its questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Slug> {
        self.sections.iter().flat_map(|section| &section.questions)
    }
}

/// One of the key areas of backend interviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its name in addresses.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub summary: String,
    /// What interviewers look for.
    pub looks_for: Vec<String>,
    /// Topics whose questions belong to it.
    pub topics: Vec<Slug>,
    /// Technologies whose questions belong to it.
    pub technologies: Vec<Slug>,
    /// Further questions that belong to it.
    pub questions: Vec<Slug>,
}

impl Area {
    /// Whether a question belongs to it.
    pub fn holds(&self, question: &Question) -> bool {
        self.questions.contains(&question.id)
            || question.topics.iter().any(|topic| self.topics.contains(topic))
            || question.technologies.iter().any(|name| self.technologies.contains(name))
    }
}

/// A technology of the hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Technology {
    /// Its name in addresses, the same as in the questions.
    pub id: Slug,
    /// How it is written.
    pub name: String,
    /// What it is and what interviews about it turn on, in a sentence or two.
    pub summary: String,
    /// The version that the answers speak of.
    pub version: String,
    /// Its manual.
    pub source: Source,
}

/// All ways through the questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guides {
    /// Collections, in the order in which they are offered.
    pub collections: Vec<Collection>,
    /// Key areas, in the order in which they are offered.
    pub areas: Vec<Area>,
    /// Technologies, by name.
    pub technologies: Vec<Technology>,
}
