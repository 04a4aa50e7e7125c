//! In a comparison: which of the two things a claim is about.

use crate::index::Index;
use crate::pattern::Alternative;

/// Whom a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Subject,
    Rival,
    Neither,
}

/// The names of the two things that are compared.
#[derive(Debug, Clone)]
pub(crate) struct Comparison {
    pub(crate) subject: Vec<Alternative>,
    pub(crate) rival: Vec<Alternative>,
}

/// Where the two things are named, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mentions {
    at: Vec<(usize, Topic)>,
}

/// Words before a name that set it aside: "unlike UDP, TCP ...", "more than SQL".
const ASIDE: &[&str] = &["unlike", "than", "not", "versus", "vs", "without", "from", "compared"];

/// Words with which a sentence goes on about what the one before it named.
const GOES_ON: &[&str] = &["it", "its", "this", "that", "here", "there", "and", "also", "so", "but"];

impl Comparison {
    /// The same from the other side.
    pub(crate) fn turned(&self) -> Self {
        Self { subject: self.rival.clone(), rival: self.subject.clone() }
    }

    /// Finds the names in an answer.
    pub(crate) fn mentions(&self, index: &Index) -> Mentions {
        let mut at = Vec::new();
        for (names, topic) in [(&self.subject, Topic::Subject), (&self.rival, Topic::Rival)] {
            for occurrence in names.iter().flat_map(|name| name.occurrences(index)) {
                if !is_aside(index, occurrence.first()) {
                    at.push((occurrence.first(), topic));
                }
            }
        }
        at.sort_unstable_by_key(|&(place, topic)| (place, topic == Topic::Rival));
        Mentions { at }
    }
}

/// Whether the name at `place` is only there to be set aside.
fn is_aside(index: &Index, place: usize) -> bool {
    let tokens = &index.text.tokens;
    let before = |back: usize| {
        let token = &tokens[place.checked_sub(back)?];
        (token.sentence == tokens[place].sentence).then_some(token.word.as_str())
    };
    let close = before(1).is_some_and(|word| ASIDE.contains(&word));
    // "instead of", "rather than", "compared to", "as opposed to" and the like end in a function word.
    let phrase = before(1).is_some_and(|word| matches!(word, "of" | "than" | "to" | "with" | "the" | "a"))
        && before(2).is_some_and(|word| {
            matches!(
                word,
                "instead" | "rather" | "compared" | "opposed" | "contrast" | "unlike" | "than" | "contrary"
            )
        });
    close || phrase
}

impl Mentions {
    /// Whom the claim in the tokens `first..=last` is about: the nearest name, where a name before the claim is nearer than
    /// one behind it and a name in the same clause nearer than one in another.
    pub(crate) fn topic(&self, index: &Index, first: usize, last: usize) -> Topic {
        let tokens = &index.text.tokens;
        let cost = |place: usize| {
            if (first..=last).contains(&place) {
                return 1;
            }
            let (edge, order, other_clause) = if place < first { (first, 0, 3) } else { (last, 4, 6) };
            let same_sentence = tokens[place].sentence == tokens[edge].sentence;
            if place > last && !same_sentence {
                return usize::MAX;
            }
            let crossed = usize::from(tokens[place].clause != tokens[edge].clause);
            index.content_distance(place, edge) + order + other_clause * crossed
        };
        let nearest = self
            .at
            .iter()
            .map(|&(place, topic)| (cost(place), place, topic))
            .filter(|(cost, ..)| *cost < usize::MAX);
        let Some(found) = nearest.min_by_key(|&(cost, place, topic)| (cost, topic == Topic::Rival, place))
        else {
            return Topic::Neither;
        };
        // The rival named in an earlier sentence is still spoken of only if this one goes on with a pronoun.
        let is_elsewhere = tokens[found.1].sentence != tokens[first].sentence;
        let start = tokens[..=first]
            .iter()
            .rposition(|token| token.sentence != tokens[first].sentence)
            .map_or(0, |at| at + 1);
        let goes_on = GOES_ON.contains(&tokens[start].word.as_str());
        if found.2 == Topic::Rival && is_elsewhere && !goes_on { Topic::Neither } else { found.2 }
    }
}
