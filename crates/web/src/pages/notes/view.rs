//! The notes as a page.

use greenroom_app::Catalog;
use greenroom_app::interview::{NextStep, NoteLine, Notes};
use greenroom_core::{Slug, Timestamp};
use greenroom_interview::{INTERVIEWER, Length, Plan};
use maud::{Markup, html};

use super::question::{prefix, question, section_id};
use super::{again_href, overall, story};
use crate::pages::interviews::{Step, journey, own_questions as exchange, room_href};
use crate::pages::shared::dates::{day_words, long};
use crate::pages::shared::evaluation::View;
use crate::pages::shared::words;
use crate::ui::blank::blankslate;
use crate::ui::callsheet::{Call, quiet_call_sheet};
use crate::ui::icons::{self, icon};
use crate::ui::meter::ScoreWord;
use crate::ui::notice::{Kind, notice};
use crate::ui::page::{crumbs, page_head, section_head};
use crate::ui::room::said;
use crate::ui::verdict::evidence_link;

/// The page.
pub(super) fn notes(notes: &Notes, catalog: &Catalog, now: Timestamp) -> Markup {
    let title = format!("{}, {} level", notes.record.role, notes.record.bar);
    html! {
        (crumbs(&[("Past interviews", "/interviews")], &title))
        (page_head(Some(&when(notes, now)), "Notes on your take", Some(html! { (title) "." }), Some(actions(notes))))
        (way(notes, now))
        @if !notes.interview.is_over() { (still_open(notes)) }
        div.notes {
            div.stack-l {
                (feedback(notes, catalog))
                div { @for one in &notes.questions { (question(notes, one, catalog)) } }
                (own_questions(notes))
                (next(notes, catalog))
            }
            aside.notes-side { (overall::overall(notes)) (how_scored()) }
        }
    }
}

/// Before the first answer.
pub(super) fn none_yet(id: &str) -> Markup {
    html! {
        (crumbs(&[("Past interviews", "/interviews")], "Notes"))
        (page_head(None, "Notes on your take", None, None))
        (blankslate(
            "No notes yet.",
            "They begin with your first answer and grow with each one.",
            Some(("Go to the room", &format!("/interviews/{id}"))),
            Some(("Past interviews", "/interviews")),
        ))
    }
}

/// "Tuesday 24 November, 22 min".
fn when(notes: &Notes, now: Timestamp) -> String {
    let began = notes.interview.opened_at();
    let day = match day_words(began, now).as_str() {
        relative @ ("today" | "yesterday") => format!("{}, {}", words::capitalised(relative), long(began)),
        _ => long(began),
    };
    format!("{day}, {}", story::minutes(notes.interview.clock(now).elapsed))
}

fn actions(notes: &Notes) -> Markup {
    let json = format!("/api/v1/interviews/{}/notes?download", notes.record.id);
    html! {
        a.btn.btn-primary href=(another(notes.interview.plan())) { "Take another" }
        button.btn.js-only type="button" data-print { (icon(icons::PRINTER)) "Print" }
        a.btn href=(json) download { (icon(icons::DOWNLOAD)) "JSON" }
    }
}

/// The lobby, filled in as it was for this interview.
fn another(plan: &Plan) -> String {
    let length = Length::ALL.iter().find(|length| usize::from(length.questions()) == plan.questions.len());
    let mut query = vec![
        ("role", plan.role.as_str()),
        ("bar", plan.bar.as_str()),
        ("tone", plan.tone.as_str()),
        ("pace", plan.pace.as_str()),
    ];
    query.extend(length.map(|length| ("length", length.as_str())));
    query.extend(plan.topics.iter().map(|topic| ("topic", topic.as_str())));
    query.extend(plan.technologies.iter().map(|technology| ("technology", technology.as_str())));
    let pairs: Vec<String> =
        query.iter().map(|(name, value)| format!("{name}={}", words::encoded(value))).collect();
    format!("/interviews/new?{}", pairs.join("&"))
}

/// The journey with what each stop holds.
fn way(notes: &Notes, now: Timestamp) -> Markup {
    let mut topics: Vec<&Slug> = notes.questions.iter().map(|one| &one.asked.planned.topic).collect();
    topics.sort();
    topics.dedup();
    let guide = match topics.as_slice() {
        [only] => format!("/questions?topic={only}"),
        _ => "/questions".to_owned(),
    };
    let interview = format!(
        "{}, {}",
        words::count(notes.questions.len(), "question", "questions"),
        story::minutes(notes.interview.clock(now).elapsed),
    );
    let rating = match notes.overall.score {
        Some(score) => format!(
            "{} {score}, from {}",
            ScoreWord::from_score(score).word(),
            words::count(notes.overall.graded, "graded answer", "graded answers"),
        ),
        None => "not scored".to_owned(),
    };
    let room = room_href(&notes.record.id);
    let step = |name, note, href| Step { name, note, href: Some(href), is_done: true, is_here: false };
    journey(&[
        step("Guide", &words::count(topics.len(), "topic", "topics"), &guide),
        step("Interview", &interview, &room),
        step("Evaluation", &rating, "#evaluation"),
        step("Feedback", "what to change, what next", "#feedback"),
    ])
}

