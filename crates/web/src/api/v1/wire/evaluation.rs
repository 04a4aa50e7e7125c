//! Evaluations.

use greenroom_app::kept::EvaluationRecord;
use greenroom_app::{App, Catalog};
use greenroom_core::Slug;
use greenroom_grading as grading;
use serde::Serialize;
use utoipa::ToSchema;

use super::words::{Bar, CannotScore, Guard, Origin, Verdict};
use super::{Evidence, moment, question::strings};

/// What an evaluation says, beside the answer it is about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Evaluation {
    /// Its name.
    #[schema(example = "evl_018bcfe568007f008000000000000000")]
    pub id: String,
    /// Which question was answered.
    pub question: String,
    /// In which interview, if in one.
    pub interview: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
    /// The evaluation of the answer before, if this is a retake.
    pub replaces: Option<String>,
    /// The answer as given.
    pub answer: String,
    /// 0 to 100; `null` if the answer cannot be graded, and then `cannot_score` says why.
    pub score: Option<u8>,
    /// Why there is no score.
    pub cannot_score: Option<CannotScore>,
    /// The parts of the score.
    pub dimensions: Option<Dimensions>,
    /// How senior the answer sounds.
    pub level: Option<LevelBar>,
    /// One verdict for each key point.
    pub key_points: Vec<KeyPointVerdict>,
    /// Misconceptions that were heard.
    pub misconceptions: Vec<MisconceptionHeard>,
    /// What the guards found.
    pub guards: Vec<GuardNote>,
    /// Sentences for the candidate.
    pub feedback: Feedback,
    /// How sure the engine is of the whole, 0 to 100.
    pub confidence: u8,
    /// What graded it.
    pub engine: Engine,
    /// When.
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl Evaluation {
    /// An evaluation as it travels. The key points' texts are those of today's rubric.
    pub fn new(app: &App, record: &EvaluationRecord) -> Self {
        let (evaluation, answer) = (&record.evaluation, record.answer.as_str());
        let (score, cannot_score) = match &evaluation.outcome {
            grading::Outcome::Scored(score) => (Some(score), None),
            grading::Outcome::CannotScore(reason) => (None, Some(CannotScore::from(*reason))),
        };
        Self {
            id: record.id.to_string(),
            question: record.question.to_string(),
            interview: record.interview.as_ref().map(ToString::to_string),
            origin: record.origin.into(),
            replaces: record.replaces.as_ref().map(ToString::to_string),
            answer: record.answer.clone(),
            score: score.map(|score| score.total),
            cannot_score,
            dimensions: score.map(Dimensions::from),
            level: score.map(|score| LevelBar::from(&score.level)),
            key_points: verdicts(app.catalog(), record),
            misconceptions: evaluation
                .misconceptions
                .iter()
                .filter_map(|m| MisconceptionHeard::new(answer, m))
                .collect(),
            guards: evaluation.guards.iter().map(|note| GuardNote::new(answer, note)).collect(),
            feedback: Feedback::new(answer, &evaluation.feedback),
            confidence: evaluation.confidence,
            engine: Engine::from(record),
            created_at: moment(record.created_at),
        }
    }
}

fn verdicts(catalog: &Catalog, record: &EvaluationRecord) -> Vec<KeyPointVerdict> {
    let rubric = catalog.find(record.question.as_str()).ok().map(|graded| graded.rubric);
    let says = |id: &Slug| {
        let point = rubric?.key_points.iter().find(|point| point.id == *id)?;
        Some(point.says.clone())
    };
    let verdict = |point: &grading::KeyPointVerdict| KeyPointVerdict {
        id: point.id.to_string(),
        says: says(&point.id),
        weight: point.weight,
        bar: point.bar.into(),
        verdict: point.verdict.into(),
        evidence: point.evidence.iter().filter_map(|&span| Evidence::cut(&record.answer, span)).collect(),
        confidence: point.confidence,
    };
    record.evaluation.key_points.iter().map(verdict).collect()
}

/// An evaluation in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluationSummary {
    /// Its name.
    pub id: String,
    /// Which question was answered.
    pub question: String,
    /// In which interview, if in one.
    pub interview: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
    /// 0 to 100; `null` if the answer cannot be graded.
    pub score: Option<u8>,
    /// When.
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl From<&EvaluationRecord> for EvaluationSummary {
    fn from(record: &EvaluationRecord) -> Self {
        Self {
            id: record.id.to_string(),
            question: record.question.to_string(),
            interview: record.interview.as_ref().map(ToString::to_string),
            origin: record.origin.into(),
            score: record.score(),
            created_at: moment(record.created_at),
        }
    }
}

