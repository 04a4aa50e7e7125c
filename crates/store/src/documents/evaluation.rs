//! How an evaluation is stored.

use greenroom_core::{Bar, Span};
use greenroom_grading::{
    CannotScore, Evaluation, Feedback, FeedbackLine, Guard, GuardNote, KeyPointVerdict, LevelBar,
    MisconceptionHeard, Outcome, Score, Verdict,
};
use serde::{Deserialize, Serialize};

use super::{Stored, Unreadable, each, names, slugs, word};

#[derive(Serialize, Deserialize)]
pub(crate) struct EvaluationDoc {
    outcome: OutcomeDoc,
    key_points: Vec<KeyPointDoc>,
    misconceptions: Vec<MisconceptionDoc>,
    guards: Vec<GuardDoc>,
    feedback: FeedbackDoc,
    confidence: u8,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum OutcomeDoc {
    Scored(ScoreDoc),
    CannotScore(CannotScoreWord),
}

#[derive(Serialize, Deserialize)]
struct ScoreDoc {
    total: u8,
    coverage: u8,
    accuracy: u8,
    depth: u8,
    structure: u8,
    reached: Option<String>,
    next: Option<String>,
    gap: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct KeyPointDoc {
    id: String,
    weight: u8,
    bar: String,
    verdict: VerdictWord,
    evidence: Vec<SpanDoc>,
    confidence: u8,
}

#[derive(Serialize, Deserialize)]
struct MisconceptionDoc {
    id: String,
    evidence: SpanDoc,
    correction: String,
}

#[derive(Serialize, Deserialize)]
struct GuardDoc {
    guard: GuardWord,
    evidence: Option<SpanDoc>,
}

#[derive(Serialize, Deserialize)]
struct FeedbackDoc {
    summary: String,
    strengths: Vec<FeedbackLineDoc>,
    improvement: Option<FeedbackLineDoc>,
}

#[derive(Serialize, Deserialize)]
struct FeedbackLineDoc {
    text: String,
    about: String,
    evidence: Option<SpanDoc>,
}

/// A span as `[start, end]`.
#[derive(Serialize, Deserialize)]
struct SpanDoc(usize, usize);

/// Declares the stored words of an enum of the grading crate.
macro_rules! stored_words {
    ($Word:ident = $Enum:ident { $($variant:ident),* $(,)? }) => {
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum $Word { $($variant),* }

        impl From<$Enum> for $Word {
            fn from(value: $Enum) -> Self {
                match value { $($Enum::$variant => Self::$variant),* }
            }
        }

        impl From<$Word> for $Enum {
            fn from(word: $Word) -> Self {
                match word { $($Word::$variant => Self::$variant),* }
            }
        }
    };
}

stored_words!(
    CannotScoreWord =
        CannotScore { Empty, TooShort, AnotherLanguage, OffTopic, CopyOfTheQuestion, DoesNotKnow, NotText }
);
stored_words!(VerdictWord = Verdict { Contradicted, Missing, Partial, Covered });
stored_words!(
    GuardWord = Guard {
        CopiedPrompt,
        KeywordHeap,
        BesideTheQuestion,
        Repetition,
        HiddenCharacters,
        Instructions,
        TooLong
    }
);

impl From<Span> for SpanDoc {
    fn from(span: Span) -> Self {
        Self(span.start, span.end)
    }
}

impl From<SpanDoc> for Span {
    fn from(doc: SpanDoc) -> Self {
        Self::new(doc.0, doc.1)
    }
}

impl Stored for Evaluation {
    type Doc = EvaluationDoc;
}

impl From<&Evaluation> for EvaluationDoc {
    fn from(evaluation: &Evaluation) -> Self {
        Self {
            outcome: match &evaluation.outcome {
                Outcome::Scored(score) => OutcomeDoc::Scored(score.into()),
                Outcome::CannotScore(reason) => OutcomeDoc::CannotScore((*reason).into()),
            },
            key_points: evaluation.key_points.iter().map(KeyPointDoc::from).collect(),
            misconceptions: evaluation.misconceptions.iter().map(MisconceptionDoc::from).collect(),
            guards: evaluation.guards.iter().map(GuardDoc::from).collect(),
            feedback: FeedbackDoc {
                summary: evaluation.feedback.summary.clone(),
                strengths: evaluation.feedback.strengths.iter().map(FeedbackLineDoc::from).collect(),
                improvement: evaluation.feedback.improvement.as_ref().map(FeedbackLineDoc::from),
            },
            confidence: evaluation.confidence,
        }
    }
}

impl TryFrom<EvaluationDoc> for Evaluation {
    type Error = Unreadable;

    fn try_from(doc: EvaluationDoc) -> Result<Self, Unreadable> {
        Ok(Self {
            outcome: match doc.outcome {
                OutcomeDoc::Scored(score) => Outcome::Scored(score.try_into()?),
                OutcomeDoc::CannotScore(reason) => Outcome::CannotScore(reason.into()),
            },
            key_points: each(doc.key_points)?,
            misconceptions: each(doc.misconceptions)?,
            guards: doc
                .guards
                .into_iter()
                .map(|note| GuardNote { guard: note.guard.into(), evidence: note.evidence.map(Span::from) })
                .collect(),
            feedback: Feedback {
                summary: doc.feedback.summary,
                strengths: each(doc.feedback.strengths)?,
                improvement: doc.feedback.improvement.map(FeedbackLine::try_from).transpose()?,
            },
            confidence: doc.confidence,
        })
    }
}

impl From<&Score> for ScoreDoc {
    fn from(score: &Score) -> Self {
        Self {
            total: score.total,
            coverage: score.coverage,
            accuracy: score.accuracy,
            depth: score.depth,
            structure: score.structure,
            reached: score.level.reached.map(|bar| bar.as_str().to_owned()),
            next: score.level.next.map(|bar| bar.as_str().to_owned()),
            gap: names(&score.level.gap),
        }
    }
}

impl TryFrom<ScoreDoc> for Score {
    type Error = Unreadable;

