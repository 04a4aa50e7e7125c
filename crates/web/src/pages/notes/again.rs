//! Saying one answer of an interview again.

use greenroom_app::interview::{Notes, QuestionNotes};
use greenroom_bank::Question;
use maud::{Markup, html};

use super::question::section_id;
use super::{again_href, story};
use crate::pages::interviews::notes_href;
use crate::ui::page::crumbs;
use crate::ui::question::{AnswerBox, answer_box, hint_ladder, layer, question_header};

/// The question with an empty box. The earlier answer stays folded away: the point is to say it afresh.
pub(super) fn again(
    notes: &Notes,
    one: &QuestionNotes,
    question: Option<&Question>,
    text: &str,
    error: Option<&str>,
) -> Markup {
    let id = &notes.record.id;
    let planned = &one.asked.planned;
    let key = format!("again:{id}:{}", planned.question);
    let take = format!("Take {}", one.retakes.len() + 2);
    let before = format!("Last time: {}", last_score(one));
    let back = notes_href(id);
    let hints: Vec<&str> =
        question.map(|question| question.hints.iter().map(String::as_str).collect()).unwrap_or_default();
    html! {
        (crumbs(&[("Past interviews", "/interviews"), ("Notes", &back)], "Say it again"))
        article.q {
            (question_header(&[take.as_str(), before.as_str()], &planned.prompt, true))
            form method="post" action=(again_href(id, &planned.question)) {
                (answer_box(&AnswerBox {
                    name: "answer",
                    label: "Your answer",
                    value: text,
                    placeholder: "The whole answer, from the beginning, in your own words.",
                    draft_key: &key,
                    draft_url: None,
                    error,
                }, html! { button.btn.btn-primary { "Show the difference" } }))
            }
            div.layers {
                @if !hints.is_empty() { (layer("Hints", Some("free here"), false, hint_ladder(&hints))) }
                (layer("What you said last time", None, false, html! { p.answer-text { (last_answer(one)) } }))
            }
            p { a href={ (back) "#" (section_id(one.number)) } { "Back to the notes" } }
        }
    }
}

fn last_answer(one: &QuestionNotes) -> &str {
    let latest = one.retakes.first().or(one.evaluation.as_ref());
    latest.map_or("", |record| record.answer.as_str())
}

fn last_score(one: &QuestionNotes) -> String {
    match one.retakes.first() {
        Some(record) => super::take::score_words(record),
        None => story::score(one),
    }
}
