//! A small pack that is right, for tests to break.

use greenroom_packs::{PackFiles, Problem, load};

/// Where the question stands.
pub(crate) const PATH: &str = "questions/data/caching.md";

/// A question file without any problem at loading.
pub(crate) const GOOD: &str = include_str!("good.md");

/// A pack of these files, with an empty glossary if none of them is one.
pub(crate) fn pack(files: &[(&str, &str)]) -> PackFiles {
    let mut all: Vec<(String, Vec<u8>)> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    if !files.iter().any(|(path, _)| *path == "glossary.yaml") {
        all.push(("glossary.yaml".to_owned(), b"rewrites: {}\nopposites: []\nknown: []\n".to_vec()));
    }
    PackFiles::from_memory(all)
}

/// Code, line and column of each problem at loading.
pub(crate) fn problems(files: &PackFiles) -> Vec<(&'static str, usize, usize)> {
    places(&load(files).problems)
}

pub(crate) fn places(problems: &[Problem]) -> Vec<(&'static str, usize, usize)> {
    problems.iter().map(|problem| (problem.code, problem.line, problem.column)).collect()
}