/// The parts of a score, each 0 to 100.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Dimensions {
    /// How much of the key points' weight was heard.
    pub coverage: u8,
    /// How much of what was claimed is right.
    pub accuracy: u8,
    /// How much of the mid and senior key points was heard.
    pub depth: u8,
    /// Whether the answer is made of statements in a followable order.
    pub structure: u8,
}

impl From<&grading::Score> for Dimensions {
    fn from(score: &grading::Score) -> Self {
        Self {
            coverage: score.coverage,
            accuracy: score.accuracy,
            depth: score.depth,
            structure: score.structure,
        }
    }
}

/// How senior an answer sounds, and what stands between it and the next level.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LevelBar {
    /// The level it reaches; `null` below junior.
    pub reached: Option<Bar>,
    /// The next level, if there is one.
    pub next: Option<Bar>,
    /// The key points that are missing for it, heaviest first.
    pub gap: Vec<String>,
}

impl From<&grading::LevelBar> for LevelBar {
    fn from(level: &grading::LevelBar) -> Self {
        Self {
            reached: level.reached.map(Bar::from),
            next: level.next.map(Bar::from),
            gap: strings(&level.gap),
        }
    }
}

/// The verdict on one key point.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KeyPointVerdict {
    /// Which key point.
    pub id: String,
    /// What it says; `null` if the rubric has no such point any more.
    pub says: Option<String>,
    /// 1 nice to have, 2 expected, 3 the heart of the answer.
    pub weight: u8,
    /// From whom it is expected.
    pub bar: Bar,
    /// How it was heard.
    pub verdict: Verdict,
    /// Where.
    pub evidence: Vec<Evidence>,
    /// How sure the engine is of this verdict, 0 to 100.
    pub confidence: u8,
}

/// A misconception that was heard.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MisconceptionHeard {
    /// Which one.
    pub id: String,
    /// Where it was said.
    pub evidence: Evidence,
    /// What is right instead.
    pub correction: String,
}

impl MisconceptionHeard {
    fn new(answer: &str, heard: &grading::MisconceptionHeard) -> Option<Self> {
        let evidence = Evidence::cut(answer, heard.evidence)?;
        Some(Self { id: heard.id.to_string(), evidence, correction: heard.correction.clone() })
    }
}

/// What a guard found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuardNote {
    /// Which guard.
    pub guard: Guard,
    /// Where, if in one place.
    pub evidence: Option<Evidence>,
}

impl GuardNote {
    fn new(answer: &str, note: &grading::GuardNote) -> Self {
        Self {
            guard: note.guard.into(),
            evidence: note.evidence.and_then(|span| Evidence::cut(answer, span)),
        }
    }
}

/// Sentences for the candidate.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Feedback {
    /// One sentence on the whole.
    pub summary: String,
    /// At most two things that worked.
    pub strengths: Vec<FeedbackLine>,
    /// The one thing to change, if any.
    pub improvement: Option<FeedbackLine>,
}

impl Feedback {
    fn new(answer: &str, feedback: &grading::Feedback) -> Self {
        let line = |line: &grading::FeedbackLine| FeedbackLine {
            text: line.text.clone(),
            about: line.about.to_string(),
            evidence: line.evidence.and_then(|span| Evidence::cut(answer, span)),
        };
        Self {
            summary: feedback.summary.clone(),
            strengths: feedback.strengths.iter().map(line).collect(),
            improvement: feedback.improvement.as_ref().map(line),
        }
    }
}

/// One sentence and what it rests on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackLine {
    /// The sentence.
    pub text: String,
    /// The key point or misconception it rests on.
    pub about: String,
    /// Where in the answer, if it is about something that was said.
    pub evidence: Option<Evidence>,
}

/// What graded an answer. The same answer, engine, version and revision always give the same evaluation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Engine {
    /// Name of the engine.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Names the very rubric.
    pub rubric_revision: String,
}

impl From<&EvaluationRecord> for Engine {
    fn from(record: &EvaluationRecord) -> Self {
        Self {
            name: record.engine.clone(),
            version: record.engine_version.clone(),
            rubric_revision: record.rubric_revision.clone(),
        }
    }
}
