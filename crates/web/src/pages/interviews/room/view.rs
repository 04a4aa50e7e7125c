//! The room, phase by phase: greeting, questions, the candidate's own questions, pause, end.

use greenroom_app::interview::Room;
use greenroom_bank::Question;
use greenroom_core::{Millis, Timestamp};
use greenroom_interview::{INTERVIEWER, Interview, LineKind, Phase, Turn, TurnClock, TurnKind};
use maud::{Markup, html};

use super::feet;
use super::kept::{Kept, Trouble};
use super::spoken::{Spoken, earlier, said_since};
use crate::pages::interviews::{act_href, notes_href, own_questions as exchange};
use crate::pages::shared::words;
use crate::ui::notice::{Kind, notice};
use crate::ui::question::{AnswerBox, answer_box};
use crate::ui::room::{Clock, Exit, Said, Stage, room_head, room_stage, said, thread};

/// Id of the one form of the room; all buttons submit it.
pub(super) const FORM: &str = "answer-form";
/// Ids of the two panels.
pub(super) const CLARIFY: &str = "clarify";
pub(super) const LEAVE: &str = "leave";

/// The room as it is to be shown.
#[derive(Debug)]
pub(super) struct View<'a> {
    /// The interview.
    pub(super) room: &'a Room,
    /// The question of the current turn, for its hints.
    pub(super) question: Option<&'a Question>,
    /// This moment, for the clock.
    pub(super) now: Timestamp,
    /// What stands in the boxes, and what went wrong.
    pub(super) kept: Kept,
}

impl View<'_> {
    pub(super) fn interview(&self) -> &Interview {
        &self.room.interview
    }

    pub(super) fn action(&self) -> String {
        act_href(&self.room.id)
    }
}

/// The title of the page, for the tab.
pub(super) fn title(interview: &Interview) -> String {
    match interview.phase() {
        Phase::Greeting => "Ready when you are".to_owned(),
        Phase::Asking => place(interview),
        Phase::CandidatesQuestions => "Your questions".to_owned(),
        Phase::Closed | Phase::EndedEarly => "The end".to_owned(),
        Phase::Left => "Paused".to_owned(),
    }
}

/// Where the interview stands, in a few words.
fn place(interview: &Interview) -> String {
    let progress = interview.progress();
    let at = format!("Question {} of {}", progress.question, progress.of);
    match interview.phase() {
        Phase::Greeting => {
            format!("{} questions, about {}", progress.of, words::minutes(interview.plan().minutes))
        }
        Phase::Asking => at,
        Phase::CandidatesQuestions => "Your questions".to_owned(),
        Phase::Left if progress.question == 0 => "Paused".to_owned(),
        Phase::Left => format!("Paused, {}", at.to_lowercase()),
        Phase::Closed => "Finished".to_owned(),
        Phase::EndedEarly => "Ended early".to_owned(),
    }
}

/// The whole room.
pub(super) fn room(view: &View<'_>) -> Markup {
    let interview = view.interview();
    let exit = match interview.phase() {
        Phase::Greeting | Phase::Asking | Phase::CandidatesQuestions => Exit::Popover(LEAVE),
        Phase::Left | Phase::Closed | Phase::EndedEarly => Exit::Link("Past interviews", "/interviews"),
    };
    let plan = interview.plan();
    let session = format!("{}, {} level", plan.role, plan.bar);
    html! {
        div.room data-room {
            (room_head(&session, &place(interview), exit))
            main.room-main #main tabindex="-1" { (trouble(view)) (stage_of(view)) }
            (feet::foot(view))
        }
    }
}

fn stage_of(view: &View<'_>) -> Markup {
    let interview = view.interview();
    match interview.phase() {
        Phase::Greeting => greeting(view),
        Phase::Asking => match interview.current_turn() {
            Some(turn) if turn.is_open() => asking(view, turn),
            Some(turn) => reading(view, turn),
            // Questions are being asked, so there is a turn; if not, there is at least a way on.
            None => own_questions(view),
        },
        Phase::CandidatesQuestions => own_questions(view),
        Phase::Left => paused(view),
        Phase::Closed | Phase::EndedEarly => over(view),
    }
}

/// What went wrong with the last move, above everything else; nothing that was typed is lost.
fn trouble(view: &View<'_>) -> Markup {
    let Some(Trouble::Above { title, text }) = &view.kept.trouble else { return html! {} };
    notice(
        Kind::Warn,
        Some(title),
        html! {
            p { "Here is the interview as it stands now." }
            @if !text.is_empty() {
                p { "What you typed was not sent. Copy it if you want to keep it:" }
                div.kept-text {
                    pre #kept-text tabindex="0" { (text) }
                    button.btn.btn-small.js-only type="button" data-copy="#kept-text" { "Copy" }
                }
            }
        },
    )
}

/// Something that the interviewer says instead of a question.
fn line<'a>(text: &'a str, lit: u8) -> Stage<'a> {
    Stage {
        interviewer: INTERVIEWER,
        role: "your interviewer",
        lead: "",
        question: text,
        is_line: true,
        clock: None,
        lit,
    }
}

