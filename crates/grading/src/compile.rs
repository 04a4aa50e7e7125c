//! A rubric made ready for matching: done once for each question, not for each answer.

use std::collections::{HashMap, HashSet};

use crate::affinity::Subject;
use crate::glossary::Glossary;
use crate::index::Index;
use crate::paraphrase::{Kin, OppositeStems, Paraphrase, Usage, Weights};
use crate::pattern::Alternative;
use crate::rubric::{KeyPoint, Misconception, Pattern, Rubric};
use crate::subject::Comparison;
use crate::text::{Reader, Text};
use crate::vocabulary::Vocabulary;

/// A rubric made ready for matching.
pub struct CompiledRubric {
    pub(crate) reader: Reader,
    pub(crate) vocabulary: Vocabulary,
    /// Stems of the prompt, in order.
    pub(crate) prompt: Vec<String>,
    pub(crate) key_points: Vec<CompiledKeyPoint>,
    pub(crate) misconceptions: Vec<CompiledMisconception>,
    pub(crate) opposites: OppositeStems,
    pub(crate) subject: Subject,
    /// Whether the key points were cut from a reference answer.
    pub(crate) is_derived: bool,
}

/// One key point made ready.
pub(crate) struct CompiledKeyPoint {
    pub(crate) source: KeyPoint,
    /// Concept groups, or the items of a pool.
    pub(crate) groups: Vec<Vec<Alternative>>,
    /// How many items of a pool make it covered; `None` if all groups must be heard together.
    pub(crate) need: Option<usize>,
    pub(crate) heard_as: Vec<Paraphrase>,
    pub(crate) reversed: Vec<Paraphrase>,
    pub(crate) comparison: Option<Comparison>,
    pub(crate) kin: Kin,
    /// Stems that the key point's own sentences use under a negation: there a negation is no contradiction.
    pub(crate) negatable: HashSet<String>,
}

/// One misconception made ready.
pub(crate) struct CompiledMisconception {
    pub(crate) source: Misconception,
    pub(crate) groups: Vec<Vec<Alternative>>,
    pub(crate) heard_as: Vec<Paraphrase>,
    pub(crate) unless: Vec<Alternative>,
    /// What it is said of and what not, where it names one side of a comparison.
    pub(crate) comparison: Option<Comparison>,
}

impl std::fmt::Debug for CompiledRubric {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CompiledRubric").field("key_points", &self.key_points.len()).finish_non_exhaustive()
    }
}

impl CompiledRubric {
    /// Makes `rubric` ready, with what `glossary` knows about words.
    pub fn compile(rubric: &Rubric, glossary: &Glossary) -> Self {
        let reader = Reader::new(glossary);
        let mut vocabulary = Vocabulary::default();
        for word in &glossary.known {
            vocabulary.know(&reader.stem(&reader.language.spell(word)));
        }
        let subject = Subject::of(rubric, &reader);
        let opposites = opposite_stems(glossary, &reader);
        let weights = weigh(rubric, &reader);
        let prompt = reader.read(&rubric.prompt).tokens.into_iter().map(|token| token.stem).collect();
        let key_points: Vec<CompiledKeyPoint> = rubric
            .key_points
            .iter()
            .map(|key_point| compile_key_point(key_point, &reader, &weights, &mut vocabulary))
            .collect();
        let right =
            key_points.iter().flat_map(|point| &point.heard_as).flat_map(Paraphrase::usages).collect();
        let misconceptions = rubric
            .misconceptions
            .iter()
            .map(|misconception| {
                compile_misconception(misconception, &key_points, &reader, &weights, &right, &mut vocabulary)
            })
            .collect();
        for token in reader.read(&rubric.reference).tokens {
            vocabulary.know(&token.stem);
        }
        Self { reader, vocabulary, prompt, key_points, misconceptions, opposites, subject, is_derived: false }
    }
}

/// Weighs the words of a rubric by how many of its key points use them.
fn weigh(rubric: &Rubric, reader: &Reader) -> Weights {
    let given = std::iter::once(&rubric.prompt)
        .chain(&rubric.given)
        .flat_map(|text| reader.read(text).tokens)
        .map(|token| token.stem)
        .collect();
    let groups: Vec<Vec<Text>> = rubric
        .key_points
        .iter()
        .map(|point| {
            std::iter::once(&point.says).chain(&point.heard_as).map(|text| reader.read(text)).collect()
        })
        .collect();
    Weights::count(&groups, given)
}

