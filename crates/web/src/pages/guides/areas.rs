//! The key areas of backend interviews: what interviewers look for, the questions by level, and how one stands.

use axum::extract::State;
use greenroom_app::{App, AppError};
use greenroom_bank::{Area, Bank, Question};
use maud::{Markup, html};

use super::parts::{self, Entry, Standing};
use crate::extract::Path;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::words;
use crate::problem::Problem;
use crate::ui::layout::Nav;
use crate::ui::page::{crumbs, page_head};

/// `GET /areas`
pub(super) async fn list(State(app): State<App>, shell: Shell) -> Result<Markup, Problem> {
    let history = app.history(&shell.ctx).await?;
    let bank = app.catalog().bank();
    let entry = |area: &Area| {
        let questions = questions(bank, area);
        Entry {
            title: area.title.clone(),
            href: format!("/areas/{}", area.id),
            summary: area.summary.clone(),
            facts: vec![
                words::capitalised(&words::count(questions.len(), "question", "questions")),
                parts::levels(&questions),
            ],
            standing: Standing::of(questions, &history),
        }
    };
    let entries: Vec<Entry> = bank.guides().areas.iter().map(entry).collect();
    let lede = html! { "What backend interviews turn on, and how you stand in each." };
    Ok(shell.page("Key areas", Nav::Questions).render(html! {
        (page_head(None, "Key areas", Some(lede), None))
        (parts::kinds("/areas"))
        (parts::entries(&entries))
    }))
}

/// `GET /areas/{id}`
pub(super) async fn open(
    State(app): State<App>,
    shell: Shell,
    Path(id): Path<String>,
) -> Result<Markup, Problem> {
    let bank = app.catalog().bank();
    let area = bank.area(&id).ok_or_else(|| AppError::not_found("key area", &id))?;
    let history = app.history(&shell.ctx).await?;
    let questions = questions(bank, area);
    let standing = Standing::of(questions.iter().copied(), &history);
    Ok(shell.page(&area.title, Nav::Questions).render(html! {
        (crumbs(&[("Questions", "/questions"), ("Key areas", "/areas")], &area.title))
        (page_head(None, &area.title, Some(html! { (area.summary) " " (standing.sentence()) }), None))
        div.cluster { (parts::actions(&format!("area={}", area.id))) }
        div.stack-l {
            section.stack-s aria-labelledby="looks-for" {
                h2 #looks-for { "What interviewers look for" }
                ul.prose { @for sentence in &area.looks_for { li { (sentence) } } }
            }
            (parts::by_level(&questions, &history))
        }
    }))
}

fn questions<'a>(bank: &'a Bank, area: &Area) -> Vec<&'a Question> {
    bank.iter().filter(|question| area.holds(question)).collect()
}
