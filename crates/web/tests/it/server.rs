//! The accept loop, over real sockets.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use greenroom_web::{BindError, CutOff, Limits, bind, run, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::support::Door;

const SHORT: Duration = Duration::from_millis(200);
const LONG: Duration = Duration::from_secs(10);

struct Running {
    at: SocketAddr,
    shutdown: CancellationToken,
    task: JoinHandle<Result<(), CutOff>>,
}

impl Running {
    async fn start(router: Router, limits: Limits) -> Self {
        let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let (at, shutdown) = (listener.local_addr().unwrap(), CancellationToken::new());
        let task = tokio::spawn(serve(listener, router, shutdown.clone(), limits));
        Self { at, shutdown, task }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.at).await.unwrap()
    }
}

fn limits() -> Limits {
    Limits { head_time: SHORT, stall_time: 2 * SHORT, drain_time: LONG, ..Limits::default() }
}

/// Reads until the other side closes.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A reset is an end as well.
    let _ =
        tokio::time::timeout(LONG, stream.read_to_end(&mut bytes)).await.expect("the connection stays open");
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn ask(at: SocketAddr, head: &str) -> String {
    let mut stream = TcpStream::connect(at).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    rest(&mut stream).await
}

const HELLO: &str = "GET /hello HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

fn hello() -> Router {
    Router::new().route("/hello", get(async || "hello"))
}

#[tokio::test]
async fn slow_clients_are_closed_and_others_are_served_meanwhile() {
    let server = Running::start(hello(), limits()).await;
    let began = Instant::now();
    let mut slow = Vec::new();
    for _ in 0..100 {
        let mut stream = server.connect().await;
        stream.write_all(b"GET /hello HTTP/1.1\r\nx-slow: ").await.unwrap();
        slow.push(stream);
    }
    assert!(ask(server.at, HELLO).await.ends_with("hello"));
    for mut stream in slow {
        let _ = stream.write_all(b"a").await;
        rest(&mut stream).await;
    }
    assert!(began.elapsed() < LONG, "slow clients were kept for {:?}", began.elapsed());
    assert!(ask(server.at, HELLO).await.ends_with("hello"));
}

#[tokio::test]
async fn an_idle_connection_is_closed() {
    let server = Running::start(hello(), limits()).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET /hello HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let began = Instant::now();
    assert!(rest(&mut stream).await.ends_with("hello"));
    assert!(began.elapsed() >= SHORT / 2, "keep-alive was not kept at all");
}

#[tokio::test]
async fn a_client_that_stops_sending_its_body_is_closed() {
    let echo = Router::new().route("/echo", axum::routing::post(async |body: String| body));
    let server = Running::start(echo, limits()).await;
    let mut stream = server.connect().await;
    stream
        .write_all(b"POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nhal")
        .await
        .unwrap();
    rest(&mut stream).await;
}

#[tokio::test]
async fn a_client_that_does_not_read_is_closed() {
    let (told, mut hears) = mpsc::channel::<()>(1);
    let much = Router::new().route(
        "/much",
        get(async move || {
            let _keep = told;
            "x".repeat(64 * 1024 * 1024)
        }),
    );
    let server = Running::start(much, limits()).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET /much HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    tokio::time::sleep(4 * SHORT).await;
    let read = rest(&mut stream).await.len();
    assert!(read < 64 * 1024 * 1024, "it was sent everything");
    server.task.abort();
    let _ = hears.recv().await;
}

