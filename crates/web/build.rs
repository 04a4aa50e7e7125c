//! Embeds `assets/`: one table of all files, each also compressed, under one hash of the whole folder.
//!
//! One hash for all, not one for each file: our modules import each other by relative paths, so they must lie in the same
//! folder of the server as well, and a change to one must give all of them a new address.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

/// A compressed copy is kept only if it saves at least this share of the file: fonts do not.
const WORTHWHILE_PERCENT: usize = 95;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("assets");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", root.display());

    let mut files = Vec::new();
    collect(&root, &root, &mut files)?;
    files.sort();

    let mut folder = Sha256::new();
    let mut table = String::from("pub(super) static FILES: &[File] = &[\n");
    for (number, name) in files.iter().enumerate() {
        let path = root.join(name);
        let content = fs::read(&path)?;
        folder.update(name.as_bytes());
        folder.update([0]);
        folder.update(Sha256::digest(&content));
        let gzip = match compress(&content)? {
            Some(bytes) => {
                let copy = out.join(format!("{number}.gz"));
                fs::write(&copy, bytes)?;
                format!("Some(include_bytes!({copy:?}))")
            }
            None => "None".to_owned(),
        };
        writeln!(
            table,
            "    File {{ name: {name:?}, content_type: {kind:?}, plain: include_bytes!({path:?}), gzip: {gzip} }},",
            kind = content_type(name),
        )?;
    }
    let hash = folder.finalize().iter().take(6).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    writeln!(table, "];\npub(super) const HASH: &str = {hash:?};")?;
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

/// Lists the files below `folder` by their path from `root`, with forward slashes.
fn collect(root: &Path, folder: &Path, into: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, into)?;
        } else {
            let relative = path.strip_prefix(root)?;
            let parts: Option<Vec<&str>> = relative.iter().map(|part| part.to_str()).collect();
            into.push(parts.ok_or("an asset's name is not UTF-8")?.join("/"));
        }
    }
    Ok(())
}

/// Compresses a file, if that is worthwhile. The same content always gives the same bytes.
fn compress(content: &[u8]) -> Result<Option<Vec<u8>>, Box<dyn Error>> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    let compressed = encoder.finish()?;
    Ok((compressed.len() * 100 < content.len() * WORTHWHILE_PERCENT).then_some(compressed))
}

/// The media type by the name's ending. Everything we ship is listed: a new kind of file is added here knowingly.
fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        ending => panic!("assets/{name}: no media type is known for '.{ending}'; add one to build.rs"),
    }
}
