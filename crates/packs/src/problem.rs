//! What is wrong with a file of content.

use std::fmt;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; the file is used.
    Warning,
    /// Against the format; at loading, the file is left out.
    Error,
}

impl Severity {
    /// The word shown to people and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One problem, with its place. `Display` is two lines as compilers write them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, relative to the content folder.
    pub file: String,
    /// Line, from 1; 0 if it is about the file as a whole.
    pub line: usize,
    /// Column in characters, from 1; 0 if it is about the line as a whole.
    pub column: usize,
    /// A stable name of the kind of problem, such as `unknown-key`.
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it; may be empty.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for number in [self.line, self.column].into_iter().take_while(|&number| number > 0) {
            write!(f, ":{number}")?;
        }
        write!(f, ": {}[{}]: {}", self.severity.as_str(), self.code, self.message)?;
        if self.help.is_empty() { Ok(()) } else { write!(f, "\n  help: {}", self.help) }
    }
}

/// A place in a file; both numbers from 1, or 0 for the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Place {
    /// The file as a whole.
    pub(crate) const FILE: Self = Self { line: 0, column: 0 };

    pub(crate) fn line(line: usize) -> Self {
        Self { line, column: 1 }
    }
}

/// Collects the problems of one file.
#[derive(Debug)]
pub(crate) struct Sink<'a> {
    file: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(file: &'a str) -> Self {
        Self { file, problems: Vec::new() }
    }

    pub(crate) fn error(
        &mut self,
        at: Place,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Severity::Error, at, code, message.into(), help.into());
    }

    pub(crate) fn warn(
        &mut self,
        at: Place,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Severity::Warning, at, code, message.into(), help.into());
    }

    pub(crate) fn push(
        &mut self,
        severity: Severity,
        at: Place,
        code: &'static str,
        message: String,
        help: String,
    ) {
        let file = self.file.to_owned();
        self.problems.push(Problem { severity, file, line: at.line, column: at.column, code, message, help });
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_reads_like_a_compilers() {
        let mut sink = Sink::new("glossary.yaml");
        sink.error(
            Place { line: 3, column: 5 },
            "unknown-key",
            "unknown key `knwon`",
            "did you mean `known`?",
        );
        sink.warn(Place::FILE, "missing-glossary", "there is no glossary", "");
        assert!(sink.has_errors());
        let shown: Vec<String> = sink.into_problems().iter().map(Problem::to_string).collect();
        assert_eq!(
            shown,
            [
                "glossary.yaml:3:5: error[unknown-key]: unknown key `knwon`\n  help: did you mean `known`?",
                "glossary.yaml: warning[missing-glossary]: there is no glossary"
            ]
        );
    }
}
