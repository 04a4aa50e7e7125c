//! Interviews, their logs of events and the questions they asked.

use greenroom_core::{Bar, Cursor, InterviewId, Limit, Page, PersonId, Slug, Timestamp};
use greenroom_interview::{Event, Recorded};

use crate::columns::{Keyset, RowOf, big, page, text};
use crate::documents::Stored as _;
use crate::session::{Session, execute, fetch_all, fetch_optional, row};
use crate::{StoreError, StoreResult, WriteTx, sql};
use greenroom_core::words;

/// Whether an interview goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InterviewState {
    /// It can be continued.
    Open,
    /// It is over.
    Closed,
}

words!(InterviewState { Open => "open", Closed => "closed" });

/// What a list shows of an interview. The interview itself is its [events](Interviews::events).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterviewRecord {
    /// Which one.
    pub id: InterviewId,
    /// Whether it goes on.
    pub state: InterviewState,
    /// How senior the role is.
    pub bar: Bar,
    /// The role, as the candidate words it.
    pub role: String,
    /// What it is called in lists.
    pub title: String,
    /// When it was set up.
    pub created_at: Timestamp,
    /// When something last happened in it.
    pub updated_at: Timestamp,
    /// When it ended.
    pub closed_at: Option<Timestamp>,
    /// How many events its log has.
    pub events: u32,
    /// Its score, 0 to 100, once there is one.
    pub score: Option<u8>,
    /// Raised by [`Interviews::update`].
    pub version: i64,
}

impl InterviewRecord {
    /// A new interview: open, without events.
    pub fn new(
        id: InterviewId,
        bar: Bar,
        role: impl Into<String>,
        title: impl Into<String>,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            state: InterviewState::Open,
            bar,
            role: role.into(),
            title: title.into(),
            created_at: now,
            updated_at: now,
            closed_at: None,
            events: 0,
            score: None,
            version: 1,
        }
    }

    /// The number that the next event gets; the first is 1.
    pub fn next_seq(&self) -> u32 {
        self.events.saturating_add(1)
    }
}

/// A question that an interview asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedQuestion {
    /// Which question.
    pub question: Slug,
    /// In which interview.
    pub interview: InterviewId,
    /// When.
    pub asked_at: Timestamp,
}

/// Access to the interviews of one person. Another person's interview reads as not there.
pub struct Interviews<'a, S> {
    session: S,
    owner: &'a PersonId,
}

row! {
    InterviewRow {
        id: String, state: String, bar: String, role: String, title: String, created_at: i64, updated_at: i64,
        closed_at: Option<i64>, events: i64, score: Option<i64>, version: i64,
    }
}

row! { EventRow { seq: i64, at: i64, doc: String } }

row! { AskedRow { question_id: String, interview_id: String, asked_at: i64 } }

impl InterviewRow {
    fn into_record(self) -> StoreResult<InterviewRecord> {
        let row = RowOf { table: "interviews", id: &self.id };
        Ok(InterviewRecord {
            id: row.parse("id", &self.id)?,
            state: row.word("state", &self.state, InterviewState::from_word)?,
            bar: row.word("bar", &self.bar, Bar::from_word)?,
            created_at: Timestamp::from_millis(self.created_at),
            updated_at: Timestamp::from_millis(self.updated_at),
            closed_at: self.closed_at.map(Timestamp::from_millis),
            events: row.number("events", self.events)?,
            score: row.number_or_none("score", self.score)?,
            version: self.version,
            role: self.role,
            title: self.title,
        })
    }
}

impl AskedRow {
    fn into_asked(self) -> StoreResult<AskedQuestion> {
        let row = RowOf { table: "interview_questions", id: &self.interview_id };
        Ok(AskedQuestion {
            question: row.parse("question_id", &self.question_id)?,
            interview: row.parse("interview_id", &self.interview_id)?,
            asked_at: Timestamp::from_millis(self.asked_at),
        })
    }
}

impl<'a, S: Session> Interviews<'a, S> {
    pub(crate) fn new(session: S, owner: &'a PersonId) -> Self {
        Self { session, owner }
    }

    /// Finds an interview.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn find(&mut self, id: &InterviewId) -> StoreResult<Option<InterviewRecord>> {
        let row = fetch_optional!(
            self.session,
            InterviewRow,
            sql::INTERVIEW_FIND,
            self.owner.as_str(),
            id.as_str()
        )?;
        row.map(InterviewRow::into_record).transpose()
    }

    /// A page of the interviews, the one with the latest news first.
    ///
    /// # Errors
    /// [`BadCursor`](StoreError::BadCursor) if the cursor is not from this list.
    pub async fn list(&mut self, limit: Limit, after: Option<&Cursor>) -> StoreResult<Page<InterviewRecord>> {
        let key = Keyset::read(after)?;
        let rows = fetch_all!(
            self.session,
            InterviewRow,
            sql::INTERVIEW_LIST,
            self.owner.as_str(),
            key.millis,
            key.id,
            big(limit.rows() + 1),
        )?;
        let records = rows.into_iter().map(InterviewRow::into_record).collect::<StoreResult<Vec<_>>>()?;
        Ok(page(records, limit.rows(), |last| Keyset::cursor(last.updated_at, last.id.as_str())))
    }

    /// The whole log of an interview, in order; empty if there is no such interview.
    ///
    /// # Errors
    /// [`Inconsistent`](StoreError::Inconsistent) for an event that a newer program has written.
    pub async fn events(&mut self, id: &InterviewId) -> StoreResult<Vec<Recorded>> {
        self.events_after(id, 0).await
    }

    /// The part of the log behind the event with the number `seq`.
    ///
    /// # Errors
    /// [`Inconsistent`](StoreError::Inconsistent) for an event that a newer program has written.
    pub async fn events_after(&mut self, id: &InterviewId, seq: u32) -> StoreResult<Vec<Recorded>> {
        let rows = fetch_all!(
            self.session,
            EventRow,
            sql::EVENT_LIST,
            self.owner.as_str(),
            id.as_str(),
            i64::from(seq),
        )?;
        let row = RowOf { table: "interview_events", id: id.as_str() };
        rows.into_iter()
            .map(|event| {
                Ok(Recorded {
                    seq: row.number("seq", event.seq)?,
                    at: Timestamp::from_millis(event.at),
                    event: row.document("doc", &event.doc)?,
                })
            })
            .collect()
    }

    /// What the last so many interviews asked, newest first.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn recent_questions(&mut self, interviews: u16) -> StoreResult<Vec<AskedQuestion>> {
        let rows = fetch_all!(
            self.session,
            AskedRow,
            sql::QUESTION_RECENT,
            self.owner.as_str(),
            i64::from(interviews),
        )?;
        rows.into_iter().map(AskedRow::into_asked).collect()
    }
}

