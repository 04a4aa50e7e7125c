//! The body, as JSON.

use std::error::Error;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use http_body_util::LengthLimitError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::problem::{Problem, kinds};

/// A JSON body, in both directions. Reading it tells three mistakes apart: another type (415), text that is not JSON
/// (400), and JSON that is not what the address wants (422, with the field).
#[derive(Debug, Clone)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(&kinds::UNSUPPORTED_MEDIA_TYPE, "send the body as application/json"));
        }
        parse(&read(request.into_body()).await?).map(Self)
    }
}

/// Reads a body to its end. How much that may be is the body limit's matter.
pub(crate) async fn read(body: Body) -> Result<Bytes, Problem> {
    axum::body::to_bytes(body, usize::MAX).await.map_err(|error| {
        let causes = std::iter::successors(Some(&error as &(dyn Error + 'static)), |&error| error.source());
        if causes.into_iter().any(<dyn Error>::is::<LengthLimitError>) {
            Problem::new(&kinds::TOO_LARGE, "the body is too large")
        } else {
            Problem::new(&kinds::MALFORMED, "the body ended before it was complete")
        }
    })
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// Whether the body is declared as JSON. A suffix such as `application/problem+json` is not.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let declared = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    declared.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    // The reader would take a list of values for an object without names.
    if body.trim_ascii_start().starts_with(b"[") {
        return Err(Problem::invalid("body", "is a list and must be an object"));
    }
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let field = error.path().to_string();
        let error = error.into_inner();
        match error.classify() {
            Category::Data => not_wanted(&field, &error),
            Category::Syntax | Category::Eof | Category::Io => malformed(&error),
        }
    })?;
    reader.end().map_err(|error| malformed(&error))?;
    Ok(value)
}

/// Says which field is wrong. The reader's sentence ends with a place in the body, which a field's name says better.
fn not_wanted(field: &str, error: &serde_json::Error) -> Problem {
    let sentence = error.to_string();
    let reason = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(reason, _)| reason);
    Problem::invalid(if field == "." { "body" } else { field }, short(reason))
}

fn malformed(error: &serde_json::Error) -> Problem {
    Problem::new(&kinds::MALFORMED, format!("the body is not JSON: {}", short(&error.to_string())))
}

/// The reader may quote what was sent: enough of it to recognise, not all of it.
fn short(sentence: &str) -> String {
    sentence.chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Body {
        #[serde(rename = "answer")]
        _answer: String,
    }

    #[track_caller]
    fn check(body: &[u8], code: &str, says: &str) {
        let problem = parse::<Body>(body).unwrap_err();
        assert_eq!(problem.kind().code, code, "{problem:?}");
        assert!(format!("{} {:?}", problem.detail(), problem.fields()).contains(says), "{problem:?}");
    }

    #[test]
    fn three_mistakes_are_told_apart() {
        check(b"", "malformed", "EOF");
        check(b"{\"answer\": \"a\"", "malformed", "EOF");
        check(b"{\"answer\": \"a\"} x", "malformed", "trailing characters");
        check(b"{\"answer\": \"\xff\"}", "malformed", "invalid unicode");
        check(br#"{"answer": "\ud800"}"#, "malformed", "hex escape");
        check(br#"{"answer": "\udc00"}"#, "malformed", "surrogate");
        check(br#"["a"]"#, "invalid", "must be an object");
        check(&b"{\"answer\":".repeat(100_000), "invalid", "answer");
        check(br#"{"answer": 7}"#, "invalid", "answer");
        check(br#"{"answer": "a", "extra": 1}"#, "invalid", "unknown field `extra`");
        check(br#"{"answer": "a", "answer": "b"}"#, "invalid", "duplicate field");
        check(br"{}", "invalid", "missing field `answer`");
    }
}
