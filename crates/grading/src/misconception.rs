//! Whether a misconception was said, and not only mentioned to reject it.

use crate::compile::{CompiledMisconception, CompiledRubric};
use crate::evaluation::{KeyPointVerdict, MisconceptionHeard, Verdict};
use crate::index::Index;
use crate::paraphrase::Kin;
use crate::pattern::Occurrence;
use crate::subject::{Comparison, Topic};

/// Share of a sentence that makes a misconception heard.
const HEARD_MIN: f32 = 0.78;

/// By how much it must be heard better than any right sentence in the same place.
const MARGIN: f32 = 0.10;

/// Share of one of its sentences that must support an anchored pattern: patterns alone are noise.
const SUPPORT_MIN: f32 = 0.40;

/// How many content words an anchored pattern may spread over.
const SPREAD_MAX: usize = 9;

/// Words beside a claim that ascribe it to somebody else.
const OPINIONS: &[&[&str]] = &[
    &["mistake"],
    &["mistakes"],
    &["myth"],
    &["misconception"],
    &["person", "think"],
    &["person", "say"],
    &["some", "think"],
    &["might", "think"],
    &["may", "think"],
    &["beginner"],
    &["beginners"],
    &["not", "true"],
    &["pitfall"],
];

/// Words beside a claim that judge it.
const JUDGEMENTS: &[&[&str]] = &[
    &["wrong"],
    &["naive"],
    &["tempting"],
    &["not", "enough"],
    &["bug"],
    &["danger"],
    &["problem"],
    &["incorrect"],
    &["avoid"],
    &["never"],
    &["bad"],
    &["anti", "pattern"],
    &["antipattern"],
    &["trap"],
    &["fails"],
    &["broken"],
    &["do", "not"],
    &["should", "not"],
];

/// Hears one misconception.
pub(crate) fn hear(
    rubric: &CompiledRubric,
    misconception: &CompiledMisconception,
    index: &Index,
    verdicts: &[KeyPointVerdict],
) -> Option<MisconceptionHeard> {
    let range =
        by_pattern(rubric, misconception, index).or_else(|| by_sentence(rubric, misconception, index))?;
    if is_rejected(index, range)
        || knows_better(misconception, index, range)
        || !is_about_it(misconception, index, range)
    {
        return None;
    }
    let evidence = index.text.span(range.0, range.1);
    // A contradicted key point in the same place is the same mistake: it is held against the answer once.
    let is_counted = verdicts
        .iter()
        .any(|verdict| verdict.verdict == Verdict::Contradicted && verdict.evidence.contains(&evidence));
    if is_counted {
        return None;
    }
    let source = &misconception.source;
    Some(MisconceptionHeard { id: source.id.clone(), evidence, correction: source.correction.clone() })
}

/// Whether it is said of what it is wrong about: of the other side of a comparison it may well be right.
fn is_about_it(misconception: &CompiledMisconception, index: &Index, range: (usize, usize)) -> bool {
    let topic = |comparison: &Comparison| comparison.mentions(index).topic(index, range.0, range.1);
    misconception.comparison.as_ref().is_none_or(|comparison| topic(comparison) == Topic::Subject)
}

/// The anchored pattern: all groups within one clause or two, none of them denied.
fn by_pattern(
    rubric: &CompiledRubric,
    misconception: &CompiledMisconception,
    index: &Index,
) -> Option<(usize, usize)> {
    let groups: Vec<Vec<Occurrence>> = misconception
        .groups
        .iter()
        .map(|group| group.iter().flat_map(|alternative| alternative.occurrences(index)).collect())
        .collect();
    let (anchors, others) = groups.split_first()?;
    'anchors: for anchor in anchors {
        let (mut first, mut last) = (anchor.first(), anchor.last());
        if is_denied(index, anchor) {
            continue;
        }
        for group in others {
            let nearest = group
                .iter()
                .filter(|o| {
                    !is_denied(index, o) && !o.places.iter().any(|place| anchor.places.contains(place))
                })
                .min_by_key(|o| index.content_distance(o.first(), anchor.first()));
            let Some(nearest) = nearest else { continue 'anchors };
            first = first.min(nearest.first());
            last = last.max(nearest.last());
        }
        let one_sentence = index.text.tokens[first].sentence == index.text.tokens[last].sentence;
        if !one_sentence || index.content_distance(first, last) > SPREAD_MAX {
            continue;
        }
        let clauses = index.clause_range(index.clause_of(first), index.clause_of(last));
        let support = heard_in(rubric, misconception, index, clauses);
        if support >= SUPPORT_MIN && support >= right_in(rubric, index, clauses) {
            return Some((first, last));
        }
    }
    None
}

