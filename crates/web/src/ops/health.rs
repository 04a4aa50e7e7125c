//! Two questions that are often mixed up: should this process be restarted, and should it be sent requests.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use greenroom_app::Ctx;
use http::StatusCode;
use serde::Serialize;

use crate::extract::Json;
use crate::state::WebState;

/// Alive: it answers, so restarting would not help. Says nothing about the database on purpose: if that is gone, killing
/// every server makes it no better.
pub(super) async fn live() -> Json<Live> {
    Json(Live { status: "alive" })
}

/// Ready: it can read and save, and is not about to stop. `503` with the reasons otherwise.
pub(super) async fn ready(State(state): State<WebState>, ctx: Ctx) -> Response {
    let health = state.app().store().health(ctx.now).await;
    let checks = [
        ("serving", if state.is_draining() { Err("stopping".to_owned()) } else { Ok(()) }),
        ("store-reads", health.reads.map_err(|error| error.to_string())),
        ("store-writes", health.writes.map_err(|error| error.to_string())),
    ];
    let checks = checks.map(|(name, result)| Check { name, ok: result.is_ok(), reason: result.err() });
    let is_ready = checks.iter().all(|check| check.ok);
    let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(Ready { status: if is_ready { "ready" } else { "not-ready" }, checks })).into_response()
}

#[derive(Serialize)]
pub(super) struct Live {
    status: &'static str,
}

#[derive(Serialize)]
struct Ready {
    status: &'static str,
    checks: [Check; 3],
}

#[derive(Serialize)]
struct Check {
    name: &'static str,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}
