//! The allowed edges between our crates, and the few outside crates that belong to one crate alone.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Deserialize;

use crate::run;

/// What each crate may depend on. A new edge needs an ADR.
const ALLOWED: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("bank", &["core"]),
    ("grading", &["core"]),
    ("interview", &["core"]),
    ("packs", &["core", "bank", "grading"]),
    ("store", &["core", "grading", "interview"]),
    ("app", &["core", "bank", "grading", "interview", "packs", "store"]),
    ("web", &["core", "bank", "grading", "interview", "app"]),
    ("greenroom", &["core", "bank", "grading", "interview", "packs", "store", "app", "web"]),
    ("testkit", &["core", "bank", "grading", "interview", "packs", "store", "app", "web"]),
];

/// Crates of others that only one of ours may know.
const OWNED: &[(&str, &str)] =
    &[("sqlx", "store"), ("axum", "web"), ("maud", "web"), ("saphyr-parser", "packs"), ("clap", "greenroom")];

/// Crates of others that a pure crate of ours may know: they neither read a clock nor touch the outside.
const PURE: &[(&str, &[&str])] = &[
    ("core", &["thiserror", "uuid"]),
    ("bank", &[]),
    ("grading", &["rust-stemmers", "unicode-normalization"]),
    ("interview", &["thiserror"]),
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
}

/// Fails with a list of edges that are not allowed.
pub(crate) fn check() -> Result<()> {
    let json = run::read(run::cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: Metadata = serde_json::from_str(&json)?;
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let mut problems = Vec::new();
    for package in &metadata.packages {
        let name = short(&package.name);
        let Some(may) = allowed.get(name) else {
            if name != "xtask" {
                problems.push(format!("crate '{name}' is not in the table of xtask/src/deps.rs"));
            }
            continue;
        };
        let normal = package.dependencies.iter().filter(|dependency| dependency.kind.is_none());
        for dependency in normal {
            problems.extend(problem(name, may, &dependency.name));
        }
    }
    if problems.is_empty() {
        println!("deps: all edges between crates are allowed ones");
        return Ok(());
    }
    bail!("edges that are not allowed (a new one needs an ADR):\n  {}", problems.join("\n  "))
}

fn problem(name: &str, may: &[&str], dependency: &str) -> Option<String> {
    if dependency.starts_with("greenroom") {
        let to = short(dependency);
        return (!may.contains(&to)).then(|| format!("{name} -> {to}"));
    }
    if let Some((_, owner)) =
        OWNED.iter().find(|(owned, _)| dependency == *owned || dependency.starts_with(&format!("{owned}-")))
    {
        let is_test_tool = name == "testkit";
        return (*owner != name && !is_test_tool)
            .then(|| format!("{name} -> {dependency}, which belongs to {owner} alone"));
    }
    let (_, pure) = PURE.iter().find(|(pure, _)| *pure == name)?;
    (!pure.contains(&dependency)).then(|| format!("{name} is pure and must not know {dependency}"))
}

fn short(name: &str) -> &str {
    name.strip_prefix("greenroom-").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_edges_are_named() {
        assert!(problem("bank", &["core"], "greenroom-grading").is_some());
        assert!(problem("app", &["store"], "greenroom-store").is_none());
        assert!(problem("app", &["store"], "sqlx").is_some());
        assert!(problem("grading", &["core"], "tokio").is_some());
    }
}
