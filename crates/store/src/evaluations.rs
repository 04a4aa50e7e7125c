//! Evaluations of answers.

use greenroom_core::{Cursor, EvaluationId, InterviewId, Limit, Page, PersonId, Slug, Timestamp};
use greenroom_grading::{Evaluation, Outcome};

use crate::columns::{Keyset, RowOf, big, page, text};
use crate::documents::Stored as _;
use crate::session::{Session, execute, fetch_all, fetch_one, fetch_optional, row};
use crate::{StoreError, StoreResult, WriteTx, sql};
use greenroom_core::words;

/// Where an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// On a question's page.
    Practice,
    /// In an interview.
    Interview,
    /// Through the API or the command line.
    Api,
    /// A second try at an answer of an interview.
    Retake,
}

words!(Origin { Practice => "practice", Interview => "interview", Api => "api", Retake => "retake" });

/// An answer and its evaluation, with everything that made it what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluationRecord {
    /// Which one.
    pub id: EvaluationId,
    /// The question.
    pub question: Slug,
    /// The interview, if it was given in one.
    pub interview: Option<InterviewId>,
    /// Where it was given.
    pub origin: Origin,
    /// The evaluation of the earlier answer that this one is to improve on.
    pub replaces: Option<EvaluationId>,
    /// The answer; evidence points into it by byte offsets.
    pub answer: String,
    /// What was heard.
    pub evaluation: Evaluation,
    /// Who evaluated it.
    pub engine: String,
    /// In which version.
    pub engine_version: String,
    /// Against which rubric.
    pub rubric_revision: String,
    /// When.
    pub created_at: Timestamp,
}

impl EvaluationRecord {
    /// The score, 0 to 100; `None` if the answer could not be scored.
    pub fn score(&self) -> Option<u8> {
        match &self.evaluation.outcome {
            Outcome::Scored(score) => Some(score.total),
            Outcome::CannotScore(_) => None,
        }
    }
}

/// Which evaluations a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvaluationFilter {
    /// All.
    All,
    /// Those of one question.
    Question(Slug),
    /// Those of one interview.
    Interview(InterviewId),
}

/// The last of a question's evaluations, and how it compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestEvaluation {
    /// The question.
    pub question: Slug,
    /// The last evaluation.
    pub id: EvaluationId,
    /// Its score.
    pub score: Option<u8>,
    /// The best score of all.
    pub best: Option<u8>,
    /// How many there are.
    pub times: u32,
    /// When the last was made.
    pub created_at: Timestamp,
}

/// How much somebody has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EvaluationCounts {
    /// All evaluations.
    pub evaluations: u64,
    /// Those with a score.
    pub scored: u64,
    /// The questions they are about.
    pub questions: u64,
    /// When the last was made.
    pub last_at: Option<Timestamp>,
}

/// Access to the evaluations of one person. Another person's evaluation reads as not there.
pub struct Evaluations<'a, S> {
    session: S,
    owner: &'a PersonId,
}

row! {
    EvaluationRow {
        id: String, question_id: String, interview_id: Option<String>, origin: String, replaces: Option<String>,
        answer: String, doc: String, engine: String, engine_version: String, rubric_revision: String, created_at: i64,
    }
}

row! {
    LatestRow {
        question_id: String, id: String, score: Option<i64>, best: Option<i64>, times: i64, created_at: i64,
    }
}

row! { CountsRow { evaluations: i64, scored: i64, questions: i64, last_at: Option<i64> } }

row! { CountRow { count: i64 } }

impl EvaluationRow {
    fn into_record(self) -> StoreResult<EvaluationRecord> {
        let row = RowOf { table: "evaluations", id: &self.id };
        Ok(EvaluationRecord {
            id: row.parse("id", &self.id)?,
            question: row.parse("question_id", &self.question_id)?,
            interview: self.interview_id.map(|id| row.parse("interview_id", &id)).transpose()?,
            origin: row.word("origin", &self.origin, Origin::from_word)?,
            replaces: self.replaces.map(|id| row.parse("replaces", &id)).transpose()?,
            evaluation: row.document("doc", &self.doc)?,
            created_at: Timestamp::from_millis(self.created_at),
            answer: self.answer,
            engine: self.engine,
            engine_version: self.engine_version,
            rubric_revision: self.rubric_revision,
        })
    }
}

