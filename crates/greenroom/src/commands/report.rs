//! An evaluation in words, for the terminal.

use greenroom_app::Graded;
use greenroom_grading::{Evaluation, Outcome, Verdict};

use crate::terminal::Paper;

/// Prints an evaluation of `answer`.
pub(crate) fn print(paper: &Paper, graded: Graded<'_>, answer: &str, evaluation: &Evaluation) {
    match &evaluation.outcome {
        Outcome::CannotScore(_) => paper.line(&paper.middling("Not graded")),
        Outcome::Scored(score) => {
            let level = score.level.reached.map_or("below junior", greenroom_core::Bar::as_str);
            paper.line(&format!("{} of 100   sounds {level}", paper.strong(&score.total.to_string())));
            let dimensions = format!(
                "coverage {}  accuracy {}  depth {}  structure {}",
                score.coverage, score.accuracy, score.depth, score.structure
            );
            paper.line(&paper.quiet(&dimensions));
        }
    }
    paper.text(&evaluation.feedback.summary);
    if matches!(evaluation.outcome, Outcome::CannotScore(_)) {
        return;
    }
    paper.gap();
    key_points(paper, graded, answer, evaluation);
    for heard in &evaluation.misconceptions {
        paper.gap();
        paper.line(&paper.bad("Mistaken"));
        paper.indented("  ", &format!("“{}”", quote(heard.evidence, answer)));
        paper.indented("  ", &heard.correction);
    }
    if let Some(line) = &evaluation.feedback.improvement {
        paper.gap();
        paper.line(&paper.strong("One thing to change"));
        paper.indented("  ", &line.text);
    }
}

fn key_points(paper: &Paper, graded: Graded<'_>, answer: &str, evaluation: &Evaluation) {
    for (point, authored) in evaluation.key_points.iter().zip(&graded.rubric.key_points) {
        let (sign, word) = match point.verdict {
            Verdict::Covered => ("✓", paper.good("heard")),
            Verdict::Partial => ("~", paper.middling("partly")),
            Verdict::Missing => ("·", paper.quiet("not heard")),
            Verdict::Contradicted => ("✗", paper.bad("the opposite")),
        };
        paper.indented(&format!("{sign} "), &authored.says);
        let evidence =
            point.evidence.first().map(|span| format!(": “{}”", quote(*span, answer))).unwrap_or_default();
        paper.line(&format!("  {word}{}", paper.quiet(&evidence)));
    }
}

/// The words that a verdict rests on, on one line.
fn quote(span: greenroom_core::Span, answer: &str) -> String {
    let words: String =
        span.quote(answer).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    if words.chars().count() <= 160 { words } else { words.chars().take(157).chain("...".chars()).collect() }
}
