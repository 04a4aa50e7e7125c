//! The lobby as a page: three steps, prefilled, one button.

use std::collections::BTreeMap;

use greenroom_bank::{Bank, Question};
use greenroom_core::Slug;
use greenroom_interview::{INTERVIEWER, Length};
use maud::{Markup, html};

use super::wishes::Wishes;
use crate::pages::interviews::{Step, journey};
use crate::pages::shared::words;
use crate::problem::Field as Wrong;
use crate::ui::forms::{self, Choice, Field, Look, error_summary, lobby_step, text_field};
use crate::ui::icons::{self, icon};
use crate::ui::page::page_head;

/// The page.
pub(super) fn lobby(bank: &Bank, wishes: &Wishes, errors: &[Wrong]) -> Markup {
    let lede = html! {
        "All of it is filled in; change what you like. " (INTERVIEWER) " asks, follows up on what you leave out, and your notes say why."
    };
    let summary: Vec<(&str, &str)> =
        errors.iter().map(|wrong| (wrong.name.as_str(), wrong.message.as_str())).collect();
    html! {
        (page_head(None, "Set up a rehearsal", Some(lede), None))
        (way())
        (error_summary(&summary))
        form.lobby method="post" action="/interviews/new" {
            (lobby_step("What for", what_for(wishes, errors)))
            (lobby_step("What about", what_about(bank, wishes, errors)))
            (lobby_step("How", how(wishes, errors)))
            (lobby_step("Ground rules", ground_rules(bank)))
        }
    }
}

fn way() -> Markup {
    let step = |name, note, href| Step { name, note, href, is_done: false, is_here: false };
    journey(&[
        step("Guide", "questions and answers", Some("/questions")),
        Step { is_here: true, ..step("Interview", "you are in the lobby", None) },
        step("Evaluation", "what was heard, and where", None),
        step("Feedback", "what to change, what next", None),
    ])
}

fn wrong<'a>(errors: &'a [Wrong], name: &str) -> Option<&'a str> {
    errors.iter().find(|wrong| wrong.name == name).map(|wrong| wrong.message.as_str())
}

/// A message beside a group of choices.
fn beside(errors: &[Wrong], name: &str) -> Markup {
    html! { @if let Some(message) = wrong(errors, name) { p.error id={ (name) "-error" } { (message) } } }
}

fn choice<'a>(value: &'a str, label: &'a str, note: &'a str) -> Choice<'a> {
    Choice { value, label, note }
}

fn what_for(wishes: &Wishes, errors: &[Wrong]) -> Markup {
    let role = Field {
        name: "role",
        label: "Role",
        help: "As the job advert words it.",
        error: wrong(errors, "role"),
    };
    let bars = [
        choice("junior", "Junior", "knows what it is"),
        choice("mid", "Mid", "has used it, knows what goes wrong"),
        choice("senior", "Senior", "weighs it against alternatives"),
    ];
    html! {
        (text_field(&role, "text", &wishes.role, false))
        div.stack-s { (forms::radio_cards("bar", "Level", &bars, &wishes.bar)) (beside(errors, "bar")) }
    }
}

fn what_about(bank: &Bank, wishes: &Wishes, errors: &[Wrong]) -> Markup {
    let has_technologies = !wishes.technologies.is_empty() || wrong(errors, "technologies").is_some();
    html! {
        (guide(bank, wishes, errors))
        fieldset.field #topics {
            legend.label { "Topics" }
            p.help { "Choose none for a mix. The number is how many questions there are." }
            (choices("topics", &counted(bank, |question| &question.topics), &wishes.topics))
            (beside(errors, "topics"))
        }
        details.more open[has_technologies] {
            summary { "Only certain technologies" }
            fieldset.field #technologies {
                legend.vh { "Technologies" }
                p.help { "Choose none for any." }
                (choices("technologies", &counted(bank, |question| &question.technologies), &wishes.technologies))
                (beside(errors, "technologies"))
            }
        }
    }
}

