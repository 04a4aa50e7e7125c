//! Settings, drafts, and taking everything away.

use greenroom_app::AppError;
use greenroom_app::kept::{Origin, Settings};
use greenroom_app::practice::EvaluateAnswer;

use crate::bench::Bench;

#[tokio::test]
async fn settings_changed_elsewhere_are_not_overwritten() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    let person = bench.app.person(&ctx).await.expect("there is one person");
    let settings = Settings { name: Some("Ada".into()), ..person.settings };
    bench.app.update_settings(&ctx, &settings, person.version).await.expect("the first change is saved");
    let late = bench.app.update_settings(&ctx, &settings, person.version).await;
    assert!(matches!(late, Err(AppError::Conflict { .. })), "{late:?}");
    let wrong = Settings { interview_date: Some("soon".into()), ..settings };
    let error = bench.app.update_settings(&ctx, &wrong, person.version).await.expect_err("no date");
    assert!(matches!(error, AppError::Invalid(_)), "{error}");
}

#[tokio::test]
async fn a_draft_is_there_until_its_answer_is() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    bench.app.save_draft(&ctx, "question:caching", "A cache is").await.expect("it is kept");
    let draft = bench.app.find_draft(&ctx, "question:caching").await.expect("read").expect("it is there");
    assert_eq!(draft.text, "A cache is");
    let answer = EvaluateAnswer {
        question: "caching".into(),
        answer: "A cache is a copy.".into(),
        origin: Origin::Practice,
    };
    bench.app.evaluate_answer(&ctx, answer).await.expect("it is evaluated");
    assert!(bench.app.find_draft(&ctx, "question:caching").await.expect("read").is_none());
    assert!(bench.app.save_draft(&ctx, "../etc", "x").await.is_err());
}

#[tokio::test]
async fn deleting_deletes_also_from_the_file() {
    let bench = Bench::new().await;
    let ctx = bench.app.ctx();
    let canary = "xylophonic-canary-sentence";
    let answer = EvaluateAnswer {
        question: "caching".into(),
        answer: format!("A cache keeps a copy, says the {canary}."),
        origin: Origin::Practice,
    };
    bench.app.evaluate_answer(&ctx, answer).await.expect("it is kept");
    bench.app.save_draft(&ctx, "question:idempotency", canary).await.expect("it is kept");
    let holds =
        |bench: &Bench| bench.bytes_on_disk().windows(canary.len()).any(|window| window == canary.as_bytes());
    assert!(holds(&bench), "the test can see the words on disk");
    let export = bench.app.export(&ctx).await.expect("a copy of everything");
    assert_eq!(export.evaluations.len(), 1);
    bench.app.delete_everything(&ctx).await.expect("it is deleted");
    let bench = bench.restart().await;
    assert!(!holds(&bench), "the words are still on disk");
    assert!(bench.app.export(&bench.app.ctx()).await.expect("a new person").evaluations.is_empty());
}
