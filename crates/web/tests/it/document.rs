//! The OpenAPI document and its page.

use std::path::Path;

use axum::body::Body;
use greenroom_web::api::{document, document_text};
use http::Method;
use serde_json::Value;

use crate::support::{Door, request};

fn operations() -> Vec<(String, String, Value)> {
    let document: Value = serde_json::from_str(document_text()).unwrap();
    let paths = document["paths"].as_object().unwrap().clone();
    let all = paths.into_iter().flat_map(|(path, item)| {
        let item = item.as_object().unwrap().clone();
        item.into_iter().map(move |(method, operation)| (path.clone(), method, operation)).collect::<Vec<_>>()
    });
    all.collect()
}

/// Written anew with `GREENROOM_BLESS=1 cargo test -p greenroom-web`; the difference is what callers will notice.
#[test]
fn the_document_in_the_repository_is_the_one_that_is_served() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    if std::env::var_os("GREENROOM_BLESS").is_some() {
        std::fs::write(&path, document_text()).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == document_text(),
        "docs/openapi.json is out of date; look at the change, then run with GREENROOM_BLESS=1"
    );
}

#[tokio::test]
async fn the_document_is_served_and_can_be_asked_for_again() {
    let door = Door::open().await;
    let answer = door.get("/api/v1/openapi.json").await;
    assert_eq!(answer.text(), document_text());
    assert_eq!(answer.ok()["openapi"], "3.1.0");
    let tag = answer.header("etag").unwrap();
    let again = request(Method::GET, "/api/v1/openapi.json").header("if-none-match", tag);
    assert_eq!(door.send(again.body(Body::empty()).unwrap()).await.status, 304);
}

/// One way: what is documented is served. The other way, that nothing is served undocumented, follows from how routes are
/// made: see `api::v1::endpoints`.
#[tokio::test]
async fn every_documented_operation_is_served() {
    let door = Door::open().await;
    for (path, method, operation) in operations() {
        let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        let address = path.replace(['{', '}'], "");
        let answer = door.send(request(method.clone(), &address).body(Body::empty()).unwrap()).await;
        assert_ne!(answer.status, 405, "{method} {path}");
        assert!(operation["operationId"].is_string() && operation["summary"].is_string(), "{method} {path}");
        if answer.status == 404 {
            let problem = answer.problem("not-found");
            assert_ne!(problem["detail"], "there is nothing at this address", "{method} {path} has no route");
        }
    }
}

/// The other way: the routes are read from the source, so that one added past the document is found.
#[test]
fn no_route_of_the_api_goes_undocumented() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api/v1")];
    let mut handlers = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for past in [".route(", ".nest_service(", ".route_service(", ".fallback(", "axum::routing"] {
                assert!(!source.contains(past), "{} routes past the document: {past}", path.display());
            }
            handlers += source.matches("#[utoipa::path(").count();
        }
    }
    assert_eq!(handlers, operations().len(), "a handler is documented but not routed");
}

#[test]
fn names_are_unique_and_every_reference_leads_somewhere() {
    let mut ids: Vec<String> = operations().iter().map(|(_, _, o)| o["operationId"].to_string()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let schemas = &document().components.as_ref().unwrap().schemas;
    for part in document_text().split("\"#/components/schemas/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name} is missing");
    }
}

/// A macro between a type and its schema once hid the words from the document.
#[test]
fn the_document_has_the_words_that_travel() {
    let document: Value = serde_json::from_str(document_text()).unwrap();
    let words = |name: &str| document["components"]["schemas"][name]["enum"].clone();
    assert_eq!(words("Bar"), serde_json::json!(["junior", "mid", "senior"]));
    assert_eq!(words("Pace"), serde_json::json!(["off", "1x", "1.5x", "2x"]));
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for word in schema["enum"].as_array().into_iter().flatten() {
            assert!(!word.as_str().unwrap().contains(char::is_uppercase), "{name}: {word}");
        }
    }
}

#[test]
fn what_is_created_leads_to_what_can_be_done_with_it() {
    let document: Value = serde_json::from_str(document_text()).unwrap();
    let links = &document["paths"]["/api/v1/interviews"]["post"]["responses"]["201"]["links"];
    assert_eq!(links["answer"]["parameters"]["id"], "$response.body#/id");
    assert!(links.as_object().unwrap().len() >= 14, "{links}");
}

#[test]
fn every_operation_says_what_may_go_wrong_and_how_to_repeat_it() {
    for (path, method, operation) in operations() {
        let content = &operation["responses"]["default"]["content"]["application/problem+json"];
        assert_eq!(content["schema"]["$ref"], "#/components/schemas/Problem", "{method} {path}");
        let has =
            |name: &str| operation["parameters"].as_array().into_iter().flatten().any(|p| p["name"] == name);
        assert_eq!(has("Idempotency-Key"), method == "post", "{method} {path}");
        assert_eq!(has("If-None-Match"), method == "get", "{method} {path}");
    }
}

#[tokio::test]
async fn the_page_shows_every_operation_with_a_command_to_copy() {
    let door = Door::open().await;
    let page = door.get("/api").await;
    assert_eq!(page.status, 200);
    for (path, method, operation) in operations() {
        let id = operation["operationId"].as_str().unwrap();
        assert!(page.text().contains(&format!("id=\"{id}\"")), "{method} {path}");
        assert!(page.text().contains(&format!("id=\"curl-{id}\"")), "{method} {path}");
    }
    let text = page.text().replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    for command in [
        "curl -i 'http://127.0.0.1:8080/api/v1/questions/idempotency'",
        "curl -i -X DELETE 'http://127.0.0.1:8080/api/v1/me'",
        "-d '{\"answer\":\"The client sends the same key",
        "-H 'if-match: \"v1\"'",
    ] {
        assert!(text.contains(command), "{command} is missing");
    }
}
