//! Writing for people.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};

/// Lines are wrapped at this many characters.
const MEASURE: usize = 84;

/// A sheet that is printed piece by piece: standard output, with colour if it is a terminal and `NO_COLOR` is not set.
pub(crate) struct Paper {
    has_colour: bool,
}

impl Paper {
    /// Standard output as it is now.
    pub(crate) fn stdout() -> Self {
        Self { has_colour: has_colour(&std::io::stdout()) }
    }

    /// A heading with a rule under it.
    pub(crate) fn heading(&self, text: &str) {
        self.line(&self.paint(Style::new().bold(), text));
        self.line(
            &self.paint(AnsiColor::BrightBlack.on_default(), &"─".repeat(text.chars().count().min(MEASURE))),
        );
    }

    /// A paragraph, wrapped.
    pub(crate) fn text(&self, text: &str) {
        self.indented("", text);
    }

    /// A paragraph, wrapped, with something before its first line and as much room before the others.
    pub(crate) fn indented(&self, before: &str, text: &str) {
        let room = " ".repeat(before.chars().count());
        for (number, line) in wrap(text, MEASURE.saturating_sub(before.chars().count())).iter().enumerate() {
            let start = if number == 0 { before } else { &room };
            self.line(&format!("{start}{line}"));
        }
    }

    /// An empty line.
    pub(crate) fn gap(&self) {
        self.line("");
    }

    /// A line as it is. A closed pipe (`| head`) is no error.
    pub(crate) fn line(&self, line: &str) {
        let _closed = writeln!(std::io::stdout().lock(), "{line}");
    }

    /// Words that matter.
    pub(crate) fn strong(&self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    /// Words that stand back.
    pub(crate) fn quiet(&self, text: &str) -> String {
        self.paint(AnsiColor::BrightBlack.on_default(), text)
    }

    /// Something good.
    pub(crate) fn good(&self, text: &str) -> String {
        self.paint(AnsiColor::Green.on_default(), text)
    }

    /// Something half good.
    pub(crate) fn middling(&self, text: &str) -> String {
        self.paint(AnsiColor::Yellow.on_default(), text)
    }

    /// Something wrong.
    pub(crate) fn bad(&self, text: &str) -> String {
        self.paint(AnsiColor::Red.on_default(), text)
    }

    fn paint(&self, style: Style, text: &str) -> String {
        if self.has_colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// Whether colour is wanted on a stream: it is a terminal that can, and nobody has refused.
///
/// # Source
/// <https://no-color.org>: any value of `NO_COLOR` but the empty one switches colour off.
pub(crate) fn has_colour(stream: &impl IsTerminal) -> bool {
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    stream.is_terminal() && !is_refused && !is_dumb
}

/// Breaks a text into lines of at most `width` characters, at blanks; its own line breaks stay.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&printable(word));
        }
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// A word without control characters: an answer must not be able to move the cursor or change colours.
fn printable(word: &str) -> String {
    word.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("one\n\ntwo", 7), ["one", "", "two"]);
        assert_eq!(wrap("\u{1b}[31mred", 20), ["[31mred"]);
        assert_eq!(wrap("", 5), [""]);
    }
}
