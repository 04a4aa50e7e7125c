//! One move of an interview: what the candidate does, and everything that follows from it, saved before it is shown.

use greenroom_core::{InterviewId, Slug, Timestamp};
use greenroom_interview::{Effect, Event, Interview, Refusal, Step};
use greenroom_store::{EvaluationRecord, InterviewRecord, InterviewState, StoreError};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};
use crate::interview::Room;
use crate::interview::notes::overall_score;
use crate::once::note_made;

/// How often a move is decided anew when another tab was quicker.
const TRIES: usize = 3;

/// What a candidate can do in the room.
#[derive(Debug, Clone)]
pub enum Act {
    /// Ready for the first question.
    Begin,
    /// Answer a turn. The same answer to the same turn again changes nothing and is no error.
    Answer {
        /// Which turn.
        turn: u32,
        /// The answer as given.
        text: String,
    },
    /// Take the next hint; it has a stated cost.
    TakeHint {
        /// In which turn.
        turn: u32,
        /// Which hint, from 0; `None` means the next one. With a number, a second click does nothing.
        index: Option<u8>,
    },
    /// Pass on a turn.
    Skip {
        /// Which turn.
        turn: u32,
    },
    /// Ask what the question means.
    Clarify {
        /// In which turn.
        turn: u32,
        /// What is unclear.
        text: String,
    },
    /// The soft limit has passed.
    NoteTime {
        /// In which turn.
        turn: u32,
    },
    /// Ask the interviewer something.
    AskOwn {
        /// What is asked.
        text: String,
    },
    /// No more questions of one's own.
    Finish,
    /// Stop before all was asked; the notes cover what was answered.
    EndEarly,
    /// Leave for now: a pause.
    Leave,
    /// Come back.
    Resume,
}

/// A move that was decided and not yet saved.
struct Decided {
    interview: Interview,
    events: Vec<(Event, Timestamp)>,
    evaluations: Vec<EvaluationRecord>,
    asked: Vec<Slug>,
}

