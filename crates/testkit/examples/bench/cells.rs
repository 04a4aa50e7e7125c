//! Which requests are measured, and in which order.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use greenroom_testkit::{Client, Request};
use serde_json::json;

use crate::load::{self, Run, Sent};
use crate::process::Process;

/// How often everything is measured. The rounds are interleaved, so that a disturbance hits all cells alike.
pub(crate) const ROUNDS: usize = 5;
/// How long one cell takes in one round.
pub(crate) const TIME: Duration = Duration::from_millis(1500);
/// How many connections ask at the same time.
pub(crate) const CONNECTIONS: usize = 32;
/// How many evaluations are there before anything is measured.
pub(crate) const ROWS: usize = 1000;

const QUESTION: &str = "caching";
const ANSWER: &str = "A cache keeps a copy of data that is slow to get close to where it is read. A hit saves the query and \
     takes load off the database; on a miss the value is read from the database and stored with a TTL. The hard part is \
     staleness: the copy can be older than the row, so it is deleted when the row changes or it expires.";

/// One line of the table.
pub(crate) struct Measured {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    /// One for each round.
    pub(crate) runs: Vec<Run>,
    /// The line that it is compared with.
    pub(crate) beside: Option<usize>,
}

/// Everything about requests.
pub(crate) struct Requests {
    pub(crate) cells: Vec<Measured>,
    /// From the start of the process to the first 200: on an empty folder, and on one with data.
    pub(crate) first_starts: Vec<Duration>,
    pub(crate) starts: Vec<Duration>,
    pub(crate) memory_idle: u64,
    pub(crate) memory_loaded: u64,
    pub(crate) memory_written: u64,
}

/// Where a cell's requests go. What writes has a database of its own, so that what reads always finds the same rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum To {
    /// The release binary, reading.
    Product,
    /// The release binary, writing.
    ProductWrites,
    /// Greenroom in this program, with group commit.
    Grouped,
    /// Greenroom in this program, with one commit for each unit of work.
    Alone,
    /// Bare handlers, reading.
    Bare,
    /// Bare handlers, writing with group commit.
    BareWrites,
    /// Bare handlers, writing with one commit each.
    BareAlone,
}

/// The servers.
struct Servers(Vec<(To, Process)>);

impl Servers {
    fn start(binary: &Path, folder: &Folder, evaluation: &str) -> Result<Self> {
        let bare =
            |group, name: &str| Process::own(&["bare", group], &folder.path(name), evaluation, "/json");
        let ours = |group, name: &str| Process::own(&["product"], &folder.path(name), group, "/healthz");
        Ok(Self(vec![
            (To::Product, Process::product(binary, &folder.path("main"))?),
            (To::ProductWrites, Process::product(binary, &folder.path("writes"))?),
            (To::Grouped, ours("64", "grouped")?),
            (To::Alone, ours("1", "alone")?),
            (To::Bare, bare("64", "bare")?),
            (To::BareWrites, bare("64", "bare-writes")?),
            (To::BareAlone, bare("1", "bare-alone")?),
        ]))
    }

    fn get(&self, to: To) -> Result<&Process> {
        let found = self.0.iter().find(|(other, _)| *other == to);
        found.map(|(_, process)| process).context("each cell has a server")
    }
}

struct Cell {
    name: &'static str,
    what: &'static str,
    to: To,
    sent: Sent,
    beside: Option<usize>,
}

/// Measures all cells.
pub(crate) fn measure(binary: &Path) -> Result<Requests> {
    let folder = Folder::new()?;
    let mut first_starts = Vec::new();
    for round in 0..ROUNDS {
        let server = Process::product(binary, &folder.path(&format!("empty-{round}")))?;
        first_starts.push(server.start);
        server.end()?;
    }
    let main = folder.path("main");
    let evaluation = prepare(binary, &main)?;
    for copy in ["writes", "grouped", "alone", "bare", "bare-writes", "bare-alone"] {
        copy_folder(&main, &folder.path(copy))?;
    }
    let mut starts = Vec::new();
    for _ in 0..ROUNDS {
        let server = Process::product(binary, &main)?;
        starts.push(server.start);
        server.end()?;
    }
    let servers = Servers::start(binary, &folder, &evaluation)?;
    let memory_idle = servers.get(To::Product)?.memory()?;

    let cells = cells(&evaluation);
    let mut measured: Vec<Measured> = cells
        .iter()
        .map(|cell| Measured { name: cell.name, what: cell.what, runs: Vec::new(), beside: cell.beside })
        .collect();
    for round in 0..ROUNDS {
        eprintln!("round {} of {ROUNDS} ...", round + 1);
        for step in 0..cells.len() {
            // Each round begins somewhere else, so that no cell always follows the same one.
            let at = (step + round * 4) % cells.len();
            let cell = &cells[at];
            let to = servers.get(cell.to)?.address;
            let run = load::run(to, &cell.sent, CONNECTIONS, TIME).with_context(|| cell.name.to_owned())?;
            measured[at].runs.push(run);
        }
    }
    let memory_loaded = servers.get(To::Product)?.memory()?;
    let memory_written = servers.get(To::ProductWrites)?.memory()?;
    Ok(Requests { cells: measured, first_starts, starts, memory_idle, memory_loaded, memory_written })
}

