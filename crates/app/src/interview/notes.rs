//! The notes on an interview: what was heard, what was missing, what to do next.

use std::collections::BTreeMap;

use greenroom_core::{Bar, Limit, Slug, Span};
use greenroom_grading::{Evaluation, Score, Verdict};
use greenroom_interview::{Asked, Interview, Turn};
use greenroom_store::{EvaluationFilter, EvaluationRecord, InterviewRecord, Origin};

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult};
use crate::evaluation::score;

/// Share of the answered questions that must reach a level for the whole to reach it. Our choice: most, not all.
const BAR_SHARE_PERCENT: usize = 60;

/// How many points the gap to the next level names.
const GAP_MAX: usize = 5;

/// The feedback report on an interview.
#[derive(Debug, Clone)]
pub struct Notes {
    /// The row that lists it.
    pub record: InterviewRecord,
    /// The interview itself.
    pub interview: Interview,
    /// The whole in numbers.
    pub overall: Overall,
    /// At most two things that worked.
    pub strengths: Vec<NoteLine>,
    /// The one thing to change.
    pub improvement: Option<NoteLine>,
    /// Each question that was asked, in order.
    pub questions: Vec<QuestionNotes>,
    /// What to do next, most useful first.
    pub next: Vec<NextStep>,
}

/// The whole in numbers: averages over the questions that could be graded, 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// The score, hints counted, skipped questions as zero; `None` if nothing could be graded.
    pub score: Option<u8>,
    /// How many questions were graded.
    pub graded: usize,
    /// How much of the key points was heard.
    pub coverage: Option<u8>,
    /// How much of what was claimed is right.
    pub accuracy: Option<u8>,
    /// How much of what is expected from mid level on was heard.
    pub depth: Option<u8>,
    /// Whether the answers are made of statements in a followable order.
    pub structure: Option<u8>,
    /// The level that most answers reach.
    pub level: Option<Bar>,
    /// The level above it.
    pub next_level: Option<Bar>,
    /// What is missing for it, heaviest first.
    pub gap: Vec<GapPoint>,
}

/// A key point that is missing for the next level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapPoint {
    /// In which question.
    pub question: Slug,
    /// Which key point.
    pub key_point: Slug,
    /// What it says.
    pub says: String,
}

/// One line of feedback on the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// In which question.
    pub question: Slug,
    /// Its number in the interview, from 1.
    pub number: usize,
    /// The sentence.
    pub text: String,
    /// Where in the answer to that question, if it is about something that was said.
    pub evidence: Option<Span>,
}

/// The notes on one question.
#[derive(Debug, Clone)]
pub struct QuestionNotes {
    /// Its number in the interview, from 1.
    pub number: usize,
    /// The question as it was asked, and what came of it.
    pub asked: Asked,
    /// Its turns: the question and its follow-ups.
    pub turns: Vec<Turn>,
    /// The evaluation of all that was said to it; `None` if nothing was.
    pub evaluation: Option<EvaluationRecord>,
    /// Later answers to it, newest first.
    pub retakes: Vec<EvaluationRecord>,
}

/// Something to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// Answer this question of the interview again.
    Retake {
        /// Which question.
        question: Slug,
        /// Its prompt.
        prompt: String,
    },
    /// Practise another question close to a weak one.
    Practise {
        /// Which question.
        question: Slug,
        /// Its prompt.
        prompt: String,
    },
    /// Take another interview on a weak topic.
    Interview {
        /// On which topic.
        topic: Slug,
    },
}

