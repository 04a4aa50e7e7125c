//! `kill -9` in the middle of the work, again and again: whatever was acknowledged is there, and whatever is repeated with
//! its key has happened once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use greenroom_testkit::{Client, Program, Reply, Request, SeededEntropy, Server};
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};

use crate::run::program;

const ROUNDS: usize = 50;
const WRITERS: usize = 4;
const SEED: u64 = 20_261_122;
/// How long a repeated request may be told that the first one is still at work.
const PATIENCE: Duration = Duration::from_secs(5);

/// A `POST` with its key, and what became of it.
#[derive(Debug, Clone)]
struct Sent {
    target: String,
    body: Value,
    key: String,
    /// What the server answered; `None` if the connection ended first, so that nobody knows.
    reply: Option<Value>,
}

impl Sent {
    fn new(target: impl Into<String>, body: Value, key: String) -> Self {
        Self { target: target.into(), body, key, reply: None }
    }

    /// Sends it. Whether it was acknowledged.
    fn send(&mut self, client: &mut Client) -> bool {
        let Ok(reply) = self.post(client) else { return false };
        assert!(
            matches!(reply.status, 200 | 201),
            "{} {}: {} {}",
            self.target,
            self.body,
            reply.status,
            reply.text()
        );
        // An answer that was read to its end is an acknowledgement.
        self.reply = Some(reply.json().expect("an answer is JSON"));
        true
    }

    fn post(&self, client: &mut Client) -> std::io::Result<Reply> {
        client.send(&Request::post(&self.target, &self.body).header("Idempotency-Key", &self.key))
    }

    /// Repeats it after a crash until it is known.
    fn repeat(&mut self, client: &mut Client) {
        let started = Instant::now();
        loop {
            let reply = self.post(client).expect("the server runs");
            if matches!(reply.status, 200 | 201) {
                let reply = reply.json().expect("an answer is JSON");
                if let Some(before) = &self.reply {
                    assert_eq!(before, &reply, "a repeated request gets the answer of the first");
                }
                self.reply = Some(reply);
                return;
            }
            assert!(
                reply.status == 409 && started.elapsed() < PATIENCE,
                "the repeated {} {} is refused: {} {}",
                self.target,
                self.key,
                reply.status,
                reply.text()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn id(&self) -> &str {
        self.reply.as_ref().and_then(|reply| reply["id"].as_str()).expect("it was acknowledged")
    }
}

#[derive(Debug, Default)]
struct Counts {
    acknowledged: usize,
    unknown: usize,
    /// Unknown ones that turned out to have happened: only the answer was lost.
    had_happened: usize,
    turns: usize,
    interviews: usize,
    starts: Vec<Duration>,
}

#[test]
fn nothing_that_was_acknowledged_is_lost_and_nothing_happens_twice() {
    let program = program().env("GREENROOM_CHANGES_PER_MINUTE", "1000000000").env("GREENROOM_LOG", "warn");
    let folder = tempfile::tempdir().expect("a folder");
    let mut random = SeededEntropy::new(SEED);
    let (mut all, mut candidate, mut counts) = (Vec::<Sent>::new(), Candidate::default(), Counts::default());
    let mut last = Vec::<Sent>::new();
    for round in 0..ROUNDS {
        let server = start(&program, folder.path(), &mut counts);
        settle(&server, &mut last, &mut counts);
        candidate.settle(&server, &mut counts);
        all.append(&mut last);
        last = work(server, round, &mut candidate, &mut random);
    }
    let server = start(&program, folder.path(), &mut counts);
    settle(&server, &mut last, &mut counts);
    candidate.settle(&server, &mut counts);
    all.append(&mut last);
    check_all(&server, &all, &candidate);
    server.ask_to_end().expect("it is asked");
    let (status, printed) = server.wait().expect("it ends");
    assert_eq!(status.code(), Some(0), "{printed}");
    assert_eq!(integrity(&folder.path().join("greenroom.db")), "ok");
    counts.starts.sort_unstable();
    println!(
        "{ROUNDS} rounds of kill -9: {} answers acknowledged before the crash, 0 lost; {} of unknown outcome repeated, {} of \
         which had happened, none twice; {} interviews with {} acknowledged turns resumed; median start {:?}",
        counts.acknowledged,
        counts.unknown,
        counts.had_happened,
        counts.interviews,
        counts.turns,
        counts.starts[counts.starts.len() / 2],
    );
    // Otherwise the test has proved nothing.
    assert!(counts.acknowledged > ROUNDS && counts.unknown > ROUNDS && counts.turns > 10, "{counts:?}");
}

fn start(program: &Program, folder: &Path, counts: &mut Counts) -> Server {
    let started = Instant::now();
    let server = program.serve(folder, &[]).expect("it starts after a crash");
    counts.starts.push(started.elapsed());
    server
}

/// Lets all clients write, and kills the server at a random moment.
fn work(server: Server, round: usize, candidate: &mut Candidate, random: &mut SeededEntropy) -> Vec<Sent> {
    let moment = Duration::from_micros(20_000 + random.below(120_000));
    let begun = Arc::new(AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (mut client, begun) = (server.client(), Arc::clone(&begun));
                scope.spawn(move || {
                    begun.fetch_add(1, Ordering::SeqCst);
                    let mut sent = Vec::new();
                    loop {
                        sent.push(answer(round, writer, sent.len()));
                        if !sent.last_mut().is_some_and(|last| last.send(&mut client)) {
                            return sent;
                        }
                    }
                })
            })
            .collect();
        let mut client = server.client();
        let rehearsing = scope.spawn(move || candidate.rehearse(&mut client, round));
        while begun.load(Ordering::SeqCst) < WRITERS {
            std::thread::yield_now();
        }
        std::thread::sleep(moment);
        server.kill().expect("it is killed");
        rehearsing.join().expect("the candidate does not fail");
        writers.into_iter().flat_map(|writer| writer.join().expect("a writer does not fail")).collect()
    })
}

