//! Every line that can be said, read by rules; and the choice among them.

use super::*;

/// Every wording of every tone, with the occasion.
fn all() -> impl Iterator<Item = (Tone, Cue, &'static str)> {
    let per_tone = |tone: Tone| {
        let lines =
            move |cue: &Cue| cue.of(wordings(tone)).iter().map(|line| (*cue, *line)).collect::<Vec<_>>();
        Cue::ALL.iter().flat_map(lines).map(move |(cue, line)| (tone, cue, line))
    };
    Tone::ALL.iter().flat_map(move |tone| per_tone(*tone))
}

fn advice_lines() -> impl Iterator<Item = &'static str> {
    let on = |subject: &Subject| [advice::on(*subject, true), advice::on(*subject, false)].concat();
    Subject::ALL.iter().flat_map(on).chain([advice::YES_NO])
}

/// The slots that an occasion can fill.
fn slots_of(cue: Cue) -> &'static [&'static str] {
    match cue {
        Cue::Greeting => &["role", "bar", "questions", "minutes"],
        Cue::First | Cue::Further | Cue::Harder | Cue::Last | Cue::SayMore => &["topic"],
        Cue::Quoted => &["gist"],
        Cue::HintOffer | Cue::Hint => &["cost"],
        Cue::HintAgain => &["cost", "total"],
        Cue::HintFree => &["total"],
        Cue::Back => &["number"],
        Cue::Closing | Cue::ClosingEarly => &["answered"],
        Cue::Story
        | Cue::Thanks
        | Cue::Passed
        | Cue::NotKnown
        | Cue::FollowUp
        | Cue::Partial
        | Cue::Doubt
        | Cue::HintOfferFree
        | Cue::Clarify
        | Cue::TimeUp
        | Cue::BackElsewhere
        | Cue::Invite
        | Cue::NoCompany
        | Cue::NoCompanyAgain
        | Cue::ClosingUnasked
        | Cue::ClosingEmpty => &[],
    }
}

fn slots_in(line: &str) -> Vec<&str> {
    line.split('{').skip(1).map(|from| from.split_once('}').map_or("unclosed", |(slot, _)| slot)).collect()
}

#[test]
fn no_line_shouts_gushes_or_scolds() {
    let lines = all().map(|(_, _, line)| line).chain(advice_lines());
    for line in lines {
        let lower = line.to_lowercase();
        for banned in [
            "!",
            "  ",
            "great",
            "awesome",
            "amazing",
            "excellent",
            "perfect",
            "unfortunately",
            "wrong",
            "bad",
            "oops",
            "sorry",
        ] {
            assert!(!lower.contains(banned), "{banned:?} in {line:?}");
        }
        assert!(line.len() <= 260, "too long to say: {line}");
        assert_eq!(line.trim(), line);
        assert!(line.ends_with(['.', '?', ':', ';']), "no end: {line}");
    }
}

#[test]
fn every_line_uses_exactly_the_slots_of_its_occasion() {
    for (tone, cue, line) in all() {
        let mut slots = slots_in(line);
        slots.sort_unstable();
        let mut wanted = slots_of(cue).to_vec();
        wanted.sort_unstable();
        assert_eq!(slots, wanted, "{tone} {cue:?}: {line}");
    }
}

#[test]
fn every_occasion_has_two_wordings_and_no_wording_stands_twice_in_a_tone() {
    for tone in Tone::ALL {
        let mut seen = std::collections::BTreeSet::new();
        for cue in Cue::ALL {
            let lines = cue.of(wordings(*tone));
            assert!(lines.len() >= 2, "{tone} {cue:?}");
            for line in lines {
                assert!(seen.insert(line), "twice in {tone}: {line}");
            }
        }
    }
    for subject in Subject::ALL.iter().filter(|subject| **subject != Subject::Nothing) {
        assert!(advice::on(*subject, true).len() >= 2 && advice::on(*subject, false).len() >= 2, "{subject}");
    }
}

#[test]
fn only_greetings_greet_and_every_greeting_says_who_speaks() {
    for (tone, cue, line) in all() {
        let greets = ["Hello", "Welcome", "Good to have you"].iter().any(|word| line.contains(word));
        assert_eq!(greets, cue == Cue::Greeting, "{tone} {cue:?}: {line}");
        if cue == Cue::Greeting {
            assert!(line.contains(INTERVIEWER) && line.contains("program"), "{line}");
        }
    }
}

#[test]
fn closings_promise_notes_only_where_there_are_some() {
    for (_, cue, line) in all() {
        match cue {
            Cue::Closing | Cue::ClosingUnasked | Cue::ClosingEarly => {
                assert!(line.contains("notes") && line.contains("ready"), "{line}");
            }
            Cue::ClosingEmpty => assert!(!line.contains("ready"), "{line}"),
            _ => {}
        }
    }
}

#[test]
fn slots_are_filled_in_one_pass() {
    assert_eq!(fill("a {x} b {y}", &[("x", "{y}"), ("y", "1")]), "a {y} b 1");
    assert_eq!(fill("open {x", &[("x", "1")]), "open 1");
    assert_eq!(fill("plain", &[]), "plain");
}

#[test]
fn a_wording_is_never_chosen_twice_in_a_row() {
    for length in 2..6 {
        let mut last = None;
        for count in 0..200 {
            let chosen = other_than(last, scatter(7, count), length);
            assert!(chosen < length && last != Some(chosen));
            last = Some(chosen);
        }
    }
}

#[test]
fn the_same_advice_is_not_given_twice_in_a_row() {
    let asked =
        crate::own_question::sort("How does the team decide?", greenroom_core::Timestamp::from_millis(0));
    let plan = plan();
    let mut voice = Voice::default();
    let mut last = None;
    for _ in 0..20 {
        let comment = voice.comment(&plan, &asked, false);
        let given = advice::on(Subject::Team, false).iter().position(|advice| comment.contains(advice));
        assert!(given.is_some() && given != last, "{comment}");
        last = given;
    }
}

fn plan() -> Plan {
    Plan {
        role: "Backend engineer".to_owned(),
        bar: Bar::Mid,
        topics: vec![],
        technologies: vec![],
        tone: Tone::Warm,
        minutes: 10,
        follow_ups: 1,
        pace: crate::Pace::Off,
        seed: 3,
        questions: vec![],
        reserves: vec![],
    }
}

#[test]
fn topics_are_said_as_engineers_write_them() {
    let said = |slug: &str| topic(&slug.parse().unwrap());
    assert_eq!(said("api-design"), "API design");
    assert_eq!(said("distributed-systems"), "distributed systems");
    assert_eq!(said("graphql"), "GraphQL");
    assert_eq!((points(1), points(5)), ("1 point".to_owned(), "5 points".to_owned()));
}
