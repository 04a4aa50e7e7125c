//! `greenroom doctor`: is everything as it should be, and what to do if not.

use std::net::TcpListener;

use anyhow::Result;
use greenroom_packs::Severity;
use greenroom_store::Access;
use serde_json::json;

use crate::cli::Format;
use crate::config::Config;
use crate::exit::{Exit, Stop};
use crate::terminal::Paper;
use crate::{content, open};

/// One thing that was looked at.
struct Check {
    name: &'static str,
    is_good: bool,
    says: String,
}

/// Runs the command.
pub(crate) async fn run(config: &Config, format: Format) -> Result<()> {
    let mut checks = vec![configuration(config), questions(config)];
    checks.extend(database(config).await);
    checks.push(port(config));
    let paper = Paper::stdout();
    match format {
        Format::Json => {
            let rows: Vec<_> = checks
                .iter()
                .map(|check| json!({ "check": check.name, "ok": check.is_good, "says": check.says }))
                .collect();
            paper.line(&serde_json::to_string_pretty(&rows)?);
        }
        Format::Text => {
            for check in &checks {
                let sign = if check.is_good { paper.good("✓") } else { paper.bad("✗") };
                paper.line(&format!("{sign} {:<15} {}", check.name, check.says));
            }
        }
    }
    if checks.iter().all(|check| check.is_good) {
        return Ok(());
    }
    Err(Stop::new(Exit::Failed, String::new()).into())
}

fn configuration(config: &Config) -> Check {
    let says = match &config.file {
        Some(file) => format!("read from {}", file.display()),
        None => "defaults, no file".to_owned(),
    };
    Check { name: "configuration", is_good: true, says }
}

fn questions(config: &Config) -> Check {
    let name = "content";
    let files = match content::files(config.content.value.as_deref()) {
        Ok(files) => files,
        Err(error) => return Check { name, is_good: false, says: error.to_string() },
    };
    let loaded = greenroom_packs::load(&files);
    let errors = loaded.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let count = loaded.bank.iter().count();
    let says = match errors {
        0 => format!("{count} questions"),
        _ => format!("{count} questions; {errors} errors: `greenroom bank lint` lists them"),
    };
    Check { name, is_good: errors == 0 && count > 0, says }
}

async fn database(config: &Config) -> Vec<Check> {
    let name = "database";
    let store = match open::store(config, Access::Shared).await {
        Ok(store) => store,
        Err(error) => return vec![Check { name, is_good: false, says: error.to_string() }],
    };
    let mut checks = Vec::new();
    match store.describe().await {
        Ok(description) => checks.push(Check { name, is_good: true, says: describe(&description) }),
        Err(error) => checks.push(Check { name, is_good: false, says: error.to_string() }),
    }
    let health = store.health(greenroom_core::Clock::now(&crate::system::SystemClock)).await;
    let check = |name, outcome: greenroom_store::StoreResult<()>| match outcome {
        Ok(()) => Check { name, is_good: true, says: "work".to_owned() },
        Err(error) => Check { name, is_good: false, says: error.to_string() },
    };
    checks.push(check("reads", health.reads));
    checks.push(check("writes", health.writes));
    store.close().await;
    checks
}

/// A database in one line.
fn describe(description: &greenroom_store::Description) -> String {
    let rows = description.rows.iter().filter(|(name, count)| *count > 0 && *name != "idempotency_keys");
    let rows: Vec<String> = rows.map(|(name, count)| format!("{count} {name}")).collect();
    format!(
        "{} {}, schema {}, {} KB at {}; {}",
        description.kind.as_str(),
        description.server_version,
        description.schema_version,
        (description.database_bytes + description.log_bytes).div_ceil(1024),
        description.place,
        if rows.is_empty() { "empty".to_owned() } else { rows.join(", ") }
    )
}

fn port(config: &Config) -> Check {
    let (host, port) = (config.host.value, config.port.value);
    let (is_good, says) = match TcpListener::bind((host, port)) {
        Ok(_) => (true, format!("{host}:{port} is free")),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => (
            true,
            format!("{host}:{port} is in use: the server runs, or another program; --port takes another"),
        ),
        Err(error) => (false, format!("{host}:{port} cannot be used: {error}")),
    };
    Check { name: "port", is_good, says }
}
