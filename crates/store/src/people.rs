//! People, who own everything else, and their settings.

use greenroom_core::{PersonId, Timestamp};

use crate::columns::RowOf;
use crate::documents::Stored as _;
use crate::session::{Session, execute, fetch_optional, row};
use crate::{Settings, StoreError, StoreResult, WriteTx, sql};

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub id: PersonId,
    /// Since when.
    pub created_at: Timestamp,
    /// What they have chosen.
    pub settings: Settings,
    /// Raised with every change; see [`People::update_settings`].
    pub version: i64,
}

/// Access to people.
pub struct People<S> {
    session: S,
}

row! {
    PersonRow { id: String, created_at: i64, settings: String, version: i64 }
}

impl PersonRow {
    fn into_person(self) -> StoreResult<Person> {
        let row = RowOf { table: "people", id: &self.id };
        Ok(Person {
            id: row.parse("id", &self.id)?,
            created_at: Timestamp::from_millis(self.created_at),
            settings: row.document("settings", &self.settings)?,
            version: self.version,
        })
    }
}

impl<S: Session> People<S> {
    pub(crate) fn new(session: S) -> Self {
        Self { session }
    }

    /// Finds a person.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn find(&mut self, id: &PersonId) -> StoreResult<Option<Person>> {
        let row = fetch_optional!(self.session, PersonRow, sql::PERSON_FIND, id.as_str())?;
        row.map(PersonRow::into_person).transpose()
    }

    /// The person who has been here longest, if there is one.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn find_single(&mut self) -> StoreResult<Option<Person>> {
        let row = fetch_optional!(self.session, PersonRow, sql::PERSON_OLDEST)?;
        row.map(PersonRow::into_person).transpose()
    }
}

impl People<&mut WriteTx> {
    /// The one person of an installation without accounts: whoever has been here longest, or, where there is nobody,
    /// a new one with the id `fresh`.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn find_or_create_single(&mut self, fresh: &PersonId, now: Timestamp) -> StoreResult<Person> {
        if self.session.is_postgres() {
            execute!(self.session, sql::postgres::SINGLE_PERSON_LOCK)?;
        }
        if let Some(person) = self.find_single().await? {
            return Ok(person);
        }
        let person = Person { id: fresh.clone(), created_at: now, settings: Settings::default(), version: 1 };
        execute!(self.session, sql::PERSON_INSERT, fresh.as_str(), now.millis(), person.settings.write())?;
        Ok(person)
    }

    /// Replaces a person's settings and gives the new version; `None` if there is no such person.
    ///
    /// # Errors
    /// [`Stale`](StoreError::Stale) if they were changed since `expected_version`.
    pub async fn update_settings(
        &mut self,
        id: &PersonId,
        settings: &Settings,
        expected_version: i64,
    ) -> StoreResult<Option<i64>> {
        let touched =
            execute!(self.session, sql::PERSON_UPDATE, settings.write(), id.as_str(), expected_version)?;
        if touched == 1 {
            return Ok(Some(expected_version + 1));
        }
        match self.find(id).await? {
            None => Ok(None),
            Some(_) => Err(StoreError::Stale { id: id.to_string(), version: expected_version }),
        }
    }
}
