//! The notes on one question.

use greenroom_app::Catalog;
use greenroom_app::interview::{Notes, QuestionNotes};
use greenroom_bank::Question;
use greenroom_grading::Outcome;
use greenroom_interview::TurnKind;
use maud::{Markup, html};

use super::{again_href, answers, story, take};
use crate::pages::shared::evaluation::{View, dimensions, guards, hero, method, misheard, points};
use crate::pages::shared::{layers, words};
use crate::ui::forms::{Look, button_link};
use crate::ui::icons::{self, icon};
use crate::ui::notice::{Kind, notice};
use crate::ui::question::{layer, mistakes};

/// What the ids of a question's evidence begin with.
pub(super) fn prefix(number: usize) -> String {
    format!("q{number}")
}

/// The id of a question's section.
pub(super) fn section_id(number: usize) -> String {
    format!("question-{number}")
}

/// Answers with evidence, verdicts, what was wrong, hints, a good answer, and saying it again.
pub(super) fn question(notes: &Notes, one: &QuestionNotes, catalog: &Catalog) -> Markup {
    let planned = &one.asked.planned;
    let graded = catalog.find(planned.question.as_str()).ok();
    let prefix = prefix(one.number);
    let view = one.evaluation.as_ref().map(|record| View::new(record, graded.as_ref(), &prefix));
    html! {
        section.turn-notes id=(section_id(one.number)) {
            header {
                p.eyebrow.num { (facts(notes, one)) }
                h2 { (planned.prompt) }
            }
            (answers::answers(&one.turns, view.as_ref()))
            @match &view {
                Some(view) => (verdicts(one, view)),
                None => (notice(Kind::Info, None, html! { p { "You passed on this one, so it counts as zero. A good answer is below." } })),
            }
            @if let Some(graded) = &graded {
                (advice(graded.question))
                div.layers {
                    @if view.is_none() {
                        (layer("What a good answer says", None, false, layers::key_points(graded.rubric)))
                    }
                    (layers::full_answer(graded.question, false))
                    (hint_layer(one, graded.question))
                    (mistake_layer(graded.question))
                    @if let Some(view) = &view {
                        (layer("Scores", Some("four numbers and how they came about"), false, html! {
                            div.stack { (dimensions(view)) (method(view)) }
                        }))
                    }
                }
            } @else {
                p.muted { "This question is no longer in the bank, so there is no good answer to compare." }
            }
            (takes(notes, one))
        }
    }
}

/// "Question 2 of 5 · Solid 68 · 4 min 10 s · two follow-ups".
fn facts(notes: &Notes, one: &QuestionNotes) -> String {
    let seconds: i64 = one
        .turns
        .iter()
        .filter_map(|turn| turn.answer.as_ref())
        .map(|answer| i64::from(answer.seconds))
        .sum();
    let follow_ups = one.turns.iter().filter(|turn| turn.kind != TurnKind::Main).count();
    let mut facts = vec![format!("Question {} of {}", one.number, notes.questions.len()), story::score(one)];
    if seconds > 0 {
        facts.push(story::duration(seconds));
    }
    if follow_ups > 0 {
        facts.push(words::count(follow_ups, "follow-up", "follow-ups"));
    }
    facts.join(" · ")
}

fn verdicts(one: &QuestionNotes, view: &View<'_>) -> Markup {
    let is_scored = matches!(view.record.evaluation.outcome, Outcome::Scored(_));
    let title = if one.asked.planned.is_behavioural { "Your story, part by part" } else { "Key points" };
    html! {
        @if is_scored { p.muted { (view.record.evaluation.feedback.summary) } } @else { (hero(view)) }
        @if let Some(hints) = story::hints(one) { p.hint-cost { (icon(icons::LIGHTBULB)) (hints) } }
        div.stack-s { h3 { (title) } (points(view)) }
        @if !view.record.evaluation.misconceptions.is_empty() {
            div.stack-s { h3 { "Not so" } (misheard(view)) }
        }
        (guards(view))
    }
}

/// An expert's tip and a common mistake, where they apply.
fn advice(question: &Question) -> Markup {
    let mistake = question.mistakes.first();
    html! {
        @if !question.tip.is_empty() || mistake.is_some() {
            div.pair {
                @if !question.tip.is_empty() {
                    section.note { h3 { "Expert tip" } p { (question.tip) } }
                }
                @if let Some(mistake) = mistake {
                    section.note { h3 { "A common mistake" } p { strong { (mistake.mistake) } " " (mistake.better) } }
                }
            }
        }
    }
}

fn hint_layer(one: &QuestionNotes, question: &Question) -> Markup {
    let taken = usize::from(one.asked.hints_taken);
    html! {
        @if taken > 0 {
            (layer("Hints you took", Some(&words::number(taken)), false, html! {
                ol { @for hint in question.hints.iter().take(taken) { li { (hint) } } }
            }))
        }
    }
}

fn mistake_layer(question: &Question) -> Markup {
    let items: Vec<(&str, &str)> =
        question.mistakes.iter().skip(1).map(|one| (one.mistake.as_str(), one.better.as_str())).collect();
    html! {
        @if !items.is_empty() {
            (layer("More common mistakes", Some(&words::number(items.len())), false, mistakes(&items)))
        }
    }
}

/// The way to another take, and the takes there are.
fn takes(notes: &Notes, one: &QuestionNotes) -> Markup {
    let question = &one.asked.planned.question;
    html! {
        div.say-again {
            @if one.evaluation.is_some() {
                (button_link(Look::Plain, "Say it again", &again_href(&notes.record.id, question)))
            } @else {
                (button_link(Look::Plain, "Answer it now", &format!("/questions/{question}")))
            }
            @if !one.retakes.is_empty() {
                ol.take-list { @for (number, record) in (2..).zip(one.retakes.iter().rev()) { li { (take::link(&notes.record.id, number, record)) } } }
            }
        }
    }
}
