use greenroom_core::Bar;
use greenroom_store::{Settings, StoreError, Theme};

use crate::harness::{at, contract, person_id};

contract! {
    async fn the_single_person_is_created_once(db) {
        let (first, second) = (person_id(), person_id());
        assert_eq!(db.store.read().people().find_single().await.unwrap(), None);
        for (fresh, now) in [(&first, 1), (&second, 2)] {
            let mut tx = db.begin().await;
            let person = tx.people().find_or_create_single(fresh, at(now)).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!((person.id, person.created_at), (first.clone(), at(1)));
        }
        let found = db.store.read().people().find(&first).await.unwrap().unwrap();
        assert_eq!((found.settings, found.version), (Settings::default(), 1));
        assert_eq!(db.store.read().people().find(&second).await.unwrap(), None);
    }

    async fn many_first_visits_at_once_make_one_person(db) {
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let store = db.store.clone();
                tokio::spawn(async move {
                    let mut tx = store.begin_write().await.unwrap();
                    let person = tx.people().find_or_create_single(&person_id(), at(0)).await.unwrap();
                    tx.commit().await.unwrap();
                    person.id
                })
            })
            .collect();
        let mut ids = Vec::new();
        for task in tasks {
            ids.push(task.await.unwrap());
        }
        ids.dedup();
        assert_eq!(ids.len(), 1);
    }

    async fn settings_are_replaced_only_by_who_has_read_them(db) {
        let owner = db.person().await;
        let settings = Settings {
            theme: Theme::Backstage,
            shortcuts: false,
            name: Some("Ada".to_owned()),
            target_bar: Some(Bar::Senior),
            interview_date: Some("2026-12-24".to_owned()),
            role: Some("Backend engineer".to_owned()),
            first_visit_done: true,
        };
        let mut tx = db.begin().await;
        assert_eq!(tx.people().update_settings(&owner, &settings, 1).await.unwrap(), Some(2));
        assert_eq!(tx.people().update_settings(&person_id(), &settings, 1).await.unwrap(), None);
        tx.commit().await.unwrap();
        let found = db.store.read().people().find(&owner).await.unwrap().unwrap();
        assert_eq!((found.settings, found.version), (settings.clone(), 2));

        let mut tx = db.begin().await;
        let stale = tx.people().update_settings(&owner, &settings, 1).await;
        assert!(matches!(stale, Err(StoreError::Stale { version: 1, .. })), "{stale:?}");
    }

    async fn settings_of_a_newer_program_are_not_guessed(db) {
        let owner = db.person().await;
        db.raw(format!("UPDATE people SET settings = '{{\"v\":2}}' WHERE id = '{owner}'")).await;
        let found = db.store.read().people().find(&owner).await;
        let Err(StoreError::Inconsistent { table, column, id }) = found else { panic!("{found:?}") };
        assert_eq!((table, column, id.as_str()), ("people", "settings", owner.as_str()));
    }
}

#[test]
fn themes_are_read_back_from_their_words() {
    for theme in Theme::ALL {
        assert_eq!(Theme::from_word(theme.as_str()), Some(*theme));
    }
}
