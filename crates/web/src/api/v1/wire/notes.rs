//! The notes on an interview.

use greenroom_app::App;
use greenroom_app::interview as app;
use greenroom_app::practice::{Delta, Retaken};
use greenroom_interview as interview;
use serde::Serialize;
use utoipa::ToSchema;

use super::evaluation::Evaluation;
use super::interview::InterviewSummary;
use super::words::{Bar, Verdict};
use super::{Evidence, moment};

/// The feedback report on an interview.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Notes {
    /// Which interview.
    pub interview: InterviewSummary,
    /// The whole in numbers.
    pub overall: Overall,
    /// At most two things that worked.
    pub strengths: Vec<NoteLine>,
    /// The one thing to change.
    pub improvement: Option<NoteLine>,
    /// Each question that was asked.
    pub questions: Vec<QuestionNotes>,
    /// What to do next, most useful first.
    pub next: Vec<NextStep>,
}

impl Notes {
    /// Notes as they travel.
    pub fn new(app: &App, notes: &app::Notes) -> Self {
        let line = |line: &app::NoteLine| NoteLine::new(line, &notes.questions);
        Self {
            interview: (&notes.record).into(),
            overall: (&notes.overall).into(),
            strengths: notes.strengths.iter().map(line).collect(),
            improvement: notes.improvement.as_ref().map(line),
            questions: notes.questions.iter().map(|question| QuestionNotes::new(app, question)).collect(),
            next: notes.next.iter().map(NextStep::from).collect(),
        }
    }
}

/// Averages over the questions that could be graded, 0 to 100.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Overall {
    /// The score: hints counted, skipped questions as zero.
    pub score: Option<u8>,
    /// How many questions were graded.
    pub graded: usize,
    /// How much of the key points was heard.
    pub coverage: Option<u8>,
    /// How much of what was claimed is right.
    pub accuracy: Option<u8>,
    /// How much of what is expected from mid level on was heard.
    pub depth: Option<u8>,
    /// Whether the answers are made of statements in a followable order.
    pub structure: Option<u8>,
    /// The level that most answers reach.
    pub level: Option<Bar>,
    /// The level above it.
    pub next_level: Option<Bar>,
    /// What is missing for it, heaviest first.
    pub gap: Vec<GapPoint>,
}

impl From<&app::Overall> for Overall {
    fn from(overall: &app::Overall) -> Self {
        let point = |point: &app::GapPoint| GapPoint {
            question: point.question.to_string(),
            key_point: point.key_point.to_string(),
            says: point.says.clone(),
        };
        Self {
            score: overall.score,
            graded: overall.graded,
            coverage: overall.coverage,
            accuracy: overall.accuracy,
            depth: overall.depth,
            structure: overall.structure,
            level: overall.level.map(Bar::from),
            next_level: overall.next_level.map(Bar::from),
            gap: overall.gap.iter().map(point).collect(),
        }
    }
}

/// A key point that is missing for the next level.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapPoint {
    /// In which question.
    pub question: String,
    /// Which key point.
    pub key_point: String,
    /// What it says.
    pub says: String,
}

/// One line of feedback on the whole.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NoteLine {
    /// In which question.
    pub question: String,
    /// Its number in the interview, from 1.
    pub number: usize,
    /// The sentence.
    pub text: String,
    /// Where in the answer to that question.
    pub evidence: Option<Evidence>,
}

impl NoteLine {
    fn new(line: &app::NoteLine, questions: &[app::QuestionNotes]) -> Self {
        let notes = questions.iter().find(|notes| notes.asked.planned.question == line.question);
        let answer = notes.and_then(|notes| Some(notes.evaluation.as_ref()?.answer.as_str()));
        Self {
            question: line.question.to_string(),
            number: line.number,
            text: line.text.clone(),
            evidence: answer.zip(line.evidence).and_then(|(answer, span)| Evidence::cut(answer, span)),
        }
    }
}

