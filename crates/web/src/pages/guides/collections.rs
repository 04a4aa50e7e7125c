//! Collections: the list, and each as a guide to read or to print.

use axum::extract::State;
use greenroom_app::practice::History;
use greenroom_app::{App, AppError};
use greenroom_bank::{Bank, Collection, Question, Section};
use maud::{Markup, html};
use serde::Deserialize;

use super::parts::{self, About, Entry, Standing};
use crate::extract::{Path, Query};
use crate::pages::shared::shell::Shell;
use crate::pages::shared::{layers, markdown, words};
use crate::problem::Problem;
use crate::ui::forms::{Look, button_link};
use crate::ui::layout::Nav;
use crate::ui::page::{crumbs, page_head};
use crate::ui::question::layer;

/// `GET /collections`
pub(super) async fn list(State(app): State<App>, shell: Shell) -> Result<Markup, Problem> {
    let history = app.history(&shell.ctx).await?;
    let bank = app.catalog().bank();
    let entries: Vec<Entry> = bank
        .guides()
        .collections
        .iter()
        .map(|collection| {
            let questions = bank.of_collection(collection);
            let (href, fact) = (format!("/collections/{}", collection.id), parts::levels(&questions));
            Entry { title: &collection.title, href, summary: &collection.summary, fact, questions }
        })
        .collect();
    let about = About {
        here: "/collections",
        title: "Collections",
        lede: "Read one as a guide, then be asked about it.",
    };
    Ok(parts::list(&shell, bank, &about, &entries, &history))
}

/// How a collection is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    /// Set if all answers are open, to read on or to print.
    answers: String,
}

/// `GET /collections/{id}`
pub(super) async fn open(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
    Query(wish): Query<Wish>,
) -> Result<Markup, Problem> {
    let bank = app.catalog().bank();
    let collection = bank.collection(&id).ok_or_else(|| AppError::not_found("collection", &id))?;
    let history = app.history(&shell.ctx).await?;
    let guide = Guide { bank, collection, is_open: !wish.answers.is_empty() };
    Ok(shell.page(&collection.title, Nav::Questions).render(guide.page(&history)))
}

struct Guide<'a> {
    bank: &'a Bank,
    collection: &'a Collection,
    is_open: bool,
}

impl Guide<'_> {
    fn page(&self, history: &History) -> Markup {
        let collection = self.collection;
        let standing = Standing::of(self.bank.of_collection(collection), history);
        let address = format!("/collections/{}", collection.id);
        let (toggle, href) = if self.is_open {
            ("Hide the answers", address)
        } else {
            ("Read with answers", format!("{address}?answers=all"))
        };
        let actions = html! {
            (parts::actions(&format!("collection={}", collection.id)))
            (button_link(Look::Quiet, toggle, &href))
        };
        html! {
            (crumbs(&[("Questions", "/questions"), ("Collections", "/collections")], &collection.title))
            (page_head(None, &collection.title, Some(html! { (collection.summary) " " (standing.sentence()) }), None))
            div.cluster { (actions) }
            div.guide {
                (self.contents())
                @for (number, section) in collection.sections.iter().enumerate() { (self.section(number, section)) }
            }
        }
    }

    fn of(&self, section: &Section) -> Vec<&Question> {
        section.questions.iter().filter_map(|id| self.bank.get(id.as_str())).collect()
    }

    fn contents(&self) -> Markup {
        html! {
            nav.contents aria-label="Contents" {
                h2 { "Contents" }
                @for (number, section) in self.collection.sections.iter().enumerate() {
                    @if !section.title.is_empty() { p { a href={ "#part-" (number + 1) } { (section.title) } } }
                    ol { @for question in self.of(section) { li { a href={ "#" (question.id) } { (question.prompt) } } } }
                }
            }
        }
    }

    fn section(&self, number: usize, section: &Section) -> Markup {
        html! {
            section.stack id={ "part-" (number + 1) } {
                @if !section.title.is_empty() { h2 { (section.title) } }
                @if !section.about.is_empty() { p.lede { (section.about) } }
                @for question in self.of(section) { (self.entry(question)) }
            }
        }
    }

    fn entry(&self, question: &Question) -> Markup {
        let minutes = words::minutes(question.minutes);
        let aside = words::minutes(markdown::reading_minutes(&question.answer)) + " read";
        html! {
            article.guide-entry id=(question.id) {
                h3 { a href={ "/questions/" (question.id) } { (question.prompt) } }
                p.row-meta { span { (words::level(question.level)) } span { (words::kind(question.kind)) } span { (minutes) } }
                (layer("A good answer", Some(&aside), self.is_open, html! {
                    div.prose { (markdown::render(&question.answer)) }
                    p.small { strong { "Tip: " } (question.tip) }
                    (layers::sources(question))
                }))
            }
        }
    }
}
