//! Whether a key point was heard, and where.

use greenroom_core::Span;

use crate::compile::{CompiledKeyPoint, CompiledRubric};
use crate::evaluation::{KeyPointVerdict, Verdict};
use crate::explain::{Explained, Nearest};
use crate::index::Index;
use crate::misconception::is_reported;
use crate::paraphrase::{Kin, Match, OppositeStems, Paraphrase};
use crate::pattern::{Alternative, Occurrence};
use crate::subject::{Mentions, Topic};

/// How many content words the concept groups of one claim may spread over.
const SPREAD_MAX: usize = 12;

/// Within this many content words no further support is asked for.
const SPREAD_TIGHT: usize = 5;

/// How many sentences one claim may spread over.
const SENTENCES_MAX: usize = 2;

/// Share of a paraphrase that makes a loose claim believable.
const SUPPORT_MIN: f32 = 0.34;

/// The same for a claim that spreads over two sentences.
const SUPPORT_ACROSS_MIN: f32 = 0.45;

/// Share of a paraphrase that alone makes a key point covered, or partly heard.
const PARAPHRASE_COVERED: f32 = 0.70;
const PARAPHRASE_PARTIAL: f32 = 0.50;

/// Share of a paraphrase that makes a key point partly heard when only some of its groups are: most of them, or fewer.
const HALF_HEARD_MOSTLY_MIN: f32 = 0.35;
const HALF_HEARD_MIN: f32 = 0.42;

/// Share of a reversed sentence that makes it heard, and by how much it must be heard better than the right ones.
const REVERSED_MIN: f32 = 0.50;
const REVERSED_MARGIN: f32 = 0.0;

/// Share of a right sentence that must be there, and of it that must be denied, for a denial.
const DENIAL_MIN: f32 = 0.75;
const DENIAL_CONFLICT_MIN: f32 = 0.20;

/// Where a right sentence is heard better than this, nothing is denied: another one only uses the same words.
const DENIAL_RIGHT_MAX: f32 = 0.55;

/// What a right sentence of one or two content words is worth against a reversed one.
const SHORT_WORTH: f32 = 0.7;

/// How strong a claim must be to count.
const COVERED_MIN: f32 = 0.70;
const PARTIAL_MIN: f32 = 0.45;

/// How strong a claim is at most that is negated: too weak to count alone.
const UNCLEAR: f32 = 0.30;

/// What a stretch of the answer says about a key point.
struct Claim {
    /// First and last token.
    range: (usize, usize),
    /// How strongly, 0 to 1.
    strength: f32,
}

/// Where a claim stands to a key point.
enum Stance {
    Agrees,
    Unclear,
    Opposes,
}

/// All that the answer says about a key point.
#[derive(Default)]
struct Claims {
    agreeing: Vec<Claim>,
    opposing: Vec<Claim>,
}

impl Claims {
    fn best(claims: &[Claim]) -> Option<&Claim> {
        claims.iter().max_by(|a, b| a.strength.total_cmp(&b.strength).then(b.range.cmp(&a.range)))
    }
}

/// Judges one key point.
pub(crate) fn judge(rubric: &CompiledRubric, point: &CompiledKeyPoint, index: &Index) -> KeyPointVerdict {
    let heard = Listener { rubric, point, index };
    let (verdict, evidence, confidence) = match point.need {
        Some(need) => heard.pool(need),
        None => heard.together(),
    };
    let source = &point.source;
    KeyPointVerdict {
        id: source.id.clone(),
        weight: source.weight,
        bar: source.bar,
        verdict,
        evidence,
        confidence,
    }
}