/// The notes on one question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct QuestionNotes {
    /// Its number in the interview, from 1.
    pub number: usize,
    /// Which question.
    pub question: String,
    /// What was asked.
    pub prompt: String,
    /// 0 to 100, after hints; `null` if nothing could be graded.
    pub score: Option<u8>,
    /// How many points the hints cost.
    pub hint_cost: u8,
    /// Whether the candidate passed on it.
    pub is_skipped: bool,
    /// The question and its follow-ups.
    pub turns: Vec<Turn>,
    /// The evaluation of all that was said to it.
    pub evaluation: Option<Evaluation>,
    /// Later answers to it, newest first.
    pub retakes: Vec<Evaluation>,
}

impl QuestionNotes {
    fn new(app: &App, notes: &app::QuestionNotes) -> Self {
        Self {
            number: notes.number,
            question: notes.asked.planned.question.to_string(),
            prompt: notes.asked.planned.prompt.clone(),
            score: notes.asked.score(),
            hint_cost: notes.asked.hint_cost(),
            is_skipped: notes.asked.is_given_up,
            turns: notes.turns.iter().map(Turn::from).collect(),
            evaluation: notes.evaluation.as_ref().map(|record| Evaluation::new(app, record)),
            retakes: notes.retakes.iter().map(|record| Evaluation::new(app, record)).collect(),
        }
    }
}

/// One turn: what was asked and what was answered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Turn {
    /// Its number in the interview.
    pub number: u32,
    /// What was asked.
    pub prompt: String,
    /// The answer as given.
    pub answer: Option<String>,
    /// How many seconds the answer took.
    pub seconds: Option<u32>,
    /// When it was asked.
    #[schema(format = DateTime)]
    pub asked_at: String,
}

impl From<&interview::Turn> for Turn {
    fn from(turn: &interview::Turn) -> Self {
        Self {
            number: turn.number,
            prompt: turn.prompt.clone(),
            answer: turn.answer.as_ref().map(|answer| answer.text.clone()),
            seconds: turn.answer.as_ref().map(|answer| answer.seconds),
            asked_at: moment(turn.asked_at),
        }
    }
}

/// Something to do next.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum NextStep {
    /// Answer this question of the interview again.
    Retake {
        /// Which question.
        question: String,
        /// Its prompt.
        prompt: String,
    },
    /// Practise another question close to a weak one.
    Practise {
        /// Which question.
        question: String,
        /// Its prompt.
        prompt: String,
    },
    /// Take another interview on a weak topic.
    Interview {
        /// On which topic.
        topic: String,
    },
}

impl From<&app::NextStep> for NextStep {
    fn from(step: &app::NextStep) -> Self {
        match step {
            app::NextStep::Retake { question, prompt } => {
                Self::Retake { question: question.to_string(), prompt: prompt.clone() }
            }
            app::NextStep::Practise { question, prompt } => {
                Self::Practise { question: question.to_string(), prompt: prompt.clone() }
            }
            app::NextStep::Interview { topic } => Self::Interview { topic: topic.to_string() },
        }
    }
}

/// A second answer beside the first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Retake {
    /// The new evaluation.
    pub evaluation: Evaluation,
    /// The one it replaces.
    pub before: String,
    /// By how many points the score has changed; `null` if one of the two has none.
    pub score_change: Option<i16>,
    /// The key points whose verdict has changed.
    pub changes: Vec<PointChange>,
}

impl Retake {
    /// A retake as it travels.
    pub fn new(app: &App, retaken: &Retaken) -> Self {
        let Delta { score, points } = &retaken.delta;
        let change = |point: &greenroom_app::practice::PointDelta| PointChange {
            key_point: point.key_point.to_string(),
            before: point.before.into(),
            after: point.after.into(),
        };
        Self {
            evaluation: Evaluation::new(app, &retaken.after),
            before: retaken.before.id.to_string(),
            score_change: *score,
            changes: points.iter().map(change).collect(),
        }
    }
}

/// A key point whose verdict has changed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PointChange {
    /// Which key point.
    pub key_point: String,
    /// What it was.
    pub before: Verdict,
    /// What it is.
    pub after: Verdict,
}
