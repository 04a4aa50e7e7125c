//! Servers as processes of their own.

use std::io::Read;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use greenroom_testkit::Client;

const PATIENCE: Duration = Duration::from_secs(20);

/// The servers that run now.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// Ends all servers, and this program, when it is told to end: a program that is ended so drops nothing, and its servers
/// would stay.
pub(crate) fn end_with_us() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    std::thread::spawn(move || {
        runtime.block_on(async {
            use tokio::signal::unix::{SignalKind, signal};
            if let Ok(mut terminate) = signal(SignalKind::terminate()) {
                terminate.recv().await;
            }
        });
        for pid in running().drain(..) {
            let _gone = Command::new("sh").arg("-c").arg(format!("kill -KILL {pid}")).status();
        }
        std::process::exit(143);
    });
    Ok(())
}

fn running() -> MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A server that is gone when this is dropped.
pub(crate) struct Process {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From starting the process to the first answer with status 200.
    pub(crate) start: Duration,
}

impl Process {
    /// The release binary on the data in `folder`. Its log is written and thrown away.
    pub(crate) fn product(binary: &Path, folder: &Path) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new(binary);
        command.arg("serve").arg("--data").arg(folder).args(["--port", &port.to_string()]);
        command.env("HOME", folder).env("XDG_CONFIG_HOME", folder).env_remove("GREENROOM_BIN");
        command.env("GREENROOM_CHANGES_PER_MINUTE", "1000000000");
        Self::start(command, port, "/")
    }

    /// This program again, as another server.
    pub(crate) fn own(arguments: &[&str], folder: &Path, last: &str, ready: &str) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(arguments).arg(folder).arg(port.to_string()).arg(last);
        Self::start(command, port, ready)
    }

    fn start(mut command: Command, port: u16, ready: &str) -> Result<Self> {
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let started = Instant::now();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        running().push(child.id());
        let mut err = child.stderr.take().context("standard error is piped")?;
        // Read, so that it never blocks, and thrown away.
        let log = std::thread::spawn(move || {
            let (mut kept, mut chunk) = (Vec::new(), [0u8; 64 * 1024]);
            while let Ok(count @ 1..) = err.read(&mut chunk) {
                if kept.len() < 4096 {
                    kept.extend_from_slice(&chunk[..count]);
                }
            }
            String::from_utf8_lossy(&kept).into_owned()
        });
        loop {
            if Client::new(address).get(ready).is_ok_and(|reply| reply.status == 200) {
                return Ok(Self { child, address, start: started.elapsed() });
            }
            if child.try_wait()?.is_some() || started.elapsed() > PATIENCE {
                let _gone = child.kill();
                let _reaped = child.wait();
                bail!("a server did not start: {}", log.join().unwrap_or_default());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Memory that it occupies, in bytes.
    pub(crate) fn memory(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kib: u64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kib * 1024)
    }

    /// Asks it to end, and waits for that.
    pub(crate) fn end(mut self) -> Result<()> {
        let status = Command::new("sh").arg("-c").arg(format!("kill -TERM {}", self.child.id())).status()?;
        anyhow::ensure!(status.success(), "kill has failed");
        self.child.wait()?;
        running().retain(|pid| *pid != self.child.id());
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
        running().retain(|pid| *pid != self.child.id());
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