/// A whole sentence, heard better than any right sentence in the same place.
fn by_sentence(
    rubric: &CompiledRubric,
    misconception: &CompiledMisconception,
    index: &Index,
) -> Option<(usize, usize)> {
    let kin = Kin::default();
    let best = misconception
        .heard_as
        .iter()
        .filter_map(|sentence| sentence.best(index, &kin, &rubric.opposites, HEARD_MIN))
        .filter(|found| found.agrees >= HEARD_MIN && found.conflicts < 0.15 && found.as_wrong() > 0.0)
        .max_by(|a, b| a.ordered.total_cmp(&b.ordered))?;
    (best.ordered >= right_in(rubric, index, best.range) + MARGIN).then_some(best.range)
}

/// How well any right sentence of the rubric is heard between two tokens.
fn right_in(rubric: &CompiledRubric, index: &Index, range: (usize, usize)) -> f32 {
    let sentences = rubric
        .key_points
        .iter()
        .flat_map(|point| point.heard_as.iter().map(move |sentence| (point, sentence)));
    sentences
        .map(|(point, sentence)| sentence.heard_within(index, &point.kin, &rubric.opposites, range).ordered)
        .fold(0.0, f32::max)
}

/// How well any sentence of a misconception is heard between two tokens, with the words that tell it from right ones.
fn heard_in(
    rubric: &CompiledRubric,
    misconception: &CompiledMisconception,
    index: &Index,
    range: (usize, usize),
) -> f32 {
    let kin = Kin::default();
    let found = misconception.heard_as.iter().map(|s| s.heard_within(index, &kin, &rubric.opposites, range));
    found.map(|found| found.as_wrong()).fold(0.0, f32::max)
}

fn is_denied(index: &Index, occurrence: &Occurrence) -> bool {
    occurrence.places.iter().any(|&place| {
        let negator = index.text.tokens[place].negated_by;
        negator.is_some_and(|negator| !occurrence.places.contains(&negator))
    })
}

/// Whether the answer holds a claim at arm's length: as an opinion of others, or judged.
fn is_rejected(index: &Index, range: (usize, usize)) -> bool {
    is_beside(index, range, OPINIONS) || is_beside(index, range, JUDGEMENTS)
}

/// Whether the answer reports a claim as what others think.
pub(crate) fn is_reported(index: &Index, range: (usize, usize)) -> bool {
    is_beside(index, range, OPINIONS)
}

/// Whether one of the phrases stands shortly before a claim, in it, or right behind it in its sentence.
fn is_beside(index: &Index, range: (usize, usize), phrases: &[&[&str]]) -> bool {
    let tokens = &index.text.tokens;
    let from = range.0.saturating_sub(8);
    let to = (range.1 + 7).min(tokens.len());
    let words: Vec<&str> = tokens[from..range.0]
        .iter()
        .chain(tokens[range.1 + 1..to].iter().take_while(|token| token.sentence == tokens[range.1].sentence))
        .map(|token| token.word.as_str())
        .collect();
    phrases.iter().any(|phrase| words.windows(phrase.len()).any(|window| window == *phrase))
}

/// Whether the answer says, in the same sentence or one beside it, what shows that the candidate knows better.
fn knows_better(misconception: &CompiledMisconception, index: &Index, range: (usize, usize)) -> bool {
    let tokens = &index.text.tokens;
    let (from, to) = (tokens[range.0].sentence.saturating_sub(1), tokens[range.1].sentence + 1);
    misconception
        .unless
        .iter()
        .flat_map(|alternative| alternative.occurrences(index))
        .any(|o| (from..=to).contains(&tokens[o.first()].sentence))
}
