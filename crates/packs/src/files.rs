//! The files of a pack, from the binary or from a folder.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::problem::{Place, Problem, Sink};

/// The largest file that is read, in bytes. A question has about 30 000.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// How many files are read.
const FILES_MAX: usize = 10_000;

/// How deep folders may be nested.
const FOLDERS_MAX: usize = 8;

/// The content that the binary carries.
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The files of a pack, and which ones could not be read.
#[derive(Debug, Clone, Default)]
pub struct PackFiles {
    /// The files, by path.
    pub files: Vec<PackFile>,
    /// Files that were refused, with the reason.
    pub problems: Vec<Problem>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Where it stands in the pack, with `/` between the names.
    pub path: String,
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
}

impl PackFiles {
    /// A pack of files in memory.
    pub fn from_memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let file = |(path, bytes)| PackFile { path, bytes: Cow::Owned(bytes) };
        Self { files: files.into_iter().map(file).collect(), problems: Vec::new() }
    }

    fn refuse(&mut self, path: &str, code: &'static str, message: String, help: &str) {
        let mut sink = Sink::new(path);
        sink.error(Place::FILE, code, message, help);
        self.problems.append(&mut sink.into_problems());
    }
}

/// Why a folder is no pack.
#[derive(Debug, thiserror::Error)]
#[error("the content folder '{}' cannot be read", path.display())]
pub struct ReadError {
    /// The folder.
    pub path: PathBuf,
    /// The reason.
    pub source: io::Error,
}

/// The content that the binary carries.
pub fn embedded() -> PackFiles {
    let file = |(path, bytes): &(&str, &'static [u8])| PackFile {
        path: (*path).to_owned(),
        bytes: Cow::Borrowed(bytes),
    };
    PackFiles { files: EMBEDDED.iter().map(file).collect(), problems: Vec::new() }
}

/// Reads a folder: at most 10 000 files of at most 1 MiB. Hidden files are left out; what cannot be read, and links that
/// lead out of the folder, become problems.
///
/// # Errors
/// Only if the folder itself cannot be read.
pub fn read_dir(path: &Path) -> Result<PackFiles, ReadError> {
    let failed = |source| ReadError { path: path.to_owned(), source };
    let root = path.canonicalize().map_err(failed)?;
    fs::read_dir(&root).map_err(failed)?;
    let mut walk = Walk { root, found: PackFiles::default() };
    walk.folder(&mut Vec::new());
    walk.found.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(walk.found)
}

struct Walk {
    root: PathBuf,
    found: PackFiles,
}

impl Walk {
    /// Reads the folder at `names`, and those in it.
    fn folder(&mut self, names: &mut Vec<String>) {
        let mut folder = self.root.clone();
        folder.extend(names.iter());
        let entries = match fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                let path = names.join("/");
                return self.found.refuse(
                    &path,
                    "unreadable",
                    format!("the folder cannot be read: {error}"),
                    "",
                );
            }
        };
        let mut entries: Vec<(std::ffi::OsString, PathBuf)> =
            entries.iter().map(|e| (e.file_name(), e.path())).collect();
        entries.sort();
        for (name, path) in entries {
            let shown = name.to_string_lossy().into_owned();
            if shown.starts_with('.') {
                continue;
            }
            if self.found.files.len() + self.found.problems.len() >= FILES_MAX {
                let message = format!("there are more than {FILES_MAX} files; the rest was left out");
                return self.found.refuse(
                    &names.join("/"),
                    "too-many-files",
                    message,
                    "is this the content folder?",
                );
            }
            names.push(shown);
            if name.to_str().is_some() {
                self.entry(names, &path);
            } else {
                self.found.refuse(
                    &names.join("/"),
                    "bad-name",
                    "the name is not UTF-8".to_owned(),
                    "rename the file",
                );
            }
            names.pop();
        }
    }

    fn entry(&mut self, names: &mut Vec<String>, path: &Path) {
        let shown = names.join("/");
        let kind = match fs::symlink_metadata(path) {
            Ok(data) => data.file_type(),
            Err(error) => {
                return self.found.refuse(&shown, "unreadable", format!("it cannot be read: {error}"), "");
            }
        };
        if kind.is_dir() {
            if names.len() < FOLDERS_MAX {
                self.folder(names);
            } else {
                let message = format!("folders are nested more than {FOLDERS_MAX} deep");
                self.found.refuse(&shown, "too-deep", message, "");
            }
        } else if kind.is_symlink() && !self.leads_inside(path) {
            let message = "the link does not lead to a file in the content folder".to_owned();
            self.found.refuse(&shown, "outside-link", message, "put a copy of the file in its place");
        } else {
            self.file(shown, path);
        }
    }

    /// Whether a link leads to a file of the pack. Linked folders are refused: they would show the same files twice.
    fn leads_inside(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|target| target.starts_with(&self.root) && target.is_file())
    }

    fn file(&mut self, shown: String, path: &Path) {
        // A pipe would be waited for; only plain files are opened.
        if !path.is_file() {
            return self.found.refuse(&shown, "not-a-file", "this is not a plain file".to_owned(), "");
        }
        let mut bytes = Vec::new();
        let read =
            fs::File::open(path).and_then(|file| file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes));
        match read {
            Err(error) => self.found.refuse(&shown, "unreadable", format!("it cannot be read: {error}"), ""),
            Ok(_) if u64::try_from(bytes.len()).is_ok_and(|size| size <= FILE_BYTES_MAX) => {
                self.found.files.push(PackFile { path: shown, bytes: Cow::Owned(bytes) });
            }
            Ok(_) => {
                let message = "the file is larger than 1 MiB".to_owned();
                self.found.refuse(&shown, "too-large", message, "");
            }
        }
    }
}
