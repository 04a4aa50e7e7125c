//! `greenroom completions`.

use clap::CommandFactory;

use crate::cli::Cli;
use crate::terminal::Paper;

/// Prints completions for a shell.
pub(crate) fn run(shell: clap_complete::Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "greenroom", &mut script);
    Paper::stdout().line(String::from_utf8_lossy(&script).trim_end());
}
