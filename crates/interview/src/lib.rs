//! The interview as an append-only log of events and one pure transition function.
//!
//! [`apply`] takes an interview, an event and the moment, and gives the interview as it stands then, with the effects
//! that the outside carries out: say a line, start a timer, evaluate an answer. [`replay`] makes an interview out of its
//! log. Nothing here reads a clock, draws a random number, does I/O or waits; wordings vary by the plan's seed.
//!
//! ```text
//!            Opened
//!              |
//!              v
//!   .------ Greeting
//!   |          | Began
//!   |          v
//!   |       Asking  <-------------------------------------------.
//!   |          |                                                |
//!   |   turn: open --Answered--> awaits evaluation --Evaluated--+ follow-up at the missing key point,
//!   |          |                 (nothing is shown until then)  | or the next question
//!   |          '--Skipped---------------------------------------'
//!   |          |                                  HintTaken, ClarificationAsked/Given, TimeNoted: the turn stays open
//!   |          | no question left
//!   |          v
//!   |   CandidatesQuestions  <--OwnQuestionAsked--.
//!   |          |             \--------------------'
//!   |          | Finished, or a plain "no"
//!   |          v
//!   |       Closed  -> notes
//!   |
//!   '-- EndedEarly (also while Asking)  -> notes on what was answered
//!
//!   Left pauses each phase above but the two last; Resumed goes on in the same place. Clocks stand still meanwhile.
//! ```
//!
//! What holds always, and is tested: an answer is accepted once, and a second submit of it is recognised
//! ([`Refusal::is_repeat`]); nothing follows an answer before it is evaluated; no question is asked twice; an interview
//! that is over stays over; a limit warns and never cuts; a log of accepted events replays to the same interview.
//!
//! The log holds what happened, not what was decided: follow-ups and wordings follow from it. A change to the rules in
//! `decide` or to the lines therefore changes how stored interviews read, and one to the rules may make the end of an
//! interview that is under way unreadable; `tests/it/walk.rs` pins a whole transcript so that this is noticed.
//!
//! # Examples
//!
//! A question, a follow-up aimed at what was missing, and the end:
//!
//! ```
//! use greenroom_core::{Bar, Level, Timestamp};
//! use greenroom_interview::*;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let question = Planned {
//!     question: "cache-stampede".parse()?,
//!     prompt: "What is a cache stampede, and how do you prevent it?".to_owned(),
//!     minutes: 4,
//!     hints: 2,
//!     level: Level::Intermediate,
//!     topic: "caching".parse()?,
//!     is_behavioural: false,
//! };
//! let plan = Plan {
//!     role: "Backend engineer".to_owned(),
//!     bar: Bar::Mid,
//!     topics: vec!["caching".parse()?],
//!     technologies: vec![],
//!     tone: Tone::Neutral,
//!     minutes: 5,
//!     follow_ups: Length::Short.follow_ups(),
//!     pace: Pace::Usual,
//!     seed: 42,
//!     questions: vec![question],
//!     reserves: vec![],
//! };
//!
//! // In real life the clock says when, and each accepted event is stored before its effects are carried out.
//! let mut now = 0;
//! let mut next = |interview: Option<&Interview>, event: Event| {
//!     now += 30_000;
//!     apply(interview, &event, Timestamp::from_millis(now))
//! };
//!
//! let step = next(None, Event::Opened { plan: Box::new(plan) })?;
//! let step = next(Some(&step.interview), Event::Began)?;
//! let turn = step.interview.current_turn().ok_or("a turn")?;
//! assert_eq!((turn.number, turn.kind.clone()), (1, TurnKind::Main));
//!
//! let answer = Event::Answered { turn: 1, text: "Many requests miss at once and all recompute.".to_owned() };
//! let step = next(Some(&step.interview), answer.clone())?;
//! assert!(matches!(step.effects[..], [Effect::RequestEvaluation { turn: 1, .. }]));
//! // The second tab submits it again:
//! assert_eq!(next(Some(&step.interview), answer), Err(Refusal::AlreadyAnswered { turn: 1 }));
//!
//! let missing = Missing {
//!     key_point: "single-flight".parse()?,
//!     weight: 3,
//!     bar: Bar::Mid,
//!     ask: "How do you make sure that only one of them recomputes?".to_owned(),
//!     is_partial: false,
//!     is_contradicted: false,
//! };
//! let heard = Heard { score: Some(45), missing: vec![missing], ..Heard::default() };
//! let step = next(Some(&step.interview), Event::Evaluated { turn: 1, heard })?;
//! let turn = step.interview.current_turn().ok_or("a turn")?;
//! assert_eq!(turn.prompt, "How do you make sure that only one of them recomputes?");
//!
//! let answer = Event::Answered { turn: 2, text: "A lock per key; the others wait or get the stale value.".to_owned() };
//! let step = next(Some(&step.interview), answer)?;
//! let heard = Heard { score: Some(90), ..Heard::default() };
//! let step = next(Some(&step.interview), Event::Evaluated { turn: 2, heard })?;
//! assert_eq!(step.interview.phase(), Phase::CandidatesQuestions);
//!
//! let step = next(Some(&step.interview), Event::Finished)?;
//! assert_eq!(step.interview.phase(), Phase::Closed);
//! assert_eq!(step.effects.last(), Some(&Effect::WriteNotes));
//! # Ok(())
//! # }
//! ```

mod check;
mod decide;
mod effect;
mod event;
mod interview;
mod lines;
mod own_question;
mod plan;
mod refusal;
mod step;
mod transition;
mod turn;

pub use decide::{ENOUGH, STRONG, WEAK};
pub use effect::{Effect, Line, LineKind, Speaker, Step};
pub use event::{Event, Heard, Missing, Recorded};
pub use interview::{ClockFace, Interview, Phase, Progress, TurnClock};
pub use lines::INTERVIEWER;
pub use own_question::{OwnQuestion, Subject};
pub use plan::{Length, Pace, Plan, PlanFault, Planned, Tone};
pub use refusal::Refusal;
pub use transition::{ReplayError, apply, replay};
pub use turn::{Answer, Asked, Clarification, HINT_COST, HINT_COST_MAX, Turn, TurnKind};
