//! Slugs: the names of questions, topics and technologies.

/// A name of lower-case letters, digits and single dashes, such as `cap-and-consistency`; at most 64 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// A text that is not a slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not a name of lower-case letters, digits and single dashes")]
pub struct ParseSlugError {
    /// The text that was given, cut to 64 characters.
    pub text: String,
}

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The slug as words for a reader: `api-design` becomes `api design`.
    pub fn words(&self) -> String {
        self.0.replace('-', " ")
    }
}

impl std::str::FromStr for Slug {
    type Err = ParseSlugError;

    fn from_str(text: &str) -> Result<Self, ParseSlugError> {
        let chars = text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let dashes = !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        if chars && dashes && !text.is_empty() && text.len() <= 64 {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseSlugError { text: text.chars().take(64).collect() })
        }
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_strict() {
        for good in ["http", "api-design", "tls-1-3"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "ä", "../etc"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
