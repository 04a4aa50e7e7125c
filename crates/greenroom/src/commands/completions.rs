//! `greenroom completions`.

use clap::CommandFactory;

use crate::cli::Cli;

/// Prints completions for a shell.
pub(crate) fn run(shell: clap_complete::Shell) {
    clap_complete::generate(shell, &mut Cli::command(), "greenroom", &mut std::io::stdout());
}
