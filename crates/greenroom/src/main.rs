//! Greenroom: the place where backend developers get ready for interviews.
//!
//! This crate puts the others together and is the door for those who sit at a terminal. `greenroom --help` says what it
//! can do; every command opens what it needs, calls a use case of `greenroom_app`, and prints.

mod cli;
mod commands;
mod config;
mod content;
mod exit;
mod open;
mod system;
mod terminal;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use greenroom_app::AppError;

use crate::cli::{Cli, Command, LogFormat, Serve};
use crate::config::Config;
use crate::exit::{Exit, Stop};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report(&error),
    }
}

/// Prints why it ends, once, with all causes.
fn report(error: &anyhow::Error) -> ExitCode {
    let of_use_case = || error.downcast_ref::<AppError>().map(Exit::from);
    let exit =
        error.downcast_ref::<Stop>().map(|stop| stop.exit).or_else(of_use_case).unwrap_or(Exit::Failed);
    // It may repeat what was given: that must not move the cursor or change colours.
    let message: String = format!("{error:#}").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    if !message.is_empty() {
        #[expect(clippy::print_stderr, reason = "the last words of a terminal program")]
        {
            eprintln!("greenroom: {message}");
        }
    }
    ExitCode::from(exit as u8)
}

fn run(cli: &Cli) -> Result<()> {
    let no_flags = Serve::default();
    let serve = match &cli.command {
        Some(Command::Serve(serve)) => serve,
        _ => &no_flags,
    };
    let env: Vec<(String, String)> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let config = Config::load(&cli.common, serve, &env)?;
    start_log(&config)?;
    match &cli.command {
        None | Some(Command::Serve(_)) => on_runtime(commands::serve::run(&config)),
        Some(Command::Interview(arguments)) => on_runtime(commands::interview::run(&config, arguments)),
        Some(Command::Evaluate(arguments)) => commands::evaluate::run(&config, arguments),
        Some(Command::Bank { command }) => commands::bank::run(&config, command),
        Some(Command::Doctor { format }) => on_runtime(commands::doctor::run(&config, *format)),
        Some(Command::Config { format }) => commands::config::run(&config, *format),
        Some(Command::Completions { shell }) => {
            commands::completions::run(*shell);
            Ok(())
        }
    }
}

fn on_runtime(work: impl Future<Output = Result<()>>) -> Result<()> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

/// The log goes to standard error: standard output belongs to results.
fn start_log(config: &Config) -> Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log.value).map_err(|error| {
        Stop::new(Exit::Usage, format!("the log level '{}' cannot be used: {error}", config.log.value))
    })?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(terminal::has_colour(&std::io::stderr()));
    match config.log_format.value {
        LogFormat::Json => log.json().flatten_event(true).init(),
        LogFormat::Text => log.with_target(false).init(),
    }
    Ok(())
}
