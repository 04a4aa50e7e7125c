use greenroom_core::{Limit, PersonId, Timestamp};
use greenroom_interview::Event;
use greenroom_store::{EvaluationFilter, InterviewRecord, InterviewState, Origin, Store, StoreError};

use crate::harness::{at, contract, evaluation, interview, interview_id, slug};

/// Adds interviews and gives them.
async fn insert(store: &Store, owner: &PersonId, created: &[i64]) -> Vec<InterviewRecord> {
    let mut records = Vec::new();
    let mut tx = store.begin_write().await.unwrap();
    for at in created {
        let record = interview(*at);
        tx.interviews(owner).insert(&record).await.unwrap();
        records.push(record);
    }
    tx.commit().await.unwrap();
    records
}

fn answered(turn: u32, millis: i64) -> (Event, Timestamp) {
    (Event::Answered { turn, text: format!("Answer {turn}\0") }, at(millis))
}

contract! {
    async fn an_interview_is_found_as_it_was_inserted(db) {
        let owner = db.person().await;
        let record = insert(&db.store, &owner, &[1]).await.remove(0);
        assert_eq!(record.next_seq(), 1);
        assert_eq!(db.store.read().interviews(&owner).find(&record.id).await.unwrap(), Some(record));
        assert_eq!(db.store.read().interviews(&owner).find(&interview_id()).await.unwrap(), None);
    }

    async fn an_id_is_taken_once(db) {
        let owner = db.person().await;
        let record = insert(&db.store, &owner, &[1]).await.remove(0);
        let mut tx = db.begin().await;
        let again = tx.interviews(&owner).insert(&record).await;
        assert!(matches!(&again, Err(StoreError::Conflict { constraint }) if constraint == "interviews"), "{again:?}");
    }

    async fn events_are_appended_in_order(db) {
        let owner = db.person().await;
        let id = insert(&db.store, &owner, &[1]).await.remove(0).id;
        let log = [(Event::Began, at(2)), answered(1, 3), (Event::Left, at(4)), answered(2, 5)];
        let mut tx = db.begin().await;
        assert_eq!(tx.interviews(&owner).append_events(&id, 1, &log[..2]).await.unwrap(), Some(3));
        assert_eq!(tx.interviews(&owner).append_events(&id, 3, &log[2..]).await.unwrap(), Some(5));
        assert_eq!(tx.interviews(&owner).append_events(&id, 5, &[]).await.unwrap(), Some(5));
        assert_eq!(tx.interviews(&owner).append_events(&interview_id(), 1, &log).await.unwrap(), None);
        assert_eq!(tx.interviews(&owner).append_events(&interview_id(), 1, &[]).await.unwrap(), None);
        tx.commit().await.unwrap();

        let read = db.store.read();
        let events = read.interviews(&owner).events(&id).await.unwrap();
        assert_eq!(events.iter().map(|event| event.seq).collect::<Vec<_>>(), [1, 2, 3, 4]);
        let found: Vec<_> = events.into_iter().map(|event| (event.event, event.at)).collect();
        assert_eq!(found, log);
        let rest = read.interviews(&owner).events_after(&id, 3).await.unwrap();
        assert_eq!(rest.iter().map(|event| event.seq).collect::<Vec<_>>(), [4]);
        let record = read.interviews(&owner).find(&id).await.unwrap().unwrap();
        assert_eq!((record.events, record.next_seq(), record.updated_at), (4, 5, at(5)));
    }

    async fn an_event_is_not_appended_on_top_of_somebody_elses(db) {
        let owner = db.person().await;
        let id = insert(&db.store, &owner, &[1]).await.remove(0).id;
        for (expected, fits) in [(1, true), (1, false), (5, false), (2, true)] {
            let mut tx = db.begin().await;
            let appended = tx.interviews(&owner).append_events(&id, expected, &[(Event::Began, at(2))]).await;
            assert_eq!(appended.is_ok(), fits, "{appended:?}");
            if fits {
                tx.commit().await.unwrap();
            } else {
                assert!(matches!(appended, Err(StoreError::Conflict { .. })), "{appended:?}");
            }
        }
        assert_eq!(db.store.read().interviews(&owner).events(&id).await.unwrap().len(), 2);
    }

    async fn of_many_who_append_at_once_one_wins(db) {
        let owner = db.person().await;
        let id = insert(&db.store, &owner, &[1]).await.remove(0).id;
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let (store, owner, id) = (db.store.clone(), owner.clone(), id.clone());
                tokio::spawn(async move {
                    let mut tx = store.begin_write().await.unwrap();
                    let appended = tx.interviews(&owner).append_events(&id, 1, &[(Event::Began, at(2))]).await;
                    appended.is_ok() && tx.commit().await.is_ok()
                })
            })
            .collect();
        let mut won = 0;
        for task in tasks {
            won += usize::from(task.await.unwrap());
        }
        assert_eq!(won, 1);
        assert_eq!(db.store.read().interviews(&owner).events(&id).await.unwrap().len(), 1);
    }

    async fn an_update_checks_the_version(db) {
        let owner = db.person().await;
        let mut record = insert(&db.store, &owner, &[1]).await.remove(0);
        record.state = InterviewState::Closed;
        record.title = "Done".to_owned();
        record.score = Some(100);
        record.updated_at = at(9);
        record.closed_at = Some(at(8));
        let mut tx = db.begin().await;
        assert_eq!(tx.interviews(&owner).update(&record).await.unwrap(), Some(2));
        assert_eq!(tx.interviews(&owner).update(&interview(1)).await.unwrap(), None);
        tx.commit().await.unwrap();
        let found = db.store.read().interviews(&owner).find(&record.id).await.unwrap().unwrap();
        assert_eq!(found, InterviewRecord { version: 2, ..record.clone() });
        let mut tx = db.begin().await;
        let stale = tx.interviews(&owner).update(&record).await;
        assert!(matches!(stale, Err(StoreError::Stale { version: 1, .. })), "{stale:?}");
    }

    async fn a_list_goes_from_page_to_page_without_gap_or_repeat(db) {
        let owner = db.person().await;
        // Three at the same moment: the id decides.
        let records = insert(&db.store, &owner, &[5, 5, 5, 9, 1, 7]).await;
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = db.store.read().interviews(&owner).list(Limit::clamped(2), after.as_ref()).await.unwrap();
            assert!(page.items.len() <= 2);
            seen.extend(page.items);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let mut expected = records;
        expected.sort_by(|a, b| (b.updated_at, &b.id).cmp(&(a.updated_at, &a.id)));
        assert_eq!(seen, expected);
        let foreign = "nonsense".parse().unwrap();
        let refused = db.store.read().interviews(&owner).list(Limit::default(), Some(&foreign)).await;
        assert!(matches!(refused, Err(StoreError::BadCursor)), "{refused:?}");
    }

    async fn the_questions_of_the_last_interviews_are_remembered(db) {
        let owner = db.person().await;
        let records = insert(&db.store, &owner, &[1, 2, 3]).await;
        let mut tx = db.begin().await;
        for (record, question, millis) in
            [(0, "oldest", 10), (1, "caching", 20), (2, "retries", 30), (2, "queues", 31), (2, "retries", 32)]
        {
            tx.interviews(&owner).note_question(&records[record].id, &slug(question), at(millis)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let recent = db.store.read().interviews(&owner).recent_questions(2).await.unwrap();
        let names: Vec<_> = recent.iter().map(|asked| asked.question.as_str()).collect();
        assert_eq!(names, ["queues", "retries", "caching"]);
        assert_eq!((recent[0].asked_at, &recent[0].interview), (at(31), &records[2].id));
    }

    async fn an_interview_of_another_person_is_not_there(db) {
        let (owner, other) = (db.person().await, db.person().await);
        let record = insert(&db.store, &owner, &[1]).await.remove(0);
        let id = &record.id;
        let mut tx = db.begin().await;
        tx.interviews(&owner).append_events(id, 1, &[(Event::Began, at(2))]).await.unwrap();
        tx.interviews(&owner).note_question(id, &slug("retries"), at(2)).await.unwrap();
        tx.commit().await.unwrap();

        let read = db.store.read();
        assert_eq!(read.interviews(&other).find(id).await.unwrap(), None);
        assert!(read.interviews(&other).events(id).await.unwrap().is_empty());
        assert!(read.interviews(&other).list(Limit::default(), None).await.unwrap().items.is_empty());
        assert!(read.interviews(&other).recent_questions(10).await.unwrap().is_empty());
        let mut tx = db.begin().await;
        assert_eq!(tx.interviews(&other).append_events(id, 2, &[(Event::Left, at(3))]).await.unwrap(), None);
        assert_eq!(tx.interviews(&other).update(&record).await.unwrap(), None);
        assert!(!tx.interviews(&other).delete(id).await.unwrap());
        let noted = tx.interviews(&other).note_question(id, &slug("queues"), at(3)).await;
        assert!(matches!(noted, Err(StoreError::Conflict { .. })), "{noted:?}");
    }

    async fn a_deleted_interview_takes_its_evaluations_along(db) {
        let owner = db.person().await;
        let record = insert(&db.store, &owner, &[1]).await.remove(0);
        let mut inside = evaluation("retries", 40, 2);
        inside.interview = Some(record.id.clone());
        inside.origin = Origin::Interview;
        let mut retake = evaluation("retries", 80, 3);
        retake.replaces = Some(inside.id.clone());
        retake.origin = Origin::Retake;
        let mut tx = db.begin().await;
        tx.interviews(&owner).append_events(&record.id, 1, &[(Event::Began, at(2))]).await.unwrap();
        tx.interviews(&owner).note_question(&record.id, &slug("retries"), at(2)).await.unwrap();
        tx.evaluations(&owner).insert(&inside).await.unwrap();
        tx.evaluations(&owner).insert(&retake).await.unwrap();
        tx.commit().await.unwrap();

        let mut tx = db.begin().await;
        assert!(tx.interviews(&owner).delete(&record.id).await.unwrap());
        assert!(!tx.interviews(&owner).delete(&record.id).await.unwrap());
        tx.commit().await.unwrap();
        let read = db.store.read();
        assert_eq!(read.interviews(&owner).find(&record.id).await.unwrap(), None);
        assert!(read.interviews(&owner).events(&record.id).await.unwrap().is_empty());
        assert!(read.interviews(&owner).recent_questions(9).await.unwrap().is_empty());
        let left = read.evaluations(&owner).list(&EvaluationFilter::All, Limit::default(), None).await.unwrap();
        retake.replaces = None;
        assert_eq!(left.items, [retake]);
    }

    async fn an_event_of_a_newer_program_is_not_guessed(db) {
        let owner = db.person().await;
        let id = insert(&db.store, &owner, &[1]).await.remove(0).id;
        let doc = r#"{"v":1,"doc":{"type":"cheered"}}"#;
        db.raw(format!("INSERT INTO interview_events (interview_id, seq, at, doc) VALUES ('{id}', 1, 0, '{doc}')")).await;
        let events = db.store.read().interviews(&owner).events(&id).await;
        assert!(
            matches!(&events, Err(StoreError::Inconsistent { table: "interview_events", column: "doc", .. })),
            "{events:?}"
        );
    }
}
