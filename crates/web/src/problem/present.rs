//! The layer that writes problems out.

use std::borrow::Cow;
use std::sync::Arc;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use greenroom_core::RequestId;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use maud::html;
use serde::Serialize;
use utoipa::ToSchema;

use crate::extract::cookie;
use crate::problem::{Problem, kinds};
use crate::ui::blank::error_page;
use crate::ui::layout::{Nav, Page, Theme};

/// How a problem is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A problem document.
    Document,
    /// A whole page.
    Page(Theme),
    /// The inside of a page, for htmx.
    Fragment,
}

/// What must be known of a request to write its problem.
struct Asked {
    form: Form,
    path: String,
    is_get: bool,
    id: Option<RequestId>,
}

/// Writes out whatever problem comes from below.
pub async fn present(request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let response = next.run(request).await;
    match problem_in(&response) {
        None => response,
        Some(problem) => asked.write(problem, response),
    }
}

/// The problem that a response carries, or the one that the framework answered with in its own plain words.
fn problem_in(response: &Response) -> Option<Arc<Problem>> {
    if let Some(problem) = response.extensions().get::<Arc<Problem>>() {
        return Some(Arc::clone(problem));
    }
    let status = response.status();
    let is_bare =
        response.headers().get(CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let is_failure = status.is_client_error() || status.is_server_error();
    (is_failure && is_bare).then(|| Arc::new(Problem::new(kinds::of_status(status), plain_words(status))))
}

fn plain_words(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "there is nothing at this address",
        StatusCode::METHOD_NOT_ALLOWED => {
            "this address does not know that method; the Allow header lists those it knows"
        }
        StatusCode::PAYLOAD_TOO_LARGE => "the body is too large",
        status if status.is_client_error() => "the request cannot be read",
        _ => "something went wrong on our side; nothing that was saved is lost",
    }
}

impl Asked {
    fn of(request: &Request) -> Self {
        let path = request.uri().path();
        Self {
            form: form(path, request.headers()),
            path: path.chars().take(200).collect(),
            is_get: request.method() == Method::GET,
            id: request.extensions().get().cloned(),
        }
    }

    /// Fills the bare response: its status and headers, such as `Allow`, stay.
    fn write(&self, problem: Arc<Problem>, bare: Response) -> Response {
        if problem.status().is_server_error() {
            tracing::error!(code = problem.kind().code, cause = problem.causes(), "{}", problem.detail());
        }
        let mut written = match self.form {
            Form::Document => self.document(&problem),
            Form::Page(theme) => {
                let page = Page { theme, ..Page::new(problem.kind().title, Nav::None) };
                page.render(self.body(&problem)).into_response()
            }
            Form::Fragment => self.body(&problem).into_response(),
        };
        *written.status_mut() = problem.status();
        let mut kept = bare.into_parts().0.headers;
        kept.remove(CONTENT_TYPE);
        kept.remove(CONTENT_LENGTH);
        written.headers_mut().extend(kept);
        written.headers_mut().append(VARY, HeaderValue::from_static("accept"));
        written.extensions_mut().insert(problem);
        written
    }

    fn document(&self, problem: &Problem) -> Response {
        let kind = problem.kind();
        let document = Document {
            kind: format!("/problems/{}", kind.code),
            title: kind.title,
            status: kind.status.as_u16(),
            detail: problem.detail(),
            instance: &self.path,
            code: kind.code,
            request_id: self.id.as_ref().map(RequestId::as_str),
            errors: problem
                .fields()
                .iter()
                .map(|f| FieldDocument { field: &f.name, message: &f.message })
                .collect(),
        };
        // Strings and numbers only: there is nothing in it that JSON could not say.
        let body = serde_json::to_vec(&document).unwrap_or_default();
        ([(CONTENT_TYPE, "application/problem+json")], body).into_response()
    }

    fn body(&self, problem: &Problem) -> maud::Markup {
        let kind = problem.kind();
        let retry = (self.is_get && kind.status.is_server_error()).then_some(self.path.as_str());
        let id = self.id.as_ref().map(RequestId::as_str);
        html! {
            (error_page(kind.status.as_u16(), kind.title, &sentence(problem.detail()), retry, id))
            @if !problem.fields().is_empty() {
                ul { @for field in problem.fields() { li { strong { (field.name) } ": " (field.message) } } }
            }
            p.small { a href={ "/problems/" (kind.code) } { "What this means and what to do" } }
        }
    }
}

/// Programs get a document, people a page. The API always answers as the API.
fn form(path: &str, headers: &HeaderMap) -> Form {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let is_api = path == "/api/v1" || path.starts_with("/api/v1/");
    let wants_json = accept.contains("json") && !accept.contains("text/html");
    if is_api || wants_json {
        Form::Document
    } else if headers.contains_key("hx-request") {
        Form::Fragment
    } else {
        Form::Page(cookie(headers, "theme").map_or(Theme::System, Theme::parse))
    }
}

/// A detail as a sentence: with a capital and a full stop.
fn sentence(detail: &str) -> Cow<'_, str> {
    let mut chars = detail.chars();
    match chars.next() {
        None => Cow::Borrowed(""),
        Some(first) => {
            let stop = if detail.ends_with(['.', '!', '?']) { "" } else { "." };
            Cow::Owned(format!("{}{}{stop}", first.to_uppercase(), chars.as_str()))
        }
    }
}

/// What went wrong (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct Document<'a> {
    /// A page that explains this kind of problem.
    #[serde(rename = "type")]
    #[schema(example = "/problems/not-found")]
    kind: String,
    /// Its title.
    title: &'a str,
    /// The status of the response.
    status: u16,
    /// What happened this time.
    detail: &'a str,
    /// The address that was asked.
    instance: &'a str,
    /// A stable code for programs: the last part of `type`.
    code: &'a str,
    /// By this the operator finds the request in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
    /// The fields that cannot be used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldDocument<'a>>,
}

/// One field that cannot be used.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldProblem)]
pub(crate) struct FieldDocument<'a> {
    /// Its name.
    field: &'a str,
    /// What is wrong with it and what would be right.
    message: &'a str,
}
