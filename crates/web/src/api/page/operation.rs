//! One endpoint.

use maud::{Markup, html};
use serde_json::Value;

use super::{curl, schema};
use crate::ui::kv::{code_block, endpoint_head, table};

/// One operation of the document.
#[derive(Clone, Copy)]
pub(super) struct Operation<'a> {
    pub(super) path: &'a str,
    pub(super) method: &'a str,
    pub(super) value: &'a Value,
}

impl Operation<'_> {
    fn id(&self) -> &str {
        self.value["operationId"].as_str().unwrap_or("")
    }

    /// A line of the list at the top.
    pub(super) fn link(&self) -> Markup {
        let method = self.method.to_uppercase();
        html! { a href={ "#" (self.id()) } { span.method data-method=(method) { (method) } " " (self.path) } }
    }

    /// All about it.
    pub(super) fn render(&self, document: &Value, base: &str) -> Markup {
        let text = |key: &str| self.value[key].as_str().unwrap_or("");
        html! {
            article {
                (endpoint_head(self.id(), &self.method.to_uppercase(), self.path))
                p { (text("summary")) " " (text("description")) }
                (self.parameters())
                @if let Some(body) = self.body() {
                    h4 { "Body" }
                    (schema::fields("Fields of the body", document, body))
                }
                (self.responses(document))
                (code_block(&format!("curl-{}", self.id()), &curl::command(self, document, base)))
            }
        }
    }

    /// The schema of the request's body.
    pub(super) fn body(&self) -> Option<&Value> {
        self.value["requestBody"]["content"]["application/json"].get("schema")
    }

    pub(super) fn parameters_in<'b>(&'b self, place: &'b str) -> impl Iterator<Item = &'b Value> {
        let all = self.value["parameters"].as_array().into_iter().flatten();
        all.filter(move |parameter| parameter["in"] == place)
    }

    fn parameters(&self) -> Markup {
        let rows: Vec<Vec<Markup>> = ["path", "query", "header"]
            .into_iter()
            .flat_map(|place| self.parameters_in(place).map(move |parameter| (place, parameter)))
            .map(|(place, parameter)| {
                let must = if parameter["required"] == true { "required" } else { "optional" };
                let about = parameter["description"].as_str().unwrap_or("");
                vec![
                    html! { code { (parameter["name"].as_str().unwrap_or("")) } },
                    html! { (place) ", " (must) },
                    html! { (about) },
                ]
            })
            .collect();
        html! { @if !rows.is_empty() { h4 { "Parameters" } (table("Parameters", &["Name", "Where", "What"], &rows)) } }
    }

    fn responses(&self, document: &Value) -> Markup {
        let all = self.value["responses"].as_object().into_iter().flatten();
        html! {
            h4 { "Responses" }
            @for (status, response) in all {
                @let about = response["description"].as_str().unwrap_or("");
                @let schema = response["content"]["application/json"].get("schema");
                @if let Some(schema) = schema {
                    details {
                        summary { code { (status) } " " (about) }
                        (schema::fields(about, document, schema))
                    }
                } @else {
                    p { code { (status) } " " (about) @if status == "default" { ": " a href="/problems" { "which ones" } } }
                }
            }
        }
    }
}