impl Interviews<'_, &mut WriteTx> {
    /// Adds an interview without events; they are [appended](Self::append_events) after it.
    ///
    /// # Errors
    /// [`Conflict`](StoreError::Conflict) if the id is taken or there is no such person.
    pub async fn insert(&mut self, record: &InterviewRecord) -> StoreResult<()> {
        execute!(
            self.session,
            sql::INTERVIEW_INSERT,
            record.id.as_str(),
            self.owner.as_str(),
            record.state.as_str(),
            record.bar.as_str(),
            text(&record.role).as_ref(),
            text(&record.title).as_ref(),
            record.created_at.millis(),
            record.updated_at.millis(),
            record.closed_at.map(Timestamp::millis),
            record.score.map(i64::from),
            record.version,
        )
        .map(|_| ())
    }

    /// Appends to the log, if its next number is still the expected one, and gives the next number afterwards;
    /// `None` if there is no such interview. Notes the time of the last event as the time of the last news.
    ///
    /// # Errors
    /// [`Conflict`](StoreError::Conflict) if somebody else has appended: read the log again and decide anew.
    pub async fn append_events(
        &mut self,
        id: &InterviewId,
        expected_next_seq: u32,
        events: &[(Event, Timestamp)],
    ) -> StoreResult<Option<u32>> {
        let count = expected_next_seq.saturating_sub(1);
        let added = u32::try_from(events.len()).unwrap_or(u32::MAX);
        let Some((_, last_at)) = events.last() else {
            return Ok(self.find(id).await?.map(|record| record.next_seq()));
        };
        let touched = execute!(
            self.session,
            sql::INTERVIEW_EXTEND,
            i64::from(count.saturating_add(added)),
            last_at.millis(),
            self.owner.as_str(),
            id.as_str(),
            i64::from(count),
        )?;
        if touched == 0 {
            return match self.find(id).await? {
                None => Ok(None),
                Some(_) => Err(StoreError::Conflict { constraint: "interview_events".to_owned() }),
            };
        }
        for (seq, (event, at)) in (expected_next_seq..).zip(events) {
            execute!(
                self.session,
                sql::EVENT_APPEND,
                id.as_str(),
                i64::from(seq),
                at.millis(),
                event.write()
            )?;
        }
        Ok(Some(expected_next_seq.saturating_add(added)))
    }

    /// Writes an interview's state, title, score and times, and gives the new version; `None` if there is no such
    /// interview.
    ///
    /// # Errors
    /// [`Stale`](StoreError::Stale) if it was changed since `record` was read.
    pub async fn update(&mut self, record: &InterviewRecord) -> StoreResult<Option<i64>> {
        let touched = execute!(
            self.session,
            sql::INTERVIEW_UPDATE,
            record.state.as_str(),
            text(&record.title).as_ref(),
            record.score.map(i64::from),
            record.updated_at.millis(),
            record.closed_at.map(Timestamp::millis),
            self.owner.as_str(),
            record.id.as_str(),
            record.version,
        )?;
        if touched == 1 {
            return Ok(Some(record.version + 1));
        }
        match self.find(&record.id).await? {
            None => Ok(None),
            Some(_) => Err(StoreError::Stale { id: record.id.to_string(), version: record.version }),
        }
    }

    /// Notes that an interview has asked a question; the first time counts.
    ///
    /// # Errors
    /// [`Conflict`](StoreError::Conflict) if there is no such interview.
    pub async fn note_question(
        &mut self,
        id: &InterviewId,
        question: &Slug,
        at: Timestamp,
    ) -> StoreResult<()> {
        execute!(
            self.session,
            sql::QUESTION_NOTE,
            id.as_str(),
            self.owner.as_str(),
            question.as_str(),
            at.millis(),
        )
        .map(|_| ())
    }

    /// Removes an interview with its log and its evaluations; `false` if there is no such interview.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn delete(&mut self, id: &InterviewId) -> StoreResult<bool> {
        execute!(self.session, sql::EVALUATION_UNLINK, self.owner.as_str(), id.as_str())?;
        Ok(execute!(self.session, sql::INTERVIEW_DELETE, self.owner.as_str(), id.as_str())? == 1)
    }
}
