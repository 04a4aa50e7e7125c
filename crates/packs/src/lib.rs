//! Content packs: the only crate that knows file formats.
//!
//! ```text
//! embedded() or read_dir(path) --> PackFiles --load--> Loaded { bank, rubrics, glossary, problems }
//!                                           \--lint(today)--> all problems: those of load, and of the content itself
//! ```
//!
//! docs/content-format.md describes the files. A file with an error is left out and the others load; every problem is
//! listed with its file, line and a stable code, none is passed over.

pub mod files;
pub mod lint;
pub mod load;
pub mod problem;

mod date;
mod decode;
mod front;
mod glossary;
mod guide;
mod question;
mod revision;
mod rubric;
mod yaml;

pub use files::{PackFile, PackFiles, ReadError, embedded, read_dir};
pub use lint::lint;
pub use load::{Loaded, load};
pub use problem::{Problem, Severity};
