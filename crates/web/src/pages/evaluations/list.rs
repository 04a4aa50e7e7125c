//! The list of all answers, newest first.

use greenroom_app::kept::{EvaluationRecord, Origin};
use greenroom_bank::Bank;
use greenroom_core::{Page, Timestamp};
use maud::{Markup, html};

use crate::pages::questions::state_of;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::{dates, words};
use crate::ui::blank::blankslate;
use crate::ui::layout::Nav;
use crate::ui::meter::mastery;
use crate::ui::page::{crumbs, page_head, pager};
use crate::ui::question::{list_row, rows};

/// The whole document.
pub(super) fn render(shell: &Shell, bank: &Bank, page: &Page<EvaluationRecord>, is_later: bool) -> Markup {
    let next =
        page.next.as_ref().map(|cursor| format!("/evaluations?after={}", words::encoded(cursor.key())));
    shell.page("Your answers", Nav::Questions).render(html! {
        (crumbs(&[("Questions", "/questions")], "Your answers"))
        (page_head(None, "Your answers", Some(html! { "Every answer with its notes, newest first. Kept on this computer only." }), None))
        @if page.items.is_empty() {
            (blankslate(
                "No answers yet.",
                "Each answer and its notes will be listed here. The first one takes about two minutes.",
                Some(("Choose a question", "/questions")),
                None,
            ))
        } @else {
            (rows(html! { @for record in &page.items { (row(record, bank, shell.now())) } }))
            (pager(
                is_later.then_some(("Newest", "/evaluations")),
                next.as_deref().map(|href| ("Older", href)),
            ))
        }
    })
}

/// One answer as a row.
pub(crate) fn row(record: &EvaluationRecord, bank: &Bank, now: Timestamp) -> Markup {
    let question = bank.get(record.question.as_str());
    let prompt = question.map_or_else(|| words::name(&record.question), |question| question.prompt.clone());
    let day = words::capitalised(&dates::day_words(record.created_at, now));
    let topic = question.and_then(|question| question.topics.first()).map(words::name);
    let result = record.score().map(|score| format!("{score} of 100"));
    let mut meta = vec![day.as_str()];
    meta.extend(topic.as_deref());
    meta.extend(origin(record.origin));
    meta.extend(result.as_deref());
    let (steps, word) = state_of(Some(record.score()));
    list_row(html! { (prompt) }, &format!("/evaluations/{}", record.id), &meta, None, mastery(steps, word))
}

/// Where an answer was given, if not on its question's page.
pub(crate) fn origin(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::Practice => None,
        Origin::Interview => Some("in an interview"),
        Origin::Retake => Some("answered again after an interview"),
        Origin::Api => Some("through the API"),
    }
}