/// An answer that names itself, so that it is found again.
fn answer(round: usize, writer: usize, number: usize) -> Sent {
    let name = format!("r{round}-w{writer}-n{number}");
    let text = format!("A cache keeps a copy of data that is slow to get. This is {name} of the crash test.");
    Sent::new("/api/v1/evaluations", json!({ "question": "caching", "answer": text }), name)
}

/// After a crash: what was acknowledged is there as it was; the rest is repeated.
fn settle(server: &Server, sent: &mut [Sent], counts: &mut Counts) {
    let mut client = server.client();
    for one in sent.iter_mut() {
        if one.reply.is_some() {
            counts.acknowledged += 1;
        } else {
            counts.unknown += 1;
            counts.had_happened += usize::from(happened(&mut client, one));
            one.repeat(&mut client);
        }
        let found = client.get(&format!("/api/v1/evaluations/{}", one.id())).expect("the server runs");
        assert_eq!(found.status, 200, "lost: {} ({})", one.key, one.id());
        let found = found.json().expect("JSON");
        assert_eq!(found["answer"], one.body["answer"], "{}", one.key);
        assert_eq!(&found, one.reply.as_ref().expect("it is known"), "what is kept is what was acknowledged");
    }
    if let Some(one) = sent.last_mut() {
        // Also what was acknowledged may be repeated, by a client that was not listening.
        one.repeat(&mut client);
    }
}

