//! Bad input over the wire: each is told what is wrong with it, nothing of it is kept, and the server goes on.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use greenroom_testkit::{Client, Reply, Request};
use serde_json::{Value, json};

use crate::run::{GOOD, program};

/// Says that it is a problem document of that status, with what a client needs, and nothing about our insides.
#[track_caller]
fn is_problem(reply: &Reply, status: u16) -> Value {
    assert_eq!(reply.status, status, "{}", reply.text());
    let kind = reply.header("content-type").unwrap_or_default();
    assert!(kind.starts_with("application/problem+json"), "{kind}: {}", reply.text());
    let problem = reply.json().expect("JSON");
    for member in ["type", "title", "status"] {
        assert!(!problem[member].is_null(), "{member} is missing: {problem}");
    }
    assert_eq!(problem["status"], status);
    assert!(reply.header("x-request-id").is_some_and(|id| id.starts_with("req_")), "{:?}", reply.headers);
    for inside in ["panicked", "sqlx", "src/", "SELECT ", "thread '"] {
        assert!(!reply.text().contains(inside), "{}", reply.text());
    }
    problem
}

#[test]
fn bad_bodies_are_told_apart() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let mut client = server.client();
    let mut send = |kind: &str, body: &[u8]| {
        client
            .send(&Request::new("POST", "/api/v1/evaluations").body(kind, body.to_vec()))
            .expect("it answers")
    };
    let json = "application/json";
    for body in
        [&b""[..], b"{", b"\xff\xfe\x00", b"not json", b"{\"question\": \"caching\", \"answer\": \"\xff\"}"]
    {
        is_problem(&send(json, body), 400);
    }
    for body in [
        &b"{}"[..],
        b"[]",
        b"null",
        br#"{"question": "caching"}"#,
        br#"{"question": "caching", "answer": 7}"#,
        br#"{"question": "caching", "answer": "x", "extra": true}"#,
        br#"{"question": "caching", "answer": null}"#,
    ] {
        is_problem(&send(json, body), 422);
    }
    is_problem(&send("text/plain", b"{}"), 415);
    is_problem(&send("application/x-www-form-urlencoded", b"question=caching&answer=x"), 415);
    let deep = "[".repeat(200_000);
    let reply = send(json, deep.as_bytes());
    assert!((400..500).contains(&reply.status), "{}", reply.status);
    let list = client.get("/api/v1/evaluations").expect("it answers").json().expect("JSON");
    assert_eq!(list["items"], json!([]), "nothing of it was kept");
}

#[test]
fn strange_answers_are_kept_as_they_are() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let mut client = server.client();
    let strange = [
        String::new(),
        "  \n\t ".to_owned(),
        "redis".to_owned(),
        format!("{GOOD} '; DROP TABLE evaluations; --"),
        format!("<script>alert(1)</script>{GOOD}"),
        "\u{202e}שלום עולם, זה מטמון שמחזיק עותק של הנתונים".to_owned(),
        "🦀👨‍👩‍👧‍👦🇩🇪 cache".to_owned(),
        "bell \u{7} escape \u{1b}[31m delete \u{7f}".to_owned(),
        "Un cache garde une copie des données pour ne pas les recalculer à chaque fois que quelqu'un les demande.".to_owned(),
        "é".repeat(20_000),
    ];
    for answer in strange {
        let body = json!({ "question": "caching", "answer": answer });
        let reply = client.send(&Request::post("/api/v1/evaluations", &body)).expect("it answers");
        assert_eq!(reply.status, 201, "{answer:?}: {}", reply.text());
        let id = reply.json().expect("JSON")["id"].as_str().expect("an id").to_owned();
        let kept =
            client.get(&format!("/api/v1/evaluations/{id}")).expect("it answers").json().expect("JSON");
        assert_eq!(kept["answer"], answer);
        let page = client.get(&format!("/evaluations/{id}")).expect("it answers");
        assert_eq!(page.status, 200, "{answer:?}");
        assert!(!page.text().contains("<script>alert"), "{answer:?}");
    }
    for refused in ["x".repeat(20_001), "with a NUL \u{0} in it".to_owned()] {
        let body = json!({ "question": "caching", "answer": refused });
        let reply = client.send(&Request::post("/api/v1/evaluations", &body)).expect("it answers");
        let problem = is_problem(&reply, 422);
        assert!(problem.to_string().contains("answer"), "it names the field: {problem}");
    }
}

#[test]
fn ten_megabytes_are_refused_and_the_client_reads_why() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let before = resident(server.pid());
    let large = "a".repeat(10 * 1024 * 1024);
    let body = json!({ "question": "caching", "answer": large });
    is_problem(&server.client().send(&Request::post("/api/v1/evaluations", &body)).expect("it answers"), 413);
    let page = server
        .client()
        .send(&Request::form("/questions/caching", &[("answer", &large)]))
        .expect("it answers");
    assert_eq!(page.status, 413);
    // Without a length: it turns out to be too large only while it comes.
    let mut stream = TcpStream::connect(server.address()).expect("it accepts");
    let head = format!(
        "POST /api/v1/evaluations HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.address()
    );
    stream.write_all(head.as_bytes()).expect("it reads");
    let chunk = format!("{:x}\r\n{}\r\n", 65_536, "a".repeat(65_536));
    for _ in 0..200 {
        if stream.write_all(chunk.as_bytes()).is_err() {
            break;
        }
    }
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a time limit");
    let mut answer = [0u8; 12];
    if stream.read_exact(&mut answer).is_ok() {
        assert_eq!(&answer, b"HTTP/1.1 413");
    }
    assert_eq!(server.client().get("/healthz").expect("it answers").status, 200);
    if let (Some(before), Some(after)) = (before, resident(server.pid())) {
        assert!(after < before + 40 * 1024 * 1024, "{before} bytes of memory before, {after} after");
    }
}

