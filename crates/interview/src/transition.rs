//! The transition function and the replay of a log.

use greenroom_core::Timestamp;

use crate::{Event, Interview, Recorded, Refusal, Step, check, step};

/// What `event` makes of `interview` at `now`.
///
/// The first event, [`Event::Opened`], is applied to `None`. The interview that is passed in stays as it is, so a
/// refused event costs nothing. Pure: the same interview, event and moment give the same step.
///
/// # Errors
/// A [`Refusal`] if the event may not happen now. Such an event is not to be recorded.
///
/// # Complexity
/// Linear in the length of the transcript, which is copied.
pub fn apply(interview: Option<&Interview>, event: &Event, now: Timestamp) -> Result<Step, Refusal> {
    match interview {
        Some(interview) => {
            check::allows(interview, event, now)?;
            Ok(step::carry_out(interview.clone(), event, now))
        }
        None => open(event, now),
    }
}

fn open(event: &Event, now: Timestamp) -> Result<Step, Refusal> {
    let Event::Opened { plan } = event else { return Err(Refusal::NotOpened) };
    plan.check().map_err(|fault| Refusal::Plan { fault })?;
    Ok(step::open(plan, now))
}

/// Why a log is not the log of an interview.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// It has no events.
    #[error("the log is empty")]
    Empty,
    /// An event is missing or stands in the wrong place.
    #[error("the log has event {found} where {expected} should be")]
    Gap {
        /// The number that should have come.
        expected: u32,
        /// The number that came.
        found: u32,
    },
    /// An event that cannot have been accepted.
    #[error("event {seq} of the log cannot have happened")]
    Refused {
        /// Its number.
        seq: u32,
        /// Why.
        source: Refusal,
    },
}

/// Makes the interview out of its log: the same as applying the events one by one.
///
/// # Errors
/// A [`ReplayError`] names the first event that does not fit. A log of accepted events always fits.
pub fn replay(events: impl IntoIterator<Item = Recorded>) -> Result<Interview, ReplayError> {
    let mut interview: Option<Interview> = None;
    for (expected, Recorded { seq, at, event }) in (1u32..).zip(events) {
        if seq != expected {
            return Err(ReplayError::Gap { expected, found: seq });
        }
        let refused = |source| ReplayError::Refused { seq, source };
        let step = match interview.take() {
            Some(before) => {
                check::allows(&before, &event, at).map_err(refused)?;
                step::carry_out(before, &event, at)
            }
            None => open(&event, at).map_err(refused)?,
        };
        interview = Some(step.interview);
    }
    interview.ok_or(ReplayError::Empty)
}
