//! The quiz as a page: the question at hand, the reasons once it is answered, the result at the end.

use maud::{Markup, html};

use super::scope::{Item, Scope};
use crate::pages::questions::quiz::{explained, letter};
use crate::pages::shared::words;
use crate::ui::forms::{Look, button_link, submit};
use crate::ui::icons::{self, icon};
use crate::ui::page::{crumbs, page_head, section_head};

/// A quiz and where it stands.
pub(super) struct Quiz<'a> {
    pub(super) scope: &'a Scope,
    /// The page about what is asked.
    pub(super) home: &'a str,
    pub(super) items: &'a [Item<'a>],
    /// The options chosen so far.
    pub(super) picks: &'a [usize],
    /// The option chosen of the question at hand.
    pub(super) pick: Option<usize>,
}

impl Quiz<'_> {
    pub(super) fn page(&self, title: &str) -> Markup {
        html! {
            (crumbs(&[("Questions", "/questions"), (title.trim_start_matches("Quiz: "), self.home)], "Quiz"))
            @match self.items.get(self.picks.len()) {
                None => (self.result(title)),
                Some(item) => {
                    p.eyebrow { (title) ", " (self.place()) }
                    meter.quiz-progress min="0" max=(self.items.len()) value=(self.picks.len()) aria-label="Progress" { (self.place()) }
                    div.q {
                        @match self.pick.filter(|pick| *pick < item.choice.options.len()) {
                            None => (self.open(item)),
                            Some(pick) => (self.answered(item, pick)),
                        }
                    }
                }
            }
        }
    }

    fn place(&self) -> String {
        format!("{} of {}", self.picks.len() + 1, self.items.len())
    }

    fn open(&self, item: &Item) -> Markup {
        html! {
            form method="get" action="/quiz" {
                @for (name, value) in self.scope.pairs() { input type="hidden" name=(name) value=(value); }
                input type="hidden" name="so_far" value=(joined(self.picks));
                h1.q-prompt #ask { (item.choice.ask) }
                fieldset.field.quiz-step aria-labelledby="ask" {
                    div.options {
                        @for (at, option) in item.choice.options.iter().enumerate() {
                            label.option {
                                input type="radio" name="pick" value=(at) required data-focus[at == 0];
                                span.letter aria-hidden="true" { (letter(at)) }
                                span { (option.text) }
                            }
                        }
                    }
                }
                (submit(Look::Primary, "Check"))
            }
        }
    }

    fn answered(&self, item: &Item, pick: usize) -> Markup {
        let is_right = is_right(item, pick);
        let picks: Vec<usize> = self.picks.iter().copied().chain([pick]).collect();
        let next = format!("/quiz?{}&so_far={}", self.scope.query(), joined(&picks));
        let label = if picks.len() == self.items.len() { "See the result" } else { "Next question" };
        html! {
            h1.q-prompt { (item.choice.ask) }
            p.quiz-result.quiz-step.right[is_right] role="status" tabindex="-1" data-focus {
                (icon(if is_right { icons::CIRCLE_CHECK } else { icons::CIRCLE_X }))
                @if is_right { "Right." } @else { "Not this one." }
            }
            ul.options {
                @for (at, option) in item.choice.options.iter().enumerate() { (explained(at, option, at == pick)) }
            }
            div.cluster {
                (button_link(Look::Primary, label, &next))
                (button_link(Look::Quiet, "The whole question", &format!("/questions/{}", item.question.id)))
            }
        }
    }

    fn result(&self, title: &str) -> Markup {
        let missed: Vec<&Item> = self
            .items
            .iter()
            .zip(self.picks)
            .filter(|(item, pick)| !is_right(item, **pick))
            .map(|(item, _)| item)
            .collect();
        let right = self.items.len() - missed.len();
        let lede = format!(
            "{} of {} right.",
            words::capitalised(&words::number(right)),
            words::number(self.items.len())
        );
        let again = format!("/quiz?{}", self.scope.query());
        html! {
            (page_head(Some("Result"), title, Some(html! { (lede) }), None))
            div.stack-l {
                @if missed.is_empty() {
                    p { "Nothing missed. Choosing is the easy half: now say it in your own words." }
                } @else {
                    section.stack-s {
                        (section_head("Say these in your own words next", None))
                        ul.plain { @for item in &missed { li { a href={ "/questions/" (item.question.id) } { (item.question.prompt) } } } }
                    }
                }
                div.cluster {
                    (button_link(Look::Primary, "Interview me on these", &format!("/interviews/new?{}", self.scope.query())))
                    (button_link(Look::Plain, "Once more", &again))
                    (button_link(Look::Quiet, "Back", self.home))
                }
            }
        }
    }
}

fn is_right(item: &Item, pick: usize) -> bool {
    item.choice.options.get(pick).is_some_and(|option| option.correct)
}

fn joined(picks: &[usize]) -> String {
    picks.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}
