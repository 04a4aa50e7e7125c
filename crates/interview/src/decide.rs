//! What comes next: the follow-up worth asking, and the question of the right difficulty.

use greenroom_core::{Bar, Level};

use crate::{Asked, Heard, Interview, Missing, Planned, TurnKind};

/// From this score on no follow-up is asked.
///
/// # Source
/// Our choice: one small key point may be missing; to dig for it would cost time and teach little.
pub const ENOUGH: u8 = 85;

/// From this score on a question was answered well. Our choice: three quarters of what the rubric asks for.
pub const STRONG: u8 = 75;

/// Below this score a question was too hard. Our choice: less than two fifths of what the rubric asks for.
pub const WEAK: u8 = 40;

/// How many questions in a row have to be strong or weak before the difficulty changes. Our choice: one is chance.
const IN_A_ROW: usize = 2;

/// What the interviewer does once an answer is evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Next {
    /// Aim at a key point.
    FollowUp(Missing),
    /// Ask to say more.
    SayMore,
    /// Leave the question.
    MoveOn,
}

/// Decides after an evaluation of the last turn.
pub(crate) fn after(interview: &Interview, asked: &Asked, heard: &Heard) -> Next {
    let is_enough = heard.score.is_some_and(|score| score >= ENOUGH);
    if asked.is_given_up || is_enough || asked.follow_ups >= interview.plan.follow_ups {
        return Next::MoveOn;
    }
    let turns = || interview.turns.iter().filter(|turn| turn.question == asked.planned.question);
    if heard.score.is_none() {
        let once = turns().any(|turn| turn.kind == TurnKind::SayMore);
        return if once { Next::MoveOn } else { Next::SayMore };
    }
    let is_new = |missing: &&Missing| {
        !turns().any(|turn| turn.kind == TurnKind::FollowUp { key_point: missing.key_point.clone() })
    };
    worth_asking(&heard.missing, interview.plan.bar, is_new).cloned().map_or(Next::MoveOn, Next::FollowUp)
}

/// The heaviest key point that is expected at `bar`, can be asked for and `is_new`; of equals the first.
///
/// One that was half said weighs half; of two equally heavy ones, a contradicted one comes first.
fn worth_asking(missing: &[Missing], bar: Bar, is_new: impl Fn(&&Missing) -> bool) -> Option<&Missing> {
    let weight = |point: &Missing| {
        let halves = if point.is_partial && !point.is_contradicted { 1 } else { 2 };
        (u16::from(point.weight) * halves, point.is_contradicted)
    };
    let fit = missing.iter().filter(|point| point.bar <= bar && !point.ask.trim().is_empty());
    // `max_by_key` takes the last of equals, hence from the end.
    fit.filter(is_new).rev().max_by_key(|point| weight(point))
}

/// How the last questions went, as far as the difficulty of the next one is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trend {
    /// The next one may be harder.
    Harder,
    /// The next one may be easier.
    Easier,
    /// It stays as planned.
    Steady,
}

/// Looks at the last two questions. One that was passed over without any answer counts as weak.
pub(crate) fn trend(asked: &[Asked]) -> Trend {
    let Some(last) = asked.len().checked_sub(IN_A_ROW).and_then(|start| asked.get(start..)) else {
        return Trend::Steady;
    };
    let is_weak = |asked: &Asked| asked.score().map_or(asked.is_given_up, |score| score < WEAK);
    let is_strong = |asked: &Asked| asked.score().is_some_and(|score| score >= STRONG);
    if last.iter().all(is_strong) {
        Trend::Harder
    } else if last.iter().all(is_weak) {
        Trend::Easier
    } else {
        Trend::Steady
    }
}

