//! The page of a question: an attempt first, then help and answer in layers.

use greenroom_app::App;
use greenroom_app::kept::EvaluationRecord;
use greenroom_app::practice::{History, Opened};
use greenroom_bank::{Bank, Question};
use maud::{Markup, html};

use super::filter::Chosen;
use super::quiz;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::{dates, layers, words};
use crate::ui::bulbs::{clock, timer};
use crate::ui::forms::{Look, submit};
use crate::ui::layout::{Nav, Page};
use crate::ui::meter::ScoreWord;
use crate::ui::page::{crumbs, pager};
use crate::ui::question::{AnswerBox, answer_box, hint_ladder, layer, question_header};

/// Keys of this page.
const KEYS: &[(&str, &str)] = &[
    ("a", "Write an answer"),
    ("Ctrl Enter", "Send it"),
    ("h", "Next hint"),
    ("o", "Open the next layer"),
    ("Shift o", "Open all layers"),
    ("[", "Previous question"),
    ("]", "Next question"),
];

/// What the page shows.
pub(crate) struct View<'a> {
    bank: &'a Bank,
    shell: &'a Shell,
    opened: &'a Opened<'a>,
    chosen: Chosen,
    is_revealed: bool,
    /// What was typed and refused, and why.
    refused: Option<(&'a str, &'a str)>,
}

impl<'a> View<'a> {
    /// The page as it is opened. `chosen` is the list it was opened from.
    pub(crate) fn new(app: &'a App, shell: &'a Shell, opened: &'a Opened<'a>, chosen: Chosen) -> Self {
        Self { bank: app.catalog().bank(), shell, opened, chosen, is_revealed: false, refused: None }
    }

    /// With a good answer shown at once.
    pub(crate) fn revealed(self, is_revealed: bool) -> Self {
        Self { is_revealed, ..self }
    }

    /// With an answer that was refused, and why.
    pub(crate) fn refused(self, answer: &'a str, reason: &'a str) -> Self {
        Self { refused: Some((answer, reason)), ..self }
    }

    fn question(&self) -> &'a Question {
        self.opened.graded.question
    }
}

/// Why an answer is not worth sending; `None` if it is.
pub(crate) fn unusable(answer: &str) -> Option<String> {
    if answer.trim().is_empty() {
        return Some("There is nothing to grade yet. Two or three sentences are enough.".to_owned());
    }
    let has_nul = answer.contains('\0');
    has_nul.then(|| "This holds a character that is not text (U+0000). Paste it as plain text.".to_owned())
}

/// The questions before and after one in the list it was opened from; in the whole bank if the list does not have it.
pub(crate) fn neighbours<'a>(
    bank: &'a Bank,
    chosen: &Chosen,
    history: Option<&History>,
    id: &str,
) -> (Option<&'a Question>, Option<&'a Question>) {
    let mut found = bank.search(&chosen.filter);
    if let Some(history) = history {
        super::list::sort(&mut found.items, chosen.sort, history);
    }
    let mut questions: Vec<&Question> = found.items.iter().map(|hit| hit.question).collect();
    if questions.iter().all(|question| question.id.as_str() != id) {
        questions =
            bank.search(&greenroom_bank::Filter::default()).items.iter().map(|hit| hit.question).collect();
    }
    let at = questions.iter().position(|question| question.id.as_str() == id);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| questions.get(at)).copied();
    let after = at.and_then(|at| questions.get(at + 1)).copied();
    (before, after)
}

/// The whole document.
pub(crate) fn render(view: &View<'_>) -> Markup {
    let question = view.question();
    let title = words::name(&question.id);
    let page =
        Page { modules: &["answer.js", "timer.js"], keys: KEYS, ..view.shell.page(&title, Nav::Questions) };
    page.render(content(view, &title))
}