/// Says what was found for a key point, and what came close.
pub(crate) fn explain(
    rubric: &CompiledRubric,
    point: &CompiledKeyPoint,
    index: &Index,
    verdict: Verdict,
) -> Explained {
    let listener = Listener { rubric, point, index };
    let occurrences = |group: &Vec<Alternative>| {
        let found = group.iter().flat_map(|alternative| alternative.occurrences(index));
        let mut spans: Vec<Span> = found.map(|o| index.text.span(o.first(), o.last())).collect();
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup();
        spans
    };
    let nearest = |found: Vec<(&Paraphrase, Match)>| {
        let best = found.into_iter().max_by(|a, b| a.1.agrees.total_cmp(&b.1.agrees))?;
        let (sentence, found) = best;
        Some(Nearest {
            sentence: sentence.text.clone(),
            share: found.agrees,
            span: index.text.span(found.range.0, found.range.1),
        })
    };
    let right = point.heard_as.iter().filter_map(|s| Some((s, listener.best(s, NEAR)?))).collect();
    let literal = |s: &Paraphrase| s.best(index, &Kin::default(), &OppositeStems::new(), NEAR);
    let reversed = point.reversed.iter().filter_map(|s| Some((s, literal(s)?))).collect();
    Explained {
        key_point: point.source.id.clone(),
        verdict,
        groups: point.groups.iter().map(occurrences).collect(),
        right: nearest(right),
        reversed: nearest(reversed),
    }
}

/// Share of a sentence from which it is near enough to be shown.
const NEAR: f32 = 0.10;

/// How much of a key point's sentences is heard in the best place, 0 to 1.
pub(crate) fn closeness(rubric: &CompiledRubric, point: &CompiledKeyPoint, index: &Index) -> f32 {
    let listener = Listener { rubric, point, index };
    let heard = point.heard_as.iter().filter_map(|sentence| listener.best(sentence, 0.05));
    heard.map(|found| found.agrees).fold(0.0, f32::max)
}

type Finding = (Verdict, Vec<Span>, u8);

/// Listens for one key point in one answer.
struct Listener<'a> {
    rubric: &'a CompiledRubric,
    point: &'a CompiledKeyPoint,
    index: &'a Index,
}