impl App {
    /// The notes on an interview, also on one that is not over: then they cover what was answered so far.
    ///
    /// # Errors
    /// `NotFound` if there is none of that name.
    pub async fn notes(&self, ctx: &Ctx, id: &str) -> AppResult<Notes> {
        let record = self.interview_record(ctx, id).await?;
        let room = self.replay(ctx, record.id.clone()).await?;
        let filter = EvaluationFilter::Interview(record.id.clone());
        let limit = Limit::clamped(Limit::MAX);
        let evaluations = self.store().read().evaluations(&ctx.person).list(&filter, limit, None).await?;
        let questions = by_question(&room.interview, evaluations.items);
        if questions.is_empty() {
            return Err(AppError::Refused {
                code: "no-notes-yet",
                message: "there are no notes yet: answer the first question, and they begin to fill".into(),
            });
        }
        let overall = self.overall(&room.interview, &questions);
        let (strengths, improvement) = (strengths(&questions), improvement(&questions));
        let next = self.next_steps(&questions);
        Ok(Notes { record, interview: room.interview, overall, strengths, improvement, questions, next })
    }

    fn overall(&self, interview: &Interview, questions: &[QuestionNotes]) -> Overall {
        let scores: Vec<&Score> =
            questions.iter().filter_map(|q| score(&q.evaluation.as_ref()?.evaluation)).collect();
        let mean_of = |number: fn(&Score) -> u8| mean(scores.iter().map(|score| number(score)));
        let reached = |bar: Bar| scores.iter().filter(|score| score.level.reached >= Some(bar)).count();
        let holds =
            |bar: &&Bar| !scores.is_empty() && reached(**bar) * 100 >= scores.len() * BAR_SHARE_PERCENT;
        let level = Bar::ALL.iter().take_while(holds).last().copied();
        let next_level = Bar::ALL.iter().copied().find(|&bar| Some(bar) > level);
        Overall {
            score: overall_score(interview),
            graded: scores.len(),
            coverage: mean_of(|score| score.coverage),
            accuracy: mean_of(|score| score.accuracy),
            depth: mean_of(|score| score.depth),
            structure: mean_of(|score| score.structure),
            level,
            next_level,
            gap: next_level.map(|bar| self.gap(questions, bar)).unwrap_or_default(),
        }
    }

    /// The heaviest key points expected up to a level that were not heard.
    fn gap(&self, questions: &[QuestionNotes], bar: Bar) -> Vec<GapPoint> {
        let mut open = Vec::new();
        for notes in questions {
            let Some(record) = &notes.evaluation else { continue };
            let Ok(graded) = self.catalog().find(record.question.as_str()) else { continue };
            for point in &record.evaluation.key_points {
                if point.bar > bar || point.verdict == Verdict::Covered {
                    continue;
                }
                let authored = graded.rubric.key_points.iter().find(|authored| authored.id == point.id);
                let Some(says) = authored.map(|authored| authored.says.clone()) else { continue };
                let (question, key_point) = (record.question.clone(), point.id.clone());
                open.push((point.weight, point.bar, GapPoint { question, key_point, says }));
            }
        }
        open.sort_by_key(|(weight, bar, _)| (std::cmp::Reverse(*weight), std::cmp::Reverse(*bar)));
        open.into_iter().map(|(_, _, point)| point).take(GAP_MAX).collect()
    }

    fn next_steps(&self, questions: &[QuestionNotes]) -> Vec<NextStep> {
        let mut weak: Vec<&QuestionNotes> =
            questions.iter().filter(|q| q.asked.score().unwrap_or(0) < 70).collect();
        weak.sort_by_key(|q| q.asked.score().unwrap_or(0));
        let mut steps = Vec::new();
        if let Some(weakest) = weak.first() {
            let planned = &weakest.asked.planned;
            steps.push(NextStep::Retake {
                question: planned.question.clone(),
                prompt: planned.prompt.clone(),
            });
            steps.extend(self.neighbour(questions, &planned.question));
        }
        let topic = weak.first().or(questions.first().as_ref()).map(|q| q.asked.planned.topic.clone());
        steps.extend(topic.map(|topic| NextStep::Interview { topic }));
        steps
    }

