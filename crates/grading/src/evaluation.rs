//! What an evaluation says: verdicts, evidence, scores and feedback.

use greenroom_core::{Bar, Slug, Span};

/// Name of the engine, stored with each evaluation.
pub const ENGINE: &str = "greenroom-rules";

/// Version of the engine, stored with each evaluation: raised whenever the same answer may get another result.
pub const ENGINE_VERSION: &str = "2";

/// The result of evaluating one answer. The same answer against the same rubric always gives an equal value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The score, or why there is none.
    pub outcome: Outcome,
    /// One verdict for each key point, in the rubric's order.
    pub key_points: Vec<KeyPointVerdict>,
    /// Misconceptions that were heard.
    pub misconceptions: Vec<MisconceptionHeard>,
    /// What the guards found, each with its effect.
    pub guards: Vec<GuardNote>,
    /// Sentences for the candidate, each of which rests on a verdict or on authored text.
    pub feedback: Feedback,
    /// How sure the engine is of the whole, 0 to 100.
    pub confidence: u8,
}

/// The score, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The answer was graded.
    Scored(Score),
    /// The answer cannot be graded.
    CannotScore(CannotScore),
}

/// The numbers, each 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The score of the answer.
    pub total: u8,
    /// How much of the key points' weight was heard.
    pub coverage: u8,
    /// How much of what was claimed is right.
    pub accuracy: u8,
    /// How much of the mid and senior key points was heard.
    pub depth: u8,
    /// Whether the answer is made of statements in a followable order.
    pub structure: u8,
    /// How senior the answer sounds.
    pub level: LevelBar,
}

/// How senior an answer sounds, and what stands between it and the next level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelBar {
    /// The level that the answer reaches; `None` below junior.
    pub reached: Option<Bar>,
    /// The next level, if there is one.
    pub next: Option<Bar>,
    /// The key points that are missing for the next level, heaviest first.
    pub gap: Vec<Slug>,
}

/// Why an answer cannot be graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotScore {
    /// Nothing, or only blanks and signs.
    Empty,
    /// Fewer words than a statement needs.
    TooShort,
    /// Not in English, the language of the rubrics.
    AnotherLanguage,
    /// Nothing in it belongs to the question.
    OffTopic,
    /// The question said back.
    CopyOfTheQuestion,
    /// The candidate says that they do not know.
    DoesNotKnow,
    /// Not text: control characters or binary data.
    NotText,
}

/// How a key point was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The opposite was claimed.
    Contradicted,
    /// It was not heard.
    Missing,
    /// Something of it was heard.
    Partial,
    /// It was heard.
    Covered,
}

/// The verdict on one key point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPointVerdict {
    /// Which key point.
    pub id: Slug,
    /// Its weight.
    pub weight: u8,
    /// From whom it is expected.
    pub bar: Bar,
    /// How it was heard.
    pub verdict: Verdict,
    /// Where: spans of the answer as given, in order; empty only if the verdict is `Missing`.
    pub evidence: Vec<Span>,
    /// How sure the engine is of this verdict, 0 to 100.
    pub confidence: u8,
}

/// A misconception that was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MisconceptionHeard {
    /// Which one.
    pub id: Slug,
    /// Where it was said.
    pub evidence: Span,
    /// What is right instead (authored text).
    pub correction: String,
}

/// A guard against answers that only look good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guard {
    /// A part of the question was said back; it earned nothing.
    CopiedPrompt,
    /// Words in a heap, without statements; they earned little.
    KeywordHeap,
    /// Few of its words are those of the subject; what was heard counted for less.
    BesideTheQuestion,
    /// The same sentences again; counted once.
    Repetition,
    /// Hidden or look-alike characters; read as what they look like.
    HiddenCharacters,
    /// Text addressed to a grader; read as part of the answer.
    Instructions,
    /// More was given than is read; the rest was left out.
    TooLong,
}

/// What a guard found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardNote {
    /// Which guard.
    pub guard: Guard,
    /// Where, if in one place.
    pub evidence: Option<Span>,
}

/// Sentences for the candidate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Feedback {
    /// One sentence on the whole.
    pub summary: String,
    /// At most two things that worked.
    pub strengths: Vec<FeedbackLine>,
    /// The one thing to change, if any.
    pub improvement: Option<FeedbackLine>,
}

/// One sentence of feedback and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackLine {
    /// The sentence.
    pub text: String,
    /// The key point or misconception it rests on.
    pub about: Slug,
    /// Where in the answer, if it is about something that was said.
    pub evidence: Option<Span>,
}
