//! Picking what an interview asks.

mod relaxed;

use std::collections::BTreeMap;

use greenroom_core::{Bar, Level, Slug};

use crate::bank::Bank;
use crate::question::{Kind, Question};
use crate::random::SplitMix64;

pub use relaxed::Relaxed;

/// What is wanted of an interview's questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// How senior the role is; it decides how hard the questions are.
    pub bar: Bar,
    /// Topics to ask about; empty for all.
    pub topics: Vec<Slug>,
    /// Technologies to ask about; empty for all.
    pub technologies: Vec<Slug>,
    /// The only questions that may be asked; empty for all.
    pub only: Vec<Slug>,
    /// How many questions there shall be, the behavioural one included.
    pub count: usize,
    /// Questions that were asked recently: they come back only when nothing else is left.
    pub exclude: Vec<Slug>,
    /// Whether the last question asks for a story from the candidate's work.
    pub behavioural: bool,
}

/// What was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// What is asked, easiest first, the behavioural question last.
    pub questions: Vec<Slug>,
    /// Easier and harder questions on the same wishes that may take a planned one's place; at most two for each.
    pub reserves: Vec<Slug>,
    /// Which wishes could not be kept.
    pub notes: Vec<Relaxed>,
}

/// What it costs to disregard a wish. A greater one outweighs all smaller ones together.
mod cost {
    pub(super) const RECENT: u32 = 10_000;
    pub(super) const TOPIC: u32 = 1_000;
    pub(super) const FAR_LEVEL: u32 = 400;
    pub(super) const TECHNOLOGY: u32 = 200;
    pub(super) const NEXT_LEVEL: u32 = 50;
    /// For each question that the topic already has: a fresh topic is worth the bar's other level, but none beyond it.
    pub(super) const REPEATED_TOPIC: u32 = 30;
}

/// Picks an interview's questions: spread over the topics, as hard as the bar asks, easiest first.
///
/// The same bank, brief and seed give the same selection. Wishes that cannot all be kept are given up in this order:
/// the exact level, the technologies, the level altogether, the topics, and last that nothing asked recently is asked again.
pub fn select(bank: &Bank, brief: &Brief, seed: u64) -> Selection {
    let mut picker = Picker::new(bank, brief, seed);
    let story = if brief.behavioural && brief.count > 1 { picker.story() } else { None };
    let technical = brief.count - usize::from(story.is_some());
    let mut asked: Vec<&Question> = levels(brief.bar, technical)
        .into_iter()
        .filter_map(|level| picker.next(level, |_, _, _| true))
        .collect();
    asked.sort_by_key(|question| question.level);
    let reserves = picker.reserves(&asked);
    let mut notes = relaxed::notes(brief, &asked, story);
    asked.extend(story);
    if asked.len() < brief.count {
        notes.push(Relaxed::Count { wanted: brief.count, found: asked.len() });
    }
    let ids = |questions: &[&Question]| questions.iter().map(|question| question.id.clone()).collect();
    Selection { questions: ids(&asked), reserves: ids(&reserves), notes }
}

/// Picks the question that a newcomer is asked at once: an easy idea with a short answer. `None` only for an empty bank.
pub fn first_question(bank: &Bank, seed: u64) -> Option<&Question> {
    let mut questions: Vec<&Question> = bank.iter().collect();
    SplitMix64::new(seed).shuffle(&mut questions);
    let is_hard =
        |question: &Question| (question.is_behavioural(), question.level, question.kind != Kind::Concept);
    questions.into_iter().min_by_key(|question| (is_hard(question), question.minutes > 3))
}

/// How hard each question shall be, easiest first. The share of the harder of the two levels grows with the bar.
fn levels(bar: Bar, count: usize) -> Vec<Level> {
    let (easy, hard, easy_count) = match bar {
        Bar::Junior => (Level::Beginner, Level::Intermediate, (count * 2).div_ceil(3)),
        Bar::Mid => (Level::Beginner, Level::Intermediate, count / 2),
        Bar::Senior => (Level::Intermediate, Level::Advanced, count / 2),
    };
    (0..count).map(|at| if at < easy_count { easy } else { hard }).collect()
}

/// Picks one question after the other.
struct Picker<'a> {
    brief: &'a Brief,
    /// What is left, in a random order that settles ties.
    left: Vec<&'a Question>,
    /// How many questions each topic has.
    uses: BTreeMap<&'a Slug, u32>,
}

impl<'a> Picker<'a> {
    fn new(bank: &'a Bank, brief: &'a Brief, seed: u64) -> Self {
        let may = |question: &&Question| brief.only.is_empty() || brief.only.contains(&question.id);
        let mut left: Vec<&Question> = bank.iter().filter(may).collect();
        SplitMix64::new(seed).shuffle(&mut left);
        Self { brief, left, uses: BTreeMap::new() }
    }