/// Whether one of the latest evaluations has this answer.
fn happened(client: &mut Client, sent: &Sent) -> bool {
    let list = client.get("/api/v1/evaluations?limit=20").expect("the server runs").json().expect("JSON");
    let ids = list["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|item| item["id"].as_str().expect("an id").to_owned());
    ids.into_iter().any(|id| {
        let one =
            client.get(&format!("/api/v1/evaluations/{id}")).expect("the server runs").json().expect("JSON");
        one["answer"] == sent.body["answer"]
    })
}

/// Who takes interviews, one after the other.
#[derive(Debug, Default)]
struct Candidate {
    interviews: Vec<String>,
    /// Answers acknowledged in the interview at hand, by turn.
    said: BTreeMap<u64, String>,
    revision: u64,
    turn: Option<u64>,
    pending: Option<Sent>,
    /// How many answers were acknowledged in all.
    turns: usize,
}

impl Candidate {
    /// Goes on until the server is gone.
    fn rehearse(&mut self, client: &mut Client, round: usize) {
        let mut number = 0;
        loop {
            number += 1;
            let key = format!("r{round}-interview-{number}");
            let next = match (self.interviews.last(), self.turn) {
                (Some(id), Some(turn)) => {
                    let text =
                        format!("It depends on what you want to protect. This is {key} of the crash test.");
                    Sent::new(
                        format!("/api/v1/interviews/{id}/answers"),
                        json!({ "turn": turn, "text": text }),
                        key,
                    )
                }
                _ => Sent::new("/api/v1/interviews", json!({ "length": "long", "pace": "off" }), key),
            };
            let next = self.pending.insert(next);
            if !next.send(client) {
                return;
            }
            if !self.acknowledged(client) {
                return;
            }
        }
    }

    /// Takes the acknowledgement of what was pending. Whether the server is still there.
    fn acknowledged(&mut self, client: &mut Client) -> bool {
        let Some(sent) = self.pending.take() else { return true };
        let mut now = sent.reply.clone().expect("it was acknowledged");
        if sent.target == "/api/v1/interviews" {
            let id = sent.id().to_owned();
            self.said.clear();
            self.interviews.push(id.clone());
            self.stands(&now);
            let mut begin =
                Sent::new(format!("/api/v1/interviews/{id}/begin"), json!({}), format!("{}-begin", sent.key));
            if !begin.send(client) {
                self.pending = Some(begin);
                return false;
            }
            now = begin.reply.expect("it was acknowledged");
        } else if let (Some(turn), Some(text)) = (sent.body["turn"].as_u64(), sent.body["text"].as_str()) {
            self.said.insert(turn, text.to_owned());
            self.turns += 1;
        }
        self.stands(&now);
        true
    }

    fn stands(&mut self, interview: &Value) {
        self.revision = interview["revision"].as_u64().expect("a revision");
        self.turn = interview["turn"]["number"].as_u64();
    }

    /// After a crash: the interview is where the acknowledgements left it, and what was pending is repeated.
    fn settle(&mut self, server: &Server, counts: &mut Counts) {
        let mut client = server.client();
        let sent_before = self.pending.as_ref().filter(|sent| sent.target != "/api/v1/interviews");
        if let (Some(id), Some(_)) = (self.interviews.last(), sent_before) {
            let now = read(&mut client, id);
            let (revision, turn) =
                (now["revision"].as_u64().expect("a revision"), now["turn"]["number"].as_u64());
            assert!(revision >= self.revision, "moves were lost: {revision} after {}", self.revision);
            if revision == self.revision {
                assert_eq!(turn, self.turn, "it resumes at the turn that was open");
            }
            self.has_said(&now);
        }
        if let Some(mut pending) = self.pending.take() {
            pending.repeat(&mut client);
            self.pending = Some(pending);
            assert!(self.acknowledged(&mut client), "the server runs");
        }
        if let Some(id) = self.interviews.last() {
            let now = read(&mut client, id);
            self.has_said(&now);
            self.stands(&now);
        }
        (counts.interviews, counts.turns) = (self.interviews.len(), self.turns);
    }

    /// Each acknowledged answer is in the transcript, once.
    fn has_said(&self, interview: &Value) {
        let lines = interview["transcript"].as_array().expect("a transcript");
        let answers: Vec<(Option<u64>, &str)> = lines
            .iter()
            .filter(|line| line["kind"] == "answer")
            .map(|line| (line["turn"].as_u64(), line["text"].as_str().expect("a text")))
            .collect();
        for (turn, text) in &self.said {
            let found = answers.iter().filter(|(of, said)| *of == Some(*turn) && said == text).count();
            assert_eq!(found, 1, "turn {turn}: {text} is there {found} times in {answers:?}");
        }
    }
}

fn read(client: &mut Client, id: &str) -> Value {
    let reply = client.get(&format!("/api/v1/interviews/{id}")).expect("the server runs");
    assert_eq!(reply.status, 200, "the interview is there: {}", reply.text());
    reply.json().expect("JSON")
}

/// Everything that is kept is what was sent, each once.
fn check_all(server: &Server, all: &[Sent], candidate: &Candidate) {
    let mut client = server.client();
    let mut kept: BTreeMap<String, usize> = BTreeMap::new();
    for id in list(&mut client, "/api/v1/evaluations", |item| item["origin"] == "api") {
        *kept.entry(id).or_default() += 1;
    }
    let sent: BTreeMap<&str, &str> = all.iter().map(|one| (one.id(), one.key.as_str())).collect();
    assert_eq!(sent.len(), all.len(), "two keys have made one evaluation");
    for (id, key) in &sent {
        assert_eq!(kept.get(*id), Some(&1), "{key} is lost");
    }
    let twice: Vec<&String> = kept.keys().filter(|id| !sent.contains_key(id.as_str())).collect();
    assert!(twice.is_empty(), "evaluations that nobody has the id of, so a key had two effects: {twice:?}");
    let interviews = list(&mut client, "/api/v1/interviews", |_| true);
    assert_eq!(interviews.len(), candidate.interviews.len(), "each key has made one interview");
}

/// All ids of a list, page by page.
fn list(client: &mut Client, address: &str, wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let (mut ids, mut cursor) = (Vec::new(), String::new());
    loop {
        let reply = client.get(&format!("{address}?limit=100&cursor={cursor}")).expect("the server runs");
        assert_eq!(reply.status, 200, "{}", reply.text());
        let page = reply.json().expect("JSON");
        let items = page["items"].as_array().expect("a list").iter().filter(|item| wanted(item));
        ids.extend(items.map(|item| item["id"].as_str().expect("an id").to_owned()));
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => return ids,
        }
    }
}

/// What SQLite says about the file.
fn integrity(file: &Path) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let options = SqliteConnectOptions::new().filename(file);
        let mut connection = SqliteConnection::connect_with(&options).await.expect("it opens");
        let (found,): (String,) =
            sqlx::query_as("PRAGMA integrity_check").fetch_one(&mut connection).await.expect("it is read");
        found
    })
}
