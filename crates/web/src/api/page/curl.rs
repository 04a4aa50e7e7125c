//! A command to copy for each endpoint.

use serde_json::{Map, Value, json};

use super::operation::Operation;
use super::schema::resolve;

/// A command that calls the endpoint, with examples in place of what varies.
pub(super) fn command(operation: &Operation<'_>, document: &Value, base: &str) -> String {
    let mut path = operation.path.to_owned();
    for parameter in operation.parameters_in("path") {
        let name = parameter["name"].as_str().unwrap_or("");
        path = path
            .replace(&format!("{{{name}}}"), parameter["example"].as_str().unwrap_or(&name.to_uppercase()));
    }
    let mut lines = vec![format!("curl -i '{base}{path}'")];
    if operation.method != "get" {
        lines[0] = format!("curl -i -X {} '{base}{path}'", operation.method.to_uppercase());
    }
    if operation.method == "post" {
        lines.push("-H \"idempotency-key: $(uuidgen)\"".to_owned());
    }
    for parameter in operation.parameters_in("header").filter(|parameter| parameter["required"] == true) {
        let value = parameter["example"].as_str().unwrap_or("");
        lines.push(format!("-H '{}: {value}'", parameter["name"].as_str().unwrap_or("").to_lowercase()));
    }
    if let Some(body) = operation.body() {
        lines.push("-H 'content-type: application/json'".to_owned());
        lines.push(format!("-d '{}'", example(document, body)));
    }
    lines.join(" \\\n  ")
}

/// A body made of the fields that must be there, and of those that have an example.
fn example(document: &Value, schema: &Value) -> Value {
    let schema = resolve(document, schema);
    let is_required =
        |name: &str| schema["required"].as_array().into_iter().flatten().any(|required| required == name);
    let mut body = Map::new();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        match field.get("example") {
            Some(example) => body.insert(name.clone(), example.clone()),
            None if is_required(name) => body.insert(name.clone(), json!("...")),
            None => None,
        };
    }
    Value::Object(body)
}
