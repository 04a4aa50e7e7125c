//! A PostgreSQL server of our own for the tests: on a free loopback port, in a temporary folder, gone afterwards.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::run;

/// A running server. It is stopped and its data deleted when this is dropped.
pub(crate) struct Postgres {
    folder: PathBuf,
    bin: PathBuf,
    port: u16,
}

impl Postgres {
    /// Where it is reached.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts one, installing it first if it is missing and we may. `None`, after saying so, if it cannot be had.
    pub(crate) fn start() -> Result<Option<Self>> {
        if find_bin().is_none() && run::is_root() {
            run::install(&["postgresql"])?;
        }
        let Some(bin) = find_bin() else {
            eprintln!("left out: PostgreSQL is not installed. Debian: apt-get install postgresql");
            return Ok(None);
        };
        let folder = std::env::temp_dir().join(format!("greenroom-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = Self { folder, bin, port };
        server.init()?;
        server.wait()?;
        Ok(Some(server))
    }

    fn init(&self) -> Result<()> {
        let data = self.folder.join("data");
        if run::is_root() {
            // PostgreSQL refuses to run as root.
            run::pass(Command::new("chown").arg("postgres").arg(&self.folder))?;
        }
        run::read(
            self.as_user("initdb")
                .args(["-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", "-D"])
                .arg(&data),
        )?;
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off -c max_connections=200",
            self.port,
            self.folder.display()
        );
        let log = self.folder.join("log");
        run::read(
            self.as_user("pg_ctl")
                .arg("-D")
                .arg(&data)
                .arg("-l")
                .arg(&log)
                .args(["-w", "-o", &options, "start"]),
        )
        .with_context(|| std::fs::read_to_string(&log).unwrap_or_default())?;
        Ok(())
    }

    fn wait(&self) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(30);
        while Instant::now() < deadline {
            if std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("PostgreSQL did not answer on port {} within 30 s", self.port)
    }

    fn as_user(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = if run::is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.folder.join("data");
        let _stopped =
            run::read(self.as_user("pg_ctl").arg("-D").arg(data).args(["-m", "immediate", "stop"]));
        let _deleted = std::fs::remove_dir_all(&self.folder);
    }
}

/// The folder with `initdb`: that of the newest version installed.
fn find_bin() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").is_file())
        .collect();
    versions.sort();
    versions.pop().or_else(|| {
        let bin = run::read(Command::new("pg_config").arg("--bindir")).ok()?;
        let bin = Path::new(bin.trim()).to_path_buf();
        bin.join("initdb").is_file().then_some(bin)
    })
}

/// Starts a server for a developer and keeps it until Enter is pressed.
pub(crate) fn keep() -> Result<()> {
    let Some(server) = Postgres::start()? else { bail!("nothing to start") };
    println!("export GREENROOM_TEST_POSTGRES={}", server.url());
    eprintln!("running; press Enter to stop it");
    std::io::stdin().read_line(&mut String::new())?;
    Ok(())
}