/// The last thing that the interviewer said of a kind.
fn last_said(interview: &Interview, kind: LineKind) -> &str {
    let last = interview.transcript().iter().rfind(|line| line.kind == kind);
    last.map_or("", |line| line.text.as_str())
}

fn greeting(view: &View<'_>) -> Markup {
    let interview = view.interview();
    let is_timed = interview.plan().questions.iter().any(|planned| {
        interview.plan().pace.stretch(Millis::from_minutes(i64::from(planned.minutes))).is_some()
    });
    html! {
        (room_stage(&line(last_said(interview, LineKind::Greeting), 12), html! {
            ul {
                li { "Type as you would speak. Half sentences are fine." }
                li { (INTERVIEWER) " follows up on what you leave out, as a person would." }
                @if is_timed { li { "The bulbs go out as your time runs. At zero the clock counts up; nothing is cut off." } }
                @else { li { "No clock: take the time you need." } }
                li { "Each answer is saved before the next question. Leave whenever you like and go on later." }
            }
        }))
        form id=(FORM) method="post" action=(view.action()) {}
        (feet::leave_panel(view))
    }
}

fn asking(view: &View<'_>, turn: &Turn) -> Markup {
    let interview = view.interview();
    let lines = said_since(interview, turn, view.question);
    let clock = interview.clock(view.now).turn.as_ref().and_then(running);
    let role = role(turn);
    html! {
        (thread(&earlier(interview, turn.number)))
        (room_stage(&Stage {
            interviewer: INTERVIEWER, role: &role, lead: &turn.lead, question: &turn.prompt,
            is_line: false, clock, lit: 12,
        }, html! {}))
        (said(INTERVIEWER, &lines.iter().map(Spoken::as_said).collect::<Vec<_>>()))
        @if clock.is_some() && !turn.is_time_noted { (time_slot(view, turn)) }
        (answer_form(view, turn))
        (feet::clarify_panel(view, turn))
        (feet::leave_panel(view))
    }
}

/// The bulbs of a question with a limit.
fn running(clock: &TurnClock) -> Option<Clock> {
    let seconds = |time: Millis| u32::try_from(time.secs()).unwrap_or(u32::MAX);
    Some(Clock { elapsed: seconds(clock.spent), limit: seconds(clock.limit?) })
}

/// How the turn is marked: "question 2", "follow-up to 3".
fn role(turn: &Turn) -> String {
    match turn.kind {
        TurnKind::Main => format!("question {}", turn.question_number),
        TurnKind::FollowUp { .. } | TurnKind::SayMore => format!("follow-up to {}", turn.question_number),
    }
}

