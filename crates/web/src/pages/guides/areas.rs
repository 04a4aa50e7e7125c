//! The key areas of backend interviews: what interviewers look for, the questions by level, and how one stands.

use axum::extract::State;
use greenroom_app::{App, AppError};
use maud::{Markup, html};

use super::parts::{self, About, Entry, Standing};
use crate::extract::Path;
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::ui::layout::Nav;
use crate::ui::page::{crumbs, page_head};

/// `GET /areas`
pub(super) async fn list(State(app): State<App>, shell: Shell) -> Result<Markup, Problem> {
    let history = app.history(&shell.ctx).await?;
    let bank = app.catalog().bank();
    let entries: Vec<Entry> = bank
        .guides()
        .areas
        .iter()
        .map(|area| {
            let questions = bank.of_area(area);
            let (href, fact) = (format!("/areas/{}", area.id), parts::levels(&questions));
            Entry { title: &area.title, href, summary: &area.summary, fact, questions }
        })
        .collect();
    let about = About {
        here: "/areas",
        title: "Key areas",
        lede: "What backend interviews turn on, and how you stand in each.",
    };
    Ok(parts::list(&shell, bank, &about, &entries, &history))
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
    let questions = bank.of_area(area);
    let standing = Standing::of(questions.iter().copied(), &history);
    Ok(shell.page(&area.title, Nav::Questions).render(html! {
        (crumbs(&[("Questions", "/questions"), ("Key areas", "/areas")], &area.title))
        (page_head(None, &area.title, Some(html! { (area.summary) " " (standing.sentence()) }), None))
        div.stack-l {
            div.cluster { (parts::actions(&format!("area={}", area.id))) }
            section.stack-s aria-labelledby="looks-for" {
                h2 #looks-for { "What interviewers look for" }
                ul.prose { @for sentence in &area.looks_for { li { (sentence) } } }
            }
            (parts::by_level(&questions, &history))
        }
    }))
}
