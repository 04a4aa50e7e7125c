//! How many changes one client may make.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::time::Instant;

use crate::middleware::client::ClientAddr;
use crate::middleware::same_origin::is_safe;
use crate::problem::{Problem, kinds};
use crate::state::WebState;

/// How many clients are remembered. Beyond that, those who have not changed anything lately are forgotten.
const CLIENTS_MAX: usize = 10_000;

/// How often forgetting is tried while there are that many.
const SWEEP_EVERY: Duration = Duration::from_secs(1);

/// How many requests a client may make within a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// How many at once, and within each window.
    pub requests: u32,
    /// The time after which all of them are available again.
    pub window: Duration,
}

/// What a client has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether this request is let through.
    pub is_allowed: bool,
    /// How many more requests would be, right now.
    pub remaining: u32,
    /// Whole seconds until one more is.
    pub wait_secs: u32,
}

/// A token bucket for each client, kept as one moment: when its bucket will be full again.
///
/// # Source
/// The generic cell rate algorithm (ITU-T I.371): the bucket is never refilled by a timer, its level follows from the
/// clock.
#[derive(Debug)]
pub struct RateLimiter {
    quota: Quota,
    buckets: Mutex<Buckets>,
}

#[derive(Debug, Default)]
struct Buckets {
    full_at: HashMap<IpAddr, Instant>,
    swept_at: Option<Instant>,
}

impl Buckets {
    /// Forgets full buckets, if there are many; at most once a second, so that a flood of addresses buys no work.
    fn sweep(&mut self, now: Instant) {
        let is_due = self.swept_at.is_none_or(|at| now >= at + SWEEP_EVERY);
        if self.full_at.len() >= CLIENTS_MAX && is_due {
            self.full_at.retain(|_, full| *full > now);
            self.swept_at = Some(now);
        }
    }
}

impl RateLimiter {
    /// A limiter in which every bucket is full.
    pub fn new(quota: Quota) -> Self {
        Self { quota, buckets: Mutex::default() }
    }

    /// Takes one token out of a client's bucket, if there is one.
    pub fn take(&self, client: IpAddr, now: Instant) -> Standing {
        let Quota { requests, window } = self.quota;
        let token = window / requests.max(1);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        buckets.sweep(now);
        let full_at = &mut buckets.full_at;
        let before = full_at.get(&client).map_or(now, |full| (*full).max(now));
        let after = before + token;
        let missing = after - now;
        if missing > window {
            return Standing { is_allowed: false, remaining: 0, wait_secs: secs_up(missing - window) };
        }
        // Only when that many clients are busy within one window is a newcomer not counted.
        if full_at.len() < CLIENTS_MAX || full_at.contains_key(&client) {
            full_at.insert(client, after);
        }
        let remaining = (window - missing).as_nanos() / token.as_nanos().max(1);
        Standing {
            is_allowed: true,
            remaining: u32::try_from(remaining).unwrap_or(u32::MAX),
            wait_secs: secs_up(token),
        }
    }

    /// The draft's two fields.
    fn headers(&self, standing: Standing) -> HeaderMap {
        let Quota { requests, window } = self.quota;
        let policy = format!("\"changes\";q={requests};w={}", window.as_secs());
        let state = format!("\"changes\";r={};t={}", standing.remaining, standing.wait_secs);
        let pairs = [("ratelimit-policy", policy), ("ratelimit", state)];
        let header = |(name, value): (&'static str, String)| {
            Some((HeaderName::from_static(name), HeaderValue::try_from(value).ok()?))
        };
        pairs.into_iter().filter_map(header).collect()
    }
}

fn secs_up(time: Duration) -> u32 {
    u32::try_from(time.as_millis().div_ceil(1000)).unwrap_or(u32::MAX)
}

/// Counts changes, tells every client what it has left, and stops those who have nothing left.
///
/// # Source
/// draft-ietf-httpapi-ratelimit-headers-10: `RateLimit-Policy` and `RateLimit`.
pub async fn check(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let Some(limiter) = state.limiter().filter(|_| !is_safe(request.method())) else {
        return next.run(request).await;
    };
    // Without an accept loop, as in tests, all requests are one client's.
    let nobody = IpAddr::from([0, 0, 0, 0]);
    let client = request.extensions().get::<ClientAddr>().map_or(nobody, |client| client.counted_as());
    let standing = limiter.take(client, Instant::now());
    let mut response = if standing.is_allowed {
        next.run(request).await
    } else {
        let detail = format!("too many changes at once; try again in {} s", standing.wait_secs);
        Problem::new(&kinds::QUOTA_EXCEEDED, detail)
            .with_header(RETRY_AFTER, standing.wait_secs)
            .into_response()
    };
    response.headers_mut().extend(limiter.headers(standing));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUOTA: Quota = Quota { requests: 3, window: Duration::from_secs(6) };

    #[test]
    fn a_bucket_empties_and_fills_with_time() {
        let (limiter, me, start) = (RateLimiter::new(QUOTA), IpAddr::from([192, 0, 2, 1]), Instant::now());
        let take = |after: f64| limiter.take(me, start + Duration::from_secs_f64(after));
        assert_eq!([take(0.0).remaining, take(0.0).remaining, take(0.0).remaining], [2, 1, 0]);
        assert_eq!(take(0.0), Standing { is_allowed: false, remaining: 0, wait_secs: 2 });
        assert_eq!(take(1.5), Standing { is_allowed: false, remaining: 0, wait_secs: 1 });
        assert!(take(2.0).is_allowed, "one token has come back");
        assert!(!take(2.0).is_allowed, "but only one");
        assert_eq!(take(60.0).remaining, 2, "a bucket never holds more than its quota");
    }

    #[test]
    fn clients_do_not_share_a_bucket() {
        let (limiter, now) = (RateLimiter::new(QUOTA), Instant::now());
        for _ in 0..3 {
            assert!(limiter.take(IpAddr::from([192, 0, 2, 1]), now).is_allowed);
        }
        assert!(limiter.take(IpAddr::from([192, 0, 2, 2]), now).is_allowed);
    }

    #[test]
    fn the_memory_for_clients_is_bounded() {
        let (limiter, now) = (RateLimiter::new(QUOTA), Instant::now());
        for n in 0..20_000u32 {
            limiter.take(IpAddr::from(n.to_be_bytes()), now);
        }
        assert_eq!(limiter.buckets.lock().unwrap().full_at.len(), CLIENTS_MAX);
        limiter.take(IpAddr::from([192, 0, 2, 1]), now + Duration::from_secs(60));
        assert_eq!(limiter.buckets.lock().unwrap().full_at.len(), 1);
    }
}
