//! Which wishes a selection could not keep.

use super::{Brief, fits, keeps_technologies};
use crate::question::Question;

/// A wish that could not be kept. Its `Display` is a sentence for the candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relaxed {
    /// So many questions are easier or harder than the bar asks.
    Level(usize),
    /// So many questions are about other technologies or none.
    Technologies(usize),
    /// So many questions are about other topics.
    Topics(usize),
    /// So many questions were asked recently.
    Recent(usize),
    /// There is no behavioural question.
    NoBehavioural,
    /// There are too few questions.
    Count {
        /// How many were wanted.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
}

impl std::fmt::Display for Relaxed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Level(count) => write!(f, "{} easier or harder than usual for this level.", are(*count)),
            Self::Technologies(count) => write!(f, "{} not about the technologies you chose.", are(*count)),
            Self::Topics(count) => write!(f, "{} not about the topics you chose.", are(*count)),
            Self::Recent(count) => write!(
                f,
                "{} one you had recently.",
                if *count == 1 { "One question is" } else { "More than one question is" }
            ),
            Self::NoBehavioural => f.write_str("There is no question about your experience in this bank."),
            Self::Count { wanted, found } => write!(f, "Only {found} of {wanted} questions could be found."),
        }
    }
}

fn are(count: usize) -> String {
    if count == 1 { "One question is".to_owned() } else { format!("{count} questions are") }
}

/// What the questions asked have given up.
pub(super) fn notes(brief: &Brief, asked: &[&Question], story: Option<&Question>) -> Vec<Relaxed> {
    let count =
        |given_up: &dyn Fn(&Question) -> bool| asked.iter().filter(|question| given_up(question)).count();
    let off_topic = |question: &Question| {
        !brief.topics.is_empty() && !question.topics.iter().any(|topic| brief.topics.contains(topic))
    };
    let is_recent = |question: &Question| brief.exclude.contains(&question.id);
    let mut notes = vec![
        (Relaxed::Level as fn(usize) -> Relaxed, count(&|question| !fits(brief.bar, question.level))),
        (Relaxed::Technologies, count(&|question| !keeps_technologies(brief, question))),
        (Relaxed::Topics, count(&off_topic)),
        (Relaxed::Recent, count(&is_recent) + usize::from(story.is_some_and(is_recent))),
    ];
    notes.retain(|(_, count)| *count > 0);
    let mut notes: Vec<Relaxed> = notes.into_iter().map(|(note, count)| note(count)).collect();
    if brief.behavioural && brief.count > 1 && story.is_none() {
        notes.push(Relaxed::NoBehavioural);
    }
    notes
}
