//! The first visit: one real question on stage, nothing to set up.

use greenroom_bank::Question;
use maud::{Markup, html};

use crate::pages::shared::shell::Shell;
use crate::ui::bulbs::marquee;
use crate::ui::forms::{Look, submit};
use crate::ui::icons::{self, icon};
use crate::ui::layout::{Nav, Page};
use crate::ui::page::page_head;
use crate::ui::question::{AnswerBox, answer_box};

/// Keys of this page.
const KEYS: &[(&str, &str)] = &[("a", "Write an answer"), ("Ctrl Enter", "Send it")];

/// The whole document.
pub(super) fn render(shell: &Shell, question: &Question) -> Markup {
    let page = Page { modules: &["answer.js"], keys: KEYS, ..shell.page("Today", Nav::Today) };
    let lede = html! { "One real question is already on stage. Answer it in your own words and get honest notes, with the evidence beside them." };
    page.render(html! {
        (page_head(None, "A calm place to rehearse.", Some(lede), None))
        (stage(question))
    })
}

fn stage(question: &Question) -> Markup {
    let address = format!("/questions/{}", question.id);
    let key = format!("question:{}", question.id);
    let draft_url = format!("/drafts/{key}");
    let answer = AnswerBox {
        name: "answer",
        label: "Your answer",
        value: "",
        placeholder: "Start anywhere. Half sentences are fine.",
        draft_key: &key,
        draft_url: Some(&draft_url),
        error: None,
    };
    html! {
        section.stage aria-labelledby="first" {
            (marquee(12, 12))
            p.eyebrow { "Your first question, about " (question.minutes) " min" }
            h2.q-prompt #first { (question.prompt) }
            form method="post" action=(address) {
                (answer_box(&answer, submit(Look::Primary, "Show my notes")))
            }
            div.spread {
                p.privacy { (icon(icons::LOCK)) "Everything stays on this computer. No account." }
                p.privacy { a href={ (address) "?reveal=1#good-answer" } { "Just show me a good answer" } }
            }
        }
    }
}