/// The collection or key area that the questions come from, with a way to drop it.
fn guide(bank: &Bank, wishes: &Wishes, errors: &[Wrong]) -> Markup {
    let title = bank.collection(&wishes.collection).map(|collection| &collection.title);
    let title = title.or_else(|| bank.area(&wishes.area).map(|area| &area.title));
    html! {
        @if let Some(title) = title {
            p #guide { "Questions come from " strong { (title) } ". " a href="/interviews/new" { "Ask about anything instead" } }
            input type="hidden" name="collection" value=(wishes.collection);
            input type="hidden" name="area" value=(wishes.area);
        }
        (beside(errors, "guide"))
    }
}

/// How many questions there are for each topic or technology.
fn counted(bank: &Bank, of: fn(&Question) -> &Vec<Slug>) -> BTreeMap<&Slug, usize> {
    let mut counts = BTreeMap::new();
    for slug in bank.iter().flat_map(of) {
        *counts.entry(slug).or_default() += 1;
    }
    counts
}

fn choices(name: &str, counts: &BTreeMap<&Slug, usize>, chosen: &[String]) -> Markup {
    html! {
        div.chip-choices {
            @for (slug, count) in counts {
                label.chip-choice {
                    input type="checkbox" name=(name) value=(slug) checked[chosen.iter().any(|one| one == slug.as_str())];
                    span { (words::name(slug)) " " span.num.muted { (count) } }
                }
            }
        }
    }
}

fn how(wishes: &Wishes, errors: &[Wrong]) -> Markup {
    let sizes = Length::ALL.iter().map(|length| {
        let minutes = format!("about {}", words::minutes(length.minutes()));
        (
            length.as_str(),
            words::capitalised(&words::count(length.questions().into(), "question", "questions")),
            minutes,
        )
    });
    let sizes: Vec<(&str, String, String)> = sizes.collect();
    let lengths: Vec<Choice<'_>> =
        sizes.iter().map(|(value, label, note)| choice(value, label, note)).collect();
    let tones = [
        choice("warm", "Warm", "friendly, unhurried"),
        choice("neutral", "Neutral", "matter of fact"),
        choice("demanding", "Demanding", "brief and pressing, never rude"),
    ];
    let paces = [
        choice("off", "Off", "no clock"),
        choice("1x", "1x", "as in an interview"),
        choice("1.5x", "1.5x", "half as much again"),
        choice("2x", "2x", "twice the time"),
    ];
    html! {
        div.stack-s { (forms::radio_cards("length", "Length", &lengths, &wishes.length)) (beside(errors, "length")) }
        div.stack-s { (forms::radio_cards("tone", &format!("{INTERVIEWER}'s tone"), &tones, &wishes.tone)) (beside(errors, "tone")) }
        div.stack-s {
            (forms::radio_cards("pace", "Time limits", &paces, &wishes.pace))
            p.help { "A limit warns and then counts up. It never cuts you off." }
            (beside(errors, "pace"))
        }
    }
}

fn ground_rules(bank: &Bank) -> Markup {
    let first = greenroom_bank::first_question(bank, 0);
    html! {
        ul.rules {
            li { (icon(icons::KEYBOARD)) span { "You answer by typing. Nothing is recorded, nobody else is listening." } }
            li {
                (icon(icons::LOCK))
                span {
                    "Your answers and notes are kept in the database on this computer and nowhere else ("
                    a href="/settings#data" { "where it lies" } "). Delete an interview at any time under "
                    a href="/interviews" { "Past interviews" } "."
                }
            }
            li { (icon(icons::LIGHTBULB)) span { "Hints are there; their cost is said before you take one. Skipping is allowed." } }
            li { (icon(icons::LOG_OUT)) span { "Leave when you like: it goes on where you stopped, also after a crash." } }
        }
        div.form-actions {
            (forms::submit(Look::Primary, "Enter the room"))
            @if let Some(question) = first {
                (forms::button_link(Look::Quiet, "Try a practice question", &format!("/questions/{}", question.id)))
            }
        }
    }
}
