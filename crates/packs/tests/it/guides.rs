//! Collections, key areas and technologies.

use greenroom_core::Timestamp;
use greenroom_packs::{lint, load};

use crate::pack::{GOOD, PATH, pack, problems};

const COLLECTION: &str = "id: first\ntitle: First steps\nsummary: For the first evening.\norder: 1\nsections:\n  - questions: [caching]\n";

const AREA: &str =
    "id: speed\ntitle: Speed\nsummary: Fast things.\norder: 2\nlooks_for: [Numbers]\ntopics: [data]\n";

const TECHNOLOGY: &str = "id: redis\nname: Redis\nsummary: Data in memory.\nversion: Redis 8\nsource: {title: Redis documentation, url: 'https://redis.io/docs/'}\n";

#[test]
fn guides_are_loaded_in_their_order() {
    let second = COLLECTION.replace("id: first", "id: again").replace("order: 1", "order: 0");
    let loaded = load(&pack(&[
        (PATH, GOOD),
        ("collections/first.yaml", COLLECTION),
        ("collections/again.yaml", &second),
        ("areas/speed.yaml", AREA),
        ("technologies/redis/technology.yaml", TECHNOLOGY),
    ]));
    assert_eq!(loaded.problems, []);
    let guides = loaded.bank.guides();
    assert_eq!(guides.collections.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(), ["again", "first"]);
    assert_eq!(
        guides.collections[0].questions().map(greenroom_core::Slug::as_str).collect::<Vec<_>>(),
        ["caching"]
    );
    assert!(loaded.bank.iter().all(|question| guides.areas[0].holds(question)));
    assert_eq!(loaded.bank.technology("redis").map(|t| t.name.as_str()), Some("Redis"));
}

#[test]
fn broken_guides_are_left_out_with_line_and_reason() {
    let of = |path: &str, text: &str| problems(&pack(&[(PATH, GOOD), (path, text)]));
    assert_eq!(of("collections/other.yaml", COLLECTION), [("id-not-file-name", 1, 5)]);
    let twice = format!(
        "{}  - {{title: More, questions: [caching]}}\n",
        COLLECTION.replace("  - ", "  - title: One\n    ")
    );
    assert_eq!(of("collections/first.yaml", &twice), [("repeated-entry", 6, 3)]);
    assert_eq!(of("areas/speed.yaml", &AREA.replace("topics: [data]\n", "")), [("empty-area", 1, 1)]);
    assert_eq!(of("technologies/redis/technology.yaml", ""), [("wrong-type", 1, 1)]);
    assert_eq!(of("collections/deep/first.yaml", COLLECTION), [("unknown-file", 0, 0)]);
}

#[test]
fn a_question_of_a_technology_stands_in_its_folder() {
    let path = "technologies/redis/caching.md";
    assert!(problems(&pack(&[(path, GOOD)])).contains(&("technology-not-folder", 6, 15)));
    let good = GOOD.replace("technologies: []", "technologies: [redis]");
    assert_eq!(problems(&pack(&[(path, &good)])), []);
}

#[test]
fn the_linter_names_what_a_guide_misses() {
    let dead = COLLECTION.replace("[caching]", "[caching, gone]");
    let found = lint(&pack(&[(PATH, GOOD), ("collections/first.yaml", &dead)]), Timestamp::from_millis(0));
    let of_guide: Vec<_> = found.iter().filter(|p| p.file == "collections/first.yaml").collect();
    assert_eq!(of_guide.iter().map(|p| (p.code, p.line)).collect::<Vec<_>>(), [("dead-reference", 6)]);
}