fn cells(evaluation: &str) -> Vec<Cell> {
    let answer = json!({ "question": QUESTION, "answer": ANSWER });
    let post = || Sent::post("/api/v1/evaluations", &answer);
    let cell = |name, what, to, sent, beside| Cell { name, what, to, sent, beside };
    let body = |name: &str| Sent::get(&format!("/bodies/{name}"));
    vec![
        cell("bare JSON", "a handler that gives a constant", To::Bare, Sent::get("/json"), None),
        cell(
            "bare read",
            "the same query, the same body",
            To::Bare,
            Sent::get(&format!("/evaluations/{evaluation}")),
            Some(0),
        ),
        cell(
            "GET /api/v1/evaluations/{id}",
            "one row by its id",
            To::Product,
            Sent::get(&format!("/api/v1/evaluations/{evaluation}")),
            Some(1),
        ),
        cell("bare question", "the same body from memory", To::Bare, body("question.json"), Some(0)),
        cell(
            "GET /api/v1/questions/{id}",
            "from memory",
            To::Product,
            Sent::get("/api/v1/questions/caching"),
            Some(3),
        ),
        cell(
            "bare write",
            "the same row, durable; nothing is graded",
            To::BareWrites,
            Sent::post("/evaluations", &answer),
            Some(0),
        ),
        cell(
            "bare write, one fsync each",
            "the same, group commit off",
            To::BareAlone,
            Sent::post("/evaluations", &answer),
            Some(5),
        ),
        cell("POST /api/v1/evaluations", "graded and durable", To::ProductWrites, post(), Some(5)),
        cell("... with Idempotency-Key", "a fresh key each", To::ProductWrites, post().keyed(), Some(5)),
        cell("... in the bench, group commit on", "without a log", To::Grouped, post(), Some(5)),
        cell("... in the bench, group commit off", "without a log", To::Alone, post(), Some(9)),
        cell("bare /", "the same body from memory", To::Bare, body("today.html"), Some(0)),
        cell("GET /", "Today", To::Product, Sent::get("/"), Some(11)),
        cell("bare /questions", "the same body from memory", To::Bare, body("questions.html"), Some(0)),
        cell(
            "GET /questions",
            "30 questions, filters, counts",
            To::Product,
            Sent::get("/questions"),
            Some(13),
        ),
        cell("bare /questions/{id}", "the same body from memory", To::Bare, body("question.html"), Some(0)),
        cell(
            "GET /questions/{id}",
            "question, layers, own takes",
            To::Product,
            Sent::get("/questions/caching"),
            Some(15),
        ),
    ]
}

/// Fills a folder with data through the API, and saves the bodies that the bare handlers repeat.
fn prepare(binary: &Path, folder: &Path) -> Result<String> {
    let server = Process::product(binary, folder)?;
    let mut client = Client::new(server.address);
    let mut id = String::new();
    for number in 0..ROWS {
        let json = json!({ "question": QUESTION, "answer": format!("{ANSWER} Take {number}.") });
        let reply = client.send(&Request::post("/api/v1/evaluations", &json))?;
        ensure!(reply.status == 201, "an evaluation was refused: {} {}", reply.status, reply.text());
        reply.json()?["id"].as_str().context("an evaluation has an id")?.clone_into(&mut id);
    }
    let bodies = folder.join("bodies");
    std::fs::create_dir_all(&bodies)?;
    for (name, target) in [
        ("evaluation.json", format!("/api/v1/evaluations/{id}")),
        ("question.json", "/api/v1/questions/caching".to_owned()),
        ("today.html", "/".to_owned()),
        ("questions.html", "/questions".to_owned()),
        ("question.html", "/questions/caching".to_owned()),
    ] {
        let reply = client.get(&target)?;
        ensure!(reply.status == 200, "{target} gave {}: {}", reply.status, reply.text());
        std::fs::write(bodies.join(name), reply.body)?;
    }
    server.end()?;
    Ok(id)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &to.join(entry.file_name()))?;
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// A folder below `target`, so that the database lies on a disk and not in memory. It is deleted afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self> {
        let folder = crate::report::root().join(format!("target/bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _deleted = std::fs::remove_dir_all(&self.0);
    }
}
