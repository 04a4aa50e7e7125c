//! The layers around every route. One file each; [`stack`] is their order, outermost first.
//!
//! | Layer | What it adds | Why here |
//! |---|---|---|
//! | [`request_id`] | the id by which a request is found again | everything below names it |
//! | [`observe`] | span, log line, metrics | sees the final status, also of refusals and time-outs |
//! | [`head`] | `HEAD` as `GET` without the body | after everything that looks at the body |
//! | [`security_headers`] | content policy and the like | on every response, errors too |
//! | [`compression`] | gzip | after the body is final |
//! | [`present`] | writes problems out | below it, a failure is only a [`Problem`](crate::problem::Problem) |
//! | [`mod@panic`] | a bug in one request stays in that request | as low as it can be, so that all above still works |
//! | [`methods`], [`host`], [`same_origin`] | refuse what no browser of ours sends | before any work is done |
//! | [`rate_limit`] | how many changes a client may make | after the cheap refusals |
//! | [`time_limit`] | ends what takes too long | around reading the body and working |
//! | [`body_limit`] | ends what sends too much | next to whoever reads the body |

pub mod body_limit;
pub mod client;
pub mod compression;
pub mod etag;
pub mod head;
pub mod host;
pub mod idempotency;
pub mod methods;
pub mod observe;
pub mod panic;
pub mod rate_limit;
pub mod request_id;
pub mod same_origin;
pub mod security_headers;
pub mod time_limit;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower::ServiceBuilder;

use crate::problem::present;
use crate::state::WebState;

/// Puts all layers around a router.
pub fn stack(router: Router<WebState>, state: &WebState) -> Router<WebState> {
    router.layer(
        ServiceBuilder::new()
            .layer(from_fn_with_state(state.clone(), request_id::assign))
            .layer(from_fn_with_state(state.clone(), observe::observe))
            .layer(from_fn(head::strip))
            .layer(from_fn(security_headers::add))
            .layer(compression::layer())
            .layer(from_fn(present::present))
            .layer(panic::layer())
            .layer(from_fn(methods::check))
            .layer(from_fn_with_state(state.clone(), host::check))
            .layer(from_fn(same_origin::check))
            .layer(from_fn_with_state(state.clone(), rate_limit::check))
            .layer(from_fn_with_state(state.clone(), time_limit::limit))
            .layer(from_fn_with_state(state.clone(), body_limit::limit)),
    )
}
