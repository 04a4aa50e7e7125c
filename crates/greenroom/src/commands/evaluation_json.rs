//! The JSON form of an evaluation: a stable format that other programs rely on.

use greenroom_core::Span;
use greenroom_grading::{CannotScore, ENGINE, ENGINE_VERSION, Evaluation, Guard, Outcome, Verdict};
use serde::Serialize;

/// One evaluation as a JSON object.
#[derive(Debug, Serialize)]
pub(crate) struct EvaluationJson {
    /// As given in the batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    /// 0 to 100, or null if the answer cannot be graded.
    score: Option<u8>,
    /// `scored`, or why it could not be.
    verdict: &'static str,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimensions: Option<Dimensions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<LevelJson>,
    key_points: Vec<PointJson>,
    misconceptions: Vec<MisconceptionJson>,
    guards: Vec<&'static str>,
    confidence: u8,
    engine: EngineJson,
}

#[derive(Debug, Serialize)]
struct Dimensions {
    coverage: u8,
    accuracy: u8,
    depth: u8,
    structure: u8,
}

#[derive(Debug, Serialize)]
struct LevelJson {
    reached: Option<&'static str>,
    next: Option<&'static str>,
    gap: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PointJson {
    id: String,
    verdict: &'static str,
    weight: u8,
    evidence: Vec<EvidenceJson>,
    confidence: u8,
}

/// A quote with its byte offsets into the answer.
#[derive(Debug, Serialize)]
struct EvidenceJson {
    start: usize,
    end: usize,
    quote: String,
}

#[derive(Debug, Serialize)]
struct MisconceptionJson {
    id: String,
    evidence: EvidenceJson,
    correction: String,
}

#[derive(Debug, Serialize)]
struct EngineJson {
    name: &'static str,
    version: &'static str,
    /// `rubric`, or `reference` for a question without one.
    basis: &'static str,
}

/// What an answer was graded against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Basis {
    Rubric,
    Reference,
}

impl EvaluationJson {
    /// The JSON form of an evaluation of `answer`.
    pub(crate) fn new(evaluation: &Evaluation, answer: &str, basis: Basis) -> Self {
        let (score, verdict) = match &evaluation.outcome {
            Outcome::Scored(score) => (Some(score), "scored"),
            Outcome::CannotScore(reason) => (None, cannot_score(*reason)),
        };
        Self {
            id: None,
            question: None,
            score: score.map(|score| score.total),
            verdict,
            summary: evaluation.feedback.summary.clone(),
            dimensions: score.map(|s| Dimensions {
                coverage: s.coverage,
                accuracy: s.accuracy,
                depth: s.depth,
                structure: s.structure,
            }),
            level: score.map(|s| LevelJson {
                reached: s.level.reached.map(greenroom_core::Bar::as_str),
                next: s.level.next.map(greenroom_core::Bar::as_str),
                gap: s.level.gap.iter().map(ToString::to_string).collect(),
            }),
            key_points: evaluation.key_points.iter().map(|point| PointJson::new(point, answer)).collect(),
            misconceptions: evaluation
                .misconceptions
                .iter()
                .map(|heard| MisconceptionJson {
                    id: heard.id.to_string(),
                    evidence: EvidenceJson::new(heard.evidence, answer),
                    correction: heard.correction.clone(),
                })
                .collect(),
            guards: evaluation.guards.iter().map(|note| guard(note.guard)).collect(),
            confidence: evaluation.confidence,
            engine: EngineJson {
                name: ENGINE,
                version: ENGINE_VERSION,
                basis: if basis == Basis::Rubric { "rubric" } else { "reference" },
            },
        }
    }

    /// The same, naming its line of a batch.
    pub(crate) fn named(mut self, id: Option<serde_json::Value>, question: Option<String>) -> Self {
        self.id = id;
        self.question = question;
        self
    }
}

impl PointJson {
    fn new(point: &greenroom_grading::KeyPointVerdict, answer: &str) -> Self {
        Self {
            id: point.id.to_string(),
            verdict: verdict(point.verdict),
            weight: point.weight,
            evidence: point.evidence.iter().map(|span| EvidenceJson::new(*span, answer)).collect(),
            confidence: point.confidence,
        }
    }
}

impl EvidenceJson {
    fn new(span: Span, answer: &str) -> Self {
        Self { start: span.start, end: span.end, quote: span.quote(answer).unwrap_or_default().to_owned() }
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Covered => "covered",
        Verdict::Partial => "partial",
        Verdict::Missing => "missing",
        Verdict::Contradicted => "contradicted",
    }
}

fn cannot_score(reason: CannotScore) -> &'static str {
    match reason {
        CannotScore::Empty => "cannot_score:empty",
        CannotScore::TooShort => "cannot_score:too_short",
        CannotScore::AnotherLanguage => "cannot_score:another_language",
        CannotScore::OffTopic => "cannot_score:off_topic",
        CannotScore::CopyOfTheQuestion => "cannot_score:copy_of_the_question",
        CannotScore::DoesNotKnow => "cannot_score:does_not_know",
        CannotScore::NotText => "cannot_score:not_text",
    }
}

fn guard(guard: Guard) -> &'static str {
    match guard {
        Guard::CopiedPrompt => "copied_prompt",
        Guard::KeywordHeap => "keyword_heap",
        Guard::BesideTheQuestion => "beside_the_question",
        Guard::Repetition => "repetition",
        Guard::HiddenCharacters => "hidden_characters",
        Guard::Instructions => "instructions",
        Guard::TooLong => "too_long",
    }
}
