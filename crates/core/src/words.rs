//! The words that files, addresses and the API use for the values of an enum.

/// Adds `ALL`, `as_str`, `from_word` and `Display` to an enum without data.
///
/// ```
/// #[derive(Debug, Clone, Copy, PartialEq, Eq)]
/// enum Tone { Warm, Neutral }
/// greenroom_core::words!(Tone { Warm => "warm", Neutral => "neutral" });
///
/// assert_eq!(Tone::from_word("warm"), Some(Tone::Warm));
/// assert_eq!(Tone::Neutral.to_string(), "neutral");
/// ```
#[macro_export]
macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),* $(,)? }) => {
        impl $name {
            /// All values, in the order in which they are declared.
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
