//! The one door: an answer in, an evaluation out.

use crate::compile::CompiledRubric;
use greenroom_core::Span;

use crate::evaluation::{CannotScore, Evaluation, KeyPointVerdict, MisconceptionHeard, Outcome, Verdict};
use crate::index::Index;
use crate::verdict::percent;
use crate::{feedback, gate, guard, misconception, reference, score, verdict};

impl CompiledRubric {
    /// Evaluates one answer. Any text is taken; the same text always gets an equal evaluation.
    ///
    /// # Complexity
    /// Linear in the answer's length times the number of paraphrases; well under a millisecond for 300 words.
    pub fn evaluate(&self, answer: &str) -> Evaluation {
        let text = self.reader.read(answer);
        let copied = guard::mark_copies(&text, &self.prompt);
        if let Some(reason) = gate::before_matching(answer, &text, &copied, &self.reader.language) {
            // A reference may be a single word, and so may be the right answer to it.
            if !(self.is_derived && reason == CannotScore::TooShort && !text.tokens.is_empty()) {
                return self.refuse(reason, Vec::new());
            }
        }
        let index = Index::new(text, &copied, &self.vocabulary);
        let is_heap = guard::is_heap(&index);
        let belief = if self.is_derived { 1.0 } else { self.subject.belief(&index, &copied) };
        let notes = guard::notes(&index, &copied, is_heap, belief < 1.0);
        let verdicts: Vec<KeyPointVerdict> = if is_heap || belief == 0.0 {
            self.nothing_heard()
        } else {
            self.key_points.iter().map(|point| verdict::judge(self, point, &index)).collect()
        };
        let misconceptions: Vec<_> = self
            .misconceptions
            .iter()
            .filter_map(|m| misconception::hear(self, m, &index, &verdicts))
            .collect();
        let verdicts = doubt(verdicts, &misconceptions);
        let is_silent = verdicts.iter().all(|v| v.verdict == Verdict::Missing) && misconceptions.is_empty();
        if is_silent && !is_heap && !self.is_derived && gate::is_off_topic(&index, self.known_words(&index)) {
            return self.refuse(CannotScore::OffTopic, notes);
        }
        let mut score = score::score(&index, &verdicts, &misconceptions, belief);
        if self.is_derived {
            score.total = self.closeness(&index);
        }
        let feedback = feedback::on_score(self, &score, &verdicts, &misconceptions);
        let confidence = confidence(&verdicts);
        Evaluation {
            outcome: Outcome::Scored(score),
            key_points: verdicts,
            misconceptions,
            guards: notes,
            feedback,
            confidence,
        }
    }

    fn refuse(&self, reason: CannotScore, guards: Vec<crate::GuardNote>) -> Evaluation {
        Evaluation {
            outcome: Outcome::CannotScore(reason),
            key_points: self.nothing_heard(),
            misconceptions: Vec::new(),
            guards,
            feedback: feedback::on_refusal(reason),
            confidence: 90,
        }
    }

    /// How much of the reference was heard, 0 to 100: with one wording for each point, verdicts would be too coarse.
    fn closeness(&self, index: &Index) -> u8 {
        let heard: f32 = self.key_points.iter().map(|point| verdict::closeness(self, point, index)).sum();
        percent(heard / ratio_base(self.key_points.len()) / reference::FULL_MARKS_AT)
    }

    fn nothing_heard(&self) -> Vec<KeyPointVerdict> {
        self.key_points
            .iter()
            .map(|point| KeyPointVerdict {
                id: point.source.id.clone(),
                weight: point.source.weight,
                bar: point.source.bar,
                verdict: Verdict::Missing,
                evidence: Vec::new(),
                confidence: 90,
            })
            .collect()
    }

    /// How many content words of the answer the rubric knows.
    fn known_words(&self, index: &Index) -> usize {
        index
            .text
            .tokens
            .iter()
            .filter(|token| !token.is_function && self.vocabulary.holds(&token.stem))
            .count()
    }
}

/// Takes back half of what rests on words that were wrong in another respect: what is right in a wrong sentence is luck.
fn doubt(mut verdicts: Vec<KeyPointVerdict>, misconceptions: &[MisconceptionHeard]) -> Vec<KeyPointVerdict> {
    let wrong: Vec<Span> = verdicts
        .iter()
        .filter(|v| v.verdict == Verdict::Contradicted)
        .flat_map(|v| v.evidence.iter().copied())
        .chain(misconceptions.iter().map(|heard| heard.evidence))
        .collect();
    for verdict in &mut verdicts {
        let is_touched = verdict.evidence.iter().any(|own| wrong.iter().any(|span| span.overlaps(*own)));
        if verdict.verdict == Verdict::Covered && is_touched {
            verdict.verdict = Verdict::Partial;
            verdict.confidence = verdict.confidence.min(50);
        }
    }
    verdicts
}

/// A count of points to divide by.
fn ratio_base(points: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a reference has at most a few dozen points")]
    let base = points.max(1) as f32;
    base
}

/// How sure the engine is of the whole: the verdicts' confidence, weighed.
fn confidence(verdicts: &[KeyPointVerdict]) -> u8 {
    let weight: f32 = verdicts.iter().map(|v| f32::from(v.weight)).sum();
    let sure: f32 = verdicts.iter().map(|v| f32::from(v.weight) * f32::from(v.confidence)).sum();
    percent(sure / weight.max(1.0) / 100.0)
}
