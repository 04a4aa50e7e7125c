//! Units of work: everything or nothing, on both databases alike.

use greenroom_store::StoreError;

use crate::harness::{at, contract, draft, interview, poll_once, put_draft};

contract! {
    async fn what_is_not_committed_never_happened(db) {
        let owner = db.person().await;
        let mut tx = db.begin().await;
        tx.drafts(&owner).put("k", "x", at(0)).await.unwrap();
        assert!(tx.drafts(&owner).find("k").await.unwrap().is_some(), "a unit sees its own rows");
        assert_eq!(draft(&db.store, &owner, "k").await, None, "nobody else does");
        drop(tx);
        assert_eq!(draft(&db.store, &owner, "k").await, None);
        put_draft(&db.store, &owner, "k", "y").await.unwrap();
        assert_eq!(draft(&db.store, &owner, "k").await.as_deref(), Some("y"), "and it is seen at once");
    }

    async fn a_failed_statement_fails_the_unit(db) {
        let owner = db.person().await;
        let record = interview(1);
        let mut tx = db.begin().await;
        tx.interviews(&owner).insert(&record).await.unwrap();
        let again = tx.interviews(&owner).insert(&record).await;
        assert!(matches!(again, Err(StoreError::Conflict { .. })), "{again:?}");
        let later = tx.drafts(&owner).put("k", "x", at(0)).await;
        assert!(matches!(later, Err(StoreError::Failed)), "{later:?}");
        let committed = tx.commit().await;
        assert!(matches!(committed, Err(StoreError::Failed)), "{committed:?}");
        assert_eq!(db.store.read().interviews(&owner).find(&record.id).await.unwrap(), None);
    }

    async fn an_abandoned_statement_fails_the_unit(db) {
        let owner = db.person().await;
        let mut tx = db.begin().await;
        tx.drafts(&owner).put("k", "x", at(0)).await.unwrap();
        // The driver may be done before the first poll returns; then the next is tried.
        let was_abandoned = (0..1000).any(|round| {
            let mut drafts = tx.drafts(&owner);
            let mut statement = std::pin::pin!(drafts.put("k", "y", at(round)));
            poll_once(statement.as_mut()).is_pending()
        });
        assert!(was_abandoned);
        let committed = tx.commit().await;
        assert!(matches!(committed, Err(StoreError::Failed)), "{committed:?}");
        assert_eq!(draft(&db.store, &owner, "k").await, None);
        put_draft(&db.store, &owner, "k", "z").await.unwrap();
    }

    async fn nothing_is_written_for_a_person_who_is_not_there(db) {
        let nobody = crate::harness::person_id();
        let refused = put_draft(&db.store, &nobody, "k", "x").await;
        assert!(matches!(&refused, Err(StoreError::Conflict { constraint }) if constraint == "foreign key"), "{refused:?}");
    }

    async fn a_closed_store_is_unavailable(db) {
        let owner = db.person().await;
        let store = db.store.clone();
        db.store.close().await;
        db.store.close().await;
        let written = put_draft(&store, &owner, "k", "x").await;
        assert!(matches!(&written, Err(error @ StoreError::Unavailable(_)) if error.retryable()), "{written:?}");
        let read = store.read().drafts(&owner).find("k").await;
        assert!(matches!(read, Err(StoreError::Unavailable(_))), "{read:?}");
    }
}
