//! What all questions share: spellings, abbreviations, slips of speech recognition, and opposites.

/// Shared knowledge about words. It is content, read from a file, not learned weights.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glossary {
    /// Phrases and what is read in their place: `k8s` as `kubernetes`, `sequel` as `sql`, `post gres` as `postgres`.
    pub rewrites: Vec<Rewrite>,
    /// Words of opposite meaning: a claim that has the one where a key point has the other is a swapped claim.
    pub opposites: Vec<Opposites>,
    /// Words that are spelled right though no rubric holds them: they are never taken for a typo of another word.
    pub known: Vec<String>,
}

/// One phrase and what is read in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// What people write, say or what a recogniser makes of it.
    pub heard: String,
    /// What it is read as.
    pub meant: String,
}

/// Two sets of words of opposite meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opposites {
    /// Words of the one side, such as `before`, `earlier`.
    pub one: Vec<String>,
    /// Words of the other side, such as `after`, `later`.
    pub other: Vec<String>,
}
