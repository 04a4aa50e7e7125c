//! Plans, evaluations and a stage on which an interview is played.

use greenroom_core::{Bar, Level, Slug, Timestamp};
use greenroom_interview::*;

/// A slug.
pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// A question of two minutes with two hints.
pub(crate) fn planned(name: &str, level: Level) -> Planned {
    Planned {
        question: slug(name),
        prompt: format!("What is {name}?"),
        minutes: 2,
        hints: 2,
        level,
        topic: slug("caching"),
        is_behavioural: false,
    }
}

/// A plan of so many intermediate questions with an easier and a harder reserve each.
pub(crate) fn plan(questions: usize) -> Plan {
    let reserve = |n: usize| {
        [planned(&format!("easy-{n}"), Level::Beginner), planned(&format!("hard-{n}"), Level::Advanced)]
    };
    Plan {
        role: "Backend engineer".to_owned(),
        bar: Bar::Mid,
        topics: vec![slug("caching")],
        technologies: vec![],
        tone: Tone::Neutral,
        minutes: 25,
        follow_ups: 2,
        pace: Pace::Usual,
        seed: 1,
        questions: (1..=questions).map(|n| planned(&format!("q-{n}"), Level::Intermediate)).collect(),
        reserves: (1..=questions).flat_map(reserve).collect(),
    }
}

/// A missing key point of weight 2 that is expected of everybody.
pub(crate) fn missing(name: &str) -> Missing {
    Missing {
        key_point: slug(name),
        weight: 2,
        bar: Bar::Junior,
        ask: format!("And {name}?"),
        is_partial: false,
        is_contradicted: false,
    }
}

/// An evaluation without anything missing.
pub(crate) fn score(score: u8) -> Heard {
    Heard { score: Some(score), ..Heard::default() }
}

/// An answer event.
pub(crate) fn answered(turn: u32, text: &str) -> Event {
    Event::Answered { turn, text: text.to_owned() }
}

/// Plays events against an interview, with a clock that moves ten seconds an event, and keeps the log.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) now: i64,
    pub(crate) interview: Option<Interview>,
    pub(crate) log: Vec<Recorded>,
    pub(crate) effects: Vec<Effect>,
}

impl Stage {
    /// Nothing has happened.
    pub(crate) fn empty() -> Self {
        Self { now: 0, interview: None, log: Vec::new(), effects: Vec::new() }
    }

    /// An interview in its greeting.
    pub(crate) fn open(plan: Plan) -> Self {
        let mut stage = Self::empty();
        stage.play(Event::Opened { plan: Box::new(plan) });
        stage
    }

    /// An interview with its first question open.
    pub(crate) fn begun(plan: Plan) -> Self {
        let mut stage = Self::open(plan);
        stage.play(Event::Began);
        stage
    }

    pub(crate) fn time(&self) -> Timestamp {
        Timestamp::from_millis(self.now)
    }

    /// Lets an event happen and records it if it was accepted.
    pub(crate) fn attempt(&mut self, event: Event) -> Result<(), Refusal> {
        self.now += 10_000;
        let step = apply(self.interview.as_ref(), &event, self.time())?;
        let seq = u32::try_from(self.log.len()).unwrap() + 1;
        self.log.push(Recorded { seq, at: self.time(), event });
        self.interview = Some(step.interview);
        self.effects = step.effects;
        Ok(())
    }

    /// Lets an event happen that must be accepted.
    pub(crate) fn play(&mut self, event: Event) {
        let said = format!("{event:?}");
        if let Err(refusal) = self.attempt(event) {
            panic!("{said} was refused: {refusal}");
        }
    }

    pub(crate) fn interview(&self) -> &Interview {
        self.interview.as_ref().unwrap()
    }

    /// The number of the current turn.
    pub(crate) fn turn(&self) -> u32 {
        self.interview().current_turn().unwrap().number
    }

    /// Answers the current turn and has it evaluated.
    pub(crate) fn answer(&mut self, text: &str, heard: Heard) {
        let turn = self.turn();
        self.play(answered(turn, text));
        self.play(Event::Evaluated { turn, heard });
    }

    /// The questions asked so far.
    pub(crate) fn asked(&self) -> Vec<&str> {
        self.interview().asked().iter().map(|asked| asked.planned.question.as_str()).collect()
    }
}