fn content(view: &View<'_>, title: &str) -> Markup {
    let question = view.question();
    let list = view.chosen.at("/questions");
    let topic = question.topics.first();
    let topic_name = topic.map(words::name).unwrap_or_default();
    let topic_href = topic.map(|topic| format!("/questions?topic={topic}")).unwrap_or_default();
    let mut ancestors = vec![("Questions", list.as_str())];
    if topic.is_some() {
        ancestors.push((&topic_name, &topic_href));
    }
    html! {
        (crumbs(&ancestors, title))
        article.q {
            (header(question))
            (takes(view))
            (form(view))
            (below(view))
            (turn(view))
        }
    }
}

fn header(question: &Question) -> Markup {
    let topics: Vec<String> = question.topics.iter().take(3).map(words::name).collect();
    let minutes = words::minutes(question.minutes);
    let mut facts = vec![words::level(question.level)];
    facts.extend(topics.iter().map(String::as_str));
    facts.push(words::kind(question.kind));
    facts.push(&minutes);
    question_header(&facts, &question.prompt, true)
}

/// The latest answers to it, if there are any.
fn takes(view: &View<'_>) -> Markup {
    let takes = &view.opened.takes;
    html! {
        @if !takes.is_empty() {
            ul.takes aria-label="Your answers so far" {
                @for take in takes.iter().take(3) { li { (take_line(take, view)) } }
            }
        }
    }
}

fn take_line(take: &EvaluationRecord, view: &View<'_>) -> Markup {
    let result = match take.score() {
        Some(score) => format!("{} {score}", ScoreWord::from_score(score).word()),
        None => "No score".to_owned(),
    };
    html! {
        a href=(view.chosen.at(&format!("/evaluations/{}", take.id))) { (result) }
        " " span.muted { (dates::when(take.created_at, view.shell.now())) }
    }
}

fn form(view: &View<'_>) -> Markup {
    let question = view.question();
    let draft = view.opened.draft.as_deref().unwrap_or_default();
    let draft_url = format!("/drafts/{}", view.opened.draft_key);
    let answer = AnswerBox {
        name: "answer",
        label: "Your answer",
        value: view.refused.map_or(draft, |(typed, _)| typed),
        placeholder: "Say it as you would say it to an interviewer. Half sentences are fine.",
        draft_key: &view.opened.draft_key,
        draft_url: Some(&draft_url),
        error: view.refused.map(|(_, reason)| reason),
    };
    let limit = u32::from(question.minutes) * 60;
    let tools = html! {
        span.js-only { (timer(0, Some(limit), clock(0, Some(limit)))) }
        (submit(Look::Primary, "Show my notes"))
    };
    html! {
        form #answer-form method="post" action=(view.chosen.at(&format!("/questions/{}", question.id))) {
            (answer_box(&answer, tools))
        }
    }
}

fn below(view: &View<'_>) -> Markup {
    let (question, rubric) = (view.question(), view.opened.graded.rubric);
    let hints: Vec<&str> = question.hints.iter().map(String::as_str).collect();
    let hints_note = format!("{}, mild to strong", words::number(hints.len()));
    let points_note = format!("{}; tick what you said", words::number(rubric.key_points.len()));
    html! {
        div.layers {
            @if !hints.is_empty() { (layer("Hints", Some(&hints_note), !view.is_revealed, hint_ladder(&hints))) }
            (layer("Key points", Some(&points_note), view.is_revealed, layers::key_points(rubric)))
            div #good-answer { (layers::full_answer(question, view.is_revealed)) }
            @if !question.choices.is_empty() {
                (layer("Quick check", Some("multiple choice"), false, quiz::section(question, &quiz::Picked::default())))
            }
            (layers::more(question, view.bank))
        }
    }
}

fn turn(view: &View<'_>) -> Markup {
    let (before, after) = neighbours(view.bank, &view.chosen, None, view.question().id.as_str());
    let link = |question: &Question| {
        let href = view.chosen.at(&format!("/questions/{}", question.id));
        (words::name(&question.id), href)
    };
    let (before, after) = (before.map(link), after.map(link));
    pager(
        before.as_ref().map(|(label, href)| (label.as_str(), href.as_str())),
        after.as_ref().map(|(label, href)| (label.as_str(), href.as_str())),
    )
}
