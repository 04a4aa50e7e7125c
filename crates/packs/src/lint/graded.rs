//! Does the rubric grade as it should? Its own sentences are put to the engine.

use greenroom_grading::{CompiledRubric, Evaluation, Outcome, Pattern, Rubric, Verdict};

use crate::problem::{Place, Sink};
use crate::question::Document;

/// What a text that says nothing may score.
const NOTHING_MAX: u8 = 15;

pub(super) fn check(document: &Document, compiled: &CompiledRubric, sink: &mut Sink) {
    model_answer(document, compiled, sink);
    nothing_scores_nothing(document, compiled, sink);
    key_points(document, compiled, sink);
    misconceptions(document, compiled, sink);
}

fn model_answer(document: &Document, compiled: &CompiledRubric, sink: &mut Sink) {
    let evaluation = compiled.evaluate(&document.question.answer);
    for (at, verdict) in
        evaluation.key_points.iter().enumerate().filter(|(_, v)| v.verdict != Verdict::Covered)
    {
        let place = document.root.place(&format!("key_points/{at}/id"));
        let message =
            format!("the model answer does not make `{}` heard: {}", verdict.id, word(verdict.verdict));
        sink.error(place, "model-answer-misses", message, "say it there, or add that way to say it here");
    }
    for heard in &evaluation.misconceptions {
        let quote = heard.evidence.quote(&document.question.answer).unwrap_or_default();
        let line = document
            .question
            .answer
            .get(..heard.evidence.start)
            .map_or(0, |before| before.matches('\n').count());
        let message = format!("the model answer is taken for the misconception `{}` at `{quote}`", heard.id);
        let help = "narrow the misconception, or add what shows that one knows better to `unless`";
        sink.error(Place::line(document.body_line + line), "model-answer-misconception", message, help);
    }
}

fn nothing_scores_nothing(document: &Document, compiled: &CompiledRubric, sink: &mut Sink) {
    let prompt = score(&compiled.evaluate(&document.rubric.prompt));
    if prompt >= NOTHING_MAX {
        let message = format!("the prompt itself scores {prompt}");
        sink.error(document.root.place("prompt"), "prompt-scores", message, "put its words into `given`");
    }
    let keywords = score(&compiled.evaluate(&keywords(&document.rubric)));
    if keywords >= NOTHING_MAX {
        let message = format!("a bare list of keywords scores {keywords}");
        let help = "let the groups of a key point amount to a statement";
        sink.error(document.root.place("key_points"), "keywords-score", message, help);
    }
}

/// The first alternative of every group, with commas between them.
fn keywords(rubric: &Rubric) -> String {
    let groups = rubric.key_points.iter().flat_map(|point| match &point.pattern {
        Pattern::All(groups) | Pattern::Pool { of: groups, .. } => groups,
    });
    let first = |group: &Vec<String>| Some(group.first()?.replace(['"', '*', '='], ""));
    groups.filter_map(first).collect::<Vec<_>>().join(", ")
}

fn key_points(document: &Document, compiled: &CompiledRubric, sink: &mut Sink) {
    for (at, point) in document.rubric.key_points.iter().enumerate() {
        let verdict = |sentence: &str| compiled.evaluate(sentence).key_points.get(at).map(|v| v.verdict);
        // A sentence that names one of several things covers a pool in part.
        let wanted = match point.pattern {
            Pattern::All(_) => Verdict::Covered,
            Pattern::Pool { .. } => Verdict::Partial,
        };
        for (n, sentence) in point.heard_as.iter().enumerate() {
            let Some(found) = verdict(sentence).filter(|found| *found < wanted) else { continue };
            let place = document.root.place(&format!("key_points/{at}/heard_as/{n}"));
            let message = format!("this sentence alone does not make `{}` heard: {}", point.id, word(found));
            sink.warn(place, "heard-as-not-heard", message, "is it a whole statement?");
        }
        for (n, sentence) in point.reversed.iter().enumerate() {
            let Some(found) = verdict(sentence).filter(|found| *found > Verdict::Missing) else { continue };
            let place = document.root.place(&format!("key_points/{at}/reversed/{n}"));
            let message = format!("this contradicts `{}`, but makes it heard: {}", point.id, word(found));
            sink.error(place, "reversed-heard", message, "make a group of the words that differ");
        }
    }
}

fn misconceptions(document: &Document, compiled: &CompiledRubric, sink: &mut Sink) {
    for (at, misconception) in document.rubric.misconceptions.iter().enumerate() {
        for (n, sentence) in misconception.heard_as.iter().enumerate() {
            let evaluation = compiled.evaluate(sentence);
            if evaluation.misconceptions.iter().any(|heard| heard.id == misconception.id) {
                continue;
            }
            let place = document.root.place(&format!("misconceptions/{at}/heard_as/{n}"));
            let message = format!("this sentence is not taken for the misconception `{}`", misconception.id);
            sink.warn(
                place,
                "misconception-not-heard",
                message,
                "does it hold a word of `unless`, or a negation?",
            );
        }
    }
}

fn score(evaluation: &Evaluation) -> u8 {
    match &evaluation.outcome {
        Outcome::Scored(score) => score.total,
        Outcome::CannotScore(_) => 0,
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicted => "it is contradicted",
        Verdict::Missing => "it is missing",
        Verdict::Partial => "it is partial",
        Verdict::Covered => "it is covered",
    }
}
