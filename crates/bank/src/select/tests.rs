use std::collections::BTreeSet;

use super::*;
use crate::question::tests::question;

fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}

fn brief(bar: Bar, count: usize) -> Brief {
    Brief {
        bar,
        topics: Vec::new(),
        technologies: Vec::new(),
        only: Vec::new(),
        count,
        exclude: Vec::new(),
        behavioural: true,
    }
}

/// Four questions a level for each of five topics, half of them about Redis, and two stories.
fn bank() -> Bank {
    let mut questions = Vec::new();
    for topic in ["auth", "data", "net", "queues", "testing"] {
        for &level in Level::ALL {
            for n in 0..4 {
                let mut q = Question { level, ..question(&format!("{topic}-{level}-{n}"), topic) };
                q.technologies.extend((n % 2 == 0).then(|| slug("redis")));
                questions.push(q);
            }
        }
    }
    questions.extend(["conflict", "incident"].map(|id| question(id, "behavioural")));
    Bank::new(questions)
}

fn picked<'a>(bank: &'a Bank, selection: &Selection) -> Vec<&'a Question> {
    selection.questions.iter().filter_map(|id| bank.get(id.as_str())).collect()
}

#[test]
fn the_bar_decides_how_hard_and_the_easiest_come_first() {
    use Level::{Advanced as A, Beginner as B, Intermediate as I};
    let bank = bank();
    for (bar, want) in [(Bar::Junior, [B, B, B, I]), (Bar::Mid, [B, B, I, I]), (Bar::Senior, [I, I, A, A])] {
        for seed in 0..50 {
            let selection = select(&bank, &brief(bar, 5), seed);
            let questions = picked(&bank, &selection);
            let levels: Vec<_> = questions[..4].iter().map(|q| q.level).collect();
            assert_eq!(levels, want, "{bar}");
            let topics: BTreeSet<_> = questions.iter().map(|q| q.topic()).collect();
            assert_eq!(topics.len(), 5, "spread over the topics");
            assert!(questions[4].is_behavioural());
            assert_eq!(selection.notes, []);
        }
    }
}

#[test]
fn the_seed_alone_decides() {
    let bank = bank();
    let wish = brief(Bar::Mid, 8);
    assert_eq!(select(&bank, &wish, 7), select(&bank, &wish, 7));
    let different: BTreeSet<_> = (0..20).map(|seed| select(&bank, &wish, seed).questions).collect();
    assert!(different.len() > 15);
}

#[test]
fn nothing_stands_in_a_selection_twice() {
    let bank = bank();
    for seed in 0..50 {
        let selection = select(&bank, &brief(Bar::Senior, 8), seed);
        let all: Vec<_> = selection.questions.iter().chain(&selection.reserves).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert!(selection.reserves.len() <= 14, "two for each technical question at most");
    }
}

#[test]
fn reserves_are_easier_and_harder_and_keep_the_wishes() {
    let bank = bank();
    let wish = Brief { topics: vec![slug("data"), slug("net")], ..brief(Bar::Mid, 3) };
    let selection = select(&bank, &wish, 1);
    let reserves: Vec<_> = selection.reserves.iter().filter_map(|id| bank.get(id.as_str())).collect();
    assert!(reserves.iter().any(|q| q.level == Level::Advanced));
    assert!(reserves.iter().any(|q| q.level == Level::Beginner));
    assert!(reserves.iter().all(|q| wish.topics.contains(q.topic())));
}

#[test]
fn wishes_are_kept() {
    let bank = bank();
    let wish = Brief {
        topics: vec![slug("data"), slug("auth")],
        technologies: vec![slug("redis")],
        ..brief(Bar::Mid, 5)
    };
    for seed in 0..50 {
        let selection = select(&bank, &wish, seed);
        assert_eq!(selection.notes, []);
        let questions = picked(&bank, &selection);
        let of = |topic: &str| questions.iter().filter(|q| q.topic().as_str() == topic).count();
        assert_eq!((of("data"), of("auth"), of("behavioural")), (2, 2, 1));
        assert!(questions[..4].iter().all(|q| q.technologies == [slug("redis")]));
    }
}

#[test]
fn a_general_question_comes_before_one_about_another_technology() {
    let bank = Bank::new(vec![
        question("general", "data"),
        Question { technologies: vec![slug("mysql")], ..question("other", "net") },
        Question { technologies: vec![slug("redis")], ..question("wished", "auth") },
    ]);
    let wish = Brief { technologies: vec![slug("redis")], behavioural: false, ..brief(Bar::Junior, 2) };
    for seed in 0..20 {
        let selection = select(&bank, &wish, seed);
        assert!(!selection.questions.contains(&slug("other")));
        assert_eq!(selection.notes, [Relaxed::Technologies(1)]);
    }
}

#[test]
fn a_wished_topic_may_be_behavioural() {
    let bank = bank();
    let wish = Brief { topics: vec![slug("behavioural")], behavioural: false, ..brief(Bar::Mid, 2) };
    assert!(picked(&bank, &select(&bank, &wish, 3)).iter().all(|q| q.is_behavioural()));
    let nothing_wished = Brief { behavioural: false, ..brief(Bar::Mid, 60) };
    let selection = select(&bank, &nothing_wished, 3);
    assert!(!picked(&bank, &selection).iter().any(|q| q.is_behavioural()));
}

#[test]
fn what_was_asked_recently_comes_back_last_and_is_told() {
    let bank = Bank::new(["a", "b", "c", "d"].iter().map(|id| question(id, "data")).collect());
    let wish = Brief { exclude: vec![slug("b"), slug("c")], behavioural: false, ..brief(Bar::Junior, 2) };
    for seed in 0..20 {
        let selection = select(&bank, &wish, seed);
        assert_eq!(
            selection.questions.iter().collect::<BTreeSet<_>>(),
            BTreeSet::from([&slug("a"), &slug("d")])
        );
        assert!(selection.reserves.is_empty());
        assert_eq!(selection.notes, []);
        let three = select(&bank, &Brief { count: 3, ..wish.clone() }, seed);
        assert_eq!(three.notes, [Relaxed::Recent(1)]);
    }
}

#[test]
fn what_cannot_be_kept_is_told() {
    let bank =
        Bank::new(vec![Question { level: Level::Advanced, ..question("a", "data") }, question("b", "net")]);
    let wish =
        Brief { topics: vec![slug("data")], technologies: vec![slug("redis")], ..brief(Bar::Junior, 4) };
    let selection = select(&bank, &wish, 0);
    assert_eq!(selection.questions, [slug("b"), slug("a")]);
    assert_eq!(
        selection.notes,
        [
            Relaxed::Level(1),
            Relaxed::Technologies(2),
            Relaxed::Topics(1),
            Relaxed::NoBehavioural,
            Relaxed::Count { wanted: 4, found: 2 }
        ]
    );
    assert_eq!(selection.notes[1].to_string(), "2 questions are not about the technologies you chose.");
    let nothing = select(&Bank::default(), &wish, 0);
    assert_eq!((nothing.questions.len(), nothing.notes.len()), (0, 2));
}

#[test]
fn a_newcomer_gets_an_easy_idea() {
    let bank = bank();
    let first: BTreeSet<_> = (0..30).filter_map(|seed| first_question(&bank, seed)).map(|q| &q.id).collect();
    assert!(first.len() > 5);
    assert!(
        (0..30)
            .filter_map(|seed| first_question(&bank, seed))
            .all(|q| q.level == Level::Beginner && !q.is_behavioural())
    );
    assert!(first_question(&Bank::default(), 0).is_none());
}