impl App {
    /// Makes one move. When this returns, the move and all that follows from it (the evaluation, the next question) are
    /// durable. A move that was already made changes nothing and is no error, so that a repeated request is harmless.
    ///
    /// # Errors
    /// `NotFound` for an unknown interview, `Refused` where the state does not allow the move, with a stable code.
    pub async fn act(&self, ctx: &Ctx, id: &str, act: Act) -> AppResult<Room> {
        if ctx.made().is_some() {
            return self.room(ctx, id).await;
        }
        let mut tries = 0;
        loop {
            let record = self.interview_record(ctx, id).await?;
            let room = self.replay(ctx, record.id.clone()).await?;
            let event = event_of(&act, &room.interview);
            let decided = match self.decide(ctx, &room, event) {
                Ok(decided) => decided,
                Err(Decline::Repeat) => return Ok(room),
                Err(Decline::Error(error)) => return Err(error),
            };
            match self.save(ctx, record, &room, &decided).await {
                Ok(()) => return Ok(Room { id: room.id, interview: decided.interview }),
                Err(StoreError::Conflict { .. } | StoreError::Stale { .. }) if tries < TRIES => tries += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Applies an event and performs its effects until none is left that needs an event of its own.
    fn decide(&self, ctx: &Ctx, room: &Room, event: Event) -> Result<Decided, Decline> {
        let asked_before = room.interview.asked().len();
        let mut decided = Decided {
            interview: room.interview.clone(),
            events: Vec::new(),
            evaluations: Vec::new(),
            asked: Vec::new(),
        };
        let mut pending = vec![event];
        while let Some(event) = pending.pop() {
            let Step { interview, effects } =
                greenroom_interview::apply(Some(&decided.interview), &event, ctx.now)?;
            decided.interview = interview;
            decided.events.push((event, ctx.now));
            for effect in effects {
                pending.extend(self.perform(ctx, &room.id, &mut decided, effect)?);
            }
        }
        decided.asked = decided.interview.asked()[asked_before..]
            .iter()
            .map(|asked| asked.planned.question.clone())
            .collect();
        Ok(decided)
    }

    /// Performs one effect; gives back the event that reports its outcome, if it has one.
    fn perform(
        &self,
        ctx: &Ctx,
        id: &InterviewId,
        decided: &mut Decided,
        effect: Effect,
    ) -> AppResult<Option<Event>> {
        match effect {
            Effect::RequestEvaluation { turn, question } => {
                let (heard, record) = self.grade_question(ctx, id, &decided.interview, &question)?;
                decided.evaluations.push(record);
                Ok(Some(Event::Evaluated { turn, heard }))
            }
            Effect::ShowClarification { turn, question, .. } => {
                let text = super::clarify::scope(self.catalog().find(question.as_str())?.question);
                Ok(Some(Event::ClarificationGiven { turn, text }))
            }
            // What is said stands in the transcript, hints stand in the bank, and the notes are written when they are read.
            Effect::Say(_) | Effect::StartTimer { .. } | Effect::ShowHint { .. } | Effect::WriteNotes => {
                Ok(None)
            }
        }
    }

    /// Saves a move: its events, evaluations and the row that lists the interview, in one unit of work.
    async fn save(
        &self,
        ctx: &Ctx,
        mut record: InterviewRecord,
        room: &Room,
        decided: &Decided,
    ) -> Result<(), StoreError> {
        let mut tx = self.store().begin_write().await?;
        tx.interviews(&ctx.person)
            .append_events(&room.id, room.interview.revision() + 1, &decided.events)
            .await?;
        for question in &decided.asked {
            tx.interviews(&ctx.person).note_question(&room.id, question, ctx.now).await?;
        }
        for evaluation in &decided.evaluations {
            tx.evaluations(&ctx.person).insert(evaluation).await?;
        }
        for (event, _) in &decided.events {
            if let Event::Answered { turn, .. } = event {
                tx.drafts(&ctx.person).delete(&crate::person::draft_key_of_turn(&room.id, *turn)).await?;
            }
        }
        if decided.interview.is_over() && record.state == InterviewState::Open
            || !decided.evaluations.is_empty()
        {
            record.score = overall_score(&decided.interview);
            if decided.interview.is_over() {
                record.state = InterviewState::Closed;
                record.closed_at = decided.interview.over_at();
            }
            record.updated_at = ctx.now;
            tx.interviews(&ctx.person).update(&record).await?;
        }
        note_made(&mut tx, ctx, room.id.as_str()).await?;
        tx.commit().await
    }
}

/// Why a move was not made.
enum Decline {
    /// It was made before.
    Repeat,
    Error(AppError),
}

impl From<Refusal> for Decline {
    fn from(refusal: Refusal) -> Self {
        if refusal.is_repeat() { Self::Repeat } else { Self::Error(refused(refusal)) }
    }
}

impl From<AppError> for Decline {
    fn from(error: AppError) -> Self {
        Self::Error(error)
    }
}

fn event_of(act: &Act, interview: &Interview) -> Event {
    match act.clone() {
        Act::Begin => Event::Began,
        Act::Answer { turn, text } => Event::Answered { turn, text },
        Act::TakeHint { turn, index } => {
            Event::HintTaken { turn, index: index.or_else(|| interview.next_hint()).unwrap_or(u8::MAX) }
        }
        Act::Skip { turn } => Event::Skipped { turn },
        Act::Clarify { turn, text } => Event::ClarificationAsked { turn, text },
        Act::NoteTime { turn } => Event::TimeNoted { turn },
        Act::AskOwn { text } => Event::OwnQuestionAsked { text },
        Act::Finish => Event::Finished,
        Act::EndEarly => Event::EndedEarly,
        Act::Leave => Event::Left,
        Act::Resume => Event::Resumed,
    }
}

/// A refusal as callers see it.
#[expect(
    clippy::needless_pass_by_value,
    reason = "used as a function of map_err, which gives the value away"
)]
pub(super) fn refused(refusal: Refusal) -> AppError {
    let code = match &refusal {
        Refusal::Plan { .. } => return AppError::invalid("plan", refusal.to_string()),
        Refusal::Empty => return AppError::invalid("text", refusal.to_string()),
        Refusal::TooLong { .. } => return AppError::invalid("text", refusal.to_string()),
        Refusal::NotThisTurn { .. } => "not-this-turn",
        Refusal::AnsweredOtherwise { .. } => "answered-otherwise",
        Refusal::NoSuchHint { .. } => "no-more-hints",
        Refusal::Over => "interview-over",
        Refusal::Paused => "interview-paused",
        _ => "not-now",
    };
    AppError::Refused { code, message: refusal.to_string() }
}
