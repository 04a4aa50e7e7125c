//! One span, one log line and a few numbers for each request.

use std::borrow::Cow;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use greenroom_core::RequestId;
use http::{Method, StatusCode};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::Instant;
use tracing::Instrument;

use crate::ops::metrics::Metrics;
use crate::problem::Problem;
use crate::state::WebState;

/// What stands for the route of a request that no route took. Its path is not used: whoever asks for random addresses
/// would make a new time series with each.
const NO_ROUTE: &str = "(none)";

/// Opens a span around the request, and writes its line when the last byte of the response is sent, or when the client
/// has gone.
pub async fn observe(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let mut line = Line::begin(&request, state.metrics().clone());
    let id = line.id.as_ref().map_or("", RequestId::as_str);
    let span = tracing::info_span!("request", request_id = id, method = %line.method, route = line.route());
    // Until `line` is handed to the body, dropping this future means that the client has gone.
    let response = next.run(request).instrument(span).await;
    line.status = Some(response.status());
    line.code = response.extensions().get::<Arc<Problem>>().map(|problem| problem.kind().code);
    response.map(|body| Body::new(Watched { line, body }))
}

/// What is known of a request. Its line is written when this is dropped: there is no way out that writes none or two.
struct Line {
    method: Method,
    route: Option<MatchedPath>,
    path: String,
    id: Option<RequestId>,
    began: Instant,
    metrics: Metrics,
    status: Option<StatusCode>,
    code: Option<&'static str>,
    bytes: u64,
    is_complete: bool,
}

impl Line {
    fn begin(request: &Request, metrics: Metrics) -> Self {
        metrics.request_began();
        Self {
            method: request.method().clone(),
            route: request.extensions().get::<MatchedPath>().cloned(),
            path: log_safe(request.uri().path()).into_owned(),
            id: request.extensions().get().cloned(),
            began: Instant::now(),
            metrics,
            status: None,
            code: None,
            bytes: 0,
            is_complete: false,
        }
    }

    fn route(&self) -> &str {
        self.route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str)
    }

    fn outcome(&self) -> &'static str {
        match self.status {
            _ if !self.is_complete => "cancelled",
            Some(status) if status.is_server_error() => "failed",
            Some(status) if status.is_client_error() => "refused",
            _ => "ok",
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let took = self.began.elapsed();
        self.metrics.request_ended(self.route(), &self.method, self.status, took);
        // Never here: the query, the body, the address of the client. Answers are personal.
        tracing::info!(
            target: "greenroom::request",
            request_id = self.id.as_ref().map(RequestId::as_str),
            method = %self.method,
            route = self.route(),
            path = self.path,
            status = self.status.map(|status| status.as_u16()),
            duration_ms = took.as_secs_f64() * 1000.0,
            bytes = self.bytes,
            code = self.code,
            outcome = self.outcome(),
            "request"
        );
    }
}

/// A response's body that counts what is sent.
struct Watched {
    line: Line,
    body: Body,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        match &frame {
            Some(Ok(frame)) => {
                let sent = frame.data_ref().map_or(0, Bytes::len);
                self.line.bytes += u64::try_from(sent).unwrap_or(u64::MAX);
            }
            Some(Err(_)) => {}
            None => self.line.is_complete = true,
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // A body without bytes is never asked for any.
        self.line.is_complete |= self.body.is_end_stream();
    }
}

/// Text from outside, made fit for a log: one line, plain characters, of bounded length, whatever the log's format is.
pub(crate) fn log_safe(text: &str) -> Cow<'_, str> {
    const LENGTH_MAX: usize = 200;
    if text.len() <= LENGTH_MAX && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().take(LENGTH_MAX).flat_map(char::escape_default).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_line_stays_one_line() {
        assert_eq!(log_safe("/questions/http"), "/questions/http");
        assert_eq!(log_safe("a\r\nb\u{1b}[31m\u{202e}"), "a\\r\\nb\\u{1b}[31m\\u{202e}");
        assert!(log_safe(&"x".repeat(1_000_000)).len() <= 200);
    }
}
