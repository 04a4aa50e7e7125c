//! A question file as text: YAML between two `---` lines, then Markdown.

use crate::problem::{Place, Sink};

/// The two parts of a file, with the lines on which they begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) front: String,
    pub(crate) front_line: usize,
    pub(crate) body: String,
    pub(crate) body_line: usize,
}

/// Reads bytes as text with plain line ends.
pub(crate) fn text(bytes: &[u8], sink: &mut Sink) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|&&byte| byte == b'\n').count();
            sink.error(Place::line(line), "not-utf8", "this is not UTF-8 text", "save the file as UTF-8");
            return None;
        }
    };
    let plain = text.strip_prefix('\u{feff}');
    if plain.is_some() {
        sink.error(
            Place::line(1),
            "bom",
            "the file begins with a byte order mark",
            "save it as UTF-8 without BOM",
        );
    }
    Some(plain.unwrap_or(text).replace("\r\n", "\n"))
}

/// Reports tabs, and reads them as spaces so that the rest can be checked.
pub(crate) fn without_tabs(text: &str, first_line: usize, sink: &mut Sink) -> String {
    for (number, line) in text.lines().enumerate() {
        if let Some(column) = line.chars().position(|c| c == '\t') {
            let at = Place { line: first_line + number, column: column + 1 };
            sink.error(at, "tab", "there is a tab in the YAML", "use spaces");
        }
    }
    text.replace('\t', " ")
}

/// Takes a question file apart.
pub(crate) fn split(bytes: &[u8], sink: &mut Sink) -> Option<Parts> {
    let text = text(bytes, sink)?;
    let mut lines = text.split('\n');
    if lines.next().map(str::trim_end) != Some("---") {
        let help = "begin the file with a line ---, then the YAML, then a second line ---";
        sink.error(Place::line(1), "no-front-matter", "the file does not begin with `---`", help);
        return None;
    }
    let rest: Vec<&str> = lines.collect();
    let Some(end) = rest.iter().position(|line| line.trim_end() == "---") else {
        let message = "the front matter that begins here is not closed";
        sink.error(Place::line(1), "open-front-matter", message, "close it with a line ---");
        return None;
    };
    let front = without_tabs(&rest[..end].join("\n"), 2, sink);
    let blank = rest[end + 1..].iter().take_while(|line| line.trim().is_empty()).count();
    let body_line = end + 3 + blank;
    let body = rest[end + 1..].join("\n");
    if body.trim().is_empty() {
        let help = "write the model answer below the second line ---";
        sink.error(Place::line(end + 2), "no-answer", "there is no model answer", help);
    }
    Some(Parts { front, front_line: 2, body: body.trim().to_owned(), body_line })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8]) -> (Option<Parts>, Vec<(&'static str, usize)>) {
        let mut sink = Sink::new("x");
        let parts = split(bytes, &mut sink);
        (parts, sink.into_problems().iter().map(|p| (p.code, p.line)).collect())
    }

    #[test]
    fn a_file_has_two_parts() {
        let (parts, problems) = check(b"---\r\nid: a\r\n---\r\n\r\nText\r\n");
        let parts = parts.expect("it is well formed");
        assert_eq!((parts.front.as_str(), parts.body.as_str(), parts.body_line), ("id: a", "Text", 5));
        assert_eq!(problems, []);
    }

    #[test]
    fn broken_files_are_reported() {
        assert_eq!(check(b"---\nid: \xff\n").1, [("not-utf8", 2)]);
        assert_eq!(check(b"id: a\n").1, [("no-front-matter", 1)]);
        assert_eq!(check(b"").1, [("no-front-matter", 1)]);
        assert_eq!(check(b"---\nid: a\n").1, [("open-front-matter", 1)]);
        assert_eq!(check(b"---\nid: a\n---\n \n").1, [("no-answer", 3)]);
        assert_eq!(check(b"\xef\xbb\xbf---\nid:\ta\n---\nx").1, [("bom", 1), ("tab", 2)]);
    }
}