    /// The cheapest question for a place of that level among those that are `allowed`.
    fn next(
        &mut self,
        level: Level,
        allowed: fn(&Self, &'a Question, Level) -> bool,
    ) -> Option<&'a Question> {
        let candidates = self.left.iter().enumerate().filter(|(_, question)| allowed(self, question, level));
        let (_, at) =
            candidates.filter_map(|(at, question)| Some((self.price(question, level)?, at))).min()?;
        let question = self.left.remove(at);
        if let Some(topic) = self.topic_of(question) {
            *self.uses.entry(topic).or_default() += 1;
        }
        Some(question)
    }

    /// The behavioural question: never one that was asked recently while there is another.
    fn story(&mut self) -> Option<&'a Question> {
        let is_recent = |question: &Question| self.brief.exclude.contains(&question.id);
        let too_hard = |question: &Question| question.level > hardest(self.brief.bar);
        let price = |question: &Question| (is_recent(question), too_hard(question));
        let stories = self.left.iter().enumerate().filter(|(_, question)| question.is_behavioural());
        let (_, at) = stories.map(|(at, question)| (price(question), at)).min()?;
        Some(self.left.remove(at))
    }

    /// An easier and a harder question for each that is asked, as far as there are some that keep all wishes.
    fn reserves(&mut self, asked: &[&Question]) -> Vec<&'a Question> {
        let mut reserves = Vec::new();
        self.uses.clear();
        for question in asked {
            let level_at = Level::ALL.iter().position(|&level| level == question.level).unwrap_or(0);
            let easier = level_at.checked_sub(1).and_then(|at| Level::ALL.get(at));
            for &level in [easier, Level::ALL.get(level_at + 1)].into_iter().flatten() {
                reserves
                    .extend(self.next(level, Self::may_stand_by).filter(|reserve| reserve.level == level));
            }
        }
        reserves
    }

    /// Whether a question may be a reserve: it is exactly that hard, on a wished topic, and was not asked recently.
    fn may_stand_by(&self, question: &'a Question, level: Level) -> bool {
        question.level == level
            && self.topic_of(question).is_some()
            && !self.brief.exclude.contains(&question.id)
    }

    /// What it costs to take `question` for a place of that level; `None` if it must not be taken.
    fn price(&self, question: &'a Question, level: Level) -> Option<u32> {
        let topic = self.topic_of(question);
        if topic.is_none_or(|topic| self.brief.topics.is_empty() || !self.brief.topics.contains(topic))
            && question.is_behavioural()
        {
            return None;
        }
        let uses = topic.and_then(|topic| self.uses.get(topic)).copied().unwrap_or(0);
        // Beyond a few repetitions more of them must not outweigh a wish.
        let mut price = (uses * cost::REPEATED_TOPIC).min(cost::REPEATED_TOPIC * 4);
        if self.brief.exclude.contains(&question.id) {
            price += cost::RECENT;
        }
        if topic.is_none() {
            price += cost::TOPIC;
        }
        if !keeps_technologies(self.brief, question) {
            // A question about no technology in particular is nearer to the wish than one about another.
            price += if question.technologies.is_empty() { cost::TECHNOLOGY / 2 } else { cost::TECHNOLOGY };
        }
        price += match distance(question.level, level) {
            0 => 0,
            1 if fits(self.brief.bar, question.level) => cost::NEXT_LEVEL / 2,
            1 => cost::NEXT_LEVEL,
            _ => cost::FAR_LEVEL,
        };
        Some(price)
    }

    /// The topic for which a question counts: of those that are wished, the least used; `None` if it has none of them.
    fn topic_of(&self, question: &'a Question) -> Option<&'a Slug> {
        if self.brief.topics.is_empty() {
            return question.topics.first();
        }
        let wished = question.topics.iter().filter(|topic| self.brief.topics.contains(topic));
        wished.min_by_key(|topic| self.uses.get(topic).copied().unwrap_or(0))
    }
}

/// The levels of a bar's questions.
fn fits(bar: Bar, level: Level) -> bool {
    match bar {
        Bar::Junior | Bar::Mid => level != Level::Advanced,
        Bar::Senior => level != Level::Beginner,
    }
}

fn hardest(bar: Bar) -> Level {
    match bar {
        Bar::Junior | Bar::Mid => Level::Intermediate,
        Bar::Senior => Level::Advanced,
    }
}

fn keeps_technologies(brief: &Brief, question: &Question) -> bool {
    brief.technologies.is_empty()
        || question.technologies.iter().any(|name| brief.technologies.contains(name))
}

fn distance(a: Level, b: Level) -> usize {
    let at = |level| Level::ALL.iter().position(|&l| l == level).unwrap_or(0);
    at(a).abs_diff(at(b))
}

#[cfg(test)]
mod tests;
