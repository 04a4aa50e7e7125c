//! What a good answer says: the authored side of an evaluation.

use greenroom_core::{Bar, Slug};

/// Everything by which answers to one question are graded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// The question's prompt: its words earn nothing by themselves.
    pub prompt: String,
    /// Further words that the prompt supplies, or that name the topic without saying anything about it.
    pub given: Vec<String>,
    /// What a good answer says.
    pub key_points: Vec<KeyPoint>,
    /// What mistaken answers say.
    pub misconceptions: Vec<Misconception>,
    /// The model answer as plain text (Markdown is harmless).
    pub reference: String,
}

/// One thing that a good answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPoint {
    /// Name within the question.
    pub id: Slug,
    /// 1 nice to have, 2 expected, 3 the heart of the answer.
    pub weight: u8,
    /// From whom an interviewer expects it.
    pub bar: Bar,
    /// The statement in our words.
    pub says: String,
    /// Why it matters, in one sentence.
    pub why: String,
    /// Whole sentences as people say it.
    pub heard_as: Vec<String>,
    /// The words by which it is recognised.
    pub pattern: Pattern,
    /// Sentences that say the opposite.
    pub reversed: Vec<String>,
    /// In a comparison: whom the claim must be about.
    pub about: Option<About>,
    /// The follow-up question to ask when it was not heard.
    pub ask: String,
}

/// How the words of a key point are combined. Each alternative is written as docs/content-format.md says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// All groups must be heard near each other; any alternative of a group will do.
    All(Vec<Vec<String>>),
    /// At least `need` of the items must be heard anywhere in the answer; any alternative of an item will do.
    Pool {
        /// How many make it covered.
        need: usize,
        /// The items, each with its alternatives.
        of: Vec<Vec<String>>,
    },
}

/// In a comparison, the thing that a claim is true of and the one it is false of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Names of the thing that the claim is true of.
    pub subject: Vec<String>,
    /// Names of the other thing: the same claim about it is wrong.
    pub rival: Vec<String>,
}

/// Something that mistaken candidates say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misconception {
    /// Name within the question.
    pub id: Slug,
    /// The mistake in our words.
    pub says: String,
    /// Whole clauses as people say it.
    pub heard_as: Vec<String>,
    /// Optional anchored pattern: all groups within one clause.
    pub concepts: Vec<Vec<String>>,
    /// Words that, nearby, show that the candidate knows better.
    pub unless: Vec<String>,
    /// What is right instead.
    pub correction: String,
}
