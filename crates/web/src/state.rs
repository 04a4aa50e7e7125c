//! What every handler can reach: the application, the configuration of this door, and what the operator watches.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::FromRef;
use greenroom_app::App;
use tokio_util::task::TaskTracker;

use crate::middleware::host::Hosts;
use crate::middleware::rate_limit::{Quota, RateLimiter};
use crate::ops::metrics::Metrics;

/// How this door behaves.
#[derive(Debug, Clone)]
pub struct WebConfig {
    /// For which host names it answers.
    pub hosts: Hosts,
    /// How long one request may take, with reading its body.
    pub request_time: Duration,
    /// How many bytes the body of a request may have.
    pub body_bytes: usize,
    /// How many changes one client address may make; `None` lets everybody do as they like.
    pub quota: Option<Quota>,
}

impl Default for WebConfig {
    fn default() -> Self {
        Self {
            hosts: Hosts::default(),
            request_time: Duration::from_secs(10),
            body_bytes: 1024 * 1024,
            // Ten a second, all day: no person does that, and a script that does is told so.
            quota: Some(Quota { requests: 600, window: Duration::from_secs(60) }),
        }
    }
}

/// The state of the router. Cheap to clone.
#[derive(Debug, Clone)]
pub struct WebState {
    app: App,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    config: WebConfig,
    metrics: Metrics,
    limiter: Option<RateLimiter>,
    is_draining: AtomicBool,
    background: TaskTracker,
}

impl WebState {
    /// The state over an application.
    pub fn new(app: App, config: WebConfig) -> Self {
        let shared = Shared {
            metrics: Metrics::installed(),
            limiter: config.quota.map(RateLimiter::new),
            is_draining: AtomicBool::new(false),
            background: TaskTracker::new(),
            config,
        };
        Self { app, shared: Arc::new(shared) }
    }

    /// The use cases.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// How this door behaves.
    pub fn config(&self) -> &WebConfig {
        &self.shared.config
    }

    /// What is counted.
    pub fn metrics(&self) -> &Metrics {
        &self.shared.metrics
    }

    /// Who may change things how often.
    pub fn limiter(&self) -> Option<&RateLimiter> {
        self.shared.limiter.as_ref()
    }

    /// Says that this server is about to stop: from now on it is alive, but not ready.
    pub fn drain(&self) {
        self.shared.is_draining.store(true, Ordering::Relaxed);
    }

    /// Whether this server is about to stop.
    pub fn is_draining(&self) -> bool {
        self.shared.is_draining.load(Ordering::Relaxed)
    }

    /// Work that goes on when its caller hangs up; the server waits for it before it stops.
    pub fn background(&self) -> &TaskTracker {
        &self.shared.background
    }
}

impl FromRef<WebState> for App {
    fn from_ref(state: &WebState) -> Self {
        state.app.clone()
    }
}
