//! The interview as it stands after the events so far.

use greenroom_core::{Millis, Slug, Timestamp};

use crate::effect::{Effect, Line};
use crate::lines::{self, Voice};
use crate::turn::{Answer, Asked, Turn, cost_of};
use crate::{OwnQuestion, Plan, Planned};
use greenroom_core::words;

/// Where an interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// The interviewer has introduced herself and waits for the candidate to be ready.
    Greeting,
    /// Questions, answers, follow-ups.
    Asking,
    /// The candidate asks.
    CandidatesQuestions,
    /// Over: all questions were asked.
    Closed,
    /// Over: the candidate ended it before all questions were asked.
    EndedEarly,
    /// The candidate is away; nothing is lost.
    Left,
}

words!(Phase {
    Greeting => "greeting",
    Asking => "asking",
    CandidatesQuestions => "candidates-questions",
    Closed => "closed",
    EndedEarly => "ended-early",
    Left => "left",
});

/// Where an interview is or would be if the candidate were not away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Greeting,
    Asking,
    CandidatesQuestions,
    Closed,
    EndedEarly,
}

/// How far the interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The number of the question that is being asked, from 1; 0 before the first.
    pub question: usize,
    /// How many questions there are.
    pub of: usize,
}

/// What the clocks show. Time away is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockFace {
    /// Since the interview was opened, until now or until it was over.
    pub elapsed: Millis,
    /// Of the open turn; `None` if no turn is open.
    pub turn: Option<TurnClock>,
}

/// The clock of the open turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TurnClock {
    /// Since it was asked.
    pub spent: Millis,
    /// Its soft limit; `None` where nothing is timed.
    pub limit: Option<Millis>,
}

impl TurnClock {
    /// What is left; zero once the limit has passed, `None` where nothing is timed.
    pub fn left(&self) -> Option<Millis> {
        self.limit.map(|limit| Millis((limit.0 - self.spent.0).max(0)))
    }

    /// How far the limit has been passed; zero before it and where nothing is timed.
    pub fn overtime(&self) -> Millis {
        self.limit.map_or(Millis(0), |limit| Millis((self.spent.0 - limit.0).max(0)))
    }
}

/// An interview. It changes only by [`apply`](crate::apply), and equals what [`replay`](crate::replay) makes of its log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    pub(crate) plan: Plan,
    pub(crate) stage: Stage,
    pub(crate) upcoming: Vec<Planned>,
    pub(crate) reserves: Vec<Planned>,
    pub(crate) asked: Vec<Asked>,
    pub(crate) turns: Vec<Turn>,
    pub(crate) own_questions: Vec<OwnQuestion>,
    pub(crate) transcript: Vec<Line>,
    pub(crate) voice: Voice,
    pub(crate) opened_at: Timestamp,
    pub(crate) left_at: Option<Timestamp>,
    pub(crate) over_at: Option<Timestamp>,
    pub(crate) away: Millis,
    pub(crate) revision: u32,
}

impl Interview {
    /// The longest answer, in characters. Our choice: an hour of speech has about 50 000, nobody types 20 000 in one.
    pub const ANSWER_MAX: usize = 20_000;

    /// The longest question of the candidate, in characters. Our choice: a page of text.
    pub const QUESTION_MAX: usize = 2_000;

    /// The most questions of the candidate. Our choice: real interviews leave time for two or three.
    pub const OWN_QUESTIONS_MAX: usize = 10;

    /// What was settled beforehand, as it was opened.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Where it is.
    pub fn phase(&self) -> Phase {
        if self.left_at.is_some() {
            return Phase::Left;
        }
        match self.stage {
            Stage::Greeting => Phase::Greeting,
            Stage::Asking => Phase::Asking,
            Stage::CandidatesQuestions => Phase::CandidatesQuestions,
            Stage::Closed => Phase::Closed,
            Stage::EndedEarly => Phase::EndedEarly,
        }
    }

