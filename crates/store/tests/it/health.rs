use greenroom_store::{Kind, Location};

use crate::harness::{at, contract, put_draft};

contract! {
    async fn a_working_store_is_well(db) {
        let health = db.store.health(at(1)).await;
        assert!(health.is_well(), "{health:?}");
        assert!(db.store.health(at(2)).await.is_well());
        db.store.close().await;
        let health = db.store.health(at(3)).await;
        assert!(health.reads.is_err() && health.writes.is_err() && !health.is_well(), "{health:?}");
    }

    async fn a_description_says_what_is_where(db) {
        let owner = db.person().await;
        put_draft(&db.store, &owner, "k", "x").await.unwrap();
        let found = db.store.describe().await.unwrap();
        assert_eq!((found.kind, found.schema_version), (db.store.kind(), 1));
        assert!(found.database_bytes > 0);
        assert!(found.rows.contains(&("people", 1)) && found.rows.contains(&("drafts", 1)), "{:?}", found.rows);
        match &db.config.location {
            Location::Sqlite(path) => {
                assert_eq!((found.kind, found.kind.as_str()), (Kind::Sqlite, "sqlite"));
                assert_eq!(found.place, path.display().to_string());
                assert!(found.server_version.starts_with("3."), "{}", found.server_version);
                assert!(found.log_bytes > 0);
                assert_eq!((found.writes.units, found.writes.commits), (1, 1));
            }
            Location::Postgres(_) => {
                assert_eq!((found.kind, found.kind.as_str()), (Kind::Postgres, "postgres"));
                assert!(!found.place.contains('@'), "no user, no password: {}", found.place);
            }
        }
    }
}