/// The place of the reserve that should be asked instead of `next`: of the same topic if possible, then the smallest
/// step in difficulty, then the first. Stories from work have no level worth adapting and stay.
pub(crate) fn substitute(next: &Planned, reserves: &[Planned], trend: Trend) -> Option<usize> {
    if next.is_behavioural {
        return None;
    }
    let fits = |level: Level| match trend {
        Trend::Harder => level > next.level,
        Trend::Easier => level < next.level,
        Trend::Steady => false,
    };
    let step = |level: Level| (level as u8).abs_diff(next.level as u8);
    let usable = reserves.iter().enumerate().filter(|(_, it)| !it.is_behavioural && fits(it.level));
    usable.min_by_key(|(_, it)| (it.topic != next.topic, step(it.level))).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(name: &str, weight: u8, bar: Bar, is_partial: bool, is_contradicted: bool) -> Missing {
        Missing {
            key_point: name.parse().unwrap(),
            weight,
            bar,
            ask: format!("What about {name}?"),
            is_partial,
            is_contradicted,
        }
    }

    fn chosen(points: &[Missing], bar: Bar) -> Option<&str> {
        worth_asking(points, bar, |_| true).map(|point| point.key_point.as_str())
    }

    #[test]
    fn the_heaviest_key_point_of_the_bar_is_asked_for() {
        let points = [
            missing("light", 1, Bar::Junior, false, false),
            missing("half", 5, Bar::Junior, true, false),
            missing("whole", 3, Bar::Junior, false, false),
            missing("wrong", 3, Bar::Junior, false, true),
            missing("for-seniors", 9, Bar::Senior, false, false),
        ];
        assert_eq!(chosen(&points, Bar::Mid), Some("wrong"), "of equals the contradicted one");
        assert_eq!(chosen(&points, Bar::Senior), Some("for-seniors"));
        assert_eq!(chosen(&points[..3], Bar::Mid), Some("whole"), "half of 5 is less than 3");
        assert_eq!(chosen(&points[4..], Bar::Junior), None, "not expected of a junior");
        let equals = [missing("a", 2, Bar::Mid, false, false), missing("b", 2, Bar::Mid, false, false)];
        assert_eq!(chosen(&equals, Bar::Mid), Some("a"), "of equals the first");
        let mute = Missing { ask: " ".into(), ..missing("mute", 9, Bar::Mid, false, false) };
        assert_eq!(chosen(&[mute], Bar::Mid), None, "nothing to ask with");
    }

    fn planned(name: &str, level: Level, topic: &str) -> Planned {
        Planned {
            question: name.parse().unwrap(),
            prompt: "?".into(),
            minutes: 3,
            hints: 0,
            level,
            topic: topic.parse().unwrap(),
            is_behavioural: false,
        }
    }

    fn asked(score: Option<u8>, hints_taken: u8, is_given_up: bool) -> Asked {
        let is_answered = score.is_some();
        let planned = planned("q", Level::Beginner, "t");
        Asked { planned, follow_ups: 0, hints_taken, raw_score: score, is_answered, is_given_up }
    }

    #[test]
    fn two_in_a_row_change_the_difficulty_and_hints_count() {
        let of = |scores: &[(Option<u8>, u8, bool)]| {
            let asked: Vec<_> = scores.iter().map(|&(s, h, g)| asked(s, h, g)).collect();
            trend(&asked)
        };
        assert_eq!(of(&[(Some(75), 0, false)]), Trend::Steady, "one is chance");
        assert_eq!(of(&[(Some(75), 0, false), (Some(100), 0, false)]), Trend::Harder);
        assert_eq!(of(&[(Some(75), 1, false), (Some(100), 0, false)]), Trend::Steady, "70 after the hint");
        assert_eq!(of(&[(Some(39), 0, false), (Some(0), 0, false)]), Trend::Easier);
        assert_eq!(of(&[(Some(40), 0, false), (Some(0), 0, false)]), Trend::Steady);
        assert_eq!(of(&[(Some(20), 0, false), (None, 0, true)]), Trend::Easier, "a pass counts as weak");
        assert_eq!(of(&[(None, 0, false), (None, 0, false)]), Trend::Steady, "could not be scored");
        assert_eq!(of(&[(Some(90), 0, false), (Some(90), 0, false), (Some(50), 0, false)]), Trend::Steady);
    }

    #[test]
    fn a_substitute_has_the_topic_then_the_smallest_step() {
        let next = planned("next", Level::Beginner, "caching");
        let reserves = [
            planned("other-topic", Level::Intermediate, "testing"),
            planned("far", Level::Advanced, "caching"),
            planned("near", Level::Intermediate, "caching"),
        ];
        assert_eq!(substitute(&next, &reserves, Trend::Harder), Some(2));
        assert_eq!(substitute(&next, &reserves[..2], Trend::Harder), Some(1), "topic before step");
        assert_eq!(substitute(&next, &reserves, Trend::Easier), None);
        assert_eq!(substitute(&next, &reserves, Trend::Steady), None);
        let story = Planned { is_behavioural: true, ..next };
        assert_eq!(substitute(&story, &reserves, Trend::Harder), None, "a story stays");
    }
}
