//! Today: what to do now, and where one stands.

use greenroom_bank::Question;
use greenroom_core::{Limit, Slug, Timestamp};
use greenroom_store::{EvaluationFilter, EvaluationRecord, InterviewRecord, InterviewState, Person};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::AppResult;

/// At most this many things to do are shown.
const CALLS_MAX: usize = 3;

/// The first question that a newcomer sees, if the content has it.
const OPENING: &str = "http-request-response-cycle";

/// A question answered below this is weak.
const WEAK: u8 = 60;

/// What the first page shows.
#[derive(Debug, Clone)]
pub struct Today {
    /// The person with the settings.
    pub person: Person,
    /// Whether nothing was answered yet.
    pub is_first_visit: bool,
    /// The question on stage at a first visit.
    pub opening: Option<Slug>,
    /// At most three things to do, most useful first.
    pub calls: Vec<Call>,
    /// Mean of the latest scores for each topic that has any, most answered first.
    pub standing: Vec<Standing>,
    /// The latest evaluations, newest first.
    pub latest: Vec<EvaluationRecord>,
    /// Moments of the latest week's answers, for the row of bulbs.
    pub practised_at: Vec<Timestamp>,
    /// The latest interviews, newest first.
    pub interviews: Vec<InterviewRecord>,
}

/// One thing to do.
#[derive(Debug, Clone)]
pub enum Call {
    /// Go on with an interview that is open.
    Resume(InterviewRecord),
    /// Take an interview.
    Rehearse {
        /// About how many minutes it takes.
        minutes: u16,
    },
    /// Answer a question again that went badly.
    Again {
        /// Which question.
        question: Slug,
        /// Its prompt.
        prompt: String,
        /// Its minutes.
        minutes: u8,
        /// The latest score.
        score: u8,
    },
    /// Answer a question for the first time.
    New {
        /// Which question.
        question: Slug,
        /// Its prompt.
        prompt: String,
        /// Its minutes.
        minutes: u8,
    },
}

/// Where a person stands in one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The topic.
    pub topic: Slug,
    /// Mean of the latest score of each question answered, 0 to 100.
    pub score: u8,
    /// How many questions that rests on.
    pub answered: usize,
    /// How many questions the topic has.
    pub of: usize,
}

impl App {
    /// What the first page shows.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn today(&self, ctx: &Ctx) -> AppResult<Today> {
        let person = self.person(ctx).await?;
        let history = self.history(ctx).await?;
        let latest =
            self.list_evaluations(ctx, &EvaluationFilter::All, Limit::clamped(40), None).await?.items;
        let interviews = self.list_interviews(ctx, Limit::clamped(5), None).await?.items;
        let week_ago = ctx.now.millis() - 7 * 24 * 60 * 60 * 1000;
        let is_first_visit = history.all().is_empty() && interviews.is_empty();
        let bank = self.catalog().bank();
        let score_of = |question: &Question| history.of(&question.id).map(|row| row.score);
        Ok(Today {
            person,
            is_first_visit,
            opening: opening(bank).map(|question| question.id.clone()),
            calls: calls(bank, &score_of, &interviews),
            standing: standing(bank, &score_of),
            practised_at: latest
                .iter()
                .map(|record| record.created_at)
                .filter(|at| at.millis() > week_ago)
                .collect(),
            latest: latest.into_iter().take(5).collect(),
            interviews,
        })
    }
}

/// The question on stage at a first visit: everybody has seen it happen, and nobody has said it all.
fn opening(bank: &greenroom_bank::Bank) -> Option<&Question> {
    bank.get(OPENING).or_else(|| greenroom_bank::first_question(bank, 0))
}

type ScoreOf<'a> = dyn Fn(&Question) -> Option<Option<u8>> + 'a;

fn calls(bank: &greenroom_bank::Bank, score_of: &ScoreOf<'_>, interviews: &[InterviewRecord]) -> Vec<Call> {
    let open = interviews.iter().find(|record| record.state == InterviewState::Open);
    let mut calls = vec![match open {
        Some(record) => Call::Resume(record.clone()),
        None => Call::Rehearse { minutes: greenroom_interview::Length::Short.minutes() },
    }];
    let weakest = bank
        .iter()
        .filter_map(|q| Some((score_of(q)??, q)))
        .filter(|(score, _)| *score < WEAK)
        .min_by_key(|(s, _)| *s);
    calls.extend(weakest.map(|(score, question)| Call::Again {
        question: question.id.clone(),
        prompt: question.prompt.clone(),
        minutes: question.minutes,
        score,
    }));
    let fresh =
        bank.iter().filter(|question| score_of(question).is_none()).min_by_key(|question| question.level);
    calls.extend(fresh.map(|question| Call::New {
        question: question.id.clone(),
        prompt: question.prompt.clone(),
        minutes: question.minutes,
    }));
    calls.truncate(CALLS_MAX);
    calls
}

fn standing(bank: &greenroom_bank::Bank, score_of: &ScoreOf<'_>) -> Vec<Standing> {
    let mut topics: std::collections::BTreeMap<&Slug, (Vec<u32>, usize)> = std::collections::BTreeMap::new();
    for question in bank.iter() {
        let (scores, of) = topics.entry(question.topic()).or_default();
        *of += 1;
        scores.extend(score_of(question).flatten().map(u32::from));
    }
    let mut standing: Vec<Standing> = topics
        .into_iter()
        .filter(|(_, (scores, _))| !scores.is_empty())
        .map(|(topic, (scores, of))| {
            let mean = scores.iter().sum::<u32>() / u32::try_from(scores.len()).unwrap_or(1);
            Standing {
                topic: topic.clone(),
                score: u8::try_from(mean).unwrap_or(100),
                answered: scores.len(),
                of,
            }
        })
        .collect();
    standing.sort_by_key(|row| std::cmp::Reverse(row.answered));
    standing
}
