//! `greenroom config`: what holds, and where it comes from.

use anyhow::Result;

use crate::cli::Format;
use crate::config::{Config, Setting};
use crate::terminal::Paper;

/// Prints the configuration that holds.
pub(crate) fn run(config: &Config, format: Format) -> Result<()> {
    let rows = rows(config);
    let paper = Paper::stdout();
    match format {
        Format::Json => {
            let map: serde_json::Map<String, serde_json::Value> = rows
                .iter()
                .map(|row| (row.key.to_owned(), serde_json::json!({ "value": row.value, "from": row.from })))
                .collect();
            paper.line(&serde_json::to_string_pretty(&map)?);
        }
        Format::Text => {
            match &config.file {
                Some(file) => paper.line(&paper.quiet(&format!("# read from {}", file.display()))),
                None => paper.line(&paper.quiet("# no configuration file")),
            }
            for row in rows {
                let line = format!("{:<20} = {:<40}", row.key, row.value.to_string());
                paper.line(&format!("{line} {}", paper.quiet(&format!("# {}", row.from))));
            }
        }
    }
    Ok(())
}

struct Row {
    key: &'static str,
    value: serde_json::Value,
    from: &'static str,
}

fn rows(config: &Config) -> Vec<Row> {
    fn row<T>(key: &'static str, setting: &Setting<T>, value: impl Fn(&T) -> serde_json::Value) -> Row {
        Row { key, value: value(&setting.value), from: setting.from.as_str() }
    }
    vec![
        row("data", &config.data, |v| v.display().to_string().into()),
        row("database", &config.database, |v| v.as_deref().map(without_password).into()),
        row("content", &config.content, |v| v.as_ref().map(|v| v.display().to_string()).into()),
        row("host", &config.host, |v| v.to_string().into()),
        row("port", &config.port, |v| (*v).into()),
        row("allowed_hosts", &config.allowed_hosts, |v| v.clone().into()),
        row("log", &config.log, |v| v.clone().into()),
        row("log_format", &config.log_format, |v| serde_json::to_value(v).unwrap_or_default()),
        row("connections_max", &config.connections_max, |v| (*v).into()),
        row("changes_per_minute", &config.changes_per_minute, |v| (*v).into()),
    ]
}

/// A database address with its password hidden.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "(hidden)".to_owned() };
    match rest.rsplit_once('@') {
        Some((user, host)) => {
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}:***@{host}")
        }
        None => format!("{scheme}://{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn passwords_are_not_printed() {
        assert_eq!(without_password("postgres://me:secret@host/db"), "postgres://me:***@host/db");
        assert_eq!(without_password("postgres://me:se@cret@host/db"), "postgres://me:***@host/db");
        assert_eq!(without_password("postgres://host/db"), "postgres://host/db");
        assert_eq!(without_password("secret"), "(hidden)");
    }
}
