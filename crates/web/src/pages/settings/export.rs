//! The copy of all that is kept, as a document of its own: its names do not change when ours do.

use greenroom_app::App;
use greenroom_app::person::Export;
use greenroom_core::Bar;
use greenroom_interview::{Line, Speaker};
use serde::Serialize;


/// All that is kept about a person.
#[derive(Serialize)]
pub(super) struct Document {
    /// Form of this document.
    format: &'static str,
    settings: SettingsDocument,
    interviews: Vec<InterviewDocument>,
    evaluations: Vec<EvaluationDocument>,
}

#[derive(Serialize)]
struct SettingsDocument {
    theme: &'static str,
    shortcuts: bool,
    name: Option<String>,
    role: Option<String>,
    target_bar: Option<&'static str>,
    interview_date: Option<String>,
    since: String,
}

#[derive(Serialize)]
struct InterviewDocument {
    id: String,
    title: String,
    role: String,
    bar: &'static str,
    phase: &'static str,
    score: Option<u8>,
    created_at: String,
    updated_at: String,
    transcript: Vec<LineDocument>,
}

#[derive(Serialize)]
struct LineDocument {
    at: String,
    speaker: &'static str,
    text: String,
}

/// The document.
pub(super) fn document(_app: &App, all: &Export) -> Document {
    let settings = &all.person.settings;
    Document {
        format: "greenroom-export-1",
        settings: SettingsDocument {
            theme: settings.theme.as_str(),
            shortcuts: settings.shortcuts,
            name: settings.name.clone(),
            role: settings.role.clone(),
            target_bar: settings.target_bar.map(Bar::as_str),
            interview_date: settings.interview_date.clone(),
            since: moment(all.person.created_at),
        },
        interviews: all
            .interviews
            .iter()
            .map(|(record, interview)| InterviewDocument {
                id: record.id.to_string(),
                title: record.title.clone(),
                role: record.role.clone(),
                bar: record.bar.as_str(),
                phase: interview.phase().as_str(),
                score: record.score,
                created_at: moment(record.created_at),
                updated_at: moment(record.updated_at),
                transcript: interview.transcript().iter().map(line).collect(),
            })
            .collect(),
        evaluations: all.evaluations.iter().map(|record| EvaluationDocument::from(record)).collect(),
    }
}

fn line(line: &Line) -> LineDocument {
    let speaker = match line.speaker {
        Speaker::Interviewer => "interviewer",
        Speaker::Candidate => "candidate",
    };
    LineDocument { at: moment(line.at), speaker, text: line.text.clone() }
}

#[derive(Serialize)]
struct EvaluationDocument {
    id: String,
    question: String,
    answer: String,
    score: Option<u8>,
    created_at: String,
}

impl From<&greenroom_app::kept::EvaluationRecord> for EvaluationDocument {
    fn from(record: &greenroom_app::kept::EvaluationRecord) -> Self {
        Self {
            id: record.id.to_string(),
            question: record.question.to_string(),
            answer: record.answer.clone(),
            score: record.score(),
            created_at: moment(record.created_at),
        }
    }
}

fn moment(at: greenroom_core::Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.millis()).unwrap_or_default().to_string()
}
