use greenroom_store::{Begun, StoredResponse};

use crate::harness::{at, contract};

fn response() -> StoredResponse {
    StoredResponse {
        status: 201,
        content_type: Some("application/json".to_owned()),
        location: Some("/v1/evaluations/evl_1".to_owned()),
        body: Some("{\"score\":61}".to_owned()),
    }
}

contract! {
    async fn a_retry_gets_the_first_response(db) {
        let (owner, other) = (db.person().await, db.person().await);
        let mut tx = db.begin().await;
        let mut keys = tx.idempotency(&owner);
        assert_eq!(keys.begin("k", "f1", at(0), at(60)).await.unwrap(), Begun::Fresh);
        assert_eq!(keys.begin("k", "f1", at(1), at(61)).await.unwrap(), Begun::InFlight);
        assert_eq!(keys.begin("k", "f2", at(1), at(61)).await.unwrap(), Begun::OtherRequest);
        assert!(keys.finish("k", &response(), at(1000)).await.unwrap());
        assert!(!keys.finish("k", &StoredResponse::default(), at(2000)).await.unwrap());
        assert!(!keys.finish("unknown", &response(), at(1000)).await.unwrap());
        assert_eq!(keys.begin("k", "f1", at(500), at(560)).await.unwrap(), Begun::Stored(response()));
        assert_eq!(keys.begin("k", "f2", at(500), at(560)).await.unwrap(), Begun::OtherRequest);
        assert_eq!(tx.idempotency(&other).begin("k", "f2", at(1), at(61)).await.unwrap(), Begun::Fresh);
        tx.commit().await.unwrap();
    }

    async fn a_failed_request_frees_its_key(db) {
        let owner = db.person().await;
        let mut tx = db.begin().await;
        let mut keys = tx.idempotency(&owner);
        assert_eq!(keys.begin("k", "f", at(0), at(60)).await.unwrap(), Begun::Fresh);
        assert!(keys.forget("k").await.unwrap());
        assert!(!keys.forget("k").await.unwrap());
        assert_eq!(keys.begin("k", "other", at(1), at(60)).await.unwrap(), Begun::Fresh);
        assert!(keys.finish("k", &response(), at(1000)).await.unwrap());
        assert!(!keys.forget("k").await.unwrap(), "what is done is not forgotten");
        tx.commit().await.unwrap();
    }

    async fn a_lease_ends_when_its_holder_died(db) {
        let owner = db.person().await;
        let mut tx = db.begin().await;
        let mut keys = tx.idempotency(&owner);
        assert_eq!(keys.begin("k", "f", at(0), at(60)).await.unwrap(), Begun::Fresh);
        assert_eq!(keys.begin("k", "f", at(59), at(119)).await.unwrap(), Begun::InFlight);
        assert_eq!(keys.begin("k", "f", at(60), at(120)).await.unwrap(), Begun::Fresh);
        assert!(keys.finish("k", &response(), at(200)).await.unwrap());
        assert_eq!(keys.begin("k", "f", at(200), at(260)).await.unwrap(), Begun::Fresh, "expired");
        assert_eq!(keys.begin("k", "f", at(201), at(261)).await.unwrap(), Begun::InFlight);
        tx.commit().await.unwrap();
    }

    async fn what_has_expired_is_swept(db) {
        let owner = db.person().await;
        let mut tx = db.begin().await;
        for (key, until) in [("a", 10), ("b", 20), ("c", 30)] {
            assert_eq!(tx.idempotency(&owner).begin(key, "f", at(0), at(until)).await.unwrap(), Begun::Fresh);
        }
        assert_eq!(tx.sweep_idempotency_unscoped(at(20)).await.unwrap(), 2);
        assert_eq!(tx.sweep_idempotency_unscoped(at(20)).await.unwrap(), 0);
        tx.commit().await.unwrap();
    }

    async fn of_many_retries_at_once_one_does_the_work(db) {
        let owner = db.person().await;
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let (store, owner) = (db.store.clone(), owner.clone());
                tokio::spawn(async move {
                    let mut tx = store.begin_write().await.unwrap();
                    let begun = tx.idempotency(&owner).begin("k", "f", at(0), at(60)).await.unwrap();
                    tx.commit().await.unwrap();
                    begun
                })
            })
            .collect();
        let mut fresh = 0;
        for task in tasks {
            fresh += usize::from(task.await.unwrap() == Begun::Fresh);
        }
        assert_eq!(fresh, 1);
    }
}
