//! The two scales: how hard a question is, and how senior an answer sounds.

/// How hard a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Asked of everybody.
    Beginner,
    /// Asked of people who have run something in production.
    Intermediate,
    /// Asked of people who decide how something is built.
    Advanced,
}

/// How senior an answer is, or for whom an interviewer expects a key point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bar {
    /// Knows what it is.
    Junior,
    /// Has used it and knows what goes wrong.
    Mid,
    /// Weighs it against alternatives.
    Senior,
}

macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),* }) => {
        impl $name {
            /// All values, lowest first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word used in files, addresses and the API.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// Reads the word back; `None` if it is not one of them.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words!(Level { Beginner => "beginner", Intermediate => "intermediate", Advanced => "advanced" });
words!(Bar { Junior => "junior", Mid => "mid", Senior => "senior" });
