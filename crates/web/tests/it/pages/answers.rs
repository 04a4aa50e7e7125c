//! An answer: sent, refused, compared, listed.

use super::{post, redirect};
use crate::content::STRONG;
use crate::support::Door;

#[tokio::test]
async fn an_answer_leads_to_its_notes() {
    let door = Door::open().await;
    let address =
        redirect(&post(&door, "/questions/idempotency?topic=reliability", &[("answer", STRONG)]).await);
    assert!(address.starts_with("/evaluations/evl_") && address.ends_with("?topic=reliability"), "{address}");
    let text = door.get(&address).await.text().to_owned();
    for part in [
        "Take 1",
        "What you said",
        "Key points heard and not heard",
        "model answer",
        "Name the failure first.",
    ] {
        assert!(text.contains(part), "{part} is missing");
    }
    assert!(
        text.contains("It says expiry.") && text.contains("What about expiry?"),
        "the missing point and its question"
    );
}

#[tokio::test]
async fn a_second_answer_is_set_beside_the_first() {
    let door = Door::open().await;
    let first = redirect(
        &post(
            &door,
            "/questions/idempotency",
            &[("answer", "Use an idempotency key with every retry of the call, always.")],
        )
        .await,
    );
    door.clock.advance(greenroom_core::Millis(1));
    let second = redirect(&post(&door, "/questions/idempotency", &[("answer", STRONG)]).await);
    let text = door.get(&second).await.text().to_owned();
    assert!(text.contains("Since the answer before") && text.contains("Take 2"));
    assert!(text.contains(&first), "it links to the answer before");
    let list = door.get("/evaluations").await.text().to_owned();
    assert!(list.contains(&first) && list.contains(&second));
}

#[tokio::test]
async fn a_refused_answer_is_shown_again_with_the_reason() {
    let door = Door::open().await;
    let long = "word ".repeat(5_000);
    for (answer, reason) in [
        ("", "nothing to grade yet"),
        (" \r\n\t", "nothing to grade yet"),
        ("a\0b", "U+0000"),
        (&long, "characters and may have"),
    ] {
        let page = post(&door, "/questions/idempotency", &[("answer", answer)]).await;
        assert_eq!(page.status, 422, "{answer:.20}");
        assert!(page.text().contains(reason), "{reason}");
        assert!(page.text().contains("aria-invalid=\"true\""));
    }
    let page = post(&door, "/questions/idempotency", &[("answer", &long)]).await;
    assert!(page.text().contains(long.trim_end()), "what was typed is kept");
    assert!(door.get("/evaluations").await.text().contains("No answers yet."), "and nothing was stored");
}

#[tokio::test]
async fn strange_answers_get_notes_and_stay_text() {
    let door = Door::open().await;
    for answer in [
        "<script>alert(1)</script> & \"quotes\" <img src=x onerror=alert(1)>",
        "'; DROP TABLE evaluations; --",
        "I don't know",
        "x",
        "\u{202e}evil\u{202c} مرحبا كيف الحال",
        "😀😀😀😀😀😀😀😀",
        "Der Client schickt bei jedem Versuch denselben Schlüssel mit, damit der Server ihn erkennt und nicht doppelt bucht.",
        "\u{1}\u{2}\u{3}\u{7f}\u{feff}",
    ] {
        let notes =
            door.get(&redirect(&post(&door, "/questions/idempotency", &[("answer", answer)]).await)).await;
        assert!(notes.status.is_success(), "{answer}");
        assert!(!notes.text().contains("<script>alert") && !notes.text().contains("<img src=x"), "{answer}");
    }
}
