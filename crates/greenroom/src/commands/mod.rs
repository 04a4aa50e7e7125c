//! The commands: each opens what it needs, calls one use case, and prints.

pub(crate) mod bank;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod doctor;
pub(crate) mod evaluate;
pub(crate) mod evaluation_json;
pub(crate) mod interview;
pub(crate) mod report;
pub(crate) mod serve;
