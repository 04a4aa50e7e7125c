//! The command line as it is typed.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Get ready for a backend interview: answer real questions, get notes with evidence. All on this machine.
///
/// Without a command, `serve` runs.
#[derive(Debug, Parser)]
#[command(name = "greenroom", version, max_term_width = 100, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const EXIT_CODES: &str = "\
Exit codes: 0 done; 1 failed; 2 wrong usage or configuration; 3 the input has errors; 4 not found;
            5 the port or the data directory is in use; 6 the data directory cannot be used

Configuration: defaults, then greenroom.toml, then GREENROOM_* in the environment, then flags.
               `greenroom config` prints what holds. https://github.com/greenroom/greenroom";

/// What every command understands.
#[derive(Debug, Args, Default)]
pub(crate) struct Common {
    /// Where the data is kept [default: the platform's data directory]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// PostgreSQL in place of the SQLite file, as postgres://user:password@host/database
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) database: Option<String>,
    /// Questions of your own in place of the built-in ones
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) content: Option<PathBuf>,
    /// A configuration file [default: greenroom.toml in the platform's configuration directory]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// How much is logged: error, warn, info, debug or trace
    #[arg(long, global = true, value_name = "LEVEL")]
    pub(crate) log: Option<String>,
    /// How it is logged
    #[arg(long, global = true, value_name = "FORMAT")]
    pub(crate) log_format: Option<LogFormat>,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the pages and the API on http://127.0.0.1:8080
    Serve(Serve),
    /// Take an interview here in the terminal
    Interview(Interview),
    /// Evaluate an answer, or many
    Evaluate(Evaluate),
    /// Look at the questions
    Bank {
        #[command(subcommand)]
        command: BankCommand,
    },
    /// Check that everything is as it should be, and say what to do if not
    Doctor {
        /// For people or for programs
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print the configuration that holds, and where each value comes from
    Config {
        /// For people or for programs
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print completions for your shell: greenroom completions bash > ~/.local/share/bash-completion/completions/greenroom
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args, Default)]
pub(crate) struct Serve {
    /// The address to listen on [default: 127.0.0.1]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) host: Option<IpAddr>,
    /// The port to listen on; 0 takes a free one [default: 8080]
    #[arg(long, value_name = "PORT")]
    pub(crate) port: Option<u16>,
    /// A host name under which the pages may be opened, besides localhost; may be repeated
    #[arg(long = "allow-host", value_name = "NAME")]
    pub(crate) allowed_hosts: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Interview {
    /// The role you apply for
    #[arg(long, default_value = "Backend developer")]
    pub(crate) role: String,
    /// The level you apply for: junior, mid or senior
    #[arg(long, default_value = "mid", value_parser = bar)]
    pub(crate) level: greenroom_core::Bar,
    /// Topics to be asked about; may be repeated [default: all]
    #[arg(long = "topic", value_name = "TOPIC")]
    pub(crate) topics: Vec<String>,
    /// Technologies to be asked about; may be repeated [default: all]
    #[arg(long = "technology", value_name = "NAME")]
    pub(crate) technologies: Vec<String>,
    /// How long: short (3 questions), standard (5) or long (8)
    #[arg(long, default_value = "short", value_parser = length)]
    pub(crate) length: greenroom_interview::Length,
    /// How the interviewer speaks: warm, neutral or demanding
    #[arg(long, default_value = "warm", value_parser = tone)]
    pub(crate) tone: greenroom_interview::Tone,
    /// Go on with the interview that was left open, if there is one
    #[arg(long)]
    pub(crate) resume: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  greenroom evaluate --question caching answer.txt
  echo 'A cache keeps a copy ...' | greenroom evaluate --question caching --format json
  greenroom evaluate --batch answers.jsonl > evaluations.jsonl

A line of a batch is {\"id\"?, \"question\", \"answer\"}, or {\"id\"?, \"prompt\", \"reference\", \"answer\"} for a question
outside the bank. Each gives one line with id, score (0-100 or null), verdict, key_points, misconceptions, engine.
Nothing is stored.")]
pub(crate) struct Evaluate {
    /// The question that is answered; `greenroom bank list` names them
    #[arg(long, value_name = "ID", required_unless_present = "batch", conflicts_with = "batch")]
    pub(crate) question: Option<String>,
    /// Many answers: a file of JSON lines; `-` reads standard input
    #[arg(long, value_name = "FILE.jsonl")]
    pub(crate) batch: Option<PathBuf>,
    /// The answer; `-` or nothing reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// For people or for programs
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BankCommand {
    /// List the questions
    List {
        /// Only this level: beginner, intermediate or advanced
        #[arg(long)]
        level: Option<String>,
        /// Only this topic
        #[arg(long)]
        topic: Option<String>,
        /// Only this technology
        #[arg(long)]
        technology: Option<String>,
        /// Only this kind: concept, scenario, design, experience or coding
        #[arg(long)]
        kind: Option<String>,
        /// Only questions with these words
        search: Vec<String>,
        /// For people or for programs
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Show one question
    Show {
        /// Which one
        id: String,
        /// With hints, key points and the model answer
        #[arg(long)]
        answer: bool,
        /// For people or for programs
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Grade an answer and say why: which concepts and which sentences were heard, and what came close
    Try {
        /// Which question
        id: String,
        /// The answer; `-` or nothing reads standard input
        file: Option<PathBuf>,
        /// Grade again whenever the answer or the content is saved; Ctrl+C stops
        #[arg(long, requires = "file")]
        watch: bool,
    },
    /// Show which good answers a rubric fails to hear
    #[command(
        after_help = "The file holds good answers: JSON lines with \"answer\" (and, if there are several questions, \"question\"),
or plain text with a line of three dashes between two answers."
    )]
    Gaps {
        /// Which question
        id: String,
        /// The good answers
        #[arg(long, value_name = "FILE")]
        answers: PathBuf,
        /// For people or for programs
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Describe the bank in Markdown: counts, and how each rubric takes its own and every other model answer
    Report,
    /// Check content files; every problem is named with its file and line
    Lint {
        /// For people or for programs
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// Warnings fail as well
        #[arg(long)]
        strict: bool,
    },
}

fn bar(word: &str) -> Result<greenroom_core::Bar, String> {
    greenroom_core::Bar::from_word(word).ok_or_else(|| "choose junior, mid or senior".to_owned())
}

fn length(word: &str) -> Result<greenroom_interview::Length, String> {
    greenroom_interview::Length::from_word(word).ok_or_else(|| "choose short, standard or long".to_owned())
}

fn tone(word: &str) -> Result<greenroom_interview::Tone, String> {
    greenroom_interview::Tone::from_word(word).ok_or_else(|| "choose warm, neutral or demanding".to_owned())
}