    /// A question close to a weak one that was not asked: one it names as related, or another on its topic.
    fn neighbour(&self, questions: &[QuestionNotes], weak: &Slug) -> Option<NextStep> {
        let bank = self.catalog().bank();
        let question = bank.get(weak.as_str())?;
        let was_asked = |id: &Slug| questions.iter().any(|q| q.asked.planned.question == *id);
        let related = question.related.iter().filter_map(|id| bank.get(id.as_str()));
        let same_topic = bank.iter().filter(|other| other.topic() == question.topic());
        let found = related.chain(same_topic).find(|other| !was_asked(&other.id))?;
        Some(NextStep::Practise { question: found.id.clone(), prompt: found.prompt.clone() })
    }
}

/// The score of an interview: the mean over its questions, hints counted, skipped ones as zero. A question whose answer
/// could not be graded does not count. `None` if nothing counts.
pub(super) fn overall_score(interview: &Interview) -> Option<u8> {
    mean(interview.asked().iter().filter_map(|asked| match asked.score() {
        Some(score) => Some(score),
        None => asked.is_given_up.then_some(0),
    }))
}

fn mean(numbers: impl Iterator<Item = u8>) -> Option<u8> {
    let (sum, count) =
        numbers.fold((0u32, 0u32), |(sum, count), number| (sum + u32::from(number), count + 1));
    u8::try_from((sum + count / 2).checked_div(count)?).ok()
}

/// Sorts turns and evaluations (newest first) under their questions.
fn by_question(interview: &Interview, evaluations: Vec<EvaluationRecord>) -> Vec<QuestionNotes> {
    let mut own: BTreeMap<Slug, EvaluationRecord> = BTreeMap::new();
    let mut retakes: BTreeMap<Slug, Vec<EvaluationRecord>> = BTreeMap::new();
    for record in evaluations {
        match record.origin {
            Origin::Retake => retakes.entry(record.question.clone()).or_default().push(record),
            _ => {
                // The newest has heard all follow-ups.
                own.entry(record.question.clone()).or_insert(record);
            }
        }
    }
    let seen = |asked: &&Asked| asked.is_answered || asked.is_given_up;
    let asked = interview.asked().iter().filter(seen).enumerate();
    asked
        .map(|(at, asked)| {
            let question = &asked.planned.question;
            QuestionNotes {
                number: at + 1,
                asked: asked.clone(),
                turns: interview.turns().iter().filter(|turn| turn.question == *question).cloned().collect(),
                evaluation: own.remove(question),
                retakes: retakes.remove(question).unwrap_or_default(),
            }
        })
        .collect()
}

/// Lines of feedback with their questions, best answers first.
fn ranked(questions: &[QuestionNotes]) -> Vec<(&QuestionNotes, &Evaluation)> {
    let mut graded: Vec<_> = questions
        .iter()
        .filter_map(|q| Some((q, &q.evaluation.as_ref()?.evaluation)))
        .filter(|(_, e)| score(e).is_some())
        .collect();
    graded.sort_by_key(|(q, _)| std::cmp::Reverse(q.asked.score()));
    graded
}

/// The best thing that was said to each of the two best answered questions.
fn strengths(questions: &[QuestionNotes]) -> Vec<NoteLine> {
    let best = ranked(questions)
        .into_iter()
        .filter_map(|(notes, evaluation)| Some((notes, evaluation.feedback.strengths.first()?)));
    best.map(|(notes, line)| note_line(notes, line)).take(2).collect()
}

/// The one thing to change: what was wrong anywhere, else what is missing in the weakest answer.
fn improvement(questions: &[QuestionNotes]) -> Option<NoteLine> {
    let ranked = ranked(questions);
    let wrong = ranked.iter().rev().find(|(_, e)| {
        !e.misconceptions.is_empty()
            || e.key_points.iter().any(|point| point.verdict == Verdict::Contradicted)
    });
    let (notes, evaluation) = wrong.or_else(|| ranked.last())?;
    evaluation.feedback.improvement.as_ref().map(|line| note_line(notes, line))
}

fn note_line(notes: &QuestionNotes, line: &greenroom_grading::FeedbackLine) -> NoteLine {
    let question = notes.asked.planned.question.clone();
    NoteLine { question, number: notes.number, text: line.text.clone(), evidence: line.evidence }
}
