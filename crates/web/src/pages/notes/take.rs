//! Two takes of one answer, side by side.

use greenroom_app::Catalog;
use greenroom_app::evaluation::total;
use greenroom_app::interview::{Notes, QuestionNotes};
use greenroom_app::kept::EvaluationRecord;
use greenroom_app::practice::Delta;
use greenroom_core::InterviewId;
use maud::{Markup, html};

use super::question::section_id;
use super::{again_href, take_href};
use crate::pages::interviews::notes_href;
use crate::pages::shared::evaluation::{View, answer, difference, feedback, guards, hero, misheard, points};
use crate::pages::shared::layers;
use crate::ui::forms::{Look, button_link};
use crate::ui::meter::ScoreWord;
use crate::ui::page::{crumbs, page_head};

/// A take and the one it replaces.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    question: &'a QuestionNotes,
    before: &'a EvaluationRecord,
    after: &'a EvaluationRecord,
    /// Number of the later take; the interview's own is 1.
    number: usize,
}

impl<'a> Pair<'a> {
    /// The take with that id among those of an interview.
    pub(super) fn find(notes: &'a Notes, id: &str) -> Option<Self> {
        notes.questions.iter().find_map(|question| {
            let at = question.retakes.iter().position(|record| record.id.as_str() == id)?;
            let after = question.retakes.get(at)?;
            let earlier = question.retakes.iter().chain(&question.evaluation);
            let before = earlier.into_iter().find(|record| Some(&record.id) == after.replaces.as_ref())?;
            Some(Self { question, before, after, number: question.retakes.len() - at + 1 })
        })
    }

    /// "Take 2".
    pub(super) fn title(&self) -> String {
        format!("Take {}", self.number)
    }
}

/// "Solid 68", "Not scored".
pub(super) fn score_words(record: &EvaluationRecord) -> String {
    match total(&record.evaluation) {
        Some(score) => format!("{} {score}", ScoreWord::from_score(score).word()),
        None => "Not scored".to_owned(),
    }
}

/// A link to a take: "Take 2: Solid 74".
pub(super) fn link(id: &InterviewId, number: usize, record: &EvaluationRecord) -> Markup {
    html! { a href=(take_href(id, &record.id)) { "Take " (number) } ": " span.num { (score_words(record)) } }
}

/// What has changed, and both answers with their evidence.
pub(super) fn comparison(notes: &Notes, pair: &Pair<'_>, catalog: &Catalog) -> Markup {
    let id = &notes.record.id;
    let planned = &pair.question.asked.planned;
    let graded = catalog.find(planned.question.as_str()).ok();
    let before = View::new(pair.before, graded.as_ref(), "before");
    let after = View::new(pair.after, graded.as_ref(), "after");
    let delta = Delta::between(&pair.before.evaluation, &pair.after.evaluation);
    let back = notes_href(id);
    let title = pair.title();
    let earlier = format!("Take {}", pair.number - 1);
    html! {
        (crumbs(&[("Past interviews", "/interviews"), ("Notes", &back)], &title))
        (page_head(Some(&format!("Question {} of the interview", pair.question.number)), &title, Some(html! { (planned.prompt) }), None))
        div.column.stack-l {
            section.stack {
                (hero(&after))
                (difference(&delta, graded.as_ref().map(|graded| graded.rubric), None))
            }
            section.pair.takes-pair {
                div.stack-s { h2 { (title) ", now" } (answer(&after)) }
                div.stack-s { h2 { (earlier) span.muted.num { " " (score_words(pair.before)) } } (answer(&before)) }
            }
            section.stack {
                h2 { "What was heard this time" }
                (feedback(&after))
                (points(&after))
                (misheard(&after))
                (guards(&after))
            }
            @if let Some(graded) = &graded { div.layers { (layers::full_answer(graded.question, false)) } }
            div.cluster {
                (button_link(Look::Primary, "Say it again", &again_href(id, &planned.question)))
                (button_link(Look::Plain, "Back to the notes", &format!("{back}#{}", section_id(pair.question.number))))
            }
        }
    }
}
