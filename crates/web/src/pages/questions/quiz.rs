//! The quick check: the multiple-choice variants of a question. Choosing shows the whys. It is a plain GET form, so that
//! it works without script and keeps nothing.

use std::collections::BTreeMap;

use greenroom_bank::{Choice, ChoiceOption, Question};
use maud::{Markup, html};
use serde::Deserialize;

use crate::pages::shared::shell::Shell;
use crate::pages::shared::words;
use crate::ui::icons::{self, icon};
use crate::ui::layout::Nav;
use crate::ui::page::{crumbs, page_head};

/// What was chosen: `c0=2` is the third option of the first variant.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Picked(BTreeMap<String, String>);

impl Picked {
    /// The option chosen of a variant, if it has such an option.
    fn of(&self, variant: usize, choice: &Choice) -> Option<usize> {
        let option: usize = self.0.get(&format!("c{variant}"))?.parse().ok()?;
        (option < choice.options.len()).then_some(option)
    }

    /// The valid choices but that of one variant, as names and values.
    fn others(&self, question: &Question, but: usize) -> Vec<(String, usize)> {
        let all = question.choices.iter().enumerate().filter(|(variant, _)| *variant != but);
        all.filter_map(|(variant, choice)| Some((format!("c{variant}"), self.of(variant, choice)?))).collect()
    }
}

/// The page, or for htmx the section alone.
pub(crate) fn respond(shell: &Shell, question: &Question, picked: &Picked) -> Markup {
    let name = words::name(&question.id);
    let title = format!("Quick check: {name}");
    let back = format!("/questions/{}", question.id);
    if shell.is_fragment {
        return section(question, picked);
    }
    shell.page(&title, Nav::Questions).render(html! {
        (crumbs(&[("Questions", "/questions"), (&name, &back)], "Quick check"))
        (page_head(None, "Quick check", Some(html! { (question.prompt) }), None))
        div.q { (section(question, picked)) p { a href=(back) { "Back to the question" } } }
    })
}

/// All variants of a question, answered or not.
pub(crate) fn section(question: &Question, picked: &Picked) -> Markup {
    html! {
        div #quiz .quiz {
            @for (variant, choice) in question.choices.iter().enumerate() {
                @match picked.of(variant, choice) {
                    Some(option) => (answered(question, picked, variant, option)),
                    None => (open(question, picked, variant)),
                }
            }
        }
    }
}

fn address(question: &Question) -> String {
    format!("/questions/{}/quiz", question.id)
}

fn open(question: &Question, picked: &Picked, variant: usize) -> Markup {
    let Some(choice) = question.choices.get(variant) else { return html! {} };
    let address = address(question);
    html! {
        form id={ "quiz-" (variant) } method="get" action=(address) hx-get=(address) hx-target="#quiz" hx-swap="outerHTML" {
            @for (name, value) in picked.others(question, variant) { input type="hidden" name=(name) value=(value); }
            fieldset.field {
                legend.label { (choice.ask) }
                div.options {
                    @for (at, option) in choice.options.iter().enumerate() {
                        label.option {
                            input type="radio" name={ "c" (variant) } value=(at) required;
                            span.letter aria-hidden="true" { (letter(at)) }
                            span { (option.text) }
                        }
                    }
                }
            }
            button.btn type="submit" { "Check" span.vh { ": " (choice.ask) } }
        }
    }
}

pub(crate) fn letter(at: usize) -> char {
    u8::try_from(at).ok().and_then(|at| b'A'.checked_add(at)).map_or('?', char::from)
}

fn answered(question: &Question, picked: &Picked, variant: usize, chosen: usize) -> Markup {
    let Some(choice) = question.choices.get(variant) else { return html! {} };
    let is_right = choice.options.get(chosen).is_some_and(|option| option.correct);
    let again = again(question, picked, variant);
    html! {
        section id={ "quiz-" (variant) } aria-label=(choice.ask) {
            p.label { (choice.ask) }
            p.quiz-result.right[is_right] role="status" tabindex="-1" data-focus {
                (icon(if is_right { icons::CIRCLE_CHECK } else { icons::CIRCLE_X }))
                @if is_right { "Right." } @else { "Not this one." }
            }
            ul.options { @for (at, option) in choice.options.iter().enumerate() { (explained(at, option, at == chosen)) } }
            p { a href=(again) hx-get=(again) hx-target="#quiz" hx-swap="outerHTML" { "Try again" span.vh { ": " (choice.ask) } } }
        }
    }
}

/// The address without the choice of one variant.
fn again(question: &Question, picked: &Picked, variant: usize) -> String {
    let others: Vec<String> =
        picked.others(question, variant).iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{}?{}", address(question), others.join("&")).trim_end_matches('?').to_owned()
}

/// One option once a choice was made, with its reason.
pub(crate) fn explained(at: usize, option: &ChoiceOption, is_chosen: bool) -> Markup {
    html! {
        li.option.correct[option.correct].wrong[is_chosen && !option.correct] {
            span.letter aria-hidden="true" { (letter(at)) }
            div {
                p {
                    (option.text)
                    @if option.correct { strong.small { " The right one" } }
                    @if is_chosen { strong.small { " Your choice" } }
                }
                @if is_chosen || option.correct {
                    p.muted { (option.why) }
                } @else {
                    details { summary { "Why not" span.vh { ": " (option.text) } } p.muted { (option.why) } }
                }
            }
        }
    }
}
