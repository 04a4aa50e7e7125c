//! Pages of a list, by keyset: a cursor names the last row seen, so that a page stays right while rows are added.

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows of this page, in the list's order.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// Turns each row into another type.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

/// How many rows a page may hold: 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(u16);

impl Limit {
    /// The largest page that is served.
    pub const MAX: u16 = 100;

    /// Clamps the wish of a caller into 1 to [`Limit::MAX`].
    pub fn clamped(rows: u16) -> Self {
        Self(rows.clamp(1, Self::MAX))
    }

    /// The number of rows.
    pub fn rows(self) -> usize {
        usize::from(self.0)
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(20)
    }
}

/// The sort key of the last row of a page: opaque to callers, printable in an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(String);

/// A text that is not a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor that this server has given out")]
pub struct ParseCursorError;

impl Cursor {
    /// The key after which the next page begins.
    pub fn after(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    /// The key itself.
    pub fn key(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Cursor {
    type Err = ParseCursorError;

    fn from_str(text: &str) -> Result<Self, ParseCursorError> {
        let fits = !text.is_empty() && text.len() <= 200;
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':'));
        if fits && plain { Ok(Self(text.to_owned())) } else { Err(ParseCursorError) }
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
