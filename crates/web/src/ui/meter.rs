//! Scores. Words carry the meaning; the meter and the colour only repeat it.

use maud::{Markup, html};

/// The five words for a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScoreWord {
    /// 0 to 9.
    NotHeard,
    /// 10 to 39.
    Thin,
    /// 40 to 64.
    Partial,
    /// 65 to 84.
    Solid,
    /// 85 to 100.
    Strong,
}

impl ScoreWord {
    /// The word for a score from 0 to 100.
    pub fn from_score(score: u8) -> Self {
        match score {
            0..=9 => Self::NotHeard,
            10..=39 => Self::Thin,
            40..=64 => Self::Partial,
            65..=84 => Self::Solid,
            _ => Self::Strong,
        }
    }

    /// As shown.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotHeard => "Not heard",
            Self::Thin => "Thin",
            Self::Partial => "Partial",
            Self::Solid => "Solid",
            Self::Strong => "Strong",
        }
    }

    /// The class that colours a meter on the ramp.
    pub fn class(self) -> &'static str {
        match self {
            Self::NotHeard => "s-0",
            Self::Thin => "s-1",
            Self::Partial => "s-2",
            Self::Solid => "s-3",
            Self::Strong => "s-4",
        }
    }
}

/// One line of scores, an `li` for `ul.scores`: name, word, number, meter, and "why" behind a
/// disclosure. `None` shows "Not scored".
pub fn score_line(name: &str, score: Option<u8>, why: Option<Markup>) -> Markup {
    html! {
        li.score {
            div.score-top {
                span { (name) }
                @match score {
                    Some(n) => span.score-word { (ScoreWord::from_score(n).word()) span.num { (n) } },
                    None => span.muted { "Not scored" },
                }
            }
            @if let Some(n) = score {
                meter class=(ScoreWord::from_score(n).class()) min="0" max="100" value=(n) aria-label=(name) { (n) " of 100" }
            }
            @if let Some(why) = why { details.why { summary { "Why" } (why) } }
        }
    }
}

/// The big score at the head of an evaluation, with one sentence.
pub fn score_hero(score: u8, sentence: &str) -> Markup {
    html! {
        div.score-hero {
            p.score-n { (score) small { "of 100" } }
            p.score-say { strong { (ScoreWord::from_score(score).word()) } (sentence) }
        }
    }
}

/// Mastery of a question in four steps, with a word: "New", "Learning", "Shaky", "Solid".
pub fn mastery(steps: u8, word: &str) -> Markup {
    html! {
        span.mastery {
            svg viewBox="0 0 50 10" aria-hidden="true" {
                @for i in 0..4u8 {
                    rect.on[i < steps] x=(f64::from(i) * 13.0 + 0.5) y="1.5" width="10" height="7" rx="1.5" {}
                }
            }
            span { (word) }
        }
    }
}

/// How far an answer reached.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    /// Name of the step: "Junior".
    pub name: &'a str,
    /// Share of this step that was met, 0 to 100.
    pub met: u8,
    /// Whether this is the step the person aims at.
    pub aim: bool,
}

/// The level bar: one step each for junior, mid and senior, and the gap in words.
pub fn level_bar(levels: &[Level<'_>], gap: &str) -> Markup {
    html! {
        div.levelbar {
            ol aria-label="Level this answer reaches" {
                @for level in levels {
                    li.met[level.met >= 100].part[level.met > 0 && level.met < 100] {
                        span.is-aim[level.aim] {
                            (level.name)
                            @if level.aim { " (your aim)" }
                            span.vh { @if level.met >= 100 { ": met" } @else if level.met > 0 { ": partly met" } @else { ": not met" } }
                        }
                    }
                }
            }
            @if !gap.is_empty() { p.muted { (gap) } }
        }
    }
}
