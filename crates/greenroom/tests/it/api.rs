//! The API as a program uses it, over the wire.

use greenroom_testkit::{Client, Program, Reply, Request, Server};
use serde_json::{Value, json};

use crate::run::{GOOD, program};

struct Running {
    server: Server,
    _program: Program,
    _data: tempfile::TempDir,
}

fn running() -> Running {
    let (program, data) =
        (program().env("GREENROOM_CHANGES_PER_MINUTE", "1000000"), tempfile::tempdir().expect("a folder"));
    let server = program.serve(data.path(), &[]).expect("it starts");
    Running { server, _program: program, _data: data }
}

fn post(client: &mut Client, target: &str, body: &Value) -> Reply {
    client.send(&Request::post(target, body)).expect("it answers")
}

#[track_caller]
fn made(reply: &Reply) -> Value {
    assert!(matches!(reply.status, 200 | 201), "{} {}", reply.status, reply.text());
    reply.json().expect("JSON")
}

#[test]
fn an_interview_by_the_api_from_the_plan_to_the_notes() {
    let running = running();
    let mut client = running.server.client();
    let created = post(
        &mut client,
        "/api/v1/interviews",
        &json!({ "bar": "mid", "length": "short", "tone": "neutral" }),
    );
    assert_eq!(created.status, 201);
    let mut now = made(&created);
    let at = format!("/api/v1/interviews/{}", now["id"].as_str().expect("an id"));
    assert_eq!(created.header("location"), Some(at.as_str()));
    now = made(&post(&mut client, &format!("{at}/begin"), &json!({})));
    let mut turns = 0;
    while now["phase"] == "asking" {
        let turn = now["turn"]["number"].as_u64().expect("an open turn");
        turns += 1;
        assert!(turns < 40, "it comes to an end");
        now = made(&post(&mut client, &format!("{at}/answers"), &json!({ "turn": turn, "text": GOOD })));
    }
    assert_eq!(now["phase"], "candidates-questions");
    now = made(&post(&mut client, &format!("{at}/own-questions"), &json!({ "text": "How do you deploy?" })));
    now = if now["phase"] == "candidates-questions" {
        made(&post(&mut client, &format!("{at}/finish"), &json!({})))
    } else {
        now
    };
    assert_eq!(now["phase"], "closed");
    let notes = made(&client.get(&format!("{at}/notes")).expect("it answers"));
    assert_eq!(notes["questions"].as_array().map(Vec::len), Some(3), "{notes}");
    let late = post(&mut client, &format!("{at}/answers"), &json!({ "turn": 99, "text": GOOD }));
    assert!((400..500).contains(&late.status), "{}", late.text());
}

#[test]
fn a_key_makes_a_repeated_request_harmless() {
    let running = running();
    let mut client = running.server.client();
    let body = json!({ "question": "caching", "answer": GOOD });
    let send = |client: &mut Client, body: &Value, key: &str| {
        client
            .send(&Request::post("/api/v1/evaluations", body).header("Idempotency-Key", key))
            .expect("it answers")
    };
    let first = send(&mut client, &body, "key-1");
    let again = send(&mut client, &body, "key-1");
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.body, again.body);
    assert_eq!(first.header("location"), again.header("location"));
    let other = send(&mut client, &json!({ "question": "caching", "answer": "Another one." }), "key-1");
    assert!(matches!(other.status, 409 | 422), "one key, two requests: {} {}", other.status, other.text());
    assert_ne!(made(&send(&mut client, &body, "key-2"))["id"], made(&first)["id"]);
    let list = made(&client.get("/api/v1/evaluations").expect("it answers"));
    assert_eq!(list["items"].as_array().map(Vec::len), Some(2), "{list}");
    for bad in ["", " ", &"k".repeat(1000), "a\u{7f}b"] {
        let reply = client.send(&Request::post("/api/v1/evaluations", &body).header("Idempotency-Key", bad));
        let status = reply.map_or(400, |reply| reply.status);
        assert!((400..500).contains(&status), "{bad:?}: {status}");
        client = running.server.client();
    }
}

/// Two clients with one key at the same moment: one effect, and both learn of it in the end.
#[test]
fn a_key_is_used_once_also_at_the_same_moment() {
    let running = running();
    for round in 0..10 {
        let key = format!("race-{round}");
        let body = json!({ "question": "caching", "answer": format!("{GOOD} {round}") });
        let replies: Vec<Reply> = std::thread::scope(|scope| {
            let send = || {
                running
                    .server
                    .client()
                    .send(&Request::post("/api/v1/evaluations", &body).header("Idempotency-Key", &key))
            };
            let clients: Vec<_> = (0..4).map(|_| scope.spawn(send)).collect();
            clients.into_iter().map(|client| client.join().expect("a client").expect("it answers")).collect()
        });
        let mut ids: Vec<Value> = replies
            .iter()
            .filter(|reply| reply.status == 201)
            .map(|reply| made(reply)["id"].clone())
            .collect();
        assert!(replies.iter().all(|reply| matches!(reply.status, 201 | 409)), "{replies:?}");
        ids.dedup();
        assert_eq!(ids.len(), 1, "{replies:?}");
    }
    let list = made(&running.server.client().get("/api/v1/evaluations?limit=100").expect("it answers"));
    assert_eq!(list["items"].as_array().map(Vec::len), Some(10), "{list}");
}

