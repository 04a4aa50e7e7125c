use greenroom_core::Limit;
use greenroom_grading::{CannotScore, Outcome};
use greenroom_store::{EvaluationCounts, EvaluationFilter, EvaluationRecord, Origin, StoreError};

use crate::harness::{TestDb, at, contract, evaluation, evaluation_id, interview, slug};

async fn insert(db: &TestDb, owner: &greenroom_core::PersonId, records: &[EvaluationRecord]) {
    let mut tx = db.begin().await;
    for record in records {
        tx.evaluations(owner).insert(record).await.unwrap();
    }
    tx.commit().await.unwrap();
}

contract! {
    async fn an_evaluation_is_found_as_it_was_inserted(db) {
        let owner = db.person().await;
        let scored = evaluation("retries", 61, 1);
        let mut refused = evaluation("retries", 0, 2);
        refused.evaluation.outcome = Outcome::CannotScore(CannotScore::NotText);
        refused.origin = Origin::Api;
        refused.replaces = Some(scored.id.clone());
        insert(db, &owner, &[scored.clone(), refused.clone()]).await;
        let read = db.store.read();
        assert_eq!((scored.score(), refused.score()), (Some(61), None));
        for record in [scored, refused] {
            assert_eq!(read.evaluations(&owner).find(&record.id).await.unwrap(), Some(record));
        }
        assert_eq!(read.evaluations(&owner).find(&evaluation_id()).await.unwrap(), None);
    }

    async fn evaluations_are_listed_newest_first_and_filtered(db) {
        let owner = db.person().await;
        let mut session = interview(1);
        session.title = "One".to_owned();
        let mut tx = db.begin().await;
        tx.interviews(&owner).insert(&session).await.unwrap();
        tx.commit().await.unwrap();
        let mut records: Vec<_> = [("retries", 1), ("queues", 2), ("retries", 2), ("caching", 4)]
            .map(|(question, created)| evaluation(question, 50, created))
            .into();
        records[1].interview = Some(session.id.clone());
        insert(db, &owner, &records).await;

        let read = db.store.read();
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = read
                .evaluations(&owner)
                .list(&EvaluationFilter::All, Limit::clamped(1), after.as_ref())
                .await
                .unwrap();
            seen.extend(page.items.into_iter().map(|record| record.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, [3, 2, 1, 0].map(|place: usize| records[place].id.clone()));
        for (filter, expected) in [
            (EvaluationFilter::Question(slug("retries")), vec![2, 0]),
            (EvaluationFilter::Interview(session.id.clone()), vec![1]),
            (EvaluationFilter::Question(slug("nothing")), vec![]),
        ] {
            let page = read.evaluations(&owner).list(&filter, Limit::default(), None).await.unwrap();
            let found: Vec<_> = page.items.into_iter().map(|record| record.id).collect();
            let expected: Vec<_> = expected.into_iter().map(|place: usize| records[place].id.clone()).collect();
            assert_eq!(found, expected, "{filter:?}");
        }
    }

    async fn the_latest_of_each_question_says_how_it_compares(db) {
        let owner = db.person().await;
        let records = [evaluation("retries", 70, 1), evaluation("retries", 40, 2), evaluation("a-b", 10, 3), evaluation("ab", 20, 3)];
        insert(db, &owner, &records).await;
        let latest = db.store.read().evaluations(&owner).latest_per_question().await.unwrap();
        // By bytes on both databases: a dash is a character, and comes before letters.
        let names: Vec<_> = latest.iter().map(|latest| latest.question.as_str()).collect();
        assert_eq!(names, ["a-b", "ab", "retries"]);
        let last = &latest[2];
        assert_eq!((last.score, last.best, last.times, last.created_at), (Some(40), Some(70), 2, at(2)));
        assert_eq!(last.id, records[1].id);
    }

    async fn answers_are_counted(db) {
        let owner = db.person().await;
        let read = db.store.read();
        assert_eq!(read.evaluations(&owner).counts().await.unwrap(), EvaluationCounts::default());
        let mut refused = evaluation("queues", 0, 9);
        refused.evaluation.outcome = Outcome::CannotScore(CannotScore::Empty);
        insert(db, &owner, &[evaluation("retries", 70, 1), evaluation("retries", 40, 2), refused]).await;
        let counts = read.evaluations(&owner).counts().await.unwrap();
        assert_eq!(
            counts,
            EvaluationCounts { evaluations: 3, scored: 2, questions: 2, last_at: Some(at(9)) }
        );
    }

    async fn an_evaluation_of_another_person_is_not_there(db) {
        let (owner, other) = (db.person().await, db.person().await);
        let record = evaluation("retries", 70, 1);
        insert(db, &owner, std::slice::from_ref(&record)).await;
        let read = db.store.read();
        assert_eq!(read.evaluations(&other).find(&record.id).await.unwrap(), None);
        let page = read.evaluations(&other).list(&EvaluationFilter::All, Limit::default(), None).await.unwrap();
        assert!(page.items.is_empty());
        assert!(read.evaluations(&other).latest_per_question().await.unwrap().is_empty());
        assert_eq!(read.evaluations(&other).counts().await.unwrap().evaluations, 0);
    }

    /// The database itself refuses it: the foreign keys hold the owner.
    async fn nothing_points_at_what_is_somebody_elses(db) {
        let (owner, other) = (db.person().await, db.person().await);
        let session = interview(1);
        let theirs = evaluation("retries", 70, 1);
        let mut tx = db.begin().await;
        tx.interviews(&other).insert(&session).await.unwrap();
        tx.evaluations(&other).insert(&theirs).await.unwrap();
        tx.commit().await.unwrap();
        let mut in_their_interview = evaluation("retries", 70, 1);
        in_their_interview.interview = Some(session.id.clone());
        let mut improving_theirs = evaluation("retries", 70, 1);
        improving_theirs.replaces = Some(theirs.id.clone());
        for record in [in_their_interview, improving_theirs, theirs] {
            let mut tx = db.begin().await;
            let refused = tx.evaluations(&owner).insert(&record).await;
            assert!(matches!(refused, Err(StoreError::Conflict { .. })), "{refused:?}");
        }
    }
}
