//! The hub of technologies: choose one, get its questions by level.

use axum::extract::State;
use greenroom_app::{App, AppError};
use greenroom_bank::{Bank, Question, Technology};
use maud::{Markup, html};

use super::parts::{self, Entry, Standing};
use crate::extract::Path;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::words;
use crate::problem::Problem;
use crate::ui::layout::Nav;
use crate::ui::page::{crumbs, page_head};

/// `GET /technologies`
pub(super) async fn list(State(app): State<App>, shell: Shell) -> Result<Markup, Problem> {
    let history = app.history(&shell.ctx).await?;
    let bank = app.catalog().bank();
    let entry = |technology: &Technology| {
        let questions = questions(bank, technology);
        Entry {
            title: technology.name.clone(),
            href: format!("/technologies/{}", technology.id),
            summary: technology.summary.clone(),
            facts: vec![
                words::capitalised(&words::count(questions.len(), "question", "questions")),
                technology.version.clone(),
            ],
            standing: Standing::of(questions, &history),
        }
    };
    let entries: Vec<Entry> = bank.guides().technologies.iter().map(entry).collect();
    let lede = html! { "Choose what the job advert names." };
    Ok(shell.page("Technologies", Nav::Questions).render(html! {
        (page_head(None, "Technologies", Some(lede), None))
        (parts::kinds("/technologies"))
        (parts::entries(&entries))
    }))
}

/// `GET /technologies/{id}`
pub(super) async fn open(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
) -> Result<Markup, Problem> {
    let bank = app.catalog().bank();
    let technology = bank.technology(&id).ok_or_else(|| AppError::not_found("technology", &id))?;
    let history = app.history(&shell.ctx).await?;
    let questions = questions(bank, technology);
    let standing = Standing::of(questions.iter().copied(), &history);
    Ok(shell.page(&technology.name, Nav::Questions).render(html! {
        (crumbs(&[("Questions", "/questions"), ("Technologies", "/technologies")], &technology.name))
        (page_head(None, &technology.name, Some(html! { (technology.summary) " " (standing.sentence()) }), None))
        div.cluster { (parts::actions(&format!("technology={}", technology.id))) }
        div.stack-l {
            p.muted {
                "The answers speak of " (technology.version) ". Manual: "
                a href=(technology.source.url) rel="external noopener" { (technology.source.title) } "."
            }
            (parts::by_level(&questions, &history))
        }
    }))
}

/// The questions that are about it first of all, then those that touch it.
fn questions<'a>(bank: &'a Bank, technology: &Technology) -> Vec<&'a Question> {
    let mut all: Vec<&Question> =
        bank.iter().filter(|question| question.technologies.contains(&technology.id)).collect();
    all.sort_by_key(|question| question.technologies.first() != Some(&technology.id));
    all
}
