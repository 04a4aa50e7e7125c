//! Reading an evaluation.

use greenroom_grading::{Evaluation, Outcome, Score};

/// The score of an evaluation, 0 to 100; `None` if it could not be graded.
pub fn total(evaluation: &Evaluation) -> Option<u8> {
    score(evaluation).map(|score| score.total)
}

/// The numbers of an evaluation; `None` if it could not be graded.
pub fn score(evaluation: &Evaluation) -> Option<&Score> {
    match &evaluation.outcome {
        Outcome::Scored(score) => Some(score),
        Outcome::CannotScore(_) => None,
    }
}
