//! Typed ids: a short prefix that says what the id names, and a UUIDv7 that sorts by time.

use crate::{Entropy, Timestamp};

/// Why a text is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the form {prefix}_<32 hexadecimal digits>")]
pub struct ParseIdError {
    /// The prefix that was expected.
    pub prefix: &'static str,
}

/// Writes a fresh UUIDv7 behind `prefix`.
///
/// # Source
/// RFC 9562, section 5.7: 48 bits of Unix milliseconds, then 74 random bits.
fn fresh(prefix: &str, now: Timestamp, entropy: &mut dyn Entropy) -> String {
    let mut random = [0u8; 10];
    entropy.fill(&mut random);
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    let uuid = uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid();
    format!("{prefix}_{}", uuid.simple())
}

/// Checks the form `prefix_` + 32 lower-case hexadecimal digits.
fn is_well_formed(prefix: &str, text: &str) -> bool {
    text.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .is_some_and(|hex| hex.len() == 32 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
}

macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// What every id of this kind begins with.
            pub const PREFIX: &'static str = $prefix;

            /// Makes a fresh id that sorts after the ids made at earlier milliseconds.
            pub fn generate(now: Timestamp, entropy: &mut dyn Entropy) -> Self {
                Self(fresh(Self::PREFIX, now, entropy))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                if is_well_formed(Self::PREFIX, text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(ParseIdError { prefix: Self::PREFIX })
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

typed_id!(
    /// A person: the owner of interviews and evaluations.
    PersonId, "per"
);
typed_id!(
    /// One interview.
    InterviewId, "int"
);
typed_id!(
    /// One evaluation of one answer.
    EvaluationId, "evl"
);
typed_id!(
    /// One request, as shown in logs, headers and error pages.
    RequestId, "req"
);

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(u8);
    impl Entropy for Fixed {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn ids_round_trip_and_sort_by_time() {
        let early = InterviewId::generate(Timestamp::from_millis(1_700_000_000_000), &mut Fixed(0xff));
        let late = InterviewId::generate(Timestamp::from_millis(1_700_000_000_001), &mut Fixed(0));
        assert!(early < late);
        assert_eq!(early.as_str().parse::<InterviewId>(), Ok(early.clone()));
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let id = InterviewId::generate(Timestamp::from_millis(0), &mut Fixed(7));
        assert!(id.as_str().parse::<EvaluationId>().is_err());
        assert!("int_".parse::<InterviewId>().is_err());
        assert!("int_<script>".parse::<InterviewId>().is_err());
    }
}
