//! `greenroom serve`: how it starts, what it says, how it ends.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use greenroom_testkit::{Client, Request};
use serde_json::{Value, json};

use crate::run::{GOOD, Ran, program};

#[test]
fn it_serves_at_once_and_says_where() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let page = server.client().get("/").expect("it answers");
    assert_eq!(page.status, 200);
    assert!(
        page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")),
        "{:?}",
        page.headers
    );
    assert!(
        page.header("content-security-policy").is_some_and(|policy| policy.contains("default-src 'none'"))
    );
    assert!(data.path().join("greenroom.db").is_file(), "the database is where --data says");
}

#[cfg(unix)]
#[test]
fn the_data_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (program, home) = (program(), tempfile::tempdir().expect("a folder"));
    let data = home.path().join("new/data");
    let server = program.serve(&data, &[]).expect("it starts");
    server.client().get("/readyz").expect("it answers");
    for path in [data.clone(), data.join("greenroom.db"), data.join("greenroom.db-wal")] {
        let mode = std::fs::metadata(&path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} has mode {mode:o}", path.display());
    }
}

#[test]
fn a_busy_port_is_named_with_a_way_out() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let folder = data.path().to_str().expect("UTF-8");
    let ran: Ran = program.run(["serve", "--data", folder, "--port", &port]).expect("it runs").into();
    let ran = ran.ended(5);
    assert!(ran.err.contains(&port) && ran.err.contains("--port"), "{}", ran.err);
}

#[test]
fn two_servers_on_one_folder_are_refused_and_the_first_goes_on() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let first = program.serve(data.path(), &[]).expect("it starts");
    let second = program.serve(data.path(), &[]).expect_err("the folder is in use");
    assert_eq!(second.status.and_then(|status| status.code()), Some(5), "{second}");
    assert!(second.output.contains("greenroom.db") && second.output.contains("--data"), "{second}");
    assert_eq!(first.client().get("/readyz").expect("it answers").status, 200);
}

#[test]
fn a_command_works_beside_a_server() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let folder = data.path().to_str().expect("UTF-8");
    let ran: Ran = program.run(["doctor", "--data", folder]).expect("it runs").into();
    ran.ok();
    let typed = format!("{}\n\n/end\n", GOOD.replace('\n', " "));
    let ran: Ran =
        program.run_with_input(&["interview", "--data", folder], typed.as_bytes()).expect("it runs").into();
    ran.ok();
    let list = server.client().get("/api/v1/interviews").expect("it answers").json().expect("JSON");
    assert_eq!(
        list["items"].as_array().map(Vec::len),
        Some(1),
        "the server sees what the command has done: {list}"
    );
}

#[test]
fn the_end_of_a_server_frees_the_folder_at_once() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    for _ in 0..3 {
        program.serve(data.path(), &[]).expect("it starts").kill().expect("it is killed");
    }
    program.serve(data.path(), &[]).expect("it starts");
}

/// One request whose body comes in two parts, with the request to end in between.
#[test]
fn an_accepted_request_is_finished_before_the_end() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let body = json!({ "question": "caching", "answer": GOOD }).to_string();
    let (first, second) = body.split_at(body.len() / 2);
    let mut connection = TcpStream::connect(server.address()).expect("it accepts");
    let head = format!(
        "POST /api/v1/evaluations HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{first}",
        server.address(),
        body.len()
    );
    connection.write_all(head.as_bytes()).expect("it reads");
    // Answered on another connection, so the first one has been accepted.
    assert_eq!(server.client().get("/healthz").expect("it answers").status, 200);
    let address = server.address();
    server.ask_to_end().expect("it is asked");
    wait_until_closed(address);
    connection.write_all(second.as_bytes()).expect("it still reads");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("it answers and closes");
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    let (status, printed) = server.wait().expect("it ends");
    assert_eq!(status.code(), Some(0), "{printed}");

    let again = program.serve(data.path(), &[]).expect("it starts");
    let list = again.client().get("/api/v1/evaluations").expect("it answers").json().expect("JSON");
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "what was accepted is there: {list}");
}

