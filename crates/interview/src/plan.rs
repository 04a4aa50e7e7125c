//! The plan: everything that is settled before the first word is said.

use std::collections::BTreeSet;

use greenroom_core::{Bar, Level, Millis, Slug};

use greenroom_core::words;

/// How the interviewer speaks. What is asked and how it is graded does not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Friendly and unhurried, for a first rehearsal.
    Warm,
    /// Matter of fact.
    Neutral,
    /// Brief and pressing, never rude.
    Demanding,
}

words!(Tone { Warm => "warm", Neutral => "neutral", Demanding => "demanding" });

/// How long an interview is: a name for three sensible sizes.
///
/// # Source
/// Our choice: a phone screen takes about 45 minutes and reaches about eight questions; the shorter ones fit an
/// evening and a coffee break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// Three questions, about ten minutes.
    Short,
    /// Five questions, about 25 minutes.
    Standard,
    /// Eight questions, about 45 minutes.
    Long,
}

words!(Length { Short => "short", Standard => "standard", Long => "long" });

impl Length {
    /// How many questions are planned.
    pub fn questions(self) -> u8 {
        match self {
            Self::Short => 3,
            Self::Standard => 5,
            Self::Long => 8,
        }
    }

    /// About how many minutes it takes, with follow-ups and the candidate's own questions.
    pub fn minutes(self) -> u16 {
        match self {
            Self::Short => 10,
            Self::Standard => 25,
            Self::Long => 45,
        }
    }

    /// How many follow-ups a question may have.
    pub fn follow_ups(self) -> u8 {
        match self {
            Self::Short => 1,
            Self::Standard | Self::Long => 2,
        }
    }
}

/// How generous the soft limit on an answer is. It warns and counts up; it never cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pace {
    /// No limit and no clock.
    Off,
    /// The minutes that the question states.
    Usual,
    /// Half as much again.
    Relaxed,
    /// Twice the minutes.
    Double,
}

words!(Pace { Off => "off", Usual => "1x", Relaxed => "1.5x", Double => "2x" });

impl Pace {
    /// Stretches a length of time; `None` where nothing is timed.
    pub fn stretch(self, time: Millis) -> Option<Millis> {
        match self {
            Self::Off => None,
            Self::Usual => Some(time),
            Self::Relaxed => Some(Millis(time.0.saturating_mul(3) / 2)),
            Self::Double => Some(Millis(time.0.saturating_mul(2))),
        }
    }
}

/// A question as the interview needs it: the rubric, the hints and the model answer stay outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which question of the bank it is.
    pub question: Slug,
    /// What is asked, word for word.
    pub prompt: String,
    /// How many minutes an answer usually takes, at least 1.
    pub minutes: u8,
    /// How many hints exist for it.
    pub hints: u8,
    /// How hard it is.
    pub level: Level,
    /// Its main topic, named when the interviewer moves on to it.
    pub topic: Slug,
    /// Whether it asks for a story from the candidate's work; such a question is never swapped for another.
    pub is_behavioural: bool,
}

/// Everything that is settled before the interview opens. The questions are picked by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The role as the candidate words it, such as `Backend engineer`; 1 to [`Plan::ROLE_MAX`] characters.
    pub role: String,
    /// How senior the role is. Nobody is pressed for a key point that is expected only above it.
    pub bar: Bar,
    /// The topics that were asked for.
    pub topics: Vec<Slug>,
    /// The technologies that were asked for.
    pub technologies: Vec<Slug>,
    /// How the interviewer speaks.
    pub tone: Tone,
    /// About how many minutes the whole takes, as the greeting says; see [`Length::minutes`].
    pub minutes: u16,
    /// How many follow-ups a question may have; see [`Length::follow_ups`].
    pub follow_ups: u8,
    /// How generous the soft limits are.
    pub pace: Pace,
    /// Chooses among the interviewer's wordings. The same seed and the same events give the same interview.
    pub seed: u64,
    /// What is asked, in order; at least one.
    pub questions: Vec<Planned>,
    /// Easier and harder questions that may take a planned one's place; may be empty.
    pub reserves: Vec<Planned>,
}

/// Why a plan cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// There is nothing to ask.
    #[error("it has no questions; choose more topics or a lower bar")]
    NoQuestions,
    /// There is too much to ask.
    #[error("it has {count} questions; at most {max} are possible")]
    TooManyQuestions {
        /// How many there are.
        count: usize,
        /// How many there may be, [`Plan::QUESTIONS_MAX`] or [`Plan::RESERVES_MAX`].
        max: usize,
    },
    /// A question stands in it twice, reserves included.
    #[error("the question '{question}' stands in it twice; remove one")]
    Repeated {
        /// The question.
        question: Slug,
    },
    /// A question has no text to ask.
    #[error("the question '{question}' has no prompt")]
    NoPrompt {
        /// The question.
        question: Slug,
    },
    /// A question has no minutes.
    #[error("the question '{question}' has no minutes; give it at least 1")]
    NoMinutes {
        /// The question.
        question: Slug,
    },
    /// The role is empty or too long.
    #[error("the role has {length} characters; write 1 to {max}")]
    Role {
        /// How many characters it has.
        length: usize,
        /// [`Plan::ROLE_MAX`].
        max: usize,
    },
    /// More follow-ups than anybody bears.
    #[error("it allows {wanted} follow-ups per question; at most {max} are possible")]
    TooManyFollowUps {
        /// How many were wanted.
        wanted: u8,
        /// [`Plan::FOLLOW_UPS_MAX`].
        max: u8,
    },
}

impl Plan {
    /// The most questions in one interview. Our choice: two hours of six minutes each.
    pub const QUESTIONS_MAX: usize = 20;

    /// The most reserves. Our choice: an easier and a harder one for each question.
    pub const RESERVES_MAX: usize = 2 * Self::QUESTIONS_MAX;

    /// The longest role, in characters. Our choice: it is said aloud in the greeting.
    pub const ROLE_MAX: usize = 80;

    /// The most follow-ups per question. Our choice: more feels like an interrogation.
    pub const FOLLOW_UPS_MAX: u8 = 5;

    /// Checks what the interview relies on: above all that no question stands in the plan twice.
    ///
    /// # Errors
    /// The first [`PlanFault`] found.
    pub fn check(&self) -> Result<(), PlanFault> {
        let length = self.role.trim().chars().count();
        if length == 0 || length > Self::ROLE_MAX {
            return Err(PlanFault::Role { length, max: Self::ROLE_MAX });
        }
        if self.follow_ups > Self::FOLLOW_UPS_MAX {
            return Err(PlanFault::TooManyFollowUps { wanted: self.follow_ups, max: Self::FOLLOW_UPS_MAX });
        }
        if self.questions.is_empty() {
            return Err(PlanFault::NoQuestions);
        }
        for (list, max) in [(&self.questions, Self::QUESTIONS_MAX), (&self.reserves, Self::RESERVES_MAX)] {
            if list.len() > max {
                return Err(PlanFault::TooManyQuestions { count: list.len(), max });
            }
        }
        let mut seen = BTreeSet::new();
        for planned in self.questions.iter().chain(&self.reserves) {
            let question = || planned.question.clone();
            if !seen.insert(&planned.question) {
                return Err(PlanFault::Repeated { question: question() });
            }
            if planned.prompt.trim().is_empty() {
                return Err(PlanFault::NoPrompt { question: question() });
            }
            if planned.minutes == 0 {
                return Err(PlanFault::NoMinutes { question: question() });
            }
        }
        Ok(())
    }
}
