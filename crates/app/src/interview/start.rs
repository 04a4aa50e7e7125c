//! Setting an interview up.

use greenroom_bank::{Brief, Question};
use greenroom_core::{Bar, InterviewId, Slug};
use greenroom_interview::{Event, Length, Pace, Plan, Planned, Tone};
use greenroom_store::InterviewRecord;

use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{AppError, AppResult, FieldError};
use crate::interview::Room;
use crate::once::note_made;

/// From how many of a person's latest interviews no question is asked again.
const RECENT_INTERVIEWS: u16 = 10;

/// The wishes of a candidate.
#[derive(Debug, Clone)]
pub struct StartInterview {
    /// The role as the candidate words it; blank means `Backend developer`.
    pub role: String,
    /// How senior the role is.
    pub bar: Bar,
    /// Topics to ask about; empty means all.
    pub topics: Vec<String>,
    /// Technologies to ask about; empty means all.
    pub technologies: Vec<String>,
    /// The collection to ask from, if any.
    pub collection: Option<String>,
    /// The key area to ask from, if any.
    pub area: Option<String>,
    /// How long it takes.
    pub length: Length,
    /// How the interviewer speaks.
    pub tone: Tone,
    /// How generous the soft limits are.
    pub pace: Pace,
}

impl App {
    /// Picks the questions, opens the log and greets.
    ///
    /// # Errors
    /// `Invalid` for a topic or technology that the bank does not know, or a role that is too long.
    pub async fn start_interview(&self, ctx: &Ctx, wishes: StartInterview) -> AppResult<Room> {
        if let Some(id) = ctx.made() {
            return self.room(ctx, id).await;
        }
        let topics = self.known("topics", &wishes.topics, |question| &question.topics)?;
        let technologies =
            self.known("technologies", &wishes.technologies, |question| &question.technologies)?;
        let only = self.only(&wishes)?;
        let recent = self.store().read().interviews(&ctx.person).recent_questions(RECENT_INTERVIEWS).await?;
        let exclude: Vec<Slug> = recent.into_iter().map(|asked| asked.question).collect();
        let seed = self.with_entropy(|entropy| entropy.number());
        let brief = Brief {
            bar: wishes.bar,
            topics: topics.clone(),
            technologies: technologies.clone(),
            only,
            count: usize::from(wishes.length.questions()),
            exclude,
            behavioural: wishes.length != Length::Short,
        };
        let selection = greenroom_bank::select(self.catalog().bank(), &brief, seed);
        let plan = Plan {
            role: role_or_default(&wishes.role),
            bar: wishes.bar,
            topics,
            technologies,
            tone: wishes.tone,
            minutes: wishes.length.minutes(),
            follow_ups: wishes.length.follow_ups(),
            pace: wishes.pace,
            seed,
            questions: self.planned(&selection.questions),
            reserves: self.planned(&selection.reserves),
        };
        self.open_interview(ctx, plan).await
    }

    async fn open_interview(&self, ctx: &Ctx, plan: Plan) -> AppResult<Room> {
        let id = self.with_entropy(|entropy| InterviewId::generate(ctx.now, entropy));
        let title = format!("{}, {}", plan.role, plan.bar);
        let record = InterviewRecord::new(id.clone(), plan.bar, plan.role.clone(), title, ctx.now);
        let event = Event::Opened { plan: Box::new(plan) };
        let step = greenroom_interview::apply(None, &event, ctx.now).map_err(super::act::refused)?;
        let mut tx = self.store().begin_write().await?;
        tx.interviews(&ctx.person).insert(&record).await?;
        tx.interviews(&ctx.person).append_events(&id, 1, &[(event, ctx.now)]).await?;
        note_made(&mut tx, ctx, id.as_str()).await?;
        tx.commit().await?;
        Ok(Room { id, interview: step.interview })
    }

    /// The questions of the wished collection or key area; empty if none is wished.
    fn only(&self, wishes: &StartInterview) -> AppResult<Vec<Slug>> {
        let bank = self.catalog().bank();
        let missing = |field, what: &str, name: &str| {
            let shown: String = name.chars().take(60).collect();
            AppError::invalid(field, format!("there is no {what} '{shown}' with questions"))
        };
        let named = |wish: &Option<String>| wish.clone().filter(|name| !name.is_empty());
        let found = match (named(&wishes.collection), named(&wishes.area)) {
            (None, None) => return Ok(Vec::new()),
            (Some(_), Some(_)) => {
                let message = "choose a collection or a key area, not both";
                return Err(AppError::invalid("area", message));
            }
            (Some(name), None) => {
                let found = bank.collection(&name).map(|collection| bank.of_collection(collection));
                found
                    .filter(|questions| !questions.is_empty())
                    .ok_or_else(|| missing("collection", "collection", &name))?
            }
            (None, Some(name)) => {
                let found = bank.area(&name).map(|area| bank.of_area(area));
                found
                    .filter(|questions| !questions.is_empty())
                    .ok_or_else(|| missing("area", "key area", &name))?
            }
        };
        Ok(found.into_iter().map(|question| question.id.clone()).collect())
    }

    /// The wished topics or technologies, if the bank has all of them.
    fn known(
        &self,
        field: &'static str,
        wished: &[String],
        of: fn(&Question) -> &Vec<Slug>,
    ) -> AppResult<Vec<Slug>> {
        let mut known = Vec::new();
        let mut errors = Vec::new();
        for name in wished.iter().filter(|name| !name.is_empty()) {
            let found = self.catalog().bank().iter().flat_map(of).find(|slug| slug.as_str() == name);
            match found {
                Some(slug) if known.contains(slug) => {}
                Some(slug) => known.push(slug.clone()),
                None => {
                    let shown: String = name.chars().take(60).collect();
                    errors.push(FieldError {
                        field,
                        message: format!("there are no questions about '{shown}'"),
                    });
                }
            }
        }
        if errors.is_empty() { Ok(known) } else { Err(AppError::Invalid(errors)) }
    }

    fn planned(&self, questions: &[Slug]) -> Vec<Planned> {
        let found = questions.iter().filter_map(|id| self.catalog().bank().get(id.as_str()));
        found
            .map(|question| Planned {
                question: question.id.clone(),
                prompt: question.prompt.clone(),
                minutes: question.minutes,
                hints: u8::try_from(question.hints.len()).unwrap_or(u8::MAX),
                level: question.level,
                topic: question.topic().clone(),
                is_behavioural: question.is_behavioural(),
            })
            .collect()
    }
}

fn role_or_default(role: &str) -> String {
    let role = role.trim();
    if role.is_empty() { "Backend developer".to_owned() } else { role.to_owned() }
}