#[test]
fn lists_have_cursors_and_reads_have_tags() {
    let running = running();
    let mut client = running.server.client();
    for number in 0..7 {
        made(&post(
            &mut client,
            "/api/v1/evaluations",
            &json!({ "question": "caching", "answer": format!("{GOOD} {number}") }),
        ));
    }
    let (mut seen, mut target) = (Vec::new(), "/api/v1/evaluations?limit=3".to_owned());
    loop {
        let page = made(&client.get(&target).expect("it answers"));
        seen.extend(page["items"].as_array().expect("items").iter().map(|item| item["id"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        target = format!("/api/v1/evaluations?limit=3&cursor={next}");
    }
    let count = seen.len();
    seen.sort_by_key(Value::to_string);
    seen.dedup();
    assert_eq!((count, seen.len()), (7, 7));
    for target in [
        "/api/v1/questions",
        "/api/v1/questions/caching",
        &format!("/api/v1/evaluations/{}", seen[0].as_str().expect("an id")),
    ] {
        let read = client.get(target).expect("it answers");
        let tag = read.header("etag").unwrap_or_else(|| panic!("{target} has a tag")).to_owned();
        let again = client.send(&Request::get(target).header("If-None-Match", &tag)).expect("it answers");
        assert_eq!((again.status, again.body.len()), (304, 0), "{target}");
        let other =
            client.send(&Request::get(target).header("If-None-Match", "\"other\"")).expect("it answers");
        assert_eq!(other.status, 200);
    }
}

#[test]
fn settings_are_not_overwritten_unseen() {
    let running = running();
    let mut client = running.server.client();
    let read = client.get("/api/v1/settings").expect("it answers");
    assert_eq!(read.status, 200);
    let tag = read.header("etag").expect("a tag").to_owned();
    let change = json!({ "role": "Backend engineer" }).to_string().into_bytes();
    let patch = |tag: Option<&str>, client: &mut Client| {
        let request = Request::new("PATCH", "/api/v1/settings").body("application/json", change.clone());
        let request = match tag {
            Some(tag) => request.header("If-Match", tag),
            None => request,
        };
        client.send(&request).expect("it answers").status
    };
    assert_eq!(patch(None, &mut client), 428);
    assert_eq!(patch(Some("\"0\""), &mut client), 412);
    assert!(matches!(patch(Some(&tag), &mut client), 200 | 204));
    assert_eq!(patch(Some(&tag), &mut client), 412, "the version has moved on");
}

#[test]
fn all_of_mine_can_be_taken_and_deleted() {
    let running = running();
    let mut client = running.server.client();
    let secret = "the-canary-of-this-test";
    let answer = format!("{GOOD} {secret}");
    made(&post(&mut client, "/api/v1/evaluations", &json!({ "question": "caching", "answer": answer })));
    let export = made(&client.get("/api/v1/me/export").expect("it answers"));
    assert!(export.to_string().contains(secret));
    let erase = |confirm: &str, client: &mut Client| {
        let body = json!({ "confirm": confirm }).to_string().into_bytes();
        client
            .send(&Request::new("DELETE", "/api/v1/me").body("application/json", body))
            .expect("it answers")
            .status
    };
    assert_eq!(erase("yes", &mut client), 422);
    assert_eq!(erase("delete my data", &mut client), 204);
    let list = made(&client.get("/api/v1/evaluations").expect("it answers"));
    assert_eq!(list["items"], json!([]));
    // Neither the file nor its log holds a byte of it any more.
    for entry in std::fs::read_dir(running._data.path()).expect("the folder") {
        let path = entry.expect("an entry").path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{} still has it", path.display());
    }
}

#[test]
fn the_description_of_the_api_is_served_and_names_every_address_used_here() {
    let running = running();
    let mut client = running.server.client();
    let page = client.get("/api").expect("it answers");
    assert_eq!(page.status, 200);
    let document = made(&client.get("/api/v1/openapi.json").expect("it answers"));
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.")), "{document}");
    let paths: Vec<&String> = document["paths"].as_object().expect("paths").keys().collect();
    for wanted in [
        "/questions/{id}",
        "/evaluations",
        "/interviews/{id}/answers",
        "/interviews/{id}/notes",
        "/me/export",
    ] {
        assert!(paths.iter().any(|path| path.ends_with(wanted)), "{wanted} is missing in {paths:?}");
    }
}
