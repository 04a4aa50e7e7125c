use super::*;
use crate::question::tests::question;

fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}

fn bank() -> Bank {
    let caching = Question {
        prompt: "When does a cache hurt?".to_owned(),
        level: Level::Intermediate,
        technologies: vec![slug("redis")],
        answer: "A cache hurts when it is stale.".to_owned(),
        ..question("caching", "data")
    };
    let sessions = Question {
        kind: Kind::Scenario,
        answer: "Keep sessions in Redis, which is a cache that all nodes share.".to_owned(),
        ..question("sessions", "auth")
    };
    let idempotency = Question { level: Level::Advanced, ..question("idempotency", "api-design") };
    Bank::new(vec![caching, sessions, idempotency])
}

fn ids(text: &str) -> Vec<String> {
    let filter = Filter { text: text.to_owned(), ..Filter::default() };
    bank().search(&filter).items.iter().map(|hit| hit.question.id.to_string()).collect()
}

#[test]
fn without_words_the_easiest_come_first() {
    assert_eq!(ids(""), ["sessions", "caching", "idempotency"]);
    assert_eq!(ids("  ,;"), ["sessions", "caching", "idempotency"]);
}

#[test]
fn name_and_prompt_come_before_the_answer() {
    assert_eq!(ids("cache"), ["caching", "sessions"]);
    assert_eq!(ids("redis"), ["caching", "sessions"]);
    assert_eq!(ids("what is the idempotent"), ["idempotency"]);
    assert_eq!(ids("idempotancy"), ["idempotency"]);
    assert_eq!(ids("sess"), ["sessions"]);
    assert_eq!(ids("zebra"), Vec::<String>::new());
}

#[test]
fn all_words_must_be_found_unless_no_question_has_them() {
    assert_eq!(ids("cache nodes"), ["sessions"]);
    assert_eq!(ids("stale zebra"), ["caching"]);
}

#[test]
fn counts_are_those_of_the_choice() {
    let bank = bank();
    let filter = Filter { text: "cache".to_owned(), topic: Some(slug("data")), ..Filter::default() };
    let found = bank.search(&filter);
    assert_eq!(found.total, 1);
    let topics: Vec<_> =
        found.facets.topics.iter().map(|f| (f.value.as_str(), f.count, f.is_chosen)).collect();
    assert_eq!(topics, [("api-design", 0, false), ("auth", 1, false), ("data", 1, true)]);
    let levels: Vec<_> = found.facets.levels.iter().map(|f| (f.value, f.count)).collect();
    assert_eq!(levels, [(Level::Beginner, 0), (Level::Intermediate, 1), (Level::Advanced, 0)]);
    for facet in &found.facets.topics {
        let chosen = Filter { topic: Some(facet.value.clone()), ..filter.clone() };
        assert_eq!(bank.search(&chosen).total, facet.count);
    }
}

#[test]
fn marks_quote_the_words() {
    let bank = bank();
    let found = bank.search(&Filter { text: "CACHE stale".to_owned(), ..Filter::default() });
    let hit = &found.items[0];
    let quotes: Vec<_> = hit.prompt_marks.iter().filter_map(|m| m.quote(&hit.question.prompt)).collect();
    assert_eq!(quotes, ["cache"]);
    let snippet = hit.snippet.as_ref().expect("the answer has the words");
    let quotes: Vec<_> = snippet.marks.iter().filter_map(|m| m.quote(&snippet.text)).collect();
    assert_eq!(quotes, ["cache", "stale"]);
}
