//! What is counted. Labels are routes, methods and classes of status: a fixed set, never an id.

use std::sync::OnceLock;
use std::time::Duration;

use axum::extract::State;
use axum::response::IntoResponse;
use http::header::CONTENT_TYPE;
use http::{Method, StatusCode};
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::state::WebState;

/// Answered requests, by route, method and class of status.
pub const REQUESTS: &str = "http_requests_total";
/// How long they took, with sending the response, by route and method.
pub const DURATION: &str = "http_request_duration_seconds";
/// Requests being worked on.
pub const IN_FLIGHT: &str = "http_requests_in_flight";
/// Always 1; its label is the version.
pub const BUILD: &str = "greenroom_build_info";
/// Memory in use, where the system tells.
pub const MEMORY: &str = "process_resident_memory_bytes";
/// Units of work saved.
pub const STORE_UNITS: &str = "greenroom_store_write_units_total";
/// Commits to disk; several units share one.
pub const STORE_COMMITS: &str = "greenroom_store_commits_total";
/// Units of work given up.
pub const STORE_ROLLBACKS: &str = "greenroom_store_rollbacks_total";
/// The most units that one commit has saved.
pub const STORE_GROUP: &str = "greenroom_store_group_max";

/// Upper ends of the histogram's buckets, in seconds.
const BUCKETS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0];

/// The numbers of this process. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Metrics {
    handle: PrometheusHandle,
}

impl Metrics {
    /// The recorder of this process, set up at the first call. There is one: counting from anywhere ends up here.
    pub fn installed() -> Self {
        static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
        let handle = HANDLE.get_or_init(|| {
            let builder =
                PrometheusBuilder::new().set_buckets(&BUCKETS).unwrap_or_else(|_| PrometheusBuilder::new());
            let recorder = builder.build_recorder();
            let handle = recorder.handle();
            if metrics::set_global_recorder(recorder).is_err() {
                tracing::warn!("another metrics recorder was there first; /metrics stays empty");
            }
            describe();
            handle
        });
        Self { handle: handle.clone() }
    }

    /// Counts a request that begins.
    pub(crate) fn request_began(&self) {
        gauge!(IN_FLIGHT).increment(1.0);
    }

    /// Counts a request that has ended; without a status, the client went away.
    pub(crate) fn request_ended(
        &self,
        route: &str,
        method: &Method,
        status: Option<StatusCode>,
        took: Duration,
    ) {
        gauge!(IN_FLIGHT).decrement(1.0);
        // A method that the route does not know is a stranger's idea, not a series of its own.
        let is_refused = status == Some(StatusCode::METHOD_NOT_ALLOWED);
        let (route, method) = (route.to_owned(), if is_refused { "other" } else { known(method) });
        histogram!(DURATION, "route" => route.clone(), "method" => method).record(took.as_secs_f64());
        counter!(REQUESTS, "route" => route, "method" => method, "status" => class(status)).increment(1);
    }

    /// Tidies up what was recorded since the last call. Without it, a server that nobody scrapes would collect for ever.
    pub fn tidy(&self) {
        self.handle.run_upkeep();
    }
}

/// A stranger can send any word as a method; only known ones become labels.
fn known(method: &Method) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    KNOWN.into_iter().find(|name| method.as_str() == *name).unwrap_or("other")
}

fn class(status: Option<StatusCode>) -> &'static str {
    match status.map(|status| status.as_u16() / 100) {
        Some(2) => "2xx",
        Some(3) => "3xx",
        Some(4) => "4xx",
        Some(_) => "5xx",
        None => "cancelled",
    }
}

fn describe() {
    describe_counter!(REQUESTS, "Answered requests");
    describe_histogram!(DURATION, "Seconds from the request's head to the response's last byte");
    describe_gauge!(IN_FLIGHT, "Requests being worked on");
    describe_gauge!(BUILD, "Always 1; the label is the version");
    describe_gauge!(MEMORY, "Memory in use");
    describe_counter!(STORE_UNITS, "Units of work saved");
    describe_counter!(STORE_COMMITS, "Commits to disk; several units share one");
    describe_counter!(STORE_ROLLBACKS, "Units of work given up");
    describe_gauge!(STORE_GROUP, "The most units that one commit has saved");
}

/// All numbers in the text format of Prometheus.
pub(super) async fn show(State(state): State<WebState>) -> impl IntoResponse {
    gauge!(BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    if let Some(bytes) = resident_bytes() {
        gauge!(MEMORY).set(bytes);
    }
    let writes = state.app().store().write_stats();
    counter!(STORE_UNITS).absolute(writes.units);
    counter!(STORE_COMMITS).absolute(writes.commits);
    counter!(STORE_ROLLBACKS).absolute(writes.rollbacks);
    #[expect(clippy::cast_precision_loss, reason = "a group has at most a few hundred units")]
    gauge!(STORE_GROUP).set(writes.largest_group as f64);
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], state.metrics().handle.render())
}

/// The resident set as Linux tells it; other systems tell it otherwise, and we leave it out there.
fn resident_bytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0)
}
