//! The API as a page: the OpenAPI document, written out for people.

mod curl;
mod operation;
mod schema;

use axum::Router;
use axum::routing::get;
use http::HeaderMap;
use http::header::HOST;
use maud::{Markup, html};
use serde_json::Value;
use std::sync::LazyLock;

use crate::api::document;
use crate::extract::cookie;
use crate::state::WebState;
use crate::ui::layout::{Nav, Page, Theme};
use crate::ui::page::page_head;
use operation::Operation;

/// The methods, in the order in which they are shown.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new().route("/api", get(show))
}

async fn show(headers: HeaderMap) -> Markup {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(document()).unwrap_or_default());
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1:8080");
    let theme = cookie(&headers, "theme").map_or(Theme::System, Theme::parse);
    let page = Page { theme, modules: &["copy.js"], ..Page::new("API", Nav::Api) };
    page.render(body(&DOCUMENT, &format!("http://{host}")))
}

fn body(document: &Value, base: &str) -> Markup {
    let about = document["info"]["description"].as_str().unwrap_or("");
    let lede = html! { @for paragraph in about.split("\n\n") { span { (paragraph) " " } } };
    html! {
        (page_head(Some("REST, version 1"), "API", Some(lede), None))
        p {
            "The same as a document: " a href="/api/v1/openapi.json" { "openapi.json" } ". What can go wrong: "
            a href="/problems" { "all problems" } "."
        }
        nav aria-label="Endpoints" {
            @for tag in tags(document) {
                h2.small { (name(tag)) }
                ul { @for operation in operations(document, name(tag)) { li { (operation.link()) } } }
            }
        }
        @for tag in tags(document) {
            section id=(name(tag)) {
                h2 { (name(tag)) }
                p.muted { (tag["description"].as_str().unwrap_or("")) }
                @for operation in operations(document, name(tag)) { (operation.render(document, base)) }
            }
        }
    }
}

fn tags(document: &Value) -> impl Iterator<Item = &Value> {
    document["tags"].as_array().into_iter().flatten()
}

fn name(tag: &Value) -> &str {
    tag["name"].as_str().unwrap_or("")
}

/// The operations of a tag, in the order of the document.
fn operations<'a>(document: &'a Value, tag: &'a str) -> impl Iterator<Item = Operation<'a>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let all = paths.flat_map(|(path, item)| {
        METHODS.iter().filter_map(move |method| Some(Operation { path, method, value: item.get(method)? }))
    });
    all.filter(move |operation| operation.value["tags"][0] == tag)
}
