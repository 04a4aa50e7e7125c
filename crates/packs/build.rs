//! Collects the content folder into one list of `include_bytes!`, so that the binary carries it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let content = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../content");
    // A folder counts as changed when anything in it does.
    println!("cargo::rerun-if-changed={}", content.display());
    let content = content.canonicalize()?;
    let mut files = Vec::new();
    collect(&content, &content, &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for (name, path) in files {
        let _ = writeln!(list, "    ({name:?}, include_bytes!({path:?})),");
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("embedded.rs"), list)
}

/// Lists the files under `folder` as `(name relative to content, path)`, but not hidden ones and not the gold answers,
/// which are for tests.
fn collect(content: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') || path == content.join("gold") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(content, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(content) {
            let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            files.push((parts.join("/"), path));
        }
    }
    Ok(())
}
