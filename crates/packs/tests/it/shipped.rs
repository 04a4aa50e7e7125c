//! The content that we ship.

use greenroom_packs::{PackFile, Severity, embedded, load, read_dir};

#[test]
fn it_loads_without_errors() {
    let loaded = load(&embedded());
    let errors: Vec<String> =
        loaded.problems.iter().filter(|p| p.severity == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert_eq!(loaded.bank.len(), loaded.rubrics.len());
    assert!(!loaded.glossary.rewrites.is_empty());
}

#[test]
fn the_folder_and_the_binary_hold_the_same() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut from_folder = read_dir(&folder).expect("the content folder");
    from_folder.files.retain(|file| !file.path.starts_with("gold/"));
    assert_eq!(from_folder.problems, []);
    // Nobody wants to see the bytes.
    let carried = embedded().files;
    let changed = |file: &&PackFile| !carried.contains(file);
    let differing: Vec<&str> =
        from_folder.files.iter().filter(changed).map(|file| file.path.as_str()).collect();
    assert_eq!(differing, [""; 0], "they changed while this was built");
    assert_eq!(from_folder.files.len(), carried.len());
}
