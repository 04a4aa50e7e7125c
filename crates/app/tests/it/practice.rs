//! Answering single questions.

use greenroom_app::kept::{EvaluationFilter, Origin};
use greenroom_app::practice::{ANSWER_CHARS_MAX, EvaluateAnswer};
use greenroom_app::{AppError, evaluation};
use greenroom_core::Limit;

use crate::bench::Bench;

const GOOD: &str = "A cache keeps a copy of data close to where it is needed, so the next request does not ask the slow \
    database again. On a miss I read the database and store the result with a TTL. The copy can go stale, so I delete the key \
    when the data is written.";

fn command(question: &str, answer: &str) -> EvaluateAnswer {
    EvaluateAnswer { question: question.into(), answer: answer.into(), origin: Origin::Practice }
}

#[tokio::test]
async fn an_answer_is_kept_with_its_evaluation_and_survives_a_restart() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    let done = bench.app.evaluate_answer(&ctx, command("caching", GOOD)).await.expect("it is evaluated");
    assert!(done.record.score() > Some(40), "{:?}", done.record.evaluation);
    assert_eq!(done.before, None);
    let bench = bench.restart().await;
    let found =
        bench.app.find_evaluation(&bench.app.ctx(), done.record.id.as_str()).await.expect("it is there");
    assert_eq!(found.answer, GOOD);
    assert_eq!(found.evaluation, done.record.evaluation);
    for span in found.evaluation.key_points.iter().flat_map(|point| &point.evidence) {
        assert!(span.quote(GOOD).is_some_and(|quote| !quote.is_empty()), "{span:?} quotes the answer");
    }
}

#[tokio::test]
async fn a_second_attempt_knows_the_first() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    let first = bench
        .app
        .evaluate_answer(&ctx, command("caching", "It is a copy that makes things fast."))
        .await
        .expect("one");
    bench.pass(1000);
    let second = bench.app.evaluate_answer(&bench.app.ctx(), command("caching", GOOD)).await.expect("two");
    assert_eq!(second.before, Some(first.record.score()));
    let history = bench.app.history(&ctx).await.expect("history");
    assert_eq!(history.all().len(), 1);
    assert_eq!(history.all()[0].times, 2);
}

#[tokio::test]
async fn what_cannot_be_graded_is_kept_without_a_score() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    for answer in [
        "",
        "   ",
        "?",
        "\u{0}\u{1}\u{2}",
        "مرحبا كيف حالك اليوم",
        "Ich weiß nicht, was das ist, und auch nicht wie",
    ] {
        let done = bench.app.evaluate_answer(&ctx, command("caching", answer)).await.expect("it is no error");
        assert_eq!(evaluation::total(&done.record.evaluation), None, "{answer:?}");
    }
}

#[tokio::test]
async fn bad_commands_are_refused_in_words() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    let unknown = bench.app.evaluate_answer(&ctx, command("<script>", GOOD)).await;
    assert!(matches!(unknown, Err(AppError::NotFound { what: "question", .. })));
    let long = "word ".repeat(ANSWER_CHARS_MAX);
    let too_long = bench.app.evaluate_answer(&ctx, command("caching", &long)).await.expect_err("too long");
    assert!(too_long.to_string().contains("20000"), "{too_long}");
    let kept =
        bench.app.list_evaluations(&ctx, &EvaluationFilter::All, Limit::default(), None).await.expect("list");
    assert!(kept.items.is_empty(), "nothing was kept");
}