    fn try_from(doc: ScoreDoc) -> Result<Self, Unreadable> {
        let bar = |text: Option<String>| text.map(|text| word(&text, Bar::from_word)).transpose();
        Ok(Self {
            total: doc.total,
            coverage: doc.coverage,
            accuracy: doc.accuracy,
            depth: doc.depth,
            structure: doc.structure,
            level: LevelBar { reached: bar(doc.reached)?, next: bar(doc.next)?, gap: slugs(doc.gap)? },
        })
    }
}

impl From<&KeyPointVerdict> for KeyPointDoc {
    fn from(heard: &KeyPointVerdict) -> Self {
        Self {
            id: heard.id.to_string(),
            weight: heard.weight,
            bar: heard.bar.as_str().to_owned(),
            verdict: heard.verdict.into(),
            evidence: heard.evidence.iter().copied().map(SpanDoc::from).collect(),
            confidence: heard.confidence,
        }
    }
}

impl TryFrom<KeyPointDoc> for KeyPointVerdict {
    type Error = Unreadable;

    fn try_from(doc: KeyPointDoc) -> Result<Self, Unreadable> {
        Ok(Self {
            id: doc.id.parse()?,
            weight: doc.weight,
            bar: word(&doc.bar, Bar::from_word)?,
            verdict: doc.verdict.into(),
            evidence: doc.evidence.into_iter().map(Span::from).collect(),
            confidence: doc.confidence,
        })
    }
}

impl From<&MisconceptionHeard> for MisconceptionDoc {
    fn from(heard: &MisconceptionHeard) -> Self {
        Self {
            id: heard.id.to_string(),
            evidence: heard.evidence.into(),
            correction: heard.correction.clone(),
        }
    }
}

impl TryFrom<MisconceptionDoc> for MisconceptionHeard {
    type Error = Unreadable;

    fn try_from(doc: MisconceptionDoc) -> Result<Self, Unreadable> {
        Ok(Self { id: doc.id.parse()?, evidence: doc.evidence.into(), correction: doc.correction })
    }
}

impl From<&GuardNote> for GuardDoc {
    fn from(note: &GuardNote) -> Self {
        Self { guard: note.guard.into(), evidence: note.evidence.map(SpanDoc::from) }
    }
}

impl From<&FeedbackLine> for FeedbackLineDoc {
    fn from(line: &FeedbackLine) -> Self {
        Self {
            text: line.text.clone(),
            about: line.about.to_string(),
            evidence: line.evidence.map(SpanDoc::from),
        }
    }
}

impl TryFrom<FeedbackLineDoc> for FeedbackLine {
    type Error = Unreadable;

    fn try_from(doc: FeedbackLineDoc) -> Result<Self, Unreadable> {
        Ok(Self { text: doc.text, about: doc.about.parse()?, evidence: doc.evidence.map(Span::from) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evaluation() -> Evaluation {
        let line = FeedbackLine {
            text: "You named the key.".to_owned(),
            about: "same-key".parse().unwrap(),
            evidence: Some(Span::new(3, 9)),
        };
        Evaluation {
            outcome: Outcome::Scored(Score {
                total: 61,
                coverage: 55,
                accuracy: 100,
                depth: 40,
                structure: 80,
                level: LevelBar {
                    reached: Some(Bar::Junior),
                    next: Some(Bar::Mid),
                    gap: vec!["expiry".parse().unwrap()],
                },
            }),
            key_points: vec![KeyPointVerdict {
                id: "same-key".parse().unwrap(),
                weight: 3,
                bar: Bar::Mid,
                verdict: Verdict::Covered,
                evidence: vec![Span::new(3, 9), Span::new(20, 31)],
                confidence: 90,
            }],
            misconceptions: vec![MisconceptionHeard {
                id: "check-then-insert".parse().unwrap(),
                evidence: Span::new(1, 2),
                correction: "Let a unique key decide.".to_owned(),
            }],
            guards: vec![GuardNote { guard: Guard::Repetition, evidence: None }],
            feedback: Feedback {
                summary: "Good.".to_owned(),
                strengths: vec![line.clone()],
                improvement: Some(FeedbackLine { evidence: None, ..line }),
            },
            confidence: 88,
        }
    }

    #[test]
    fn an_evaluation_round_trips() {
        let scored = evaluation();
        assert_eq!(Evaluation::read(&scored.write()), Ok(scored.clone()));
        let refused = Evaluation { outcome: Outcome::CannotScore(CannotScore::OffTopic), ..scored };
        assert_eq!(Evaluation::read(&refused.write()), Ok(refused));
    }

    #[test]
    fn a_bad_name_in_it_is_not_read() {
        let text = evaluation().write().replace("same-key", "same key");
        assert_eq!(Evaluation::read(&text), Err(Unreadable));
    }
}
