//! The pages, as a browser without script uses them: links and plain forms.

mod answers;
mod bank;
mod first_visit;
mod guides;
mod lobby;
mod notes;
mod room;
mod settings;

use axum::body::Body;
use http::Method;
use http::header::CONTENT_TYPE;

use crate::support::{Answer, Door, request};

/// Posts a form as a browser does.
pub(crate) async fn post(door: &Door, path: &str, fields: &[(&str, &str)]) -> Answer {
    let request = request(Method::POST, path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    door.send(request.body(Body::from(encode(fields))).expect("a request")).await
}

/// The address that a form's answer leads to.
#[track_caller]
pub(crate) fn redirect(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn encode(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn escape(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
