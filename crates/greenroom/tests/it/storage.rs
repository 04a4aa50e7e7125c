//! Data directories that cannot be used: each gets a clear message, and nothing is lost.

use std::path::{Path, PathBuf};
use std::process::Command;

use greenroom_testkit::{Client, Program, Request, StartError};
use serde_json::json;
use sqlx::{Connection, SqliteConnection};

use crate::run::{GOOD, program};

#[track_caller]
fn refused(program: &Program, data: &Path, code: i32, words: &[&str]) {
    let error: StartError = program.serve(data, &[]).expect_err("the folder cannot be used");
    assert_eq!(error.status.and_then(|status| status.code()), Some(code), "{error}");
    for word in words {
        assert!(error.output.contains(word), "{word} is missing in: {error}");
    }
    assert!(!error.output.contains("panicked") && !error.output.contains("Error {"), "{error}");
}

#[test]
fn a_folder_below_a_file_cannot_be_made() {
    let (program, home) = (program(), tempfile::tempdir().expect("a folder"));
    std::fs::write(home.path().join("file"), "text").expect("written");
    refused(&program, &home.path().join("file/data"), 6, &["file/data", "--data"]);
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let file = data.path().join("greenroom.db");
    std::fs::write(&file, "My diary. ".repeat(1000)).expect("written");
    refused(&program, data.path(), 6, &["greenroom.db", "not a database"]);
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), "My diary. ".repeat(1000));
}

fn sql(file: &Path, statements: &'static [&'static str]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).create_if_missing(true);
        let mut connection = SqliteConnection::connect_with(&options).await.expect("it opens");
        for statement in statements {
            sqlx::query(*statement).execute(&mut connection).await.expect(statement);
        }
        connection.close().await.expect("it closes");
    });
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let file = data.path().join("greenroom.db");
    sql(&file, &["CREATE TABLE recipes (id INTEGER PRIMARY KEY)", "INSERT INTO recipes VALUES (7)"]);
    refused(&program, data.path(), 6, &["another program"]);
    sql(&file, &["UPDATE recipes SET id = 8 WHERE id = 7"]);
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_kept() {
    let (program, data) = (program(), tempfile::tempdir().expect("a folder"));
    let id = {
        let server = program.serve(data.path(), &[]).expect("it starts");
        let reply = server
            .client()
            .send(&Request::post("/api/v1/evaluations", &json!({ "question": "caching", "answer": GOOD })));
        let reply = reply.expect("it answers").json().expect("JSON");
        server.ask_to_end().expect("it is asked");
        server.wait().expect("it ends");
        reply["id"].as_str().expect("an id").to_owned()
    };
    let file = data.path().join("greenroom.db");
    sql(
        &file,
        &[
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (999999, 'later', 1, x'00', 0)",
        ],
    );
    refused(&program, data.path(), 6, &["newer", "999999"]);
    let ran: crate::run::Ran =
        program.run(["doctor", "--data", data.path().to_str().expect("UTF-8")]).expect("it runs").into();
    assert!(ran.ended(1).out.contains("newer"));
    sql(&file, &["DELETE FROM _sqlx_migrations WHERE version = 999999"]);
    let server = program.serve(data.path(), &[]).expect("the newer version is gone");
    assert_eq!(server.client().get(&format!("/api/v1/evaluations/{id}")).expect("it answers").status, 200);
}

/// Something mounted, as long as this lives.
struct Mount(PathBuf);

impl Mount {
    /// `None`, after saying so, where that is not possible: it needs root.
    fn new(at: &Path, arguments: &[&str]) -> Option<Self> {
        let output = Command::new("mount").args(arguments).arg(at).output();
        match output {
            Ok(output) if output.status.success() => Some(Self(at.to_owned())),
            Ok(output) => {
                println!("left out: cannot mount ({})", String::from_utf8_lossy(&output.stderr).trim());
                None
            }
            Err(error) => {
                println!("left out: cannot mount ({error})");
                None
            }
        }
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg("--lazy").arg(&self.0).output();
    }
}

