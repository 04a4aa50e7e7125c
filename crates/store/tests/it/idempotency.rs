use greenroom_store::{Begun, Store, StoredResponse};

use crate::harness::{TestDb, at, contract};

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

    async fn what_was_made_is_known_also_if_its_response_is_lost(db) {
        let owner = db.person().await;
        let mut tx = db.begin().await;
        let mut keys = tx.idempotency(&owner);
        assert!(!keys.made("k", "evl_1", at(1000)).await.unwrap(), "nothing was begun");
        assert_eq!(keys.begin("k", "f", at(0), at(60)).await.unwrap(), Begun::Fresh);
        assert!(keys.made("k", "evl_1", at(1000)).await.unwrap());
        assert!(!keys.forget("k").await.unwrap(), "what is done is not forgotten");
        let made = Begun::Made("evl_1".to_owned());
        assert_eq!(keys.begin("k", "f", at(500), at(560)).await.unwrap(), made, "long after the lease");
        assert_eq!(keys.begin("k", "f2", at(500), at(560)).await.unwrap(), Begun::OtherRequest);
        assert!(keys.finish("k", &response(), at(1000)).await.unwrap());
        assert_eq!(keys.begin("k", "f", at(999), at(1059)).await.unwrap(), Begun::Stored(response()));
        assert!(!keys.made("k", "evl_2", at(2000)).await.unwrap(), "it is done");
        assert_eq!(keys.begin("k", "f", at(1000), at(1060)).await.unwrap(), Begun::Fresh, "expired");
        assert_eq!(keys.begin("k", "f", at(1001), at(1061)).await.unwrap(), Begun::InFlight, "the past is forgotten");
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

#[tokio::test]
async fn a_server_that_starts_frees_what_one_before_it_had_only_begun() {
    let db = TestDb::sqlite().await;
    let owner = db.person().await;
    let mut tx = db.begin().await;
    let mut keys = tx.idempotency(&owner);
    for key in ["begun", "made", "done"] {
        assert_eq!(keys.begin(key, "f", at(0), at(60)).await.unwrap(), Begun::Fresh);
    }
    assert!(keys.made("made", "evl_1", at(1000)).await.unwrap());
    assert!(keys.finish("done", &response(), at(1000)).await.unwrap());
    tx.commit().await.unwrap();

    let TestDb { store, config, dir: _dir, .. } = db;
    store.close().await;
    drop(store);
    let store = Store::open(config).await.unwrap();
    let mut tx = store.begin_write().await.unwrap();
    let mut keys = tx.idempotency(&owner);
    assert_eq!(
        keys.begin("begun", "f", at(1), at(61)).await.unwrap(),
        Begun::Fresh,
        "nobody is at work on it"
    );
    assert_eq!(keys.begin("made", "f", at(1), at(61)).await.unwrap(), Begun::Made("evl_1".to_owned()));
    assert_eq!(keys.begin("done", "f", at(1), at(61)).await.unwrap(), Begun::Stored(response()));
    tx.commit().await.unwrap();
    store.close().await;
}
