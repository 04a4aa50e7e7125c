//! How the events of an interview are stored.

use greenroom_core::{Bar, Level, Slug};
use greenroom_interview::{Event, Heard, Missing, Pace, Plan, Planned, Tone};
use serde::{Deserialize, Serialize};

use super::{Stored, Unreadable, each, names, slugs, word};

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum EventDoc {
    Opened { plan: PlanDoc },
    Began,
    Answered { turn: u32, text: String },
    Evaluated { turn: u32, heard: HeardDoc },
    HintTaken { turn: u32, index: u8 },
    Skipped { turn: u32 },
    ClarificationAsked { turn: u32, text: String },
    ClarificationGiven { turn: u32, text: String },
    TimeNoted { turn: u32 },
    OwnQuestionAsked { text: String },
    Finished,
    EndedEarly,
    Left,
    Resumed,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct PlanDoc {
    role: String,
    bar: String,
    topics: Vec<String>,
    technologies: Vec<String>,
    tone: String,
    minutes: u16,
    follow_ups: u8,
    pace: String,
    seed: u64,
    questions: Vec<PlannedDoc>,
    reserves: Vec<PlannedDoc>,
}

#[derive(Serialize, Deserialize)]
struct PlannedDoc {
    question: String,
    prompt: String,
    minutes: u8,
    hints: u8,
    level: String,
    topic: String,
    behavioural: bool,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct HeardDoc {
    score: Option<u8>,
    missing: Vec<MissingDoc>,
    gist: Option<String>,
    dont_know: bool,
}

#[derive(Serialize, Deserialize)]
struct MissingDoc {
    key_point: String,
    weight: u8,
    bar: String,
    ask: String,
    partial: bool,
    contradicted: bool,
}

impl Stored for Event {
    type Doc = EventDoc;
}

impl From<&Event> for EventDoc {
    fn from(event: &Event) -> Self {
        match event {
            Event::Opened { plan } => Self::Opened { plan: plan_doc(plan) },
            Event::Began => Self::Began,
            Event::Answered { turn, text } => Self::Answered { turn: *turn, text: text.clone() },
            Event::Evaluated { turn, heard } => Self::Evaluated { turn: *turn, heard: heard_doc(heard) },
            Event::HintTaken { turn, index } => Self::HintTaken { turn: *turn, index: *index },
            Event::Skipped { turn } => Self::Skipped { turn: *turn },
            Event::ClarificationAsked { turn, text } => {
                Self::ClarificationAsked { turn: *turn, text: text.clone() }
            }
            Event::ClarificationGiven { turn, text } => {
                Self::ClarificationGiven { turn: *turn, text: text.clone() }
            }
            Event::TimeNoted { turn } => Self::TimeNoted { turn: *turn },
            Event::OwnQuestionAsked { text } => Self::OwnQuestionAsked { text: text.clone() },
            Event::Finished => Self::Finished,
            Event::EndedEarly => Self::EndedEarly,
            Event::Left => Self::Left,
            Event::Resumed => Self::Resumed,
        }
    }
}

impl TryFrom<EventDoc> for Event {
    type Error = Unreadable;

    fn try_from(doc: EventDoc) -> Result<Self, Unreadable> {
        Ok(match doc {
            EventDoc::Opened { plan } => Self::Opened { plan: Box::new(plan.try_into()?) },
            EventDoc::Began => Self::Began,
            EventDoc::Answered { turn, text } => Self::Answered { turn, text },
            EventDoc::Evaluated { turn, heard } => Self::Evaluated { turn, heard: heard.try_into()? },
            EventDoc::HintTaken { turn, index } => Self::HintTaken { turn, index },
            EventDoc::Skipped { turn } => Self::Skipped { turn },
            EventDoc::ClarificationAsked { turn, text } => Self::ClarificationAsked { turn, text },
            EventDoc::ClarificationGiven { turn, text } => Self::ClarificationGiven { turn, text },
            EventDoc::TimeNoted { turn } => Self::TimeNoted { turn },
            EventDoc::OwnQuestionAsked { text } => Self::OwnQuestionAsked { text },
            EventDoc::Finished => Self::Finished,
            EventDoc::EndedEarly => Self::EndedEarly,
            EventDoc::Left => Self::Left,
            EventDoc::Resumed => Self::Resumed,
        })
    }
}

fn plan_doc(plan: &Plan) -> PlanDoc {
    PlanDoc {
        role: plan.role.clone(),
        bar: plan.bar.as_str().to_owned(),
        topics: names(&plan.topics),
        technologies: names(&plan.technologies),
        tone: plan.tone.as_str().to_owned(),
        minutes: plan.minutes,
        follow_ups: plan.follow_ups,
        pace: plan.pace.as_str().to_owned(),
        seed: plan.seed,
        questions: plan.questions.iter().map(planned_doc).collect(),
        reserves: plan.reserves.iter().map(planned_doc).collect(),
    }
}

impl TryFrom<PlanDoc> for Plan {
    type Error = Unreadable;

    fn try_from(doc: PlanDoc) -> Result<Self, Unreadable> {
        Ok(Self {
            role: doc.role,
            bar: word(&doc.bar, Bar::from_word)?,
            topics: slugs(doc.topics)?,
            technologies: slugs(doc.technologies)?,
            tone: word(&doc.tone, Tone::from_word)?,
            minutes: doc.minutes,
            follow_ups: doc.follow_ups,
            pace: word(&doc.pace, Pace::from_word)?,
            seed: doc.seed,
            questions: each(doc.questions)?,
            reserves: each(doc.reserves)?,
        })
    }
}

fn planned_doc(planned: &Planned) -> PlannedDoc {
    PlannedDoc {
        question: planned.question.to_string(),
        prompt: planned.prompt.clone(),
        minutes: planned.minutes,
        hints: planned.hints,
        level: planned.level.as_str().to_owned(),
        topic: planned.topic.to_string(),
        behavioural: planned.is_behavioural,
    }
}

impl TryFrom<PlannedDoc> for Planned {
    type Error = Unreadable;

    fn try_from(doc: PlannedDoc) -> Result<Self, Unreadable> {
        Ok(Self {
            question: doc.question.parse::<Slug>()?,
            prompt: doc.prompt,
            minutes: doc.minutes,
            hints: doc.hints,
            level: word(&doc.level, Level::from_word)?,
            topic: doc.topic.parse()?,
            is_behavioural: doc.behavioural,
        })
    }
}

fn heard_doc(heard: &Heard) -> HeardDoc {
    HeardDoc {
        score: heard.score,
        missing: heard.missing.iter().map(missing_doc).collect(),
        gist: heard.gist.clone(),
        dont_know: heard.is_dont_know,
    }
}

impl TryFrom<HeardDoc> for Heard {
    type Error = Unreadable;

    fn try_from(doc: HeardDoc) -> Result<Self, Unreadable> {
        Ok(Self {
            score: doc.score,
            missing: each(doc.missing)?,
            gist: doc.gist,
            is_dont_know: doc.dont_know,
        })
    }
}

fn missing_doc(missing: &Missing) -> MissingDoc {
    MissingDoc {
        key_point: missing.key_point.to_string(),
        weight: missing.weight,
        bar: missing.bar.as_str().to_owned(),
        ask: missing.ask.clone(),
        partial: missing.is_partial,
        contradicted: missing.is_contradicted,
    }
}

impl TryFrom<MissingDoc> for Missing {
    type Error = Unreadable;

    fn try_from(doc: MissingDoc) -> Result<Self, Unreadable> {
        Ok(Self {
            key_point: doc.key_point.parse()?,
            weight: doc.weight,
            bar: word(&doc.bar, Bar::from_word)?,
            ask: doc.ask,
            is_partial: doc.partial,
            is_contradicted: doc.contradicted,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(question: &str) -> Planned {
        Planned {
            question: question.parse().unwrap(),
            prompt: "What is \"idempotent\"?\n".to_owned(),
            minutes: 4,
            hints: 3,
            level: Level::Advanced,
            topic: "api-design".parse().unwrap(),
            is_behavioural: true,
        }
    }

    fn all() -> Vec<Event> {
        let plan = Plan {
            role: "Backend engineer".to_owned(),
            bar: Bar::Senior,
            topics: vec!["api-design".parse().unwrap()],
            technologies: vec!["http".parse().unwrap()],
            tone: Tone::Demanding,
            minutes: 25,
            follow_ups: 2,
            pace: Pace::Relaxed,
            seed: u64::MAX,
            questions: vec![planned("idempotency")],
            reserves: vec![planned("retries")],
        };
        let missing = Missing {
            key_point: "same-key".parse().unwrap(),
            weight: 3,
            bar: Bar::Mid,
            ask: "And the key?".to_owned(),
            is_partial: true,
            is_contradicted: false,
        };
        let heard = Heard {
            score: Some(61),
            missing: vec![missing],
            gist: Some("a key".to_owned()),
            is_dont_know: true,
        };
        let text = "Kein Problem \u{1F642}\0\u{7f}".to_owned();
        vec![
            Event::Opened { plan: Box::new(plan) },
            Event::Began,
            Event::Answered { turn: 1, text: text.clone() },
            Event::Evaluated { turn: 1, heard },
            Event::HintTaken { turn: 2, index: 1 },
            Event::Skipped { turn: 2 },
            Event::ClarificationAsked { turn: 3, text: text.clone() },
            Event::ClarificationGiven { turn: 3, text: text.clone() },
            Event::TimeNoted { turn: 3 },
            Event::OwnQuestionAsked { text },
            Event::Finished,
            Event::EndedEarly,
            Event::Left,
            Event::Resumed,
        ]
    }

    #[test]
    fn every_event_round_trips() {
        for event in all() {
            assert_eq!(Event::read(&event.write()), Ok(event));
        }
    }

    #[test]
    fn the_stored_form_does_not_change_unnoticed() {
        let text = Event::Answered { turn: 1, text: "Yes".to_owned() }.write();
        assert_eq!(text, r#"{"v":1,"doc":{"type":"answered","turn":1,"text":"Yes"}}"#);
    }

    #[test]
    fn an_unknown_event_is_not_guessed() {
        assert_eq!(Event::read(r#"{"v":1,"doc":{"type":"cheered"}}"#), Err(Unreadable));
        assert_eq!(Event::read(r#"{"v":9,"doc":{"type":"began"}}"#), Err(Unreadable));
    }
}