impl LatestRow {
    fn into_latest(self) -> StoreResult<LatestEvaluation> {
        let row = RowOf { table: "evaluations", id: &self.id };
        Ok(LatestEvaluation {
            question: row.parse("question_id", &self.question_id)?,
            id: row.parse("id", &self.id)?,
            score: row.number_or_none("score", self.score)?,
            best: row.number_or_none("score", self.best)?,
            times: row.number("id", self.times)?,
            created_at: Timestamp::from_millis(self.created_at),
        })
    }
}

impl<'a, S: Session> Evaluations<'a, S> {
    pub(crate) fn new(session: S, owner: &'a PersonId) -> Self {
        Self { session, owner }
    }

    /// Finds an evaluation.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn find(&mut self, id: &EvaluationId) -> StoreResult<Option<EvaluationRecord>> {
        let row = fetch_optional!(
            self.session,
            EvaluationRow,
            sql::EVALUATION_FIND,
            self.owner.as_str(),
            id.as_str()
        )?;
        row.map(EvaluationRow::into_record).transpose()
    }

    /// A page of the evaluations, newest first.
    ///
    /// # Errors
    /// [`BadCursor`](StoreError::BadCursor) if the cursor is not from this list.
    pub async fn list(
        &mut self,
        filter: &EvaluationFilter,
        limit: Limit,
        after: Option<&Cursor>,
    ) -> StoreResult<Page<EvaluationRecord>> {
        let key = Keyset::read(after)?;
        let owner = self.owner.as_str();
        let rows = big(limit.rows() + 1);
        let (statement, of) = match filter {
            EvaluationFilter::All => ("", ""),
            EvaluationFilter::Question(question) => (sql::EVALUATION_LIST_OF_QUESTION, question.as_str()),
            EvaluationFilter::Interview(interview) => (sql::EVALUATION_LIST_OF_INTERVIEW, interview.as_str()),
        };
        let rows = match filter {
            EvaluationFilter::All => fetch_all!(
                self.session,
                EvaluationRow,
                sql::EVALUATION_LIST,
                owner,
                key.millis,
                key.id,
                rows
            )?,
            EvaluationFilter::Question(_) | EvaluationFilter::Interview(_) => {
                fetch_all!(self.session, EvaluationRow, statement, owner, of, key.millis, key.id, rows)?
            }
        };
        let records = rows.into_iter().map(EvaluationRow::into_record).collect::<StoreResult<Vec<_>>>()?;
        Ok(page(records, limit.rows(), |last| Keyset::cursor(last.created_at, last.id.as_str())))
    }

    /// The last evaluation of each question, ordered by question. As long as the bank at most.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn latest_per_question(&mut self) -> StoreResult<Vec<LatestEvaluation>> {
        let rows = fetch_all!(self.session, LatestRow, sql::EVALUATION_LATEST, self.owner.as_str())?;
        rows.into_iter().map(LatestRow::into_latest).collect()
    }

    /// How much the person has answered.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn counts(&mut self) -> StoreResult<EvaluationCounts> {
        let counts = fetch_one!(self.session, CountsRow, sql::EVALUATION_COUNTS, self.owner.as_str())?;
        let row = RowOf { table: "evaluations", id: self.owner.as_str() };
        Ok(EvaluationCounts {
            evaluations: row.number("id", counts.evaluations)?,
            scored: row.number("score", counts.scored)?,
            questions: row.number("question_id", counts.questions)?,
            last_at: counts.last_at.map(Timestamp::from_millis),
        })
    }
}

impl Evaluations<'_, &mut WriteTx> {
    /// Adds an evaluation.
    ///
    /// # Errors
    /// [`Conflict`](StoreError::Conflict) if the id is taken, or the interview or the replaced evaluation is not this
    /// person's.
    pub async fn insert(&mut self, record: &EvaluationRecord) -> StoreResult<()> {
        if let Some(replaced) = &record.replaces {
            let owner = self.owner.as_str();
            let found = fetch_one!(self.session, CountRow, sql::EVALUATION_EXISTS, owner, replaced.as_str())?;
            if found.count == 0 {
                return Err(StoreError::Conflict { constraint: "foreign key".to_owned() });
            }
        }
        execute!(
            self.session,
            sql::EVALUATION_INSERT,
            record.id.as_str(),
            self.owner.as_str(),
            record.question.as_str(),
            record.interview.as_ref().map(InterviewId::as_str),
            record.origin.as_str(),
            record.replaces.as_ref().map(EvaluationId::as_str),
            text(&record.answer).as_ref(),
            record.evaluation.write(),
            record.score().map(i64::from),
            record.engine.as_str(),
            record.engine_version.as_str(),
            record.rubric_revision.as_str(),
            record.created_at.millis(),
        )
        .map(|_| ())
    }
}