fn compile_key_point(
    point: &KeyPoint,
    reader: &Reader,
    weights: &Weights,
    vocabulary: &mut Vocabulary,
) -> CompiledKeyPoint {
    let (written, need) = match &point.pattern {
        Pattern::All(groups) => (groups, None),
        Pattern::Pool { need, of } => (of, Some(*need)),
    };
    let groups = alternatives(written, reader, vocabulary);
    let mut parse = |sentences: &[String]| -> Vec<Paraphrase> {
        sentences
            .iter()
            .filter_map(|sentence| Paraphrase::parse(sentence, reader, weights, vocabulary))
            .collect()
    };
    let mut heard_as = parse(&point.heard_as);
    heard_as.extend(parse(std::slice::from_ref(&point.says)));
    let right: HashSet<Usage> = heard_as.iter().flat_map(Paraphrase::usages).collect();
    let reversed = parse(&point.reversed).into_iter().map(|sentence| sentence.tell_from(&right)).collect();
    let comparison = point.about.as_ref().map(|about| Comparison {
        subject: about
            .subject
            .iter()
            .filter_map(|name| Alternative::parse(name, reader, vocabulary))
            .collect(),
        rival: about.rival.iter().filter_map(|name| Alternative::parse(name, reader, vocabulary)).collect(),
    });
    let kin = if need.is_none() { kin_of(&groups) } else { Kin::default() };
    let negatable = heard_as.iter().flat_map(Paraphrase::negated_stems).map(str::to_owned).collect();
    CompiledKeyPoint { source: point.clone(), groups, need, heard_as, reversed, comparison, kin, negatable }
}

fn compile_misconception(
    misconception: &Misconception,
    key_points: &[CompiledKeyPoint],
    reader: &Reader,
    weights: &Weights,
    right: &HashSet<Usage>,
    vocabulary: &mut Vocabulary,
) -> CompiledMisconception {
    let groups = alternatives(&misconception.concepts, reader, vocabulary);
    let heard_as = std::iter::once(&misconception.says)
        .chain(&misconception.heard_as)
        .filter_map(|sentence| Paraphrase::parse(sentence, reader, weights, vocabulary))
        .map(|sentence| sentence.tell_from(right))
        .collect();
    let unless =
        misconception.unless.iter().filter_map(|word| Alternative::parse(word, reader, vocabulary)).collect();
    let comparison = comparison_of(misconception, key_points, reader);
    CompiledMisconception { source: misconception.clone(), groups, heard_as, unless, comparison }
}

/// Which side of a comparison a misconception is about: the one that it names, if it names one alone.
fn comparison_of(
    misconception: &Misconception,
    key_points: &[CompiledKeyPoint],
    reader: &Reader,
) -> Option<Comparison> {
    let index = Index::new(reader.read(&misconception.says), &[], &Vocabulary::default());
    let names = |side: &[Alternative]| side.iter().any(|name| !name.occurrences(&index).is_empty());
    key_points.iter().filter_map(|point| point.comparison.as_ref()).find_map(|comparison| {
        match (names(&comparison.subject), names(&comparison.rival)) {
            (true, false) => Some(comparison.clone()),
            (false, true) => Some(comparison.turned()),
            _ => None,
        }
    })
}

fn alternatives(
    groups: &[Vec<String>],
    reader: &Reader,
    vocabulary: &mut Vocabulary,
) -> Vec<Vec<Alternative>> {
    groups
        .iter()
        .map(|group| {
            group.iter().filter_map(|written| Alternative::parse(written, reader, vocabulary)).collect()
        })
        .collect()
}

/// Which single words stand for each other within a key point.
fn kin_of(groups: &[Vec<Alternative>]) -> Kin {
    let mut same: HashMap<String, Vec<String>> = HashMap::new();
    for group in groups {
        let stems: Vec<&str> = group.iter().filter_map(Alternative::single_stem).collect();
        for stem in &stems {
            let others = stems.iter().filter(|other| *other != stem).map(|other| (*other).to_owned());
            same.entry((*stem).to_owned()).or_default().extend(others);
        }
    }
    Kin { same }
}

fn opposite_stems(glossary: &Glossary, reader: &Reader) -> OppositeStems {
    let mut all = OppositeStems::new();
    let stems = |words: &[String]| -> Vec<String> {
        words
            .iter()
            .filter_map(|word| reader.read(word).tokens.into_iter().next())
            .map(|token| token.stem)
            .collect()
    };
    for pair in &glossary.opposites {
        let (one, other) = (stems(&pair.one), stems(&pair.other));
        for (from, to) in [(&one, &other), (&other, &one)] {
            for stem in from {
                all.entry(stem.clone()).or_default().extend(to.iter().cloned());
            }
        }
    }
    all
}
