//! The fields of a body.

use maud::{Markup, html};
use serde_json::Value;

use crate::ui::kv::table;

/// How deep fields inside fields are shown: deeper ones stand in the document.
const DEPTH_MAX: usize = 3;

/// A table of the fields of a schema and of what lies inside them.
pub(super) fn fields(caption: &str, document: &Value, schema: &Value) -> Markup {
    let mut rows = Vec::new();
    collect(document, schema, "", 0, &mut rows);
    html! {
        @if rows.is_empty() { p.muted { "Any JSON." } } @else { (table(caption, &["Field", "Type", "What"], &rows)) }
    }
}

/// The schema that a reference names, or the one that is given.
pub(super) fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let name = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/components/schemas/"));
    name.map_or(schema, |name| &document["components"]["schemas"][name])
}

fn collect(document: &Value, schema: &Value, prefix: &str, depth: usize, rows: &mut Vec<Vec<Markup>>) {
    if depth > DEPTH_MAX {
        return;
    }
    let schema = resolve(document, unwrapped(schema));
    for part in ["allOf", "oneOf"].iter().filter_map(|key| schema[*key].as_array()).flatten() {
        collect(document, part, prefix, depth, rows);
    }
    if schema["type"] == "array" {
        return collect(document, &schema["items"], &format!("{prefix}[]"), depth, rows);
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        rows.push(row(document, schema, name, &path, field));
        collect(document, field, &path, depth + 1, rows);
    }
}

fn row(document: &Value, schema: &Value, name: &str, path: &str, field: &Value) -> Vec<Markup> {
    let is_required = schema["required"].as_array().into_iter().flatten().any(|required| required == name);
    let about = field["description"].as_str().unwrap_or("");
    vec![
        html! { code { (path) } },
        html! { (kind(document, field)) @if is_required { ", required" } },
        html! { (about) },
    ]
}

/// What a field holds, in words.
fn kind(document: &Value, field: &Value) -> String {
    let field = resolve(document, unwrapped(field));
    if let Some(words) = words(field) {
        return words.join(" | ");
    }
    match &field["type"] {
        Value::String(kind) if kind == "array" => format!("list of {}", kind_of_items(document, field)),
        Value::String(kind) => kind.clone(),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => "object".to_owned(),
    }
}

fn kind_of_items(document: &Value, field: &Value) -> String {
    kind(document, &field["items"])
}

/// The fixed words that a field may hold.
fn words(schema: &Value) -> Option<Vec<&str>> {
    let list = schema["enum"].as_array()?;
    Some(list.iter().filter_map(Value::as_str).collect())
}

/// An optional reference is written as "nothing or that": the second half is the interesting one.
fn unwrapped(schema: &Value) -> &Value {
    let choices = schema["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    match choices {
        [nothing, thing] if nothing["type"] == "null" => thing,
        _ => schema,
    }
}
