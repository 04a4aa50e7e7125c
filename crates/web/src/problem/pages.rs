//! The pages that explain problems: the `type` of a problem document is an address that opens.

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use http::HeaderMap;
use maud::{Markup, html};

use crate::extract::cookie;
use crate::problem::{Kind, Problem, kinds};
use crate::ui::kv::kv;
use crate::ui::layout::{Nav, Page, Theme};
use crate::ui::page::{crumbs, page_head};

/// The routes.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/problems", get(index)).route("/problems/{code}", get(show))
}

async fn index(headers: HeaderMap) -> Markup {
    let lede = html! { "Every error of this server names one of these. Programs get them as RFC 9457 problem documents." };
    page(&headers, "Problems").render(html! {
        (page_head(None, "What can go wrong", Some(lede), None))
        ul.rows {
            @for kind in kinds::ALL {
                li { a href={ "/problems/" (kind.code) } { code { (kind.code) } } " " (kind.title) }
            }
        }
    })
}

async fn show(Path(code): Path<String>, headers: HeaderMap) -> Result<Markup, Problem> {
    let kind = kinds::find(&code);
    let kind = kind.ok_or_else(|| Problem::new(&kinds::NOT_FOUND, "there is no problem of that name"))?;
    Ok(page(&headers, kind.title).render(explanation(kind)))
}

fn explanation(kind: &Kind) -> Markup {
    html! {
        (crumbs(&[("API", "/api"), ("Problems", "/problems")], kind.title))
        (page_head(None, kind.title, None, None))
        (kv(&[
            ("Code", html! { code { (kind.code) } }),
            ("Status", html! { (kind.status.as_u16()) " " (kind.status.canonical_reason().unwrap_or("")) }),
            ("What it means", html! { (kind.meaning) }),
            ("What to do", html! { (kind.remedy) }),
        ]))
    }
}

fn page<'a>(headers: &HeaderMap, title: &'a str) -> Page<'a> {
    Page { theme: cookie(headers, "theme").map_or(Theme::System, Theme::parse), ..Page::new(title, Nav::Api) }
}