/// Where the interviewer says, once and when the clock of the page has run out, that the time is up. Without script
/// nothing is said; the clock that the server draws tells it too.
fn time_slot(view: &View<'_>, turn: &Turn) -> Markup {
    let values = format!(r#"{{"do":"time","turn":"{}"}}"#, turn.number);
    html! {
        div.time-slot hx-post=(view.action()) hx-vals=(values) hx-trigger="gr-timer-over from:body" hx-target="this"
            hx-swap="innerHTML" {}
    }
}

/// What the interviewer says when the time of a turn is up.
pub(super) fn time_note(interview: &Interview, turn: u32) -> Markup {
    let mut lines = interview.transcript().iter().filter(|line| line.turn == Some(turn));
    let note = lines.find(|line| line.kind == LineKind::TimeUp);
    html! { @if let Some(note) = note { (said(INTERVIEWER, &[Said::Interviewer(&note.text)])) } }
}

fn answer_form(view: &View<'_>, turn: &Turn) -> Markup {
    let error = match &view.kept.trouble {
        Some(Trouble::Answer(message)) => Some(message.as_str()),
        _ => None,
    };
    let key = format!("interview:{}:{}", view.room.id, turn.number);
    let draft_url = format!("/drafts/{key}");
    html! {
        form id=(FORM) method="post" action=(view.action()) {
            input type="hidden" name="turn" value=(turn.number);
            @if let Some(next) = view.interview().next_hint() { input type="hidden" name="hint" value=(next); }
            (answer_box(&AnswerBox {
                name: "answer",
                label: "Your answer",
                value: &view.kept.answer,
                placeholder: "Take a breath. Then answer as you would out loud.",
                draft_key: &key,
                draft_url: Some(&draft_url),
                error,
            }, html! {}))
        }
    }
}

/// Seen only if the server stopped between an answer and what follows it.
fn reading(view: &View<'_>, turn: &Turn) -> Markup {
    html! {
        (thread(&earlier(view.interview(), turn.number)))
        (room_stage(&Stage {
            interviewer: INTERVIEWER, role: &role(turn), lead: "Your answer is saved and being read.", question: &turn.prompt,
            is_line: false, clock: None, lit: 12,
        }, html! {}))
    }
}

fn own_questions(view: &View<'_>) -> Markup {
    let interview = view.interview();
    let is_open = interview.own_questions().len() < Interview::OWN_QUESTIONS_MAX;
    html! {
        (thread(&earlier(interview, u32::MAX)))
        (room_stage(&line(last_said(interview, LineKind::Invitation), 12), html! {}))
        (said(INTERVIEWER, &exchange(interview)))
        @if is_open { (own_form(view)) } @else {
            form id=(FORM) method="post" action=(view.action()) {}
            p.muted { "Ten questions are the most. Finish to get your notes." }
        }
        (feet::leave_panel(view))
    }
}

fn own_form(view: &View<'_>) -> Markup {
    let error = match &view.kept.trouble {
        Some(Trouble::Own(message)) => Some(message.as_str()),
        _ => None,
    };
    let key = format!("interview:{}:own", view.room.id);
    html! {
        form.own-form id=(FORM) method="post" action=(view.action()) {
            (answer_box(&AnswerBox {
                name: "own",
                label: "Your question",
                value: &view.kept.own,
                placeholder: "Ask about the team, the work, what success means, or how people grow.",
                draft_key: &key,
                draft_url: None,
                error,
            }, html! {}))
        }
    }
}

fn paused(view: &View<'_>) -> Markup {
    let interview = view.interview();
    let answered = interview.questions_answered();
    html! {
        (room_stage(&Stage { interviewer: "", ..line("You left the room. Everything is where you left it.", 0) }, html! {
            p {
                @if answered == 0 { "Nothing is answered yet." }
                @else { (words::capitalised(&words::count(answered, "question is", "questions are"))) " answered and saved." }
                " The clock stands still until you go on."
            }
        }))
        form id=(FORM) method="post" action=(view.action()) {}
        (feet::leave_panel(view))
        (thread(&earlier(interview, u32::MAX)))
    }
}

fn over(view: &View<'_>) -> Markup {
    let interview = view.interview();
    html! {
        (room_stage(&line(last_said(interview, LineKind::Closing), 0), html! {
            @if interview.questions_answered() > 0 {
                p {
                    "For each question: what was heard, with the words it rests on, and a good answer to compare. "
                    a href=(notes_href(&view.room.id)) { "Read your notes" }
                }
            }
        }))
        (thread(&earlier(interview, u32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use greenroom_core::{Bar, Level};
    use greenroom_interview::{Event, Length, Pace, Plan, Planned, Tone, apply};

    fn plan(pace: Pace) -> Plan {
        let planned = Planned {
            question: "caching".parse().expect("slug"),
            prompt: "What is <caching>?".into(),
            minutes: 2,
            hints: 0,
            level: Level::Beginner,
            topic: "data".parse().expect("slug"),
            is_behavioural: false,
        };
        Plan {
            role: "Chef".into(),
            bar: Bar::Mid,
            topics: Vec::new(),
            technologies: Vec::new(),
            tone: Tone::Warm,
            minutes: Length::Short.minutes(),
            follow_ups: 1,
            pace,
            seed: 1,
            questions: vec![planned],
            reserves: Vec::new(),
        }
    }

    fn shown(pace: Pace, events: &[Event], now: i64) -> String {
        let opened = Event::Opened { plan: Box::new(plan(pace)) };
        let at = Timestamp::from_millis(0);
        let first = apply(None, &opened, at).expect("opens").interview;
        let interview =
            events.iter().fold(first, |it, event| apply(Some(&it), event, at).expect("goes on").interview);
        let id = "int_00000000000000000000000000000000".parse().expect("id");
        let room_of = Room { id, interview };
        let view =
            View { room: &room_of, question: None, now: Timestamp::from_millis(now), kept: Kept::default() };
        room(&view).into_string()
    }

    #[test]
    fn an_answer_that_is_still_being_read_leaves_a_way_on() {
        let text = shown(Pace::Usual, &[Event::Began, Event::Answered { turn: 1, text: "x".into() }], 0);
        assert!(text.contains("being read") && text.contains("Look again"), "{text}");
        assert!(!text.contains("name=\"answer\""), "{text}");
    }

    #[test]
    fn without_limits_there_is_no_clock() {
        assert!(shown(Pace::Off, &[], 0).contains("No clock"));
        let text = shown(Pace::Off, &[Event::Began], 0);
        assert!(!text.contains("role=\"timer\"") && !text.contains("gr-timer"), "{text}");
        assert!(
            !text.contains("Hint") && text.contains("What is &lt;caching&gt;?"),
            "no hints, no button: {text}"
        );
    }

    #[test]
    fn a_limit_that_has_passed_counts_up() {
        let text = shown(Pace::Usual, &[Event::Began], 150_000);
        assert!(text.contains("0:30") && text.contains("over") && text.contains("gr-timer-over"), "{text}");
        let noted = shown(Pace::Usual, &[Event::Began], 0);
        assert!(noted.contains("data-limit=\"120\""), "{noted}");
    }
}
