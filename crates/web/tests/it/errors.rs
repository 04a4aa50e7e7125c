//! Whatever goes wrong is told in the same form.

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use greenroom_app::{AppError, FieldError};
use greenroom_web::middleware;
use greenroom_web::problem::{Problem, kinds};
use http::{Method, header};
use serde_json::json;

use crate::support::{Answer, Door, request};

/// A door that answers every request with one failure.
async fn failing(make: fn() -> Problem) -> Door {
    let mut door = Door::open().await;
    let handler = get(async move || -> Result<(), Problem> { Err(make()) });
    let routes = Router::new().route("/api/v1/fail", handler.clone()).route("/fail", handler);
    door.router = middleware::stack(routes, &door.state).with_state(door.state.clone());
    door
}

async fn as_browser(door: &Door, path: &str) -> Answer {
    let accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    door.send(request(Method::GET, path).header(header::ACCEPT, accept).body(Body::empty()).unwrap()).await
}

/// The table, row by row.
#[tokio::test]
async fn each_failure_of_a_use_case_has_its_status_and_code() {
    let source = || Box::new(std::io::Error::other("secret cause"));
    let rows = [
        (AppError::not_found("question", "x"), 404, "not-found"),
        (AppError::invalid("answer", "is too long"), 422, "invalid"),
        (AppError::Refused { code: "not-this-turn", message: "no".into() }, 409, "not-this-turn"),
        (AppError::Refused { code: "never-heard-of", message: "no".into() }, 409, "refused"),
        (AppError::Conflict { message: "changed".into() }, 409, "conflict"),
        (
            AppError::Unavailable { message: "busy".into(), retry_after_secs: 3, source: None },
            503,
            "unavailable",
        ),
        (AppError::internal(std::io::Error::other("secret cause")), 500, "internal"),
    ];
    for (error, status, code) in rows {
        let problem = Problem::from(error);
        assert_eq!((problem.status().as_u16(), problem.kind().code), (status, code));
    }
    let unavailable =
        AppError::Unavailable { message: "busy".into(), retry_after_secs: 3, source: Some(source()) };
    assert!(!Problem::from(unavailable).detail().contains("secret"));
}

#[tokio::test]
async fn a_program_gets_a_problem_document() {
    let door = failing(|| {
        let fields = [("name", "is too long"), ("role", "is too short")];
        let fields = fields.map(|(field, message)| FieldError { field, message: message.into() });
        Problem::from(AppError::Invalid(fields.into()))
    })
    .await;
    let answer = door.get("/api/v1/fail?secret=1").await;
    let id = answer.header("x-request-id").unwrap();
    assert_eq!(
        answer.problem("invalid"),
        json!({
            "type": "/problems/invalid", "title": "Invalid", "status": 422, "detail": "2 fields cannot be used",
            "instance": "/api/v1/fail", "code": "invalid", "request_id": id,
            "errors": [{"field": "name", "message": "is too long"}, {"field": "role", "message": "is too short"}],
        })
    );
}

#[tokio::test]
async fn a_person_gets_a_page() {
    let door = failing(|| AppError::internal(std::io::Error::other("the secret cause")).into()).await;
    let page = as_browser(&door, "/fail").await;
    assert_eq!(page.status, 500);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for text in [
        "<!DOCTYPE html>",
        "Our fault",
        page.header("x-request-id").unwrap(),
        "/problems/internal",
        "Try again",
    ] {
        assert!(page.text().contains(text), "{text} is missing: {}", page.text());
    }
    assert!(!page.text().contains("secret"));
    let inside = request(Method::GET, "/fail").header("hx-request", "true").body(Body::empty()).unwrap();
    let inside = door.send(inside).await;
    assert!(inside.text().contains("Our fault") && !inside.text().contains("<html"), "{}", inside.text());
}

#[tokio::test]
async fn the_form_follows_the_address_and_the_wish() {
    let door = Door::open().await;
    let kind = |answer: &Answer| answer.header("content-type").unwrap().split(';').next().unwrap().to_owned();
    assert_eq!(kind(&as_browser(&door, "/api/v1/nowhere").await), "application/problem+json");
    assert_eq!(kind(&as_browser(&door, "/nowhere").await), "text/html");
    assert_eq!(kind(&door.get("/nowhere").await), "text/html");
    let wish = request(Method::GET, "/nowhere")
        .header(header::ACCEPT, "application/json")
        .body(Body::empty())
        .unwrap();
    assert_eq!(kind(&door.send(wish).await), "application/problem+json");
}

#[tokio::test]
async fn what_is_shown_of_a_request_is_escaped() {
    let door = Door::open().await;
    let page = as_browser(&door, "/problems/%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert!(!page.text().contains("<script>alert"), "{}", page.text());
}

#[tokio::test]
async fn every_kind_of_problem_has_a_page() {
    let door = Door::open().await;
    let index = door.get("/problems").await;
    for kind in kinds::ALL {
        assert!(index.text().contains(kind.code), "{}", kind.code);
        let page = door.get(&format!("/problems/{}", kind.code)).await;
        assert_eq!(page.status, 200, "{}", kind.code);
        assert!(page.text().contains(kind.title) && page.text().contains(kind.code));
        assert!(kind.status.is_client_error() || kind.status.is_server_error());
    }
}

#[tokio::test]
async fn a_panic_stays_in_its_request() {
    let mut door = Door::open().await;
    let handler = get(async || -> () { panic!("the secret state of things") });
    let routes = Router::new().route("/api/v1/panic", handler);
    door.router = middleware::stack(routes, &door.state).with_state(door.state.clone());
    let answer = door.get("/api/v1/panic").await;
    assert_eq!(answer.status, 500);
    assert!(!answer.problem("internal").to_string().contains("secret"));
}