/// Waits until nobody is accepted any more: the server has begun to end.
fn wait_until_closed(address: std::net::SocketAddr) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok() {
        assert!(Instant::now() < deadline, "it still accepts connections");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn clients_in_full_flight_lose_nothing_that_was_acknowledged() {
    let (program, data) =
        (program().env("GREENROOM_CHANGES_PER_MINUTE", "1000000"), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let clients: Vec<_> = (0..4)
        .map(|_| {
            let mut client = server.client();
            std::thread::spawn(move || {
                let mut acknowledged = Vec::new();
                while let Ok(reply) = client.send(&Request::post(
                    "/api/v1/evaluations",
                    &json!({ "question": "caching", "answer": GOOD }),
                )) {
                    assert_eq!(reply.status, 201, "{}", reply.text());
                    acknowledged.push(reply.json().expect("JSON")["id"].as_str().expect("an id").to_owned());
                }
                acknowledged
            })
        })
        .collect();
    std::thread::sleep(Duration::from_millis(300));
    let asked_at = Instant::now();
    server.ask_to_end().expect("it is asked");
    let (status, printed) = server.wait().expect("it ends");
    assert_eq!(status.code(), Some(0), "{printed}");
    assert!(asked_at.elapsed() < Duration::from_secs(10), "{:?}", asked_at.elapsed());
    let acknowledged: Vec<String> =
        clients.into_iter().flat_map(|client| client.join().expect("a client")).collect();
    assert!(acknowledged.len() > 4, "{}", acknowledged.len());

    let again = program.serve(data.path(), &[]).expect("it starts");
    let mut client = again.client();
    for id in &acknowledged {
        assert_eq!(
            client.get(&format!("/api/v1/evaluations/{id}")).expect("it answers").status,
            200,
            "{id} is lost"
        );
    }
}

#[test]
fn an_idle_connection_does_not_hold_up_the_end() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let mut idle = server.client();
    idle.get("/healthz").expect("it answers");
    let _silent = TcpStream::connect(server.address()).expect("it accepts");
    let asked_at = Instant::now();
    server.ask_to_end().expect("it is asked");
    let (status, printed) = server.wait().expect("it ends");
    assert_eq!(status.code(), Some(0), "{printed}");
    assert!(asked_at.elapsed() < Duration::from_secs(15), "{:?}", asked_at.elapsed());
}

#[test]
fn the_operator_finds_health_numbers_and_one_line_a_request() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &["--log-format", "json"]).expect("it starts");
    let mut client = server.client();
    assert_eq!(client.get("/healthz").expect("it answers").status, 200);
    assert_eq!(client.get("/readyz").expect("it answers").status, 200);
    let secret = "my-answer-is-nobodys-business";
    let post = Request::post("/api/v1/evaluations", &json!({ "question": "caching", "answer": secret }));
    let id = client.send(&post).expect("it answers").header("x-request-id").expect("an id").to_owned();
    client.get("/questions/%22%0a%1b%5b31m?q=%0d%0aFAKE%20LINE").expect("it answers");
    let metrics = client.get("/metrics").expect("it answers").text();
    assert!(metrics.contains("# TYPE") && metrics.contains("/api/v1/evaluations"), "{metrics}");
    server.ask_to_end().expect("it is asked");
    let (_, printed) = server.wait().expect("it ends");
    let lines: Vec<Value> = printed
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    let about: Vec<&Value> = lines.iter().filter(|line| line.to_string().contains(&id)).collect();
    assert_eq!(about.len(), 1, "one line for the request {id} in:\n{printed}");
    assert!(!printed.contains(secret), "answers are not logged:\n{printed}");
    assert!(!printed.contains("\nFAKE LINE") && !printed.contains('\u{1b}'), "{printed}");
}

#[test]
fn only_our_own_names_and_pages_are_answered() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &["--allow-host", "practice.example"]).expect("it starts");
    let status =
        |request: Request<'_>| Client::new(server.address()).send(&request).expect("it answers").status;
    assert_eq!(status(Request::get("/").header("Host", "practice.example")), 200);
    assert!((400..500).contains(&status(Request::get("/").header("Host", "evil.example"))), "DNS rebinding");
    let body = json!({ "question": "caching", "answer": GOOD });
    assert_eq!(
        status(Request::post("/api/v1/evaluations", &body).header("Origin", "http://evil.example")),
        403
    );
    assert_eq!(
        status(Request::post("/api/v1/evaluations", &body).header("Sec-Fetch-Site", "cross-site")),
        403
    );
    assert_eq!(
        status(
            Request::form("/questions/caching", &[("answer", GOOD)]).header("Sec-Fetch-Site", "cross-site")
        ),
        403
    );
    let list = server.client().get("/api/v1/evaluations").expect("it answers").json().expect("JSON");
    assert_eq!(list["items"].as_array().map(Vec::len), Some(0), "nothing was done: {list}");
}

#[test]
fn slow_clients_are_given_up() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let slow: Vec<TcpStream> = (0..50)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address()).expect("it accepts");
            stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ").expect("it reads");
            stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
            stream
        })
        .collect();
    assert_eq!(server.client().get("/").expect("others are answered").status, 200);
    let started = Instant::now();
    for mut stream in slow {
        let mut answer = Vec::new();
        // An answer that says why, or none: what matters is that the connection is closed.
        let closed = stream.read_to_end(&mut answer);
        assert!(
            closed.is_ok() || closed.is_err_and(|error| error.kind() == std::io::ErrorKind::ConnectionReset)
        );
    }
    assert!(started.elapsed() < Duration::from_secs(16), "{:?}", started.elapsed());
}
