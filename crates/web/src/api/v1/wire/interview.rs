//! Interviews.

use greenroom_app::interview::Room;
use greenroom_app::kept::InterviewRecord;
use greenroom_app::{App, Ctx};
use greenroom_core::{Millis, Timestamp};
use greenroom_interview as interview;
use serde::Serialize;
use utoipa::ToSchema;

use super::moment;
use super::words::{Bar, InterviewState, Pace, Phase, Speaker, Tone};

/// An interview in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct InterviewSummary {
    /// Its name.
    #[schema(example = "int_018bcfe568007f008000000000000000")]
    pub id: String,
    /// Role and level.
    pub title: String,
    /// The role it rehearses for.
    pub role: String,
    /// How senior that role is.
    pub bar: Bar,
    /// Whether it is over.
    pub state: InterviewState,
    /// 0 to 100, once something was graded.
    pub score: Option<u8>,
    /// When it was set up.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last touched.
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// When it was over.
    #[schema(format = DateTime)]
    pub closed_at: Option<String>,
}

impl From<&InterviewRecord> for InterviewSummary {
    fn from(record: &InterviewRecord) -> Self {
        Self {
            id: record.id.to_string(),
            title: record.title.clone(),
            role: record.role.clone(),
            bar: record.bar.into(),
            state: record.state.into(),
            score: record.score,
            created_at: moment(record.created_at),
            updated_at: moment(record.updated_at),
            closed_at: record.closed_at.map(moment),
        }
    }
}

/// An interview as it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Interview {
    /// Its name.
    pub id: String,
    /// The role it rehearses for.
    pub role: String,
    /// How senior that role is.
    pub bar: Bar,
    /// How the interviewer speaks.
    pub tone: Tone,
    /// How generous the soft limits are.
    pub pace: Pace,
    /// Where it stands.
    pub phase: Phase,
    /// Raised by each move: two reads with the same revision are the same interview.
    pub revision: u32,
    /// Which question of how many.
    pub progress: Progress,
    /// The turn that is open, if one is.
    pub turn: Option<OpenTurn>,
    /// All that was said, in order.
    pub transcript: Vec<Line>,
    /// When it was set up.
    #[schema(format = DateTime)]
    pub opened_at: String,
    /// When it was over.
    #[schema(format = DateTime)]
    pub over_at: Option<String>,
}

impl Interview {
    /// An interview as it travels.
    pub fn new(app: &App, ctx: &Ctx, room: &Room) -> Self {
        let (state, plan) = (&room.interview, room.interview.plan());
        let progress = state.progress();
        Self {
            id: room.id.to_string(),
            role: plan.role.clone(),
            bar: plan.bar.into(),
            tone: plan.tone.into(),
            pace: plan.pace.into(),
            phase: state.phase().into(),
            revision: state.revision(),
            progress: Progress { question: progress.question, of: progress.of },
            turn: state.current_turn().map(|turn| OpenTurn::new(state, turn, ctx.now)),
            transcript: state.transcript().iter().map(|line| Line::new(app, state, line)).collect(),
            opened_at: moment(state.opened_at()),
            over_at: state.over_at().map(moment),
        }
    }
}

/// Which question of how many.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Progress {
    /// The question at hand, from 1; 0 before the first.
    pub question: usize,
    /// How many there will be.
    pub of: usize,
}

/// The turn that waits for an answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OpenTurn {
    /// Its number: moves name it, so that a repeated or late move does nothing.
    pub number: u32,
    /// Which question it belongs to.
    pub question: String,
    /// Whether it is a follow-up.
    pub is_follow_up: bool,
    /// The words that lead to it.
    pub lead: String,
    /// What is asked.
    pub prompt: String,
    /// When it was asked.
    #[schema(format = DateTime)]
    pub asked_at: String,
    /// Whole seconds spent on it so far; time away does not count.
    pub spent_secs: i64,
    /// The soft limit in seconds; passing it ends nothing.
    pub limit_secs: Option<i64>,
    /// The number of the next hint, if there is one.
    pub next_hint: Option<u8>,
    /// What the next hint costs, in words.
    pub hint_offer: Option<String>,
}

impl OpenTurn {
    fn new(state: &interview::Interview, turn: &interview::Turn, now: Timestamp) -> Self {
        Self {
            number: turn.number,
            question: turn.question.to_string(),
            is_follow_up: turn.kind != interview::TurnKind::Main,
            lead: turn.lead.clone(),
            prompt: turn.prompt.clone(),
            asked_at: moment(turn.asked_at),
            spent_secs: state.clock(now).turn.map_or(0, |clock| clock.spent.secs()),
            limit_secs: turn.limit.map(Millis::secs),
            next_hint: state.next_hint(),
            hint_offer: state.hint_offer(),
        }
    }
}

/// One line of the transcript.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Line {
    /// Who says it.
    pub speaker: Speaker,
    /// What it is.
    pub kind: LineKind,
    /// The words.
    pub text: String,
    /// If it gives a hint: the hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// In which turn.
    pub turn: Option<u32>,
    /// When.
    #[schema(format = DateTime)]
    pub at: String,
}

impl Line {
    fn new(app: &App, state: &interview::Interview, line: &interview::Line) -> Self {
        Self {
            speaker: line.speaker.into(),
            kind: line.kind.into(),
            text: line.text.clone(),
            hint: hint(app, state, line),
            turn: line.turn,
            at: moment(line.at),
        }
    }
}

/// The hint that a line gives: its text stands in the bank.
fn hint(app: &App, state: &interview::Interview, line: &interview::Line) -> Option<String> {
    let interview::LineKind::Hint { index } = line.kind else { return None };
    let question = &state.turn(line.turn?)?.question;
    app.catalog().find(question.as_str()).ok()?.question.hints.get(usize::from(index)).cloned()
}

/// What a line of the transcript is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// The interviewer introduces herself.
    Greeting,
    /// A planned question.
    Question,
    /// A follow-up.
    FollowUp,
    /// The candidate's answer.
    Answer,
    /// The candidate passes.
    Skip,
    /// A hint.
    Hint,
    /// The candidate asks what is meant.
    ClarificationAsked,
    /// The interviewer says what is meant.
    Clarification,
    /// The soft limit has passed.
    TimeUp,
    /// The interviewer takes the thread up again.
    Resumption,
    /// The interviewer asks for questions.
    Invitation,
    /// The candidate asks.
    OwnQuestion,
    /// The interviewer answers.
    OwnAnswer,
    /// The interviewer says goodbye.
    Closing,
}

impl From<interview::LineKind> for LineKind {
    fn from(kind: interview::LineKind) -> Self {
        use interview::LineKind as Inside;
        match kind {
            Inside::Greeting => Self::Greeting,
            Inside::Question => Self::Question,
            Inside::FollowUp => Self::FollowUp,
            Inside::Answer => Self::Answer,
            Inside::Skip => Self::Skip,
            Inside::Hint { .. } => Self::Hint,
            Inside::ClarificationAsked => Self::ClarificationAsked,
            Inside::Clarification => Self::Clarification,
            Inside::TimeUp => Self::TimeUp,
            Inside::Resumption => Self::Resumption,
            Inside::Invitation => Self::Invitation,
            Inside::OwnQuestion => Self::OwnQuestion,
            Inside::OwnAnswer => Self::OwnAnswer,
            Inside::Closing => Self::Closing,
        }
    }
}
