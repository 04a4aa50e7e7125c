//! The program as a process: run to its end, or as a server that is gone when the test is.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::Client;

/// How long a start or an end may take.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(2);

/// The program, with a home of its own, so that no test reads the configuration or touches the data of whoever runs it.
#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    home: tempfile::TempDir,
    env: Vec<(String, String)>,
}

impl Program {
    /// The program at `path`.
    ///
    /// # Errors
    /// If no temporary folder can be made.
    pub fn new(path: impl Into<PathBuf>) -> std::io::Result<Self> {
        Ok(Self { path: path.into(), home: tempfile::tempdir()?, env: Vec::new() })
    }

    /// With a variable in its environment.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Its home, a temporary folder.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program, ready to be run with more arguments.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("GREENROOM_") {
                command.env_remove(name);
            }
        }
        let home = self.home.path();
        command
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"));
        command
            .env_remove("NO_COLOR")
            .current_dir(home)
            .envs(self.env.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs it to its end.
    ///
    /// # Errors
    /// If it cannot be started.
    pub fn run<I: IntoIterator<Item = S>, S: Into<OsString>>(&self, arguments: I) -> std::io::Result<Output> {
        self.command().args(arguments.into_iter().map(Into::into)).output()
    }

    /// Runs it to its end with something to read. It may end before it has read all of it.
    ///
    /// # Errors
    /// If it cannot be started.
    pub fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> std::io::Result<Output> {
        let mut child = self.command().args(arguments).stdin(Stdio::piped()).spawn()?;
        let Some(mut stdin) = child.stdin.take() else { return child.wait_with_output() };
        std::thread::scope(|scope| {
            scope.spawn(move || {
                // It closes its end when it has had enough.
                let _closed = stdin.write_all(input);
            });
            child.wait_with_output()
        })
    }

    /// Serves the data in `data` on a free port.
    ///
    /// # Errors
    /// If it cannot be started, or ends or says nothing before it serves.
    pub fn serve(&self, data: &Path, arguments: &[&str]) -> Result<Server, StartError> {
        let mut command = self.command();
        command.arg("serve").arg("--data").arg(data).args(["--port", "0"]).args(arguments);
        Server::start(command)
    }
}

/// Why a server did not serve.
#[derive(Debug)]
pub struct StartError {
    /// How it ended, if it did.
    pub status: Option<ExitStatus>,
    /// All that it printed.
    pub output: String,
}

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let how = self.status.map_or_else(|| "it says no address".to_owned(), |status| status.to_string());
        write!(f, "the server did not start ({how}):\n{}", self.output)
    }
}

impl std::error::Error for StartError {}

/// A running server. It is killed when this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    address: SocketAddr,
    printed: Arc<Mutex<String>>,
}

impl Server {
    /// Starts a server and waits for the line in which it says its address.
    ///
    /// # Errors
    /// If it cannot be started, or ends or says nothing before it serves.
    pub fn start(mut command: Command) -> Result<Self, StartError> {
        let failed = |error: std::io::Error| StartError { status: None, output: error.to_string() };
        let mut child = command.spawn().map_err(failed)?;
        let printed = Arc::new(Mutex::new(String::new()));
        let out = child.stdout.take().map(|out| collect(out, &printed));
        let err = child.stderr.take().map(|err| collect(err, &printed));
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(address) = find_address(&printed) {
                return Ok(Self { child, address, printed });
            }
            let status = child.try_wait().map_err(failed)?;
            if status.is_some() || Instant::now() > deadline {
                let _gone = child.kill();
                let _reaped = child.wait();
                for reader in [out, err].into_iter().flatten() {
                    let _ended = reader.join();
                }
                return Err(StartError {
                    status,
                    output: printed.lock().unwrap_or_else(PoisonError::into_inner).clone(),
                });
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Where it answers.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// A fresh client of it.
    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// All that it has printed so far.
    pub fn printed(&self) -> String {
        self.printed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Kills it, as `kill -9` does: it cannot finish anything.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn kill(mut self) -> std::io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Asks it to end, as `kill -TERM` does.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn ask_to_end(&self) -> std::io::Result<()> {
        // The shell has its own `kill`; the program of that name may be missing.
        let status = Command::new("sh").arg("-c").arg(format!("kill -TERM {}", self.pid())).status()?;
        if status.success() { Ok(()) } else { Err(std::io::Error::other("kill has failed")) }
    }

    /// Waits for its end; gives back how it ended and all that it printed.
    ///
    /// # Errors
    /// If it has not ended within half a minute.
    pub fn wait(mut self) -> std::io::Result<(ExitStatus, String)> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok((status, self.printed()));
            }
            if Instant::now() > deadline {
                return Err(std::io::Error::new(std::io::ErrorKind::TimedOut, "the server does not end"));
            }
            std::thread::sleep(PAUSE);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn collect(from: impl Read + Send + 'static, into: &Arc<Mutex<String>>) -> std::thread::JoinHandle<()> {
    let into = Arc::clone(into);
    std::thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let mut text = into.lock().unwrap_or_else(PoisonError::into_inner);
            text.push_str(&String::from_utf8_lossy(&line));
            text.push('\n');
        }
    })
}

/// The first `http://ADDRESS:PORT` in a whole line of what was printed.
fn find_address(printed: &Mutex<String>) -> Option<SocketAddr> {
    let printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
    printed.split("http://").skip(1).find_map(|rest| {
        let end = rest
            .find(|c: char| !(c.is_ascii_hexdigit() || matches!(c, '.' | ':' | '[' | ']')))
            .unwrap_or(rest.len());
        rest[..end].parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_is_printed() {
        let find = |text: &str| find_address(&Mutex::new(text.to_owned())).map(|address| address.to_string());
        assert_eq!(
            find("see http://example.com\nopen http://127.0.0.1:4711/\n").as_deref(),
            Some("127.0.0.1:4711")
        );
        assert_eq!(find("{\"url\":\"http://[::1]:80\"}\n").as_deref(), Some("[::1]:80"));
        assert_eq!(find("nothing yet"), None);
    }

    #[test]
    fn a_program_that_ends_is_no_server() {
        let mut command = Command::new("sh");
        command
            .args(["-c", "echo the port is taken >&2; exit 5"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let error = Server::start(command).unwrap_err();
        assert_eq!(error.status.and_then(|status| status.code()), Some(5));
        assert!(error.output.contains("taken"), "{error}");
    }
}
