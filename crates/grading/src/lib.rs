//! Evaluates an answer against a rubric: pure, deterministic, without a model, in well under a millisecond.
//!
//! ```text
//! Rubric --CompiledRubric::compile(glossary)--> CompiledRubric --evaluate(answer)--> Evaluation
//!
//! answer -> text (words with places, clauses, sentences) -> polarity (what is negated)
//!        -> gate (can it be graded at all?)              -> index (typos read, copies of the prompt left out)
//!        -> verdict for each key point: concept groups near each other, or a paraphrase; negated, swapped or about the
//!           other thing of a comparison means contradicted
//!        -> misconceptions, guards -> score, level bar, feedback
//! ```
//!
//! Why rules: on human-graded answers, an authored rubric matched by stems and concept groups agrees with people better
//! than any similarity to one reference answer, and every point it gives can quote the words it rests on.

pub mod evaluation;
pub mod glossary;
pub mod rubric;

mod affinity;
mod compile;
mod dismissal;
mod evaluate;
mod explain;
mod feedback;
mod gate;
mod guard;
mod index;
mod misconception;
mod paraphrase;
mod pattern;
mod polarity;
mod reference;
mod score;
mod subject;
mod text;
mod verdict;
mod vocabulary;
mod words;

pub use compile::CompiledRubric;
pub use evaluation::{
    CannotScore, ENGINE, ENGINE_VERSION, Evaluation, Feedback, FeedbackLine, Guard, GuardNote,
    KeyPointVerdict, LevelBar, MisconceptionHeard, Outcome, Score, Verdict,
};
pub use explain::{Explained, Nearest};
pub use glossary::{Glossary, Opposites, Rewrite};
pub use rubric::{About, KeyPoint, Misconception, Pattern, Rubric};
