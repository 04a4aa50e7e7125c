//! Checks of the content itself: a rubric is only as good as its paraphrases, so they are counted, tried and compared.
//!
//! Each code stands in docs/content-format.md's terms; an error breaks a rule of the format, a warning is worth a look.

mod across;
mod graded;
mod shape;
mod wording;

use greenroom_core::Timestamp;
use greenroom_grading::CompiledRubric;

use crate::date::Day;
use crate::files::PackFiles;
use crate::load::{Read, read, sort};
use crate::problem::{Problem, Sink};

/// Lists everything that is wrong with a pack, by file and line: what [`load`](crate::load()) finds, and whether the
/// content is good enough to teach and to grade by. `today` is compared with the dates on which facts were checked.
///
/// # Complexity
/// Every sentence of every rubric is graded once: some milliseconds a question.
pub fn lint(files: &PackFiles, today: Timestamp) -> Vec<Problem> {
    let Read { documents, guides, glossary, mut problems } = read(files);
    let today = Day::of(today);
    for document in &documents {
        let mut sink = Sink::new(&document.file);
        shape::check(document, today, &mut sink);
        wording::check(document, &glossary, &mut sink);
        graded::check(document, &CompiledRubric::compile(&document.rubric, &glossary), &mut sink);
        across::references(document, &documents, &mut sink);
        problems.append(&mut sink.into_problems());
    }
    across::guides(&guides, &documents, &mut problems);
    across::prompts(&documents, &mut problems);
    across::glossary(&glossary, &mut problems);
    sort(&mut problems);
    problems
}
