//! Sentences for the candidate. Each rests on a verdict with its span, or is authored text.

use crate::compile::CompiledRubric;
use crate::evaluation::{
    CannotScore, Feedback, FeedbackLine, KeyPointVerdict, MisconceptionHeard, Score, Verdict,
};

/// Writes the feedback on a graded answer.
pub(crate) fn on_score(
    rubric: &CompiledRubric,
    score: &Score,
    verdicts: &[KeyPointVerdict],
    misconceptions: &[MisconceptionHeard],
) -> Feedback {
    Feedback {
        summary: summary(score, verdicts),
        strengths: strengths(rubric, verdicts),
        improvement: improvement(rubric, verdicts, misconceptions),
    }
}

fn summary(score: &Score, verdicts: &[KeyPointVerdict]) -> String {
    let count = |wanted| verdicts.iter().filter(|v| v.verdict == wanted).count();
    let (covered, partial, all) = (count(Verdict::Covered), count(Verdict::Partial), verdicts.len());
    let word = match score.total {
        0..20 => "Little of what this question asks for was heard",
        20..45 => "A start",
        45..70 => "A fair answer with gaps",
        70..88 => "A solid answer",
        _ => "A strong answer",
    };
    let partly = if partial > 0 { format!(", {partial} in part") } else { String::new() };
    format!("{word}: {covered} of {all} key points heard{partly}.")
}

/// The two heaviest key points that were heard.
fn strengths(rubric: &CompiledRubric, verdicts: &[KeyPointVerdict]) -> Vec<FeedbackLine> {
    let mut heard: Vec<(usize, &KeyPointVerdict)> =
        verdicts.iter().enumerate().filter(|(_, v)| v.verdict == Verdict::Covered).collect();
    heard.sort_by_key(|(_, v)| std::cmp::Reverse((v.weight, v.bar)));
    heard
        .into_iter()
        .take(2)
        .map(|(number, verdict)| FeedbackLine {
            text: rubric.key_points[number].source.says.clone(),
            about: verdict.id.clone(),
            evidence: verdict.evidence.first().copied(),
        })
        .collect()
}

/// The one thing to change: first what was wrong, then the heaviest thing that was missing.
fn improvement(
    rubric: &CompiledRubric,
    verdicts: &[KeyPointVerdict],
    misconceptions: &[MisconceptionHeard],
) -> Option<FeedbackLine> {
    if let Some(heard) = misconceptions.first() {
        let (text, about) = (heard.correction.clone(), heard.id.clone());
        return Some(FeedbackLine { text, about, evidence: Some(heard.evidence) });
    }
    let rank = |v: &KeyPointVerdict| match v.verdict {
        Verdict::Contradicted => 3,
        Verdict::Missing => 2,
        Verdict::Partial => 1,
        Verdict::Covered => 0,
    };
    let (number, verdict) = verdicts
        .iter()
        .enumerate()
        .filter(|(_, v)| rank(v) > 0)
        .max_by_key(|(number, v)| (rank(v) == 3, v.weight, rank(v), std::cmp::Reverse(*number)))?;
    let source = &rubric.key_points[number].source;
    let text = format!("{} {}", source.says, source.why);
    Some(FeedbackLine { text, about: verdict.id.clone(), evidence: verdict.evidence.first().copied() })
}

/// Writes the feedback on an answer that cannot be graded.
pub(crate) fn on_refusal(reason: CannotScore) -> Feedback {
    Feedback { summary: reason.sentence().to_owned(), ..Feedback::default() }
}

impl CannotScore {
    /// The reason in words, with what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Empty => "There is nothing to grade yet. Say or type an answer of two or three sentences.",
            Self::TooShort => "This is too short to grade. Two or three full sentences are enough.",
            Self::AnotherLanguage => {
                "This does not look like English, and the rubrics are in English. Your words are kept."
            }
            Self::OffTopic => {
                "Nothing in this belongs to the question. Read the prompt again, or ask for a hint."
            }
            Self::CopyOfTheQuestion => "This repeats the question. Answer it in your own words.",
            Self::DoesNotKnow => {
                "You said that you do not know, so there is no score. Take a hint, or read the answer and try again."
            }
            Self::NotText => "This is not text that can be read. Paste plain text.",
        }
    }
}