#[tokio::test]
async fn only_so_many_connections_are_open_at_once() {
    let server = Running::start(hello(), Limits { connections_max: 2, ..limits() }).await;
    let (one, two) = (server.connect().await, server.connect().await);
    tokio::time::sleep(SHORT / 4).await;
    let began = Instant::now();
    assert!(
        ask(server.at, HELLO).await.ends_with("hello"),
        "the third is served when one of the others is closed"
    );
    assert!(began.elapsed() >= SHORT / 2, "the cap did not hold");
    drop((one, two));
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let server = Running::start(hello(), Limits { head_time: LONG, ..limits() }).await;
    let large =
        format!("GET /hello HTTP/1.1\r\nhost: localhost\r\nx-large: {}\r\n\r\n", "x".repeat(64 * 1024));
    assert!(ask(server.at, &large).await.starts_with("HTTP/1.1 431"));
    let many = format!("GET /hello HTTP/1.1\r\nhost: localhost\r\n{}\r\n", "x: y\r\n".repeat(1_000));
    assert!(ask(server.at, &many).await.starts_with("HTTP/1.1 431"));
    let long = format!("GET /{} HTTP/1.1\r\nhost: localhost\r\n\r\n", "x".repeat(100_000));
    let answer = ask(server.at, &long).await;
    assert!(answer.starts_with("HTTP/1.1 431") || answer.starts_with("HTTP/1.1 414"), "{answer}");
    assert!(ask(server.at, "no http at all\r\n\r\n").await.starts_with("HTTP/1.1 400"));
}

#[tokio::test]
async fn a_refused_body_is_read_far_enough_that_the_client_learns_why() {
    let door = Door::open().await;
    let server = Running::start(door.router.clone(), Limits { head_time: LONG, ..limits() }).await;
    let body = "x".repeat(10 * 1024 * 1024);
    let head = "POST /api/v1/evaluations HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nconnection: close\r\n";
    let answer = ask(server.at, &format!("{head}content-length: {}\r\n\r\n{body}", body.len())).await;
    assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("/problems/too-large"), "{answer}");
}

#[tokio::test]
async fn stopping_finishes_what_was_accepted() {
    let (told, mut hears) = mpsc::channel::<()>(1);
    let goes_on = CancellationToken::new();
    let wait = goes_on.clone();
    let work = get(async move || {
        told.send(()).await.unwrap();
        wait.cancelled().await;
        "done"
    });
    let server = Running::start(Router::new().route("/work", work), limits()).await;
    let at = server.at;
    let asked = tokio::spawn(async move { ask(at, "GET /work HTTP/1.1\r\nhost: localhost\r\n\r\n").await });
    hears.recv().await.unwrap();
    server.shutdown.cancel();
    while TcpStream::connect(at).await.is_ok() {
        tokio::time::sleep(SHORT / 20).await;
    }
    tokio::time::sleep(SHORT).await;
    assert!(!server.task.is_finished(), "it did not wait");
    goes_on.cancel();
    let answer = asked.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    assert_eq!(server.task.await.unwrap(), Ok(()));
}

#[tokio::test]
async fn stopping_waits_only_so_long() {
    let never = get(async || std::future::pending::<()>().await);
    let server =
        Running::start(Router::new().route("/never", never), Limits { drain_time: SHORT, ..limits() }).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET /never HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    tokio::time::sleep(SHORT / 4).await;
    server.shutdown.cancel();
    assert_eq!(server.task.await.unwrap(), Err(CutOff { connections: 1, tasks: 0 }));
}

#[tokio::test]
async fn the_whole_server_runs_and_stops() {
    let door = Door::open().await;
    let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let (at, shutdown) = (listener.local_addr().unwrap(), CancellationToken::new());
    let task = tokio::spawn(run(listener, door.state.clone(), shutdown.clone(), limits()));
    let ready = "GET /readyz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    assert!(ask(at, ready).await.contains("\"ready\""));
    let finished = door.state.background().spawn(async { tokio::time::sleep(SHORT).await });
    shutdown.cancel();
    assert_eq!(task.await.unwrap(), Ok(()));
    assert!(door.state.is_draining() && finished.is_finished());
}

#[tokio::test]
async fn a_port_that_is_taken_is_named_with_a_way_out() {
    let taken = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let address = taken.local_addr().unwrap();
    let error = bind(address).await.unwrap_err();
    assert!(matches!(error, BindError::InUse { .. }));
    let sentence = error.to_string();
    assert!(
        sentence.contains(&format!("port {}", address.port())) && sentence.contains("--port"),
        "{sentence}"
    );
}
