//! Questions.

use greenroom_app::Graded;
use greenroom_bank as bank;
use greenroom_core::Slug;
use greenroom_grading as grading;
use serde::Serialize;
use utoipa::ToSchema;

use super::words::{Bar, Kind, Level};

/// A question in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct QuestionSummary {
    /// Its name.
    #[schema(example = "idempotency")]
    pub id: String,
    /// What the interviewer asks.
    pub prompt: String,
    /// How hard it is.
    pub level: Level,
    /// What it is about; the first is the main topic.
    pub topics: Vec<String>,
    /// Technologies it belongs to.
    pub technologies: Vec<String>,
    /// What sort of answer it wants.
    pub kind: Kind,
    /// How many minutes a good spoken answer takes.
    pub minutes: u8,
    /// When words were looked for: the place of the model answer where they stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snippet: Option<String>,
}

impl From<&bank::Question> for QuestionSummary {
    fn from(question: &bank::Question) -> Self {
        Self {
            id: question.id.to_string(),
            prompt: question.prompt.clone(),
            level: question.level.into(),
            topics: strings(&question.topics),
            technologies: strings(&question.technologies),
            kind: question.kind.into(),
            minutes: question.minutes,
            snippet: None,
        }
    }
}

impl From<&bank::Hit<'_>> for QuestionSummary {
    fn from(hit: &bank::Hit<'_>) -> Self {
        Self { snippet: hit.snippet.as_ref().map(|snippet| snippet.text.clone()), ..hit.question.into() }
    }
}

/// A question in full.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Question {
    /// What a list shows of it.
    #[serde(flatten)]
    pub summary: QuestionSummary,
    /// How many hints there are.
    pub hints: usize,
    /// Other questions close to it.
    pub related: Vec<String>,
    /// Labs, scenarios and SQL tasks that practise it.
    pub practicals: Vec<String>,
    /// What its facts were checked against.
    pub sources: Vec<Source>,
    /// The day of that check.
    #[schema(format = Date)]
    pub verified: String,
    /// The answer, if it was asked for with `include=answer`. Try first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<ModelAnswer>,
}

impl Question {
    /// A question, with or without its answer.
    pub fn new(graded: Graded<'_>, with_answer: bool) -> Self {
        let question = graded.question;
        Self {
            summary: question.into(),
            hints: question.hints.len(),
            related: strings(&question.related),
            practicals: question.practicals.clone(),
            sources: question.sources.iter().map(Source::from).collect(),
            verified: question.verified.clone(),
            answer: with_answer.then(|| ModelAnswer::new(graded)),
        }
    }
}

/// What a fact was checked against.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Source {
    /// Name of the document, with the section.
    pub title: String,
    /// Where it is found.
    pub url: String,
}

impl From<&bank::Source> for Source {
    fn from(source: &bank::Source) -> Self {
        Self { title: source.title.clone(), url: source.url.clone() }
    }
}

/// Everything that is shown after an attempt.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ModelAnswer {
    /// The model answer in Markdown.
    pub markdown: String,
    /// What a good answer says.
    pub key_points: Vec<KeyPoint>,
    /// What mistaken answers say.
    pub misconceptions: Vec<Misconception>,
    /// Hints, mild to strong.
    pub hints: Vec<String>,
    /// What candidates do wrong.
    pub mistakes: Vec<Mistake>,
    /// One sentence of an expert.
    pub tip: String,
    /// Deeper questions.
    pub follow_ups: Vec<FollowUp>,
    /// Multiple-choice variants.
    pub choices: Vec<Choice>,
}

impl ModelAnswer {
    fn new(graded: Graded<'_>) -> Self {
        let (question, rubric) = (graded.question, graded.rubric);
        Self {
            markdown: question.answer.clone(),
            key_points: rubric.key_points.iter().map(KeyPoint::from).collect(),
            misconceptions: rubric.misconceptions.iter().map(Misconception::from).collect(),
            hints: question.hints.clone(),
            mistakes: question.mistakes.iter().map(Mistake::from).collect(),
            tip: question.tip.clone(),
            follow_ups: question.follow_ups.iter().map(FollowUp::from).collect(),
            choices: question.choices.iter().map(Choice::from).collect(),
        }
    }
}

/// One thing that a good answer says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KeyPoint {
    /// Name within the question.
    pub id: String,
    /// What it says.
    pub says: String,
    /// Why it matters.
    pub why: String,
    /// 1 nice to have, 2 expected, 3 the heart of the answer.
    pub weight: u8,
    /// From whom it is expected.
    pub bar: Bar,
}

impl From<&grading::KeyPoint> for KeyPoint {
    fn from(point: &grading::KeyPoint) -> Self {
        Self {
            id: point.id.to_string(),
            says: point.says.clone(),
            why: point.why.clone(),
            weight: point.weight,
            bar: point.bar.into(),
        }
    }
}

/// Something that mistaken candidates say.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Misconception {
    /// Name within the question.
    pub id: String,
    /// The mistake.
    pub says: String,
    /// What is right instead.
    pub correction: String,
}

impl From<&grading::Misconception> for Misconception {
    fn from(wrong: &grading::Misconception) -> Self {
        Self { id: wrong.id.to_string(), says: wrong.says.clone(), correction: wrong.correction.clone() }
    }
}

/// A common mistake and what to do instead.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Mistake {
    /// What candidates do.
    pub mistake: String,
    /// What to do instead.
    pub better: String,
}

impl From<&bank::Mistake> for Mistake {
    fn from(mistake: &bank::Mistake) -> Self {
        Self { mistake: mistake.mistake.clone(), better: mistake.better.clone() }
    }
}

/// A deeper question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FollowUp {
    /// What is asked.
    pub ask: String,
    /// What a good reply holds.
    pub listen_for: String,
}

impl From<&bank::FollowUp> for FollowUp {
    fn from(follow_up: &bank::FollowUp) -> Self {
        Self { ask: follow_up.ask.clone(), listen_for: follow_up.listen_for.clone() }
    }
}

/// A multiple-choice variant.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Choice {
    /// What is asked.
    pub ask: String,
    /// Three to five options, exactly one of them correct.
    pub options: Vec<ChoiceOption>,
}

impl From<&bank::Choice> for Choice {
    fn from(choice: &bank::Choice) -> Self {
        let option = |option: &bank::ChoiceOption| ChoiceOption {
            text: option.text.clone(),
            correct: option.correct,
            why: option.why.clone(),
        };
        Self { ask: choice.ask.clone(), options: choice.options.iter().map(option).collect() }
    }
}

/// One option of a multiple-choice question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChoiceOption {
    /// What it says.
    pub text: String,
    /// Whether it is the right one.
    pub correct: bool,
    /// Why it is or is not.
    pub why: String,
}

/// Slugs as they travel.
pub fn strings(slugs: &[Slug]) -> Vec<String> {
    slugs.iter().map(ToString::to_string).collect()
}
