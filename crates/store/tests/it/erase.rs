use greenroom_core::Limit;
use greenroom_interview::Event;
use greenroom_store::{Begun, EvaluationFilter, Location};

use crate::harness::{at, contract, draft, evaluation, interview, person_id, put_draft, slug};

const SECRET: &str = "my-employer-is-terrible";

contract! {
    async fn erasing_a_person_leaves_nothing(db) {
        let (owner, other) = (db.person().await, db.person().await);
        put_draft(&db.store, &other, "k", "stays").await.unwrap();
        let session = interview(1);
        let mut answer = evaluation("retries", 70, 1);
        answer.answer = SECRET.repeat(100);
        answer.interview = Some(session.id.clone());
        let mut tx = db.begin().await;
        tx.interviews(&owner).insert(&session).await.unwrap();
        let said = Event::Answered { turn: 1, text: SECRET.to_owned() };
        tx.interviews(&owner).append_events(&session.id, 1, &[(said, at(2))]).await.unwrap();
        tx.interviews(&owner).note_question(&session.id, &slug("retries"), at(2)).await.unwrap();
        tx.evaluations(&owner).insert(&answer).await.unwrap();
        tx.drafts(&owner).put("k", SECRET, at(2)).await.unwrap();
        assert_eq!(tx.idempotency(&owner).begin(SECRET, "f", at(0), at(9)).await.unwrap(), Begun::Fresh);
        tx.commit().await.unwrap();

        let erased = db.store.delete_everything(&owner).await.unwrap().unwrap();
        assert_eq!((erased.interviews, erased.evaluations, erased.drafts), (1, 1, 1));
        assert_eq!(erased.is_scrubbed, db.is_sqlite());
        assert_eq!(db.store.delete_everything(&owner).await.unwrap(), None);
        assert_eq!(db.store.delete_everything(&person_id()).await.unwrap(), None);

        let read = db.store.read();
        assert_eq!(read.people().find(&owner).await.unwrap(), None);
        let page = read.evaluations(&owner).list(&EvaluationFilter::All, Limit::default(), None).await.unwrap();
        assert!(page.items.is_empty());
        let rows = db.store.describe().await.unwrap().rows;
        assert_eq!(
            rows,
            [("people", 1), ("interviews", 0), ("events", 0), ("evaluations", 0), ("drafts", 1), ("idempotency keys", 0)]
        );
        assert_eq!(draft(&db.store, &other, "k").await.as_deref(), Some("stays"));

        let Location::Sqlite(path) = &db.config.location else { return };
        for ending in ["", "-wal", "-shm"] {
            let mut file = path.clone().into_os_string();
            file.push(ending);
            let bytes = std::fs::read(file).unwrap_or_default();
            let found = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
            assert!(!found, "what was erased can still be read in greenroom.db{ending}");
        }
    }
}
