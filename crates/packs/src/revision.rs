//! The revision of a rubric: a short name that changes whenever anything by which answers are graded does.

use greenroom_grading::{Pattern, Rubric};

/// Names this very rubric: 16 hexadecimal digits. The order and layout of the file do not matter, only what it says.
pub(crate) fn revision(rubric: &Rubric) -> String {
    let mut hash = Fnv::new();
    hash.text(&rubric.prompt);
    hash.texts(&rubric.given);
    hash.count(rubric.key_points.len());
    for point in &rubric.key_points {
        hash.texts([point.id.as_str(), point.bar.as_str(), &point.says, &point.why, &point.ask]);
        hash.count(usize::from(point.weight));
        hash.texts(&point.heard_as);
        match &point.pattern {
            Pattern::All(groups) => hash.groups("all", 0, groups),
            Pattern::Pool { need, of } => hash.groups("pool", *need, of),
        }
        hash.texts(&point.reversed);
        hash.texts(point.about.iter().flat_map(|about| &about.subject));
        hash.texts(point.about.iter().flat_map(|about| &about.rival));
    }
    hash.count(rubric.misconceptions.len());
    for misconception in &rubric.misconceptions {
        hash.texts([misconception.id.as_str(), &misconception.says, &misconception.correction]);
        hash.texts(&misconception.heard_as);
        hash.groups("concepts", 0, &misconception.concepts);
        hash.texts(&misconception.unless);
    }
    hash.text(&rubric.reference);
    format!("{:016x}", hash.0)
}

/// FNV-1a with 64 bits: not against forgers, only to tell one text from another.
///
/// # Source
/// Fowler, Noll, Vo; draft-eastlake-fnv.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn count(&mut self, count: usize) {
        self.bytes(&u64::try_from(count).unwrap_or(u64::MAX).to_le_bytes());
    }

    /// A text with its length, so that no two lists of texts look alike.
    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes(text.as_bytes());
    }

    fn texts<'a, T: AsRef<str> + ?Sized + 'a>(&mut self, texts: impl IntoIterator<Item = &'a T>) {
        let mut count = 0;
        for text in texts {
            self.text(text.as_ref());
            count += 1;
        }
        self.count(count);
    }

    fn groups(&mut self, kind: &str, need: usize, groups: &[Vec<String>]) {
        self.text(kind);
        self.count(need);
        self.count(groups.len());
        for group in groups {
            self.texts(group);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv() {
        let mut hash = Fnv::new();
        hash.bytes(b"foobar");
        assert_eq!(hash.0, 0x8594_4171_f739_67e8);
    }

    #[test]
    fn every_part_counts() {
        let rubric = Rubric {
            prompt: "p".into(),
            given: vec!["a".into(), "b".into()],
            key_points: Vec::new(),
            misconceptions: Vec::new(),
            reference: "r".into(),
        };
        let first = revision(&rubric);
        assert_eq!(first, revision(&rubric.clone()));
        assert_ne!(first, revision(&Rubric { given: vec!["ab".into()], ..rubric.clone() }));
        assert_ne!(first, revision(&Rubric { reference: "r.".into(), ..rubric }));
    }
}
