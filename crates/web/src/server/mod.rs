//! The accept loop: limits that `axum::serve` does not have, and a way to stop that loses nothing.
//!
//! `axum::serve` sets no timer on its connections, so hyper's own limit for reading a request's head never fires: a few
//! hundred clients that send one byte a minute occupy it for ever. Here every connection has a timer, there are only so
//! many of them, and one on which nothing moves is closed.

mod bind;
mod limits;
mod stall;

pub use bind::{BindError, bind};
pub use limits::Limits;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use http::HeaderValue;
use http::header::CONNECTION;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::Service;

use crate::middleware::client::ClientAddr;
use crate::state::WebState;
use stall::Stall;

/// How often the numbers are tidied up.
const TIDY_EVERY: Duration = Duration::from_secs(15);

/// How long connections that were just accepted have to hand over the request they were made for.
const LAST_WORDS: Duration = Duration::from_millis(50);

/// Work that had to be cut off because the time for stopping was over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{connections} connections and {tasks} tasks were not done in time and were cut off")]
pub struct CutOff {
    /// Open connections.
    pub connections: usize,
    /// Tasks that outlive their request.
    pub tasks: usize,
}

/// Serves all of Greenroom until `shutdown`, then finishes what was accepted.
///
/// # Errors
/// `CutOff` if something was still running after [`Limits::drain_time`].
pub async fn run(
    listener: TcpListener,
    state: WebState,
    shutdown: CancellationToken,
    limits: Limits,
) -> Result<(), CutOff> {
    let router = crate::router(state.clone());
    let serving = tokio::spawn(serve(listener, router, shutdown.clone(), limits));
    let mut tidying = tokio::time::interval(TIDY_EVERY);
    while !shutdown.is_cancelled() {
        tokio::select! {
            () = shutdown.cancelled() => {}
            _ = tidying.tick() => state.metrics().tidy(),
        }
    }
    state.drain();
    let served = serving.await.unwrap_or(Ok(()));
    // No connection is left, so no new task can begin.
    state.background().close();
    let is_done = tokio::time::timeout(limits.drain_time, state.background().wait()).await.is_ok();
    let tasks = if is_done { 0 } else { state.background().len() };
    match served {
        Ok(()) if tasks == 0 => Ok(()),
        served => Err(CutOff { connections: served.err().map_or(0, |cut| cut.connections), tasks }),
    }
}

/// Serves a router until `shutdown`, then finishes what was accepted.
///
/// # Errors
/// `CutOff` if connections were still open after [`Limits::drain_time`].
pub async fn serve(
    listener: TcpListener,
    router: Router,
    shutdown: CancellationToken,
    limits: Limits,
) -> Result<(), CutOff> {
    let loop_ = Accepting {
        router,
        limits,
        stop: Stop { begun: shutdown, closing: CancellationToken::new() },
        connections: TaskTracker::new(),
        free: Arc::new(Semaphore::new(limits.connections_max)),
    };
    loop_.until(&listener).await;
    loop_.finish(listener).await
}

/// How connections learn that the server stops.
#[derive(Clone)]
struct Stop {
    /// It has been asked to stop: responses say that they are the last on their connection.
    begun: CancellationToken,
    /// Connections without a request are closed, the others after it.
    closing: CancellationToken,
}

struct Accepting {
    router: Router,
    limits: Limits,
    stop: Stop,
    connections: TaskTracker,
    /// One permit for each further connection. When there is none, newcomers wait in the system's queue.
    free: Arc<Semaphore>,
}

impl Accepting {
    async fn until(&self, listener: &TcpListener) {
        loop {
            let accepted = async {
                let permit = Arc::clone(&self.free).acquire_owned().await.ok()?;
                Some((accept(listener).await, permit))
            };
            tokio::select! {
                biased;
                () = self.stop.begun.cancelled() => return,
                Some(((stream, peer), permit)) = accepted => self.spawn(stream, peer, permit),
            }
        }
    }

    /// Takes what already stands in the system's queue: those clients believe that they are connected.
    async fn finish(self, listener: TcpListener) -> Result<(), CutOff> {
        while let Ok(permit) = Arc::clone(&self.free).try_acquire_owned() {
            let waiting = tokio::time::timeout(Duration::ZERO, listener.accept()).await;
            let Ok(Ok((stream, peer))) = waiting else { break };
            self.spawn(stream, peer, permit);
        }
        drop(listener);
        tokio::time::sleep(LAST_WORDS).await;
        self.stop.closing.cancel();
        self.connections.close();
        let is_done = tokio::time::timeout(self.limits.drain_time, self.connections.wait()).await.is_ok();
        if is_done { Ok(()) } else { Err(CutOff { connections: self.connections.len(), tasks: 0 }) }
    }

    fn spawn(&self, stream: TcpStream, peer: SocketAddr, permit: OwnedSemaphorePermit) {
        let (router, limits, stop) = (self.router.clone(), self.limits, self.stop.clone());
        self.connections.spawn(async move {
            if let Err(error) = connection(stream, peer, router, limits, stop).await {
                // A client that hung up, sent no HTTP, or was too slow: nothing is wrong with us.
                tracing::debug!(%error, "connection ended early");
            }
            drop(permit);
        });
    }
}

/// Accepts one connection. Running out of file descriptors is no reason to stop: it passes when a connection closes.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// Speaks HTTP on one connection until either side is done with it.
async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: Limits,
    stop: Stop,
) -> Result<(), hyper::Error> {
    // Responses are written whole: waiting for more to send would only delay them.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY");
    }
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(ClientAddr(peer));
        let (response, stopping) = (router.clone().call(request.map(Body::new)), stop.begun.clone());
        async move {
            let mut response = response.await?;
            if stopping.is_cancelled() {
                response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            Ok::<_, Infallible>(response)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_buf_size(limits.head_bytes_max)
        .serve_connection(TokioIo::new(Stall::new(stream, limits.stall_time)), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        // First the connection: a request that has arrived is read before it is told that it is the last.
        biased;
        ended = connection.as_mut() => return ended,
        () = stop.closing.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    connection.await
}
