//! Packs read from a folder.

use std::fs;

use greenroom_packs::{load, read_dir};

use crate::pack::{GOOD, PATH};

#[test]
fn a_folder_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir_all(root.join("questions/data")).expect("folders");
    fs::create_dir_all(root.join(".git")).expect("folders");
    fs::write(root.join(PATH), GOOD).expect("a file");
    fs::write(root.join(".git/config"), "x").expect("a file");
    fs::write(root.join("glossary.yaml"), "rewrites: {}\nopposites: []\nknown: []\n").expect("a file");
    let files = read_dir(root).expect("a folder");
    let paths: Vec<_> = files.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["glossary.yaml", PATH]);
    assert_eq!(load(&files).problems, []);
    assert!(read_dir(&root.join("nowhere")).is_err());
}

#[cfg(unix)]
#[test]
fn what_must_not_be_read_is_refused() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let root = folder.path();
    fs::write(outside.path().join("secret"), "x").expect("a file");
    fs::write(root.join("README.md"), "x").expect("a file");
    fs::write(root.join("big.md"), vec![b'x'; (1 << 20) + 1]).expect("a file");
    symlink(root.join("README.md"), root.join("inside")).expect("a link");
    symlink(outside.path().join("secret"), root.join("out")).expect("a link");
    symlink(outside.path(), root.join("out-folder")).expect("a link");
    symlink(root, root.join("self")).expect("a link");
    symlink("nowhere", root.join("dead")).expect("a link");
    let files = read_dir(root).expect("a folder");
    let shown: Vec<_> = files.problems.iter().map(|p| (p.file.as_str(), p.code)).collect();
    assert_eq!(
        shown,
        [
            ("big.md", "too-large"),
            ("dead", "outside-link"),
            ("out", "outside-link"),
            ("out-folder", "outside-link"),
            ("self", "outside-link"),
        ]
    );
    let paths: Vec<_> = files.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["README.md", "inside"]);
}
