//! The numbers: from verdicts to scores and the level bar.

use greenroom_core::{Bar, Slug};

use crate::evaluation::{KeyPointVerdict, LevelBar, MisconceptionHeard, Score, Verdict};
use crate::index::{Index, ratio};
use crate::verdict::percent;

/// Share of the weight at which an answer gets full marks: nobody says everything in four minutes. Our choice, fixed on
/// the development half of the golden answers.
const FULL_MARKS_AT: f32 = 0.85;

/// What a contradicted key point costs, as a share of its weight.
const CONTRADICTION_COST: f32 = 0.25;

/// What a misconception weighs among the claims of an answer, as a key point's weight does.
const MISCONCEPTION_WEIGHT: f32 = 2.5;

/// This much wrong weight is forgiven: one slip is human, and hearing can err.
const FORGIVEN_WEIGHT: f32 = 2.0;

/// What each wrong claim after the first leaves of the trust: one can be a slip, or misheard; two or three are not. Fixed on
/// the development half of the golden answers.
const AGAIN: f32 = 0.65;

/// How much faster trust falls than the share of right claims. Our choice, fixed on the development half of the golden
/// answers: a confidently wrong answer that uses all the right words keeps about a third of what it would earn.
const TRUST_POWER: f32 = 1.6;

/// Share of the weight of one level that reaches it.
const BAR_SHARE: f32 = 0.6;

/// Scores an answer. `belief` says how far it is believed to speak of the question, 0 to 1.
pub(crate) fn score(
    index: &Index,
    points: &[KeyPointVerdict],
    misconceptions: &[MisconceptionHeard],
    belief: f32,
) -> Score {
    let all = || points.iter();
    let weight = sum(all(), |_| 1.0);
    let heard = sum(all(), credit);
    let against = sum(all().filter(|p| p.verdict == Verdict::Contradicted), |_| 1.0);
    #[expect(clippy::cast_precision_loss, reason = "a rubric has a handful of misconceptions")]
    let wrong = against + misconceptions.len() as f32 * MISCONCEPTION_WEIGHT;
    let raw = (heard - against * CONTRADICTION_COST) / weight.max(1.0) / FULL_MARKS_AT;
    let slips = all().filter(|p| p.verdict == Verdict::Contradicted).count() + misconceptions.len();
    let total = percent(raw.min(1.0) * trust(heard, wrong, slips) * belief);
    let accuracy = if heard + wrong > 0.0 { percent(heard / (heard + wrong)) } else { 0 };
    let deep = || points.iter().filter(|point| point.bar > Bar::Junior);
    let depth = percent(sum(deep(), credit) / sum(deep(), |_| 1.0).max(1.0));
    Score {
        total,
        coverage: percent(heard / weight.max(1.0)),
        accuracy,
        depth,
        structure: structure(index, points),
        level: level(points, misconceptions),
    }
}

/// How far the right claims of an answer are believed, 0 to 1, seeing how much of it is wrong (as weight, and in how many
/// `slips`). Who is wrong again and again has the words and not the idea.
fn trust(heard: f32, wrong: f32, slips: usize) -> f32 {
    let wrong = (wrong - FORGIVEN_WEIGHT).max(0.0);
    let again = i32::try_from(slips.saturating_sub(1)).unwrap_or(i32::MAX);
    let share = if wrong == 0.0 { 1.0 } else { (heard / (heard + wrong)).powf(TRUST_POWER) };
    share * AGAIN.powi(again)
}

/// What a verdict earns, as a share of the weight.
fn credit(verdict: Verdict) -> f32 {
    match verdict {
        Verdict::Covered => 1.0,
        Verdict::Partial => 0.5,
        Verdict::Missing | Verdict::Contradicted => 0.0,
    }
}

fn sum<'a>(points: impl Iterator<Item = &'a KeyPointVerdict>, earn: impl Fn(Verdict) -> f32) -> f32 {
    points.map(|point| f32::from(point.weight) * earn(point.verdict)).sum()
}

/// Words that show how one statement hangs on another.
const LINKS: &[&str] = &[
    "because",
    "so",
    "therefore",
    "thus",
    "since",
    "but",
    "however",
    "whereas",
    "while",
    "although",
    "if",
    "when",
    "then",
    "first",
    "second",
    "finally",
    "next",
    "also",
    "instead",
    "otherwise",
    "example",
    "instance",
];

/// Whether the answer is made of statements in a followable order: it has several sentences or clauses, links between
/// them, is no list, and says the heaviest thing in its first half.
fn structure(index: &Index, points: &[KeyPointVerdict]) -> u8 {
    let tokens = &index.text.tokens;
    let statements = index.clauses.len();
    let links: std::collections::HashSet<&str> =
        tokens.iter().map(|token| token.word.as_str()).filter(|word| LINKS.contains(word)).collect();
    let heaviest = points.iter().filter(|p| p.verdict == Verdict::Covered).max_by_key(|p| p.weight);
    let half = tokens.get(tokens.len() / 2).map_or(0, |token| token.span.start);
    let leads = heaviest.and_then(|p| p.evidence.first()).is_some_and(|span| span.start <= half);
    let parts = [
        (ratio(statements.min(6), 6), 30.0),
        (ratio(links.len().min(4), 4), 35.0),
        (f32::from(u8::from(leads)), 20.0),
        (1.0 - index.listed_share(), 15.0),
    ];
    percent(parts.iter().map(|(share, points)| share * points / 100.0).sum())
}

/// How senior the answer sounds: each level needs [`BAR_SHARE`] of the weight expected up to it.
fn level(points: &[KeyPointVerdict], misconceptions: &[MisconceptionHeard]) -> LevelBar {
    let mut reached = None;
    for &bar in Bar::ALL {
        let own = || points.iter().filter(move |point| point.bar == bar);
        let weight = sum(own(), |_| 1.0);
        let has_reached = weight == 0.0 || sum(own(), credit) / weight >= BAR_SHARE;
        if !has_reached || !misconceptions.is_empty() && bar > Bar::Junior {
            break;
        }
        reached = Some(bar);
    }
    let next = Bar::ALL.iter().copied().find(|&bar| Some(bar) > reached);
    let mut open: Vec<&KeyPointVerdict> = points
        .iter()
        .filter(|p| next.is_some_and(|next| p.bar <= next) && p.verdict != Verdict::Covered)
        .collect();
    open.sort_by_key(|p| (std::cmp::Reverse(p.weight), p.bar));
    let gap: Vec<Slug> = open.into_iter().map(|p| p.id.clone()).collect();
    LevelBar { reached, next, gap }
}
