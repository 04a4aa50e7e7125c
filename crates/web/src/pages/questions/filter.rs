//! The state of the list of questions, and its address: the address carries all of it.

use greenroom_bank::{Filter, Kind};
use greenroom_core::{Level, Slug};
use serde::Deserialize;

use crate::pages::shared::words;

/// The query of the address as it comes. Unknown names are disregarded, unknown values too: an old link still works.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Raw {
    q: String,
    level: String,
    topic: String,
    technology: String,
    kind: String,
    sort: String,
    page: String,
}

/// In which order questions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Sort {
    /// Closest match first if words are looked for, otherwise easiest first.
    #[default]
    Usual,
    /// Hardest first.
    Hardest,
    /// Shortest answer first.
    Shortest,
    /// Not answered yet first.
    New,
    /// Answered, weakest first.
    Weakest,
}

impl Sort {
    pub(crate) const ALL: &'static [Self] =
        &[Self::Usual, Self::Hardest, Self::Shortest, Self::New, Self::Weakest];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Usual => "",
            Self::Hardest => "hardest",
            Self::Shortest => "shortest",
            Self::New => "new",
            Self::Weakest => "weakest",
        }
    }

    /// As shown; the usual order depends on whether words are looked for.
    pub(crate) fn label(self, has_words: bool) -> &'static str {
        match self {
            Self::Usual if has_words => "Closest match first",
            Self::Usual => "Easiest first",
            Self::Hardest => "Hardest first",
            Self::Shortest => "Shortest first",
            Self::New => "New ones first",
            Self::Weakest => "Weakest first",
        }
    }
}

/// One part of the state that can be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Text,
    Level,
    Topic,
    Technology,
    Kind,
}

impl Part {
    pub(crate) const ALL: &'static [Self] =
        &[Self::Text, Self::Level, Self::Topic, Self::Technology, Self::Kind];

    /// What the part is called in a sentence.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "words",
            Self::Level => "level",
            Self::Topic => "topic",
            Self::Technology => "technology",
            Self::Kind => "kind",
        }
    }
}

/// What is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) filter: Filter,
    pub(crate) sort: Sort,
    /// Which page of the list, from 1.
    pub(crate) page: usize,
}

/// How many characters of a search are kept.
const TEXT_CHARS_MAX: usize = 200;

impl From<Raw> for Chosen {
    fn from(raw: Raw) -> Self {
        let filter = Filter {
            text: raw.q.trim().chars().filter(|c| !c.is_control()).take(TEXT_CHARS_MAX).collect(),
            level: Level::from_word(&raw.level),
            topic: raw.topic.parse().ok(),
            technology: raw.technology.parse().ok(),
            kind: Kind::from_word(&raw.kind),
        };
        let sort = Sort::ALL.iter().copied().find(|sort| sort.as_str() == raw.sort).unwrap_or_default();
        Self { filter, sort, page: raw.page.parse().unwrap_or(1).clamp(1, 10_000) }
    }
}

impl Chosen {
    /// Whether words are looked for.
    pub(crate) fn has_words(&self) -> bool {
        !self.filter.text.is_empty()
    }

    /// The parts that are set, each with its words.
    pub(crate) fn parts(&self) -> Vec<(Part, String)> {
        Part::ALL.iter().filter_map(|part| Some((*part, self.words_of(*part)?))).collect()
    }

    /// The words of a part; `None` if it is not set.
    pub(crate) fn words_of(&self, part: Part) -> Option<String> {
        let filter = &self.filter;
        match part {
            Part::Text => self.has_words().then(|| format!("“{}”", words::shortened(&filter.text, 40))),
            Part::Level => filter.level.map(|level| words::level(level).to_owned()),
            Part::Topic => filter.topic.as_ref().map(words::name),
            Part::Technology => filter.technology.as_ref().map(words::name),
            Part::Kind => filter.kind.map(|kind| words::kind(kind).to_owned()),
        }
    }

    /// The same without a part, from the first page.
    pub(crate) fn without(&self, part: Part) -> Self {
        let mut other = Self { page: 1, ..self.clone() };
        match part {
            Part::Text => other.filter.text.clear(),
            Part::Level => other.filter.level = None,
            Part::Topic => other.filter.topic = None,
            Part::Technology => other.filter.technology = None,
            Part::Kind => other.filter.kind = None,
        }
        other
    }

    /// The same on another page.
    pub(crate) fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The query of the address without its question mark; empty if nothing is set.
    pub(crate) fn query(&self) -> String {
        let filter = &self.filter;
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        let pairs = [
            ("q", filter.text.as_str()),
            ("level", filter.level.map_or("", Level::as_str)),
            ("topic", filter.topic.as_ref().map_or("", Slug::as_str)),
            ("technology", filter.technology.as_ref().map_or("", Slug::as_str)),
            ("kind", filter.kind.map_or("", Kind::as_str)),
            ("sort", self.sort.as_str()),
            ("page", &page),
        ];
        let set = pairs.iter().filter(|(_, value)| !value.is_empty());
        set.map(|(name, value)| format!("{name}={}", words::encoded(value))).collect::<Vec<_>>().join("&")
    }

    /// An address with this state as its query.
    pub(crate) fn at(&self, path: &str) -> String {
        let query = self.query();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Chosen {
        let uri: http::Uri = format!("/questions?{query}").parse().expect("address");
        let axum::extract::Query(raw) = axum::extract::Query::<Raw>::try_from_uri(&uri).expect("query");
        raw.into()
    }

    #[test]
    fn the_address_carries_all_state() {
        for query in [
            "",
            "q=a%20b&level=advanced&topic=api-design&technology=http&kind=design&sort=new&page=3",
            "kind=concept",
        ] {
            assert_eq!(read(query).query(), query);
        }
    }

    #[test]
    fn what_is_unknown_is_disregarded() {
        assert_eq!(read("level=expert&topic=%00&sort=up&page=x&color=red").query(), "");
        assert_eq!(read("q=%20%07x%20").filter.text, "x");
    }

    #[test]
    fn a_part_can_be_taken_away() {
        let chosen = read("q=retry&level=advanced&page=2");
        assert_eq!(chosen.without(Part::Level).query(), "q=retry");
        let names: Vec<_> = chosen.parts().into_iter().map(|(part, words)| (part.name(), words)).collect();
        assert_eq!(names, [("words", "“retry”".to_owned()), ("level", "Advanced".to_owned())]);
    }
}
