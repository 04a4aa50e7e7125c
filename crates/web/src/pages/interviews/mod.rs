//! Interviews: setting one up, the room, past interviews.

mod journey;
mod lobby;
mod past;
mod room;

use axum::Router;
use greenroom_core::InterviewId;
use greenroom_interview::{Interview, LineKind};

use crate::state::WebState;
use crate::ui::room::Said;

pub(crate) use journey::{Step, journey};

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new().merge(lobby::router()).merge(room::router()).merge(past::router())
}

/// The address of the room.
pub(crate) fn room_href(id: &InterviewId) -> String {
    format!("/interviews/{id}")
}

/// Where the moves of an interview are posted.
pub(crate) fn act_href(id: &InterviewId) -> String {
    format!("/interviews/{id}/act")
}

/// The address of the notes.
pub(crate) fn notes_href(id: &InterviewId) -> String {
    format!("/interviews/{id}/notes")
}

/// Where an interview is deleted, after one more question.
pub(crate) fn delete_href(id: &InterviewId) -> String {
    format!("/interviews/{id}/delete")
}

/// The candidate's own questions and what the interviewer said to each.
pub(crate) fn own_questions(interview: &Interview) -> Vec<Said<'_>> {
    let lines = interview.transcript().iter();
    lines
        .filter_map(|line| match line.kind {
            LineKind::OwnQuestion => Some(Said::You(&line.text)),
            LineKind::OwnAnswer => Some(Said::Interviewer(&line.text)),
            _ => None,
        })
        .collect()
}
