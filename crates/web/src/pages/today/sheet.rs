//! Every later visit: the call sheet, the week, where one stands, the latest answers.

use greenroom_app::kept::{InterviewRecord, InterviewState};
use greenroom_app::today::{Call, Today};
use greenroom_bank::Bank;
use greenroom_core::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::standing;
use crate::pages::evaluations;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::{aim, dates, words};
use crate::ui::bulbs::{self, Bulb, Day};
use crate::ui::callsheet::{self, call_sheet};
use crate::ui::layout::Nav;
use crate::ui::meter::ScoreWord;
use crate::ui::page::{page_head, section_head};
use crate::ui::question::rows;

/// The whole document.
pub(super) fn render(shell: &Shell, bank: &Bank, today: &Today) -> Markup {
    let calls: Vec<Line> = today.calls.iter().map(|call| line(call, bank)).collect();
    let has_notes = today.interviews.iter().find(|record| record.state == InterviewState::Closed);
    shell.page("Today", Nav::Today).render(html! {
        (page_head(Some(&dates::long(shell.now())), "Places in five.", Some(lede(shell, &calls)), None))
        div.split {
            div.stack-l {
                section aria-labelledby="sheet" {
                    h2.vh #sheet { "Your call sheet" }
                    (sheet(&calls))
                    @if let Some(record) = has_notes { (also(record, shell.now())) }
                }
                @if !shell.settings().first_visit_done { (aim::aim_form("aim")) }
                (latest(shell, bank, today))
            }
            aside.stack-l {
                (week(shell.now(), &today.practised_at))
                (standing::section(&today.standing))
            }
        }
    })
}

/// One call with its words.
struct Line {
    minutes: u32,
    title: String,
    why: String,
    action: &'static str,
    href: String,
}

fn line(call: &Call, bank: &Bank) -> Line {
    match call {
        Call::Resume(record) => Line {
            minutes: 0,
            title: record.title.clone(),
            why: "Your interview is open. It goes on where you left it.".to_owned(),
            action: "Back to the room",
            href: format!("/interviews/{}", record.id),
        },
        Call::Rehearse { minutes } => Line {
            minutes: u32::from(*minutes),
            title: "Rehearse with Maya".to_owned(),
            why: "A short interview with follow-ups, then notes with evidence.".to_owned(),
            action: "Set it up",
            href: "/interviews/new".to_owned(),
        },
        Call::Again { question, prompt, minutes, score } => Line {
            minutes: u32::from(*minutes),
            title: prompt.clone(),
            why: format!(
                "Last time: {} {score}. Close the gap while it is fresh.",
                ScoreWord::from_score(*score).word()
            ),
            action: "Answer again",
            href: format!("/questions/{question}"),
        },
        Call::New { question, prompt, minutes } => Line {
            minutes: u32::from(*minutes),
            title: prompt.clone(),
            why: new_why(bank, question.as_str()),
            action: "Answer",
            href: format!("/questions/{question}"),
        },
    }
}

fn new_why(bank: &Bank, question: &str) -> String {
    match bank.get(question) {
        Some(question) => {
            let topic = question.topics.first().map(words::name).unwrap_or_default();
            format!("New. {topic}, {}.", words::level(question.level).to_lowercase())
        }
        None => "New.".to_owned(),
    }
}

fn lede(shell: &Shell, calls: &[Line]) -> Markup {
    let minutes: u32 = calls.iter().map(|call| call.minutes).sum();
    let parts = match calls.len() {
        1 => String::new(),
        many => format!(", in {} parts", words::number(many)),
    };
    let is_open = calls.iter().any(|call| call.minutes == 0);
    html! {
        @if is_open { "Your interview is open; " (minutes) " minutes more wait behind it." }
        @else { "About " (minutes) " minutes today" (parts) "." }
        @if let Some(words) = until_interview(shell) { " " (words) }
    }
}

/// How long it is until the interview, if a date is set and not over.
fn until_interview(shell: &Shell) -> Option<String> {
    let date = dates::parse(shell.settings().interview_date.as_deref()?)?;
    match dates::days_between(dates::day(shell.now()), date) {
        0 => Some("Your interview is today.".to_owned()),
        1 => Some("Your interview is tomorrow.".to_owned()),
        days if days > 1 => Some(format!("{days} days until your interview.")),
        _ => None,
    }
}

fn sheet(lines: &[Line]) -> Markup {
    let calls: Vec<callsheet::Call<'_>> = lines
        .iter()
        .map(|line| callsheet::Call {
            minutes: line.minutes,
            title: &line.title,
            why: &line.why,
            action: line.action,
            href: &line.href,
            done: false,
        })
        .collect();
    call_sheet(&calls)
}

fn also(record: &InterviewRecord, now: Timestamp) -> Markup {
    html! {
        p.also {
            "Also waiting: " a href={ "/interviews/" (record.id) "/notes" } { "notes on “" (record.title) "”" }
            ", " (dates::day_words(record.updated_at, now)) "."
        }
    }
}

fn latest(shell: &Shell, bank: &Bank, today: &Today) -> Markup {
    html! {
        section {
            (section_head("Last takes", Some(("All your answers", "/evaluations"))))
            @if today.latest.is_empty() {
                p.muted { "Nothing yet. The first answer takes about two minutes." }
            } @else {
                (rows(html! { @for record in &today.latest { (evaluations::row(record, bank, shell.now())) } }))
            }
        }
    }
}

/// The week as bulbs, with one sentence.
fn week(now: Timestamp, practised_at: &[Timestamp]) -> Markup {
    let today = dates::day(now);
    let practised: Vec<Date> = practised_at.iter().map(|at| dates::day(*at)).collect();
    let week = dates::week(now);
    let days: Vec<Day<'_>> = week
        .iter()
        .map(|day| {
            let name = dates::weekday(*day);
            let bulb = if practised.contains(day) { Bulb::Lit } else { Bulb::Out };
            Day { short: name.get(..2).unwrap_or(name), name, bulb, today: *day == today }
        })
        .collect();
    let lit = days.iter().filter(|day| day.bulb == Bulb::Lit).count();
    html! {
        section {
            (section_head("Your week", None))
            (bulbs::week(&days))
            p.small.muted { (week_sentence(lit)) }
        }
    }
}

fn week_sentence(lit: usize) -> String {
    match lit {
        0 => "One answer lights today's bulb.".to_owned(),
        _ => format!("{} practised this week.", words::capitalised(&words::count(lit, "day", "days"))),
    }
}