#[test]
fn a_read_only_folder_is_refused() {
    let (program, home) = (program(), tempfile::tempdir().expect("a folder"));
    let data = home.path().join("data");
    // One with data and one without: both are common.
    for has_data in [false, true] {
        std::fs::create_dir_all(&data).expect("made");
        if has_data {
            program.serve(&data, &[]).expect("it starts").kill().expect("it ends");
        }
        let source = data.to_str().expect("UTF-8");
        let Some(mount) = Mount::new(&data, &["--bind", "-o", "ro", source]) else { return };
        refused(&program, &data, 6, &["data", "write"]);
        drop(mount);
    }
}

#[test]
fn a_full_disk_stops_writing_alone_and_ends_when_there_is_space_again() {
    let (program, home) =
        (program().env("GREENROOM_CHANGES_PER_MINUTE", "1000000"), tempfile::tempdir().expect("a folder"));
    let data = home.path().join("data");
    std::fs::create_dir_all(&data).expect("made");
    let Some(_mount) = Mount::new(&data, &["-t", "tmpfs", "-o", "size=8m", "tmpfs"]) else { return };
    // Takes half of the space, and gives it back later.
    let ballast = data.join("ballast");
    std::fs::write(&ballast, vec![1u8; 4 * 1024 * 1024]).expect("written");
    let server = program.serve(&data, &[]).expect("it starts");
    let mut client = server.client();
    let long = GOOD.repeat(19_000 / GOOD.len());
    let (mut acknowledged, refusal) = fill(&mut client, &long, 2_000);
    let refusal = refusal.expect("the disk gets full");
    assert!(matches!(refusal.status, 503 | 507), "{} {}", refusal.status, refusal.text());
    assert!(refusal.header("content-type").is_some_and(|kind| kind.starts_with("application/problem+json")));
    assert!(refusal.text().contains("disk is full"), "{}", refusal.text());
    assert!(acknowledged.len() > 5, "{}", acknowledged.len());
    for address in ["/", "/questions", "/healthz", &format!("/api/v1/evaluations/{}", acknowledged[0])] {
        assert_eq!(client.get(address).expect("it answers").status, 200, "reading {address} goes on");
    }
    assert_eq!(client.get("/readyz").expect("it answers").status, 503, "it is alive and not ready");
    let page = client.send(&Request::form("/questions/caching", &[("answer", &long)])).expect("it answers");
    assert!(page.status >= 500 && page.text().contains("disk is full"), "{} {}", page.status, page.text());

    std::fs::remove_file(&ballast).expect("deleted");
    let (more, _) = fill(&mut client, &long, 5);
    assert_eq!(more.len(), 5, "writing resumes without a restart");
    assert_eq!(client.get("/readyz").expect("it answers").status, 200);
    acknowledged.extend(more);
    server.kill().expect("it ends");
    let server = program.serve(&data, &[]).expect("it starts");
    let mut client = server.client();
    for id in &acknowledged {
        assert_eq!(
            client.get(&format!("/api/v1/evaluations/{id}")).expect("it answers").status,
            200,
            "{id} is lost"
        );
    }
    println!("{} acknowledged on a disk that got full, none lost", acknowledged.len());
}

/// Posts answers until one is refused, at most `count`.
fn fill(client: &mut Client, answer: &str, count: usize) -> (Vec<String>, Option<greenroom_testkit::Reply>) {
    let mut acknowledged = Vec::new();
    for _ in 0..count {
        let reply = client
            .send(&Request::post("/api/v1/evaluations", &json!({ "question": "caching", "answer": answer })));
        let reply = reply.expect("it answers");
        if reply.status != 201 {
            return (acknowledged, Some(reply));
        }
        acknowledged.push(reply.json().expect("JSON")["id"].as_str().expect("an id").to_owned());
    }
    (acknowledged, None)
}