    /// How many events it has seen: the next one is recorded with this plus one.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Whether it is over for good.
    pub fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Closed | Stage::EndedEarly)
    }

    /// When it was opened.
    pub fn opened_at(&self) -> Timestamp {
        self.opened_at
    }

    /// When it was over, if it is.
    pub fn over_at(&self) -> Option<Timestamp> {
        self.over_at
    }

    /// The turn that is open or being evaluated; `None` unless questions are being asked (the candidate may be away).
    pub fn current_turn(&self) -> Option<&Turn> {
        match self.stage {
            Stage::Asking => self.turns.last(),
            Stage::Greeting | Stage::CandidatesQuestions | Stage::Closed | Stage::EndedEarly => None,
        }
    }

    /// The turn with that number.
    pub fn turn(&self, number: u32) -> Option<&Turn> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.turns.get(index)
    }

    /// All turns, in order.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// All questions that were asked, in order, and what came of each.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// What came of a question, if it was asked.
    pub fn question(&self, question: &Slug) -> Option<&Asked> {
        self.asked.iter().find(|asked| asked.planned.question == *question)
    }

    /// The answers to a question so far: the main one, then those to its follow-ups.
    pub fn answers_to(&self, question: &Slug) -> Vec<&Answer> {
        let turns = self.turns.iter().filter(|turn| turn.question == *question);
        turns.filter_map(|turn| turn.answer.as_ref()).collect()
    }

    /// The questions that the candidate has asked.
    pub fn own_questions(&self) -> &[OwnQuestion] {
        &self.own_questions
    }

    /// All that was said, in order.
    pub fn transcript(&self) -> &[Line] {
        &self.transcript
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        Progress { question: self.asked.len(), of: self.asked.len() + self.upcoming.len() }
    }

    /// How many questions have at least one answer.
    pub fn questions_answered(&self) -> usize {
        self.asked.iter().filter(|asked| asked.is_answered).count()
    }

    /// What the clocks show. They stand still while the candidate is away, and the turn's while it is evaluated.
    pub fn clock(&self, now: Timestamp) -> ClockFace {
        let until = self.over_at.or(self.left_at).unwrap_or(now);
        let elapsed = Millis((until.since(self.opened_at).0 - self.away.0).max(0));
        let open = self.current_turn().filter(|turn| turn.is_open());
        let turn = open.map(|turn| TurnClock { spent: self.spent(turn, now), limit: turn.limit });
        ClockFace { elapsed, turn }
    }

    /// What is left for the open turn; `None` if no turn is open or nothing is timed.
    pub fn time_left(&self, now: Timestamp) -> Option<Millis> {
        self.clock(now).turn.and_then(|turn| turn.left())
    }

    /// How long a turn has been open, pauses not counted.
    pub(crate) fn spent(&self, turn: &Turn, now: Timestamp) -> Millis {
        let until = self.left_at.unwrap_or(now);
        Millis((until.since(turn.asked_at).0 - turn.away.0).max(0))
    }

    /// What the hints of a question have cost so far, in points.
    pub fn hint_cost(&self, question: &Slug) -> u8 {
        self.question(question).map_or(0, Asked::hint_cost)
    }

    /// The number of the next hint to the open turn's question, from 0; `None` if there is none.
    pub fn next_hint(&self) -> Option<u8> {
        let turn = self.current_turn().filter(|turn| turn.is_open())?;
        let asked = self.question(&turn.question)?;
        (asked.hints_taken < asked.planned.hints).then_some(asked.hints_taken)
    }

    /// What the interviewer says beside the hint button: what the next hint costs. `None` if there is no next hint.
    pub fn hint_offer(&self) -> Option<String> {
        let next = self.next_hint()?;
        let cost = cost_of(next.saturating_add(1)) - cost_of(next);
        Some(lines::hint_offer(&self.plan, self.current_turn()?.number, next, cost))
    }

    /// What has to be done again when the interview is loaded: after a crash, a reload, on another device.
    ///
    /// Nothing is said again; the transcript holds it. Empty while the candidate is away, except for an evaluation or
    /// a clarification that is still owed.
    pub fn resume_effects(&self, now: Timestamp) -> Vec<Effect> {
        let Some(last) = self.turns.last() else { return Vec::new() };
        let question = last.question.clone();
        if last.awaits_evaluation() {
            return vec![Effect::RequestEvaluation { turn: last.number, question }];
        }
        if self.is_over() || !last.is_open() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        if let Some(pending) = last.pending_clarification() {
            let text = pending.asked.clone();
            effects.push(Effect::ShowClarification { turn: last.number, question, text });
        }
        effects.extend(self.timer(last, now));
        effects
    }

    /// The timer that an open turn still needs.
    pub(crate) fn timer(&self, turn: &Turn, now: Timestamp) -> Option<Effect> {
        if self.left_at.is_some() || turn.is_time_noted {
            return None;
        }
        let left = Millis((turn.limit?.0 - self.spent(turn, now).0).max(0));
        // Rounded up, so that the time is really up when the timer says so.
        let seconds = u32::try_from(left.0.saturating_add(999) / 1000).unwrap_or(u32::MAX);
        Some(Effect::StartTimer { turn: turn.number, seconds })
    }
}