fn still_open(notes: &Notes) -> Markup {
    notice(
        Kind::Info,
        Some("This interview is still open"),
        html! {
            p { "These notes cover what is answered so far. " a href=(room_href(&notes.record.id)) { "Go on with it" } }
        },
    )
}

/// Two things that worked and one to change, each linked to the words it rests on.
fn feedback(notes: &Notes, catalog: &Catalog) -> Markup {
    let worked = match notes.strengths.len() {
        1 => "One thing that worked",
        _ => "Two things that worked",
    };
    html! {
        section.pair #feedback aria-label="Feedback" {
            div.note {
                h2 { (worked) }
                @if notes.strengths.is_empty() {
                    p { "Nothing was heard in full yet. The good answers below show what to aim at." }
                } @else {
                    ul { @for line in &notes.strengths { li { (note_line(notes, line, catalog)) } } }
                }
            }
            div.note {
                h2 { "One thing to change" }
                @match &notes.improvement {
                    Some(line) => p { (note_line(notes, line, catalog)) },
                    None => p { "Nothing that stands out. Take a harder one next." },
                }
            }
        }
    }
}

fn note_line(notes: &Notes, line: &NoteLine, catalog: &Catalog) -> Markup {
    let prefix = prefix(line.number);
    let one = notes.questions.iter().find(|one| one.number == line.number);
    let record = one.and_then(|one| one.evaluation.as_ref());
    let graded = catalog.find(line.question.as_str()).ok();
    let view = record.map(|record| View::new(record, graded.as_ref(), &prefix));
    let number = view.as_ref().zip(line.evidence).and_then(|(view, span)| view.number(span));
    html! {
        (line.text) " "
        a.nowrap href={ "#" (section_id(line.number)) } { "Question " (line.number) }
        @if let Some(number) = number { " " (evidence_link(number, &prefix)) }
    }
}

/// The candidate's own questions with the interviewer's comments.
fn own_questions(notes: &Notes) -> Markup {
    html! {
        @if !notes.interview.own_questions().is_empty() {
            section {
                (section_head("Your own questions", None))
                (said(INTERVIEWER, &exchange(&notes.interview)))
            }
        }
    }
}

fn next(notes: &Notes, catalog: &Catalog) -> Markup {
    let minutes_of =
        |question: &Slug| catalog.bank().get(question.as_str()).map_or(3, |found| u32::from(found.minutes));
    let texts: Vec<(u32, String, &str, &str, String)> = notes
        .next
        .iter()
        .map(|step| match step {
            NextStep::Retake { question, prompt } => {
                let has_answer = notes
                    .questions
                    .iter()
                    .any(|one| one.asked.planned.question == *question && one.evaluation.is_some());
                let href = if has_answer {
                    again_href(&notes.record.id, question)
                } else {
                    format!("/questions/{question}")
                };
                (
                    minutes_of(question),
                    prompt.clone(),
                    "Your weakest answer here. Say it again while the notes are fresh.",
                    "Say it again",
                    href,
                )
            }
            NextStep::Practise { question, prompt } => (
                minutes_of(question),
                prompt.clone(),
                "A neighbour of it that was not asked.",
                "Answer",
                format!("/questions/{question}"),
            ),
            NextStep::Interview { topic } => {
                let minutes = u32::from(Length::Short.minutes());
                let title = format!("A short rehearsal: {}", words::name(topic));
                (
                    minutes,
                    title,
                    "Three other questions, to see whether it holds.",
                    "Set it up",
                    format!("/interviews/new?topic={topic}&length=short"),
                )
            }
        })
        .collect();
    let calls: Vec<Call<'_>> = texts
        .iter()
        .map(|(minutes, title, why, action, href)| Call {
            minutes: *minutes,
            title,
            why,
            action,
            href,
            done: false,
        })
        .collect();
    html! {
        @if !calls.is_empty() {
            section #next { (section_head("What to do next", None)) (quiet_call_sheet(&calls)) }
        }
    }
}

fn how_scored() -> Markup {
    notice(
        Kind::Info,
        Some("How this is scored"),
        html! {
            p { "By fixed rubrics, on this computer. Every verdict shows the words it rests on; no model reads your answers. " a href="/help#scores" { "How scores work" } }
        },
    )
}
