//! `greenroom serve`: the pages and the API, until the system asks to stop.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result};
use greenroom_store::Access;
use greenroom_web::middleware::host::Hosts;
use greenroom_web::middleware::rate_limit::Quota;
use greenroom_web::{BindError, Limits, WebConfig, WebState};
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::exit::{Exit, Stop};
use crate::open;
use crate::terminal::Paper;

/// Runs the command.
pub(crate) async fn run(config: &Config) -> Result<()> {
    let address = SocketAddr::new(config.host.value, config.port.value);
    let listener = greenroom_web::bind(address).await.map_err(|error| {
        let exit = if matches!(error, BindError::InUse { .. }) { Exit::InUse } else { Exit::Failed };
        Stop::new(exit, error.to_string())
    })?;
    let listens_on = listener.local_addr().context("the socket has no address")?;
    let store = open::store(config, Access::Serve).await?;
    let app = open::app(config, store.clone()).await?;
    let state = WebState::new(app, web_config(config, listens_on));
    let limits = Limits { connections_max: config.connections_max.value, ..Limits::default() };
    let shutdown = CancellationToken::new();
    tokio::spawn(cancel_on_signal(shutdown.clone()));
    announce(config, listens_on);
    let served = greenroom_web::run(listener, state, shutdown, limits).await;
    store.close().await;
    match served {
        Ok(()) => tracing::info!("stopped; everything that was accepted is done"),
        Err(cut) => tracing::warn!("stopped: {cut}"),
    }
    Ok(())
}

fn web_config(config: &Config, listens_on: SocketAddr) -> WebConfig {
    let quota = Quota { requests: config.changes_per_minute.value, window: Duration::from_secs(60) };
    WebConfig {
        hosts: Hosts::new(listens_on, config.allowed_hosts.value.iter().cloned()),
        quota: (quota.requests > 0).then_some(quota),
        ..WebConfig::default()
    }
}

/// Says where it is to be found: the one thing that somebody who has just started it wants to know.
fn announce(config: &Config, listens_on: SocketAddr) {
    let paper = Paper::stdout();
    paper.line(&format!("Greenroom is open at {}", paper.strong(&format!("http://{listens_on}"))));
    let place = match &config.database.value {
        Some(_) => "in the PostgreSQL database that was named".to_owned(),
        None => format!("in {}", config.data.value.display()),
    };
    paper.line(&paper.quiet(&format!("What you write stays on this machine, {place}. Ctrl+C stops.")));
    if !listens_on.ip().is_loopback() {
        tracing::warn!(address = %listens_on, "everybody who reaches this address can read and change everything: there are no accounts yet");
    }
}

/// Waits for Ctrl+C or the system's request to end.
async fn cancel_on_signal(shutdown: CancellationToken) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return shutdown.cancel();
        }
    }
    let _pressed = tokio::signal::ctrl_c().await;
    shutdown.cancel();
}
