//! Running the program that was built for these tests.

use std::process::Output;

use greenroom_testkit::Program;
use serde_json::Value;

/// A good answer to `caching`.
pub(crate) const GOOD: &str = "Caching means keeping a copy of data that was expensive to get or compute in a place where \
     it is cheap to get again. A hit avoids the slow work, so a read from Redis takes about a millisecond instead of 50 ms \
     of joins, and it takes load off the database. The usual pattern is cache-aside: look in the cache, on a miss read the \
     database and store the result with a TTL. The hard part is staleness: I accept a bounded age through a TTL, or I \
     delete the key when the row changes. Memory is limited, so the least recently used entries are evicted.";

/// The program, with a fresh home.
pub(crate) fn program() -> Program {
    Program::new(env!("CARGO_BIN_EXE_greenroom")).expect("a temporary folder can be made")
}

/// What came of running it.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it prints UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    /// Says that it ended well.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        self.ended(0)
    }

    /// Says how it ended, never by a panic.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "standard output:\n{}\nstandard error:\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// What it printed, as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}:\n{}", self.out))
    }

    /// What it printed, one JSON object a line.
    #[track_caller]
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.out.lines().map(parse).collect()
    }
}

/// Runs the program with a fresh home.
#[track_caller]
pub(crate) fn greenroom(arguments: &[&str]) -> Ran {
    program().run(arguments).expect("the program starts").into()
}

/// Runs the program with a fresh home and something to read.
#[track_caller]
pub(crate) fn greenroom_reading(arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
    program().run_with_input(arguments, input.as_ref()).expect("the program starts").into()
}
