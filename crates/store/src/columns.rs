//! Reading columns back into values, and saying which one cannot be read.

use std::borrow::Cow;
use std::str::FromStr;

use greenroom_core::{Cursor, Timestamp};

use crate::documents::Stored;
use crate::{StoreError, StoreResult};

/// One row of a table, for reading its columns.
#[derive(Clone, Copy)]
pub(crate) struct RowOf<'a> {
    pub(crate) table: &'static str,
    pub(crate) id: &'a str,
}

impl RowOf<'_> {
    /// The error that names a column of this row.
    pub(crate) fn inconsistent(self, column: &'static str) -> StoreError {
        StoreError::Inconsistent { table: self.table, column, id: self.id.to_owned() }
    }

    /// Reads an id or a name.
    pub(crate) fn parse<T: FromStr>(self, column: &'static str, text: &str) -> StoreResult<T> {
        text.parse().map_err(|_| self.inconsistent(column))
    }

    /// Reads one of an enum's words.
    pub(crate) fn word<T>(
        self,
        column: &'static str,
        word: &str,
        read: fn(&str) -> Option<T>,
    ) -> StoreResult<T> {
        read(word).ok_or_else(|| self.inconsistent(column))
    }

    /// Reads a number into a narrower type.
    pub(crate) fn number<T: TryFrom<i64>>(self, column: &'static str, number: i64) -> StoreResult<T> {
        T::try_from(number).map_err(|_| self.inconsistent(column))
    }

    /// Reads a number that may be missing.
    pub(crate) fn number_or_none<T: TryFrom<i64>>(
        self,
        column: &'static str,
        number: Option<i64>,
    ) -> StoreResult<Option<T>> {
        number.map(|number| self.number(column, number)).transpose()
    }

    /// Reads a document.
    pub(crate) fn document<T: Stored>(self, column: &'static str, text: &str) -> StoreResult<T> {
        T::read(text).map_err(|_| self.inconsistent(column))
    }
}

/// Text as both databases can hold it: PostgreSQL refuses NUL. The sign for "substitute" takes its place; it is one
/// byte long as well, so that offsets into the text stay right.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{1a}")) } else { Cow::Borrowed(text) }
}

/// The sort key of a list that is ordered by a time and an id, newest first.
pub(crate) struct Keyset<'a> {
    pub(crate) millis: i64,
    pub(crate) id: &'a str,
}

impl<'a> Keyset<'a> {
    /// Reads a cursor; without one, the key before the first row.
    pub(crate) fn read(cursor: Option<&'a Cursor>) -> StoreResult<Self> {
        let Some(cursor) = cursor else { return Ok(Self { millis: i64::MAX, id: "" }) };
        let (millis, id) = cursor.key().split_once('.').ok_or(StoreError::BadCursor)?;
        Ok(Self { millis: millis.parse().map_err(|_| StoreError::BadCursor)?, id })
    }

    /// The cursor behind a row.
    pub(crate) fn cursor(at: Timestamp, id: &str) -> Cursor {
        Cursor::after(format!("{}.{id}", at.millis()))
    }
}

/// Makes a page of the rows, of which one more than wanted was asked for, to see whether there is a next page.
pub(crate) fn page<T>(
    mut items: Vec<T>,
    rows: usize,
    cursor: impl Fn(&T) -> Cursor,
) -> greenroom_core::Page<T> {
    let has_more = items.len() > rows;
    items.truncate(rows);
    let next = if has_more { items.last().map(cursor) } else { None };
    greenroom_core::Page { items, next }
}

/// A count or a limit as the databases know it.
pub(crate) fn big(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_survive_the_loss_of_nul() {
        assert_eq!(text("a\0b"), "a\u{1a}b");
        assert!(matches!(text("ab"), Cow::Borrowed("ab")));
    }

    #[test]
    fn a_cursor_reads_back_and_a_foreign_one_is_refused() {
        let cursor = Keyset::cursor(Timestamp::from_millis(-5), "int_1");
        let key = Keyset::read(Some(&cursor)).unwrap();
        assert_eq!((key.millis, key.id), (-5, "int_1"));
        for foreign in ["abc", "1:2", "x.int_1"] {
            let cursor: Cursor = foreign.parse().unwrap();
            assert!(matches!(Keyset::read(Some(&cursor)), Err(StoreError::BadCursor)), "{foreign}");
        }
    }
}