/// Memory of a process in bytes, where the system tells it.
fn resident(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kib| kib * 1024)
}

#[test]
fn what_is_not_there_is_not_found() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let mut client = server.client();
    for target in [
        "/api/v1/questions/no-such-question",
        "/api/v1/questions/%3Cscript%3E",
        "/api/v1/evaluations/evl_00000000000000000000000000000000",
        "/api/v1/evaluations/1",
        "/api/v1/evaluations/'%20OR%201=1",
        "/api/v1/interviews/int_00000000000000000000000000000000",
        "/api/v1/interviews/int_00000000000000000000000000000000/notes",
        "/api/v1/no/such/address",
        "/api/v2/questions",
    ] {
        is_problem(
            &client.send(&Request::get(target).header("Accept", "application/json")).expect("it answers"),
            404,
        );
    }
    for target in [
        "/questions/no-such",
        "/evaluations/1",
        "/interviews/1",
        "/no/such/page",
        "/questions/%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let page = client.send(&Request::get(target).header("Accept", "text/html")).expect("it answers");
        assert_eq!(page.status, 404, "{target}");
        assert!(page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")), "{target}");
        assert!(
            page.text().contains("href=\"/\"") && page.text().contains("req_"),
            "{target}: a way on, and the request's id"
        );
        assert!(!page.text().contains("<script>alert"), "{target}");
    }
    let body = json!({ "question": "no-such-question", "answer": GOOD });
    let reply = client.send(&Request::post("/api/v1/evaluations", &body)).expect("it answers");
    assert!(matches!(reply.status, 404 | 422), "{} {}", reply.status, reply.text());
}

#[test]
fn bad_queries_bad_methods_and_bad_forms_are_no_crash() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let mut client = server.client();
    for target in [
        "/questions?q=%ff%fe",
        "/questions?level=%00&topic=<>&page=-1",
        "/questions?page=99999999999999999999",
        "/questions?q=a&q=b",
        "/evaluations?after=nonsense",
        "/interviews?after=%22%3E%3Cscript%3E",
        "/interviews/new?topic=nope&length=99",
        "/api/v1/evaluations?limit=0",
        "/api/v1/evaluations?limit=-1",
        "/api/v1/evaluations?cursor=nonsense",
        "/api/v1/evaluations?unknown=1",
        "/questions/caching/quiz?c0=99&c99=x",
        "/settings?saved=%3Cscript%3E",
        "/?%00",
        "/questions/caching?reveal=%3Cscript%3E",
    ] {
        let reply = client.get(target).expect("it answers");
        assert!(reply.status < 500, "{target}: {} {}", reply.status, reply.text());
        assert!(!reply.text().contains("\"><script>"), "{target}");
    }
    for (method, target) in [
        ("DELETE", "/questions"),
        ("PUT", "/"),
        ("PATCH", "/api/v1/evaluations"),
        ("TRACE", "/"),
        ("POST", "/api/v1/questions"),
    ] {
        let reply = client.send(&Request::new(method, target)).expect("it answers");
        assert_eq!(reply.status, 405, "{method} {target}");
        assert!(reply.header("allow").is_some() || method == "TRACE", "{method} {target}");
    }
    for body in
        [&b"answer=%ff%fe"[..], b"answer=%00", b"%%%", b"", b"answer", b"answer=a&answer=b", b"\xff\xfe"]
    {
        for target in [
            "/questions/caching",
            "/interviews/new",
            "/settings",
            "/settings/aim",
            "/settings/delete",
            "/drafts/question:caching",
        ] {
            let request =
                Request::new("POST", target).body("application/x-www-form-urlencoded", body.to_vec());
            let reply = client.send(&request).expect("it answers");
            assert!(reply.status < 500, "{target} {body:?}: {} {}", reply.status, reply.text());
        }
    }
    assert_eq!(client.get("/healthz").expect("it answers").status, 200);
}

#[test]
fn what_is_not_http_is_refused() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let long_header = format!("GET / HTTP/1.1\r\nHost: x\r\nX-Long: {}\r\n\r\n", "a".repeat(100_000));
    let long_target = format!("GET /{} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "a".repeat(100_000));
    let both = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"\x00\x00\x00\x00\r\n\r\n",
        long_header.as_bytes(),
        long_target.as_bytes(),
        both.as_bytes(),
        b"GET / HTTP/1.1\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(server.address()).expect("it accepts");
        stream.set_read_timeout(Some(Duration::from_secs(12))).expect("a time limit");
        let _may_be_cut_off = stream.write_all(bytes);
        let _no_more = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _may_be_reset = stream.read_to_end(&mut answer);
        let text = String::from_utf8_lossy(&answer);
        assert!(answer.is_empty() || text.starts_with("HTTP/1.1 4"), "{text}");
    }
    assert_eq!(Client::new(server.address()).get("/healthz").expect("it answers").status, 200);
}

#[test]
fn too_many_changes_are_slowed_down_and_reads_are_not() {
    let (program, data) =
        (program().env("GREENROOM_CHANGES_PER_MINUTE", "20"), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    let mut client = server.client();
    let body = json!({ "question": "caching", "answer": GOOD });
    let refusal = (0..60)
        .map(|_| client.send(&Request::post("/api/v1/evaluations", &body)).expect("it answers"))
        .find(|reply| reply.status != 201)
        .expect("there is a limit");
    is_problem(&refusal, 429);
    assert!(
        refusal.header("retry-after").is_some_and(|secs| secs.parse::<u32>().is_ok()),
        "{:?}",
        refusal.headers
    );
    for _ in 0..100 {
        assert_eq!(client.get("/questions").expect("it answers").status, 200);
    }
}
