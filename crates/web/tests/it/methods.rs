//! Every route with every method.

use axum::body::Body;
use greenroom_web::api::document;
use http::Method;

use crate::support::{Door, request};

/// All addresses of the document and those beside it, with the methods that each knows.
fn addresses() -> Vec<(String, Vec<Method>)> {
    let mut all: Vec<(String, Vec<Method>)> = Vec::new();
    for (path, item) in &document().paths.paths {
        let known = [
            (Method::GET, &item.get),
            (Method::POST, &item.post),
            (Method::PUT, &item.put),
            (Method::PATCH, &item.patch),
            (Method::DELETE, &item.delete),
        ];
        let methods =
            known.into_iter().filter(|(_, operation)| operation.is_some()).map(|(method, _)| method);
        all.push((path.replace(['{', '}'], ""), methods.collect()));
    }
    let asset = greenroom_web::assets::url("app.css");
    for path in ["/healthz", "/readyz", "/metrics", "/api", "/problems", "/problems/internal", &asset] {
        all.push((path.to_owned(), vec![Method::GET]));
    }
    all
}

#[tokio::test]
async fn a_method_that_an_address_does_not_know_is_refused_with_those_it_knows() {
    let door = Door::open().await;
    let methods =
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "BREW"];
    let mut tried = 0;
    for (path, known) in addresses() {
        for method in methods.map(|name| Method::from_bytes(name.as_bytes()).unwrap()) {
            let is_known =
                known.contains(&method) || (method == Method::HEAD && known.contains(&Method::GET));
            let answer = door.send(request(method.clone(), &path).body(Body::empty()).unwrap()).await;
            tried += 1;
            if is_known {
                assert_ne!(answer.status, 405, "{method} {path}");
                continue;
            }
            assert_eq!(answer.status, 405, "{method} {path}: {}", answer.text());
            let allow = answer.header("allow").unwrap_or_else(|| panic!("{method} {path} has no Allow"));
            assert!(known.iter().all(|known| allow.contains(known.as_str())), "{method} {path}: {allow}");
        }
    }
    assert!(tried > 300, "only {tried} combinations");
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let door = Door::open().await;
    for path in [
        "/api/v1/questions",
        "/api/v1/questions/idempotency",
        "/api",
        "/healthz",
        "/nowhere",
        "/api/v1/nowhere",
    ] {
        let get = door.get(path).await;
        let head = door.send(request(Method::HEAD, path).body(Body::empty()).unwrap()).await;
        assert_eq!(head.status, get.status, "{path}");
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(head.header("content-length"), Some(get.body.len().to_string().as_str()), "{path}");
        for name in ["content-type", "etag", "cache-control"] {
            assert_eq!(head.header(name), get.header(name), "{name} of {path}");
        }
    }
}
