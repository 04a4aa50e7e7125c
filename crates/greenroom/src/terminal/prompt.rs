//! Asking the person at the keyboard.

use std::io::{BufRead, Write};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// A text.
    Text(String),
    /// A command: a line that begins with `/`, without it.
    Command(String),
    /// The end of the input.
    End,
}

/// Asks for one line.
pub(crate) fn ask_line(sign: &str) -> std::io::Result<Answer> {
    show(sign)?;
    let Some(line) = read_line()? else { return Ok(Answer::End) };
    Ok(match line.trim().strip_prefix('/') {
        Some(command) => Answer::Command(command.trim().to_owned()),
        None => Answer::Text(line.trim().to_owned()),
    })
}

/// Asks for a text of several lines, which an empty line ends. A command counts only as the first line.
pub(crate) fn ask_text(sign: &str) -> std::io::Result<Answer> {
    let mut text = String::new();
    loop {
        show(if text.is_empty() { sign } else { "  " })?;
        let Some(line) = read_line()? else {
            return Ok(if text.trim().is_empty() { Answer::End } else { Answer::Text(text) });
        };
        if let (true, Some(command)) = (text.is_empty(), line.trim().strip_prefix('/')) {
            return Ok(Answer::Command(command.trim().to_owned()));
        }
        if line.trim().is_empty() {
            if text.is_empty() {
                continue;
            }
            return Ok(Answer::Text(text.trim_end().to_owned()));
        }
        text.push_str(&line);
        text.push('\n');
    }
}

fn show(sign: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    write!(out, "{sign}")?;
    out.flush()
}

/// One line, decoded leniently: a terminal in another encoding must not end the interview.
fn read_line() -> std::io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if std::io::stdin().lock().read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
}
