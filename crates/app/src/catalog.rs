//! The loaded content, ready for use: the questions and, for each, a compiled rubric.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use greenroom_bank::{Bank, Question};
use greenroom_core::Slug;
use greenroom_grading::{CompiledRubric, Evaluation, Glossary, Rubric};

use crate::error::{AppError, AppResult};

/// All content of a running program. Read-only: other content means another catalog.
#[derive(Debug)]
pub struct Catalog {
    bank: Bank,
    rubrics: BTreeMap<Slug, Entry>,
    glossary: Glossary,
}

/// One rubric. It is compiled when it is first needed, so that the program starts at once with any number of questions.
#[derive(Debug)]
struct Entry {
    rubric: Rubric,
    revision: String,
    compiled: OnceLock<CompiledRubric>,
}

/// A question with all that grading it needs.
#[derive(Debug, Clone, Copy)]
pub struct Graded<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its rubric as authored.
    pub rubric: &'a Rubric,
    /// The rubric made ready.
    pub compiled: &'a CompiledRubric,
    /// Names this very rubric; stored with each evaluation.
    pub revision: &'a str,
}

impl Catalog {
    /// Takes over what was loaded. `rubrics` holds one rubric, with its revision, for each question of `bank`.
    pub fn new(bank: Bank, rubrics: BTreeMap<Slug, (Rubric, String)>, glossary: Glossary) -> Self {
        let entry = |(rubric, revision)| Entry { rubric, revision, compiled: OnceLock::new() };
        Self {
            bank,
            rubrics: rubrics.into_iter().map(|(id, rubric)| (id, entry(rubric))).collect(),
            glossary,
        }
    }

    /// The questions.
    pub fn bank(&self) -> &Bank {
        &self.bank
    }

    /// What all questions share about words.
    pub fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// A question with its rubric.
    ///
    /// # Errors
    /// `NotFound` if there is no question of that name.
    pub fn find(&self, id: &str) -> AppResult<Graded<'_>> {
        let missing = || AppError::not_found("question", id);
        let question = self.bank.get(id).ok_or_else(missing)?;
        let entry = self.rubrics.get(id).ok_or_else(missing)?;
        let compiled = entry.compiled.get_or_init(|| CompiledRubric::compile(&entry.rubric, &self.glossary));
        Ok(Graded { question, rubric: &entry.rubric, compiled, revision: &entry.revision })
    }

    /// Evaluates an answer without keeping anything.
    ///
    /// # Errors
    /// `NotFound` if there is no question of that name.
    pub fn evaluate(&self, question: &str, answer: &str) -> AppResult<Evaluation> {
        Ok(self.find(question)?.compiled.evaluate(answer))
    }

    /// Evaluates an answer to a question outside the bank against a reference answer: weaker than a rubric.
    pub fn evaluate_by_reference(&self, prompt: &str, reference: &str, answer: &str) -> Evaluation {
        CompiledRubric::from_reference(prompt, reference, &self.glossary).evaluate(answer)
    }
}
