//! The page of an evaluation.

use greenroom_app::Graded;
use greenroom_app::practice::Take;
use greenroom_bank::{Bank, Question};
use maud::{Markup, html};

use super::list::origin;
use crate::pages::questions::{Chosen, neighbours};
use crate::pages::shared::shell::Shell;
use crate::pages::shared::{aim, dates, evaluation, layers, words};
use crate::ui::forms::{Look, button_link};
use crate::ui::layout::{Nav, Page};
use crate::ui::notice::{Kind, notice};
use crate::ui::page::crumbs;
use crate::ui::question::{hint_ladder, layer, question_header};

/// Keys of this page.
const KEYS: &[(&str, &str)] = &[
    ("a", "Answer again"),
    ("o", "Open the next layer"),
    ("Shift o", "Open all layers"),
    ("]", "Next question"),
];

/// What the page shows.
pub(super) struct View<'a> {
    pub(super) shell: &'a Shell,
    pub(super) bank: &'a Bank,
    pub(super) take: &'a Take,
    /// `None` if the question has left the bank.
    pub(super) graded: Option<&'a Graded<'a>>,
    /// The list that the question was opened from.
    pub(super) chosen: Chosen,
}

impl View<'_> {
    fn question(&self) -> Option<&Question> {
        self.graded.map(|graded| graded.question)
    }

    fn answer_again(&self) -> String {
        self.chosen.at(&format!("/questions/{}", self.take.record.question))
    }
}

/// The whole document.
pub(super) fn render(view: &View<'_>) -> Markup {
    let name = words::name(&view.take.record.question);
    let title = format!("Notes: {name}");
    let page = Page { modules: &["evidence.js"], keys: KEYS, ..view.shell.page(&title, Nav::Questions) };
    let shown = evaluation::View::new(&view.take.record, view.graded, "ev");
    let list = view.chosen.at("/questions");
    let again = view.answer_again();
    page.render(html! {
        (crumbs(&[("Questions", &list), (&name, &again)], &format!("Take {}", view.take.number)))
        div.take {
            (head(view, &name))
            div.panel.stack.take-score { (evaluation::hero(&shown)) (evaluation::level(&shown, view.shell.aim())) (next(view, &shown)) }
            div.stack-l.take-body {
                section aria-labelledby="short" { h2.vh #short { "In short" } (evaluation::feedback(&shown)) }
                (said(view, &shown))
                @if !view.shell.settings().first_visit_done { (aim::aim_form("aim")) }
                (answer(view, &shown))
            }
            aside.stack-l.take-side aria-label="About this score" { (side(view, &shown)) }
        }
    })
}

fn head(view: &View<'_>, name: &str) -> Markup {
    let number = format!("Take {}", view.take.number);
    let mut facts = Vec::new();
    facts.extend(view.question().map(|question| words::level(question.level)));
    let topic = view.question().and_then(|question| question.topics.first()).map(words::name);
    facts.extend(topic.as_deref());
    facts.push(&number);
    facts.extend(origin(view.take.record.origin));
    html! {
        header.take-head {
            (question_header(&facts, view.question().map_or(name, |question| question.prompt.as_str()), true))
            @if view.question().is_none() {
                (notice(Kind::Info, None, html! { p { "This question is no longer in the bank. Your answer and its verdicts are kept." } }))
            }
        }
    }
}

/// The answer with its evidence, and the verdicts.
fn said(view: &View<'_>, shown: &evaluation::View<'_>) -> Markup {
    html! {
        section.stack aria-labelledby="said" {
            div.spread { h2 #said { "What you said" } span.small.muted { (dates::when(view.take.record.created_at, view.shell.now())) } }
            (evaluation::answer(shown))
            (evaluation::guards(shown))
        }
        @if shown.score().is_some() {
            section.stack aria-labelledby="heard" {
                h2 #heard { "Key points heard and not heard" }
                (evaluation::misheard(shown))
                (evaluation::points(shown))
            }
        }
    }
}

/// A good answer in layers; hints first where there is no score yet.
fn answer(view: &View<'_>, shown: &evaluation::View<'_>) -> Markup {
    let Some(graded) = view.graded else { return html! {} };
    let is_scored = shown.score().is_some();
    let hints: Vec<&str> = graded.question.hints.iter().map(String::as_str).collect();
    html! {
        section aria-labelledby="good" {
            h2 #good { "Beside it: a good answer" }
            div.layers {
                @if !is_scored && !hints.is_empty() { (layer("Hints", Some("mild to strong"), true, hint_ladder(&hints))) }
                @if !is_scored { (layer("Key points", None, false, layers::key_points(graded.rubric))) }
                (layers::full_answer(graded.question, is_scored))
                (layers::more(graded.question, view.bank))
            }
        }
    }
}

fn side(view: &View<'_>, shown: &evaluation::View<'_>) -> Markup {
    html! {
        @if let Some((before, delta)) = &view.take.before {
            section.stack-s aria-labelledby="since" {
                h2 #since { "Since the answer before" }
                @let name = format!("Take {}, {}", view.take.number - 1, dates::day_words(before.created_at, view.shell.now()));
                @let href = view.chosen.at(&format!("/evaluations/{}", before.id));
                (evaluation::difference(delta, view.graded.map(|graded| graded.rubric), Some((&name, &href))))
            }
        }
        @if let Some(question) = view.question().filter(|question| !question.tip.is_empty()) {
            section.note aria-labelledby="tip" { h2.tip #tip { "From somebody who asks this" } p { (question.tip) } }
        }
        @if shown.score().is_some() {
            section aria-labelledby="numbers" {
                h2 #numbers { "Scores" }
                (evaluation::dimensions(shown))
                (evaluation::method(shown))
            }
        }
    }
}

/// What to do next: the same again after a weak answer, otherwise the next question.
fn next(view: &View<'_>, shown: &evaluation::View<'_>) -> Markup {
    let (_, after) = neighbours(view.bank, &view.chosen, None, view.take.record.question.as_str());
    let after = after.map(|question| view.chosen.at(&format!("/questions/{}", question.id)));
    let again = view.answer_again();
    let wants_retry = evaluation::needs_retry(shown) || after.is_none();
    let is_first = !view.shell.settings().first_visit_done;
    html! {
        div.cluster {
            @if is_first { (button_link(Look::Primary, "What next?", "#aim")) }
            @if view.graded.is_some() {
                a.btn.btn-primary[wants_retry && !is_first] href=(again) data-key="a" { "Answer again" }
            }
            @if let Some(after) = &after {
                a.btn.btn-primary[!wants_retry && !is_first] href=(after) rel="next" { "Next question" }
            }
        }
    }
}
