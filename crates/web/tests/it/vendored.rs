//! The files that other people made are the ones that were listed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The blocks of `VENDORED`, each as its keys and values.
fn blocks() -> Vec<BTreeMap<String, String>> {
    let list = std::fs::read_to_string(root().join("VENDORED")).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>();
    let blocks = lines.split(|line| line.trim().is_empty()).filter(|block| !block.is_empty());
    let entry =
        |line: &&str| line.split_once(": ").map(|(key, value)| (key.to_owned(), value.to_owned())).unwrap();
    blocks.map(|block| block.iter().map(entry).collect()).collect()
}

fn sha256(path: &Path) -> String {
    Sha256::digest(std::fs::read(path).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn every_listed_file_is_unchanged_and_has_its_licence() {
    let blocks = blocks();
    assert!(blocks.len() >= 5, "the list was read");
    for block in blocks {
        for key in ["file", "name", "version", "licence", "licence-text", "source", "sha256"] {
            assert!(block.contains_key(key), "{block:?} has no {key}");
        }
        let file = root().join(&block["file"]);
        assert_eq!(sha256(&file), block["sha256"], "{} was changed", block["file"]);
        assert!(root().join(&block["licence-text"]).is_file(), "{}", block["licence-text"]);
    }
}

#[test]
fn every_font_and_minified_script_is_listed() {
    let listed: Vec<String> = blocks().into_iter().map(|mut block| block.remove("file").unwrap()).collect();
    for folder in ["crates/web/assets/fonts", "crates/web/assets/js"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap().flatten() {
            let name = entry.file_name().into_string().unwrap();
            let path = format!("{folder}/{name}");
            let is_foreign = name.ends_with(".woff2") || name.ends_with(".min.js");
            assert!(!is_foreign || listed.contains(&path), "{path} is not in VENDORED");
        }
    }
}
