//! The load: connections that are kept alive and ask again as soon as they have their answer (a closed loop).

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// No answer of ours takes so long.
const PATIENCE: Duration = Duration::from_secs(15);

/// What is sent again and again.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    head: String,
    body: String,
    /// Whether each request has an `Idempotency-Key` of its own.
    is_keyed: bool,
}

impl Sent {
    /// A `GET`.
    pub(crate) fn get(target: &str) -> Self {
        Self {
            head: format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n"),
            body: String::new(),
            is_keyed: false,
        }
    }

    /// A `POST` of JSON.
    pub(crate) fn post(target: &str, body: &serde_json::Value) -> Self {
        let body = body.to_string();
        let head = format!(
            "POST {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n",
            body.len()
        );
        Self { head, body, is_keyed: false }
    }

    /// The same, with a key of its own for each request.
    pub(crate) fn keyed(self) -> Self {
        Self { is_keyed: true, ..self }
    }

    fn bytes(&self, number: u64) -> Vec<u8> {
        let key = if self.is_keyed { format!("Idempotency-Key: bench-{number}\r\n") } else { String::new() };
        format!("{}{key}\r\n{}", self.head, self.body).into_bytes()
    }
}

/// What was measured in one go.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    pub(crate) per_second: f64,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
}

/// Keys must not come again, not even in a later run against the same server.
static NUMBER: AtomicU64 = AtomicU64::new(0);

/// Sends for `time` over `connections`.
///
/// # Errors
/// If any answer is not 2xx, or a connection ends: numbers with errors in them mean nothing.
pub(crate) fn run(to: SocketAddr, sent: &Sent, connections: usize, time: Duration) -> Result<Run> {
    NUMBER.fetch_add(u64::from(std::process::id()) << 32, Ordering::Relaxed);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let sent = Arc::new(sent.clone());
        let started = Instant::now();
        let deadline = started + time;
        let tasks: Vec<_> =
            (0..connections).map(|_| tokio::spawn(connection(to, Arc::clone(&sent), deadline))).collect();
        let mut times = Vec::new();
        for task in tasks {
            times.extend(task.await??);
        }
        let per_second = times.len() as f64 / started.elapsed().as_secs_f64();
        times.sort_unstable();
        let at = |share: f64| {
            times.get((times.len().saturating_sub(1) as f64 * share) as usize).copied().unwrap_or_default()
        };
        Ok(Run { per_second, p50: at(0.5), p99: at(0.99) })
    })
}

async fn connection(to: SocketAddr, sent: Arc<Sent>, deadline: Instant) -> Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(to).await?;
    stream.set_nodelay(true)?;
    let (mut times, mut buffer) = (Vec::new(), Vec::with_capacity(64 * 1024));
    while Instant::now() < deadline {
        let bytes = sent.bytes(NUMBER.fetch_add(1, Ordering::Relaxed));
        let started = Instant::now();
        stream.write_all(&bytes).await?;
        tokio::time::timeout(PATIENCE, read_answer(&mut stream, &mut buffer))
            .await
            .context("no answer came")??;
        times.push(started.elapsed());
    }
    Ok(times)
}

/// Reads one whole answer.
async fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    let head = loop {
        if let Some(at) = find(buffer, b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(buffer).await? == 0 {
            bail!("the server closed the connection");
        }
    };
    let text = String::from_utf8_lossy(&buffer[..head]).to_ascii_lowercase();
    if !text.starts_with("http/1.1 2") {
        bail!("an answer that is no success: {}", String::from_utf8_lossy(buffer));
    }
    let length =
        text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    loop {
        let is_whole = match length {
            Some(length) => buffer.len() >= head + length,
            None => buffer.ends_with(b"0\r\n\r\n"),
        };
        if is_whole {
            return Ok(());
        }
        if stream.read_buf(buffer).await? == 0 {
            bail!("the server closed the connection within an answer");
        }
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}
