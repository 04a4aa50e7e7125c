//! Past interviews as a page.

use greenroom_app::kept::{InterviewRecord, InterviewState};
use greenroom_core::{Page, Timestamp};
use maud::{Markup, html};

use crate::pages::interviews::{delete_href, notes_href, room_href};
use crate::pages::shared::dates::{day_words, when};
use crate::pages::shared::words;
use crate::ui::blank::blankslate;
use crate::ui::charts::sparkline;
use crate::ui::forms::{Look, button_link, submit};
use crate::ui::icons::{self, icon};
use crate::ui::meter::ScoreWord;
use crate::ui::page::{crumbs, page_head, pager};

/// The list.
pub(super) fn list(page: &Page<InterviewRecord>, now: Timestamp, is_later_page: bool) -> Markup {
    let actions = html! { a.btn.btn-primary href="/interviews/new" { "Set up a rehearsal" } };
    let older =
        page.next.as_ref().map(|cursor| format!("/interviews?after={}", words::encoded(cursor.key())));
    html! {
        (page_head(None, "Past interviews", Some(html! { "Each with its notes. They are kept on this computer until you delete them." }), (!page.items.is_empty()).then_some(actions)))
        @if page.items.is_empty() { (nothing(is_later_page)) } @else {
            (trend(&page.items))
            ul.rows data-list { @for record in &page.items { (row(record, now)) } }
            (pager(is_later_page.then_some(("Newest", "/interviews")), older.as_deref().map(|href| ("Older", href))))
        }
    }
}

fn nothing(is_later_page: bool) -> Markup {
    if is_later_page {
        blankslate(
            "No older interviews.",
            "You have reached the first one.",
            Some(("Newest", "/interviews")),
            None,
        )
    } else {
        blankslate(
            "No interviews yet.",
            "Your notes will be kept here, on this computer. The first rehearsal takes about ten minutes.",
            Some(("Set up a rehearsal", "/interviews/new")),
            Some(("Look at questions first", "/questions")),
        )
    }
}

/// The scores of the finished interviews of this page, oldest first; nothing for fewer than two.
fn trend(records: &[InterviewRecord]) -> Markup {
    let finished = records.iter().rev().filter(|record| record.state == InterviewState::Closed);
    let scores: Vec<u8> = finished.filter_map(|record| record.score).collect();
    html! {
        @if let [_, .., last] = scores.as_slice() {
            div.trend {
                (sparkline("Scores, oldest first", &scores))
                p.muted {
                    (words::capitalised(&words::count(scores.len(), "finished interview", "finished interviews")))
                    ", the latest " strong { (ScoreWord::from_score(*last).word()) } " " span.num { (last) } "."
                }
            }
        }
    }
}

fn row(record: &InterviewRecord, now: Timestamp) -> Markup {
    let is_open = record.state == InterviewState::Open;
    let title = title(record);
    // A closed interview without a score may have no notes; its room knows, and says so.
    let href = match record.score {
        Some(_) if !is_open => notes_href(&record.id),
        _ => room_href(&record.id),
    };
    html! {
        li.row data-item {
            p.row-title { a href=(href) { (title) } }
            p.row-meta {
                span { (when(record.created_at, now)) }
                @if is_open { span { "open" } } @else { span { "finished" } }
                @if day_words(record.updated_at, now) != day_words(record.created_at, now) {
                    span { "last touched " (when(record.updated_at, now)) }
                }
            }
            div.row-end {
                @match (is_open, record.score) {
                    (true, _) => span.chip.chip-on { "Go on" },
                    (false, Some(score)) => span.score-word { (ScoreWord::from_score(score).word()) span.num { (score) } },
                    (false, None) => span.muted { "Not scored" },
                }
                a.btn.btn-quiet.btn-icon.row-act href=(delete_href(&record.id)) title="Delete" {
                    (icon(icons::TRASH_2)) span.vh { "Delete " (title) }
                }
            }
        }
    }
}

fn title(record: &InterviewRecord) -> String {
    format!("{}, {} level", record.role, record.bar)
}

/// The question before an interview is deleted.
pub(super) fn confirm(record: &InterviewRecord, now: Timestamp) -> Markup {
    let back =
        if record.state == InterviewState::Open { room_href(&record.id) } else { "/interviews".to_owned() };
    html! {
        (crumbs(&[("Past interviews", "/interviews")], "Delete"))
        (page_head(None, "Delete this interview?", Some(html! {
            (title(record)) ", of " (day_words(record.created_at, now)) "."
        }), None))
        div.column.stack {
            p { "Its answers, notes and later takes go with it. Nothing of it can be brought back." }
            form.cluster method="post" action=(delete_href(&record.id)) {
                (submit(Look::Danger, "Delete it"))
                (button_link(Look::Quiet, "Keep it", &back))
            }
        }
    }
}