impl Listener<'_> {
    /// A key point of the kind "name several of these".
    fn pool(&self, need: usize) -> Finding {
        let mut places: Vec<(usize, usize)> = Vec::new();
        for item in &self.point.groups {
            let found = item.iter().flat_map(|alternative| alternative.occurrences(self.index));
            if let Some(first) = found.filter(|o| !self.is_denied(o)).min_by_key(Occurrence::first) {
                places.push((first.first(), first.last()));
            }
        }
        places.sort_unstable();
        let spans: Vec<Span> =
            places.iter().map(|&(first, last)| self.index.text.span(first, last)).collect();
        if places.len() >= need {
            return (Verdict::Covered, spans, 90);
        }
        if places.len() * 2 >= need && !places.is_empty() {
            return (Verdict::Partial, spans, 75);
        }
        match self.paraphrased() {
            Some(found) if found.agrees >= PARAPHRASE_COVERED => {
                (Verdict::Covered, vec![self.span(found.range)], 75)
            }
            Some(found) if found.agrees >= PARAPHRASE_PARTIAL => {
                (Verdict::Partial, vec![self.span(found.range)], 60)
            }
            _ => (Verdict::Missing, Vec::new(), 80),
        }
    }

    /// A key point whose groups must be heard together.
    fn together(&self) -> Finding {
        let mut claims = Claims::default();
        let groups: Vec<Vec<Occurrence>> = self
            .point
            .groups
            .iter()
            .map(|group| group.iter().flat_map(|alternative| alternative.occurrences(self.index)).collect())
            .collect();
        let mentions = self.point.comparison.as_ref().map(|comparison| comparison.mentions(self.index));
        self.concept_claims(&groups, mentions.as_ref(), &mut claims);
        self.paraphrase_claims(mentions.as_ref(), &mut claims);
        self.decide(&claims, &groups)
    }

    fn decide(&self, claims: &Claims, groups: &[Vec<Occurrence>]) -> Finding {
        let agreeing = Claims::best(&claims.agreeing);
        let opposing = Claims::best(&claims.opposing);
        let strength = agreeing.map_or(0.0, |claim| claim.strength);
        let spans = |claim: &Claim| vec![self.span(claim.range)];
        match (agreeing, opposing) {
            (Some(claim), None) if strength >= COVERED_MIN => {
                (Verdict::Covered, spans(claim), percent(strength))
            }
            (Some(claim), Some(against)) if strength >= COVERED_MIN && !self.close(claim, against) => {
                (Verdict::Covered, spans(claim), 60)
            }
            (_, Some(against)) => (Verdict::Contradicted, spans(against), percent(against.strength)),
            (Some(claim), None) if strength >= PARTIAL_MIN => (Verdict::Partial, spans(claim), 65),
            _ => self.half_heard(groups),
        }
    }

    /// Whether two claims stand in the same sentence: then they are one claim, read in two ways.
    fn close(&self, a: &Claim, b: &Claim) -> bool {
        a.range.0 <= b.range.1 && b.range.0 <= a.range.1
    }

    /// Some of the groups, but not all, with support from a paraphrase.
    fn half_heard(&self, groups: &[Vec<Occurrence>]) -> Finding {
        let heard = groups.iter().filter(|group| !group.is_empty()).count();
        if heard == 0 || heard == groups.len() {
            return (Verdict::Missing, Vec::new(), 80);
        }
        let is_mostly_heard = heard >= 2 && heard * 3 >= groups.len() * 2;
        let asked = if is_mostly_heard { HALF_HEARD_MOSTLY_MIN } else { HALF_HEARD_MIN };
        if let Some(found) = self.paraphrased().filter(|found| found.agrees >= asked) {
            return (Verdict::Partial, vec![self.span(found.range)], 50);
        }
        (Verdict::Missing, Vec::new(), 80)
    }

    /// Claims found by concept groups that stand near each other.
    fn concept_claims(&self, groups: &[Vec<Occurrence>], mentions: Option<&Mentions>, claims: &mut Claims) {
        let Some(rarest) = (0..groups.len()).min_by_key(|&group| groups[group].len()) else { return };
        for anchor in &groups[rarest] {
            let Some(window) = self.window(groups, rarest, anchor) else { continue };
            let first = window.iter().map(|o| o.first()).min().unwrap_or(0);
            let last = window.iter().map(|o| o.last()).max().unwrap_or(0);
            let spread = self.index.content_distance(first, last);
            let sentences = self.index.text.tokens[last].sentence - self.index.text.tokens[first].sentence;
            if spread > SPREAD_MAX || sentences >= SENTENCES_MAX {
                continue;
            }
            let clauses = self.index.clause_range(self.index.clause_of(first), self.index.clause_of(last));
            let support = self.support(clauses);
            let strength = self.strength(&window, spread, sentences > 0, &support);
            let range = (first, last);
            match self.stance(&window, mentions, &support) {
                Stance::Agrees => claims.agreeing.push(Claim { range, strength }),
                Stance::Unclear => claims.agreeing.push(Claim { range, strength: strength.min(UNCLEAR) }),
                Stance::Opposes => claims.opposing.push(Claim { range, strength }),
            }
        }
    }

    /// For each group the occurrence nearest to the anchor, no two sharing their words.
    fn window<'o>(
        &self,
        groups: &'o [Vec<Occurrence>],
        rarest: usize,
        anchor: &'o Occurrence,
    ) -> Option<Vec<&'o Occurrence>> {
        let mut window = vec![anchor];
        for (number, group) in groups.iter().enumerate() {
            if number == rarest {
                continue;
            }
            let free = |o: &&Occurrence| {
                !window.iter().any(|used| used.places.iter().any(|place| o.places.contains(place)))
            };
            let distance = |o: &&Occurrence| self.index.content_distance(o.first(), anchor.first());
            let nearest =
                group.iter().filter(free).min_by_key(|o| (distance(o), self.is_denied(o), o.first()))?;
            window.push(nearest);
        }
        Some(window)
    }

    fn strength(&self, window: &[&Occurrence], spread: usize, crosses: bool, support: &Support) -> f32 {
        let listed = window.iter().any(|o| o.places.iter().any(|&place| self.index.is_listed(place)));
        if listed {
            return PARTIAL_MIN;
        }
        let asked = match (window.len(), spread <= SPREAD_TIGHT, crosses) {
            (1, ..) | (_, true, false) => 0.0,
            (_, _, false) => SUPPORT_MIN,
            (_, _, true) => SUPPORT_ACROSS_MIN,
        };
        if support.right >= asked { 0.95 } else { 0.5 }
    }

    /// Where a claim stands. It opposes the key point if it is closer to a reversed sentence than to a right one, or about
    /// the rival. A negation alone is mostly innocent ("does not copy"): it opposes only where a right sentence is there and
    /// denied, else it leaves the claim unclear.
    fn stance(&self, window: &[&Occurrence], mentions: Option<&Mentions>, support: &Support) -> Stance {
        let owned = |place: usize| window.iter().any(|o| o.places.contains(&place));
        let mut negators: Vec<usize> = window.iter().filter_map(|o| self.denier(o)).collect();
        negators.sort_unstable();
        negators.dedup();
        let is_dismissed = window.iter().filter_map(|o| self.dismisser(o)).any(|dismisser| !owned(dismisser));
        let is_negated = negators.len() % 2 == 1;
        let first = window.iter().map(|o| o.first()).min().unwrap_or(0);
        let last = window.iter().map(|o| o.last()).max().unwrap_or(0);
        let topic = mentions.map(|mentions| mentions.topic(self.index, first, last));
        match (is_negated, topic) {
            _ if support.is_reversed() => Stance::Opposes,
            _ if is_dismissed => {
                if is_reported(self.index, (first, last)) {
                    Stance::Unclear
                } else {
                    Stance::Opposes
                }
            }
            (false, Some(Topic::Rival)) => Stance::Opposes,
            (true, Some(Topic::Rival)) => Stance::Unclear,
            (true, _) if support.denied >= DENIAL_MIN && support.right < DENIAL_RIGHT_MAX => Stance::Opposes,
            (true, _) => Stance::Unclear,
            (false, Some(Topic::Neither)) => Stance::Agrees,
            (false, _) => Stance::Agrees,
        }
    }

    /// The negator that denies an occurrence, unless it belongs to it or to the key point's own way of speaking.
    fn denier(&self, occurrence: &Occurrence) -> Option<usize> {
        occurrence.places.iter().find_map(|&place| {
            let token = &self.index.text.tokens[place];
            let negator = token.negated_by?;
            let own = occurrence.places.contains(&negator) || self.point.negatable.contains(&token.stem);
            (!own && !token.is_function).then_some(negator)
        })
    }

    /// The word that dismisses an occurrence, unless the key point's own way of speaking denies it.
    fn dismisser(&self, occurrence: &Occurrence) -> Option<usize> {
        occurrence.places.iter().find_map(|&place| {
            let token = &self.index.text.tokens[place];
            let own = token.is_function || self.point.negatable.contains(&token.stem);
            token.dismissed_by.filter(|_| !own)
        })
    }

    fn is_denied(&self, occurrence: &Occurrence) -> bool {
        self.denier(occurrence).is_some()
    }

    /// How well the right and the reversed sentences are heard between two tokens.
    fn support(&self, range: (usize, usize)) -> Support {
        let mut support = Support { right: 0.0, reversed: 0.0, denied: 0.0 };
        for sentence in &self.point.heard_as {
            let found = sentence.heard_within(self.index, &self.point.kin, &self.rubric.opposites, range);
            // "It can use round robin" is heard wherever round robin is named, also in a wrong sentence about it.
            let worth = if sentence.is_claim() { 1.0 } else { SHORT_WORTH };
            support.right = support.right.max((found.ordered - found.conflicts) * worth);
            if found.conflicts >= DENIAL_CONFLICT_MIN && sentence.is_claim() {
                support.denied = support.denied.max(found.agrees + found.conflicts);
            }
        }
        // Here the very words matter, so that nothing stands for anything else.
        if is_reported(self.index, range) {
            return support;
        }
        for sentence in &self.point.reversed {
            let found = sentence.heard_within(self.index, &Kin::default(), &OppositeStems::new(), range);
            support.reversed = support.reversed.max(found.as_wrong());
        }
        support
    }

    /// The best match of a right sentence.
    fn paraphrased(&self) -> Option<Match> {
        let found = self.point.heard_as.iter().filter_map(|sentence| self.best(sentence, 0.35));
        found.max_by(|a, b| a.agrees.total_cmp(&b.agrees))
    }

    fn best(&self, sentence: &Paraphrase, floor: f32) -> Option<Match> {
        sentence.best(self.index, &self.point.kin, &self.rubric.opposites, floor)
    }

    /// Claims found by whole sentences.
    fn paraphrase_claims(&self, mentions: Option<&Mentions>, claims: &mut Claims) {
        let heard = self.point.heard_as.iter();
        for (sentence, found) in heard.filter_map(|s| Some((s, self.best(s, PARAPHRASE_PARTIAL)?))) {
            let support = self.support(found.range);
            let about_rival =
                mentions.is_some_and(|m| m.topic(self.index, found.range.0, found.range.1) == Topic::Rival);
            let is_denied = sentence.is_claim()
                && found.conflicts >= DENIAL_CONFLICT_MIN
                && found.agrees + found.conflicts >= DENIAL_MIN
                && support.right < DENIAL_RIGHT_MAX;
            if support.is_reversed() || is_denied || (about_rival && found.agrees >= PARAPHRASE_COVERED) {
                claims.opposing.push(Claim { range: found.range, strength: found.agrees.max(0.5) });
            } else if found.agrees >= PARAPHRASE_PARTIAL && !about_rival {
                let strength = if found.agrees >= PARAPHRASE_COVERED { 0.85 } else { 0.5 };
                claims
                    .agreeing
                    .push(Claim { range: found.range, strength: self.unless_listed(found.range, strength) });
            }
        }
        let literal = |sentence: &Paraphrase| {
            sentence.best(self.index, &Kin::default(), &OppositeStems::new(), REVERSED_MIN)
        };
        for found in self.point.reversed.iter().filter_map(literal) {
            if found.as_wrong() > 0.0 && self.support(found.range).is_reversed() {
                claims.opposing.push(Claim { range: found.range, strength: found.agrees });
            }
        }
    }

    fn unless_listed(&self, range: (usize, usize), strength: f32) -> f32 {
        let listed = (range.0..=range.1).filter(|&place| self.index.is_listed(place)).count();
        if listed * 2 > range.1 - range.0 { strength.min(PARTIAL_MIN) } else { strength }
    }

    fn span(&self, range: (usize, usize)) -> Span {
        self.index.text.span(range.0, range.1)
    }
}

impl Support {
    /// Whether a reversed sentence is heard, and better than any right one.
    fn is_reversed(&self) -> bool {
        self.reversed >= REVERSED_MIN && self.reversed >= self.right + REVERSED_MARGIN
    }
}

/// How well the right and the reversed sentences are heard in one place.
struct Support {
    right: f32,
    reversed: f32,
    /// How much of a right sentence is there, some of it denied.
    denied: f32,
}

/// A share as a whole percentage.
pub(crate) fn percent(share: f32) -> u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0 to 100 before the cast"
    )]
    let percent = (share * 100.0).round().clamp(0.0, 100.0) as u8;
    percent
}
