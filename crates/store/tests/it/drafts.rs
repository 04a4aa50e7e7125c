use crate::harness::{at, contract, draft, put_draft};

contract! {
    async fn a_draft_is_saved_over_the_one_before(db) {
        let owner = db.person().await;
        put_draft(&db.store, &owner, "question/retries", "First").await.unwrap();
        let mut tx = db.begin().await;
        tx.drafts(&owner).put("question/retries", "Second \u{1F642}", at(5)).await.unwrap();
        tx.commit().await.unwrap();
        let found = db.store.read().drafts(&owner).find("question/retries").await.unwrap().unwrap();
        assert_eq!((found.text.as_str(), found.updated_at), ("Second \u{1F642}", at(5)));
    }

    async fn a_draft_is_deleted_once(db) {
        let owner = db.person().await;
        put_draft(&db.store, &owner, "k", "x").await.unwrap();
        let mut tx = db.begin().await;
        assert!(tx.drafts(&owner).delete("k").await.unwrap());
        assert!(!tx.drafts(&owner).delete("k").await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(draft(&db.store, &owner, "k").await, None);
    }

    async fn a_draft_of_another_person_is_not_there(db) {
        let (owner, other) = (db.person().await, db.person().await);
        put_draft(&db.store, &owner, "k", "mine").await.unwrap();
        assert_eq!(draft(&db.store, &other, "k").await, None);
        put_draft(&db.store, &other, "k", "theirs").await.unwrap();
        assert_eq!(draft(&db.store, &owner, "k").await.as_deref(), Some("mine"));
        let mut tx = db.begin().await;
        assert!(tx.drafts(&other).delete("k").await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(draft(&db.store, &owner, "k").await.as_deref(), Some("mine"));
    }

    /// PostgreSQL refuses NUL in a text, so it becomes another sign of one byte on both.
    async fn a_draft_with_nul_is_kept_in_length(db) {
        let owner = db.person().await;
        put_draft(&db.store, &owner, "k\0", "a\0b").await.unwrap();
        assert_eq!(draft(&db.store, &owner, "k\0").await.as_deref(), Some("a\u{1a}b"));
    }
}
