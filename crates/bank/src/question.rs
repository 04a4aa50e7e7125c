//! A question as it is shown, practised and asked.

use greenroom_core::{Level, Slug};

/// A question. How its answers are graded is a rubric's matter, not its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name, the same as its file's.
    pub id: Slug,
    /// What the interviewer asks.
    pub prompt: String,
    /// How hard it is.
    pub level: Level,
    /// What it is about; the first is the main topic. Never empty.
    pub topics: Vec<Slug>,
    /// Technologies it belongs to; may be empty.
    pub technologies: Vec<Slug>,
    /// What sort of answer it wants.
    pub kind: Kind,
    /// How many minutes a good spoken answer takes.
    pub minutes: u8,
    /// A ladder of hints, mild to strong.
    pub hints: Vec<String>,
    /// What candidates do wrong.
    pub mistakes: Vec<Mistake>,
    /// One sentence of an expert.
    pub tip: String,
    /// Multiple-choice variants.
    pub choices: Vec<Choice>,
    /// Deeper questions.
    pub follow_ups: Vec<FollowUp>,
    /// Labs, scenarios and SQL tasks that practise it, as `lab/<id>` and so on.
    pub practicals: Vec<String>,
    /// Where it is at work in the running server.
    pub here: Vec<SeeHere>,
    /// Other questions close to it.
    pub related: Vec<Slug>,
    /// What its facts were checked against.
    pub sources: Vec<Source>,
    /// The day of that check, as YYYY-MM-DD.
    pub verified: String,
    /// The model answer in Markdown.
    pub answer: String,
}

impl Question {
    /// The main topic.
    pub fn topic(&self) -> &Slug {
        // A question without topics does not get past `packs`.
        &self.topics[0]
    }

    /// Whether it asks for a story from the candidate's work instead of knowledge.
    pub fn is_behavioural(&self) -> bool {
        self.topics.iter().any(|topic| topic.as_str() == "behavioural")
    }
}

/// What sort of answer a question wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Explain an idea.
    Concept,
    /// Say what you would do.
    Scenario,
    /// Sketch a system.
    Design,
    /// Tell what you have done.
    Experience,
    /// Write or read code.
    Coding,
}

impl Kind {
    /// All kinds.
    pub const ALL: &'static [Self] =
        &[Self::Concept, Self::Scenario, Self::Design, Self::Experience, Self::Coding];

    /// The word used in files, addresses and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::Scenario => "scenario",
            Self::Design => "design",
            Self::Experience => "experience",
            Self::Coding => "coding",
        }
    }

    /// Reads the word back.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

/// A common mistake and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// What candidates do.
    pub mistake: String,
    /// What to do instead.
    pub better: String,
}

/// A multiple-choice variant of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is asked.
    pub ask: String,
    /// Three to five options, exactly one of them correct.
    pub options: Vec<ChoiceOption>,
}

/// One option of a multiple-choice question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What it says.
    pub text: String,
    /// Whether it is the right one.
    pub correct: bool,
    /// Why it is or is not.
    pub why: String,
}

/// A deeper question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// What is asked.
    pub ask: String,
    /// What a good reply holds.
    pub listen_for: String,
}

/// Where an idea is at work in the running server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeeHere {
    /// What is to be seen.
    pub what: String,
    /// A path of the repository, or of the running server if it begins with `/`.
    pub at: String,
}

/// What a fact was checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name of the document, with the section.
    pub title: String,
    /// Where it is found.
    pub url: String,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A question about nothing, for tests to change.
    pub(crate) fn question(id: &str, topic: &str) -> Question {
        let slug = |text: &str| text.parse::<Slug>().expect("a slug");
        Question {
            id: slug(id),
            prompt: format!("What is {}?", id.replace('-', " ")),
            level: Level::Beginner,
            topics: vec![slug(topic)],
            technologies: Vec::new(),
            kind: Kind::Concept,
            minutes: 3,
            hints: Vec::new(),
            mistakes: Vec::new(),
            tip: String::new(),
            choices: Vec::new(),
            follow_ups: Vec::new(),
            practicals: Vec::new(),
            here: Vec::new(),
            related: Vec::new(),
            sources: Vec::new(),
            verified: "2026-11-25".to_owned(),
            answer: String::new(),
        }
    }

    #[test]
    fn stories_are_told_from_knowledge() {
        assert!(question("conflict", "behavioural").is_behavioural());
        assert!(!Question { kind: Kind::Experience, ..question("migrations", "databases") }.is_behavioural());
        assert!(!question("caching", "data").is_behavioural());
    }
}
