//! The hub of technologies: choose one, get its questions by level.

use axum::extract::State;
use greenroom_app::{App, AppError};
use maud::{Markup, html};

use super::parts::{self, About, Entry, Standing};
use crate::extract::Path;
use crate::pages::shared::shell::Shell;
use crate::problem::Problem;
use crate::ui::layout::Nav;
use crate::ui::page::{crumbs, page_head};

/// `GET /technologies`
pub(super) async fn list(State(app): State<App>, shell: Shell) -> Result<Markup, Problem> {
    let history = app.history(&shell.ctx).await?;
    let bank = app.catalog().bank();
    let entries: Vec<Entry> = bank
        .guides()
        .technologies
        .iter()
        .map(|technology| Entry {
            title: &technology.name,
            href: format!("/technologies/{}", technology.id),
            summary: &technology.summary,
            fact: technology.version.clone(),
            questions: bank.of_technology(&technology.id),
        })
        .collect();
    let about =
        About { here: "/technologies", title: "Technologies", lede: "Choose what the job advert names." };
    Ok(parts::list(&shell, bank, &about, &entries, &history))
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
    let questions = bank.of_technology(&technology.id);
    let standing = Standing::of(questions.iter().copied(), &history);
    Ok(shell.page(&technology.name, Nav::Questions).render(html! {
        (crumbs(&[("Questions", "/questions"), ("Technologies", "/technologies")], &technology.name))
        (page_head(None, &technology.name, Some(html! { (technology.summary) " " (standing.sentence()) }), None))
        div.stack-l {
            div.cluster { (parts::actions(&format!("technology={}", technology.id))) }
            p.muted {
                "The answers speak of " (technology.version) ". Manual: "
                a href=(technology.source.url) rel="external noopener" { (technology.source.title) } "."
            }
            (parts::by_level(&questions, &history))
        }
    }))
}
