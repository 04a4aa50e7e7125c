//! What the pages of guides share.

use greenroom_app::practice::History;
use greenroom_bank::{Bank, Question};
use greenroom_core::Level;
use maud::{Markup, html};

use crate::pages::questions::state_of;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::words;
use crate::ui::blank::blankslate;
use crate::ui::forms::{Look, button_link};
use crate::ui::layout::Nav;
use crate::ui::meter::{ScoreWord, mastery};
use crate::ui::page::page_head;
use crate::ui::question::{list_row, rows};

/// The kinds of guides that the bank has, as tabs over each list; `here` is the address of the one at hand.
pub(crate) fn kinds(bank: &Bank, here: &str) -> Markup {
    let guides = bank.guides();
    let tabs = [
        ("/questions", "All questions", true),
        ("/collections", "Collections", !guides.collections.is_empty()),
        ("/areas", "Key areas", !guides.areas.is_empty()),
        ("/technologies", "Technologies", !guides.technologies.is_empty()),
    ];
    html! {
        nav.tabs aria-label="Ways through the questions" {
            @for (href, name, _) in tabs.iter().filter(|(href, _, has_some)| *has_some || *href == here) {
                a href=(href) aria-current=[(*href == here).then_some("page")] { (name) }
            }
        }
    }
}

/// One guide in a list.
pub(super) struct Entry<'a> {
    pub(super) title: &'a str,
    pub(super) href: String,
    pub(super) summary: &'a str,
    /// What is said beside the number of questions.
    pub(super) fact: String,
    pub(super) questions: Vec<&'a Question>,
}

/// What the list of one kind of guides says of itself.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// Its address.
    pub(super) here: &'a str,
    pub(super) title: &'a str,
    pub(super) lede: &'a str,
}

/// The page with the list of the guides of one kind.
pub(super) fn list(
    shell: &Shell,
    bank: &Bank,
    about: &About<'_>,
    entries: &[Entry<'_>],
    history: &History,
) -> Markup {
    let About { here, title, lede } = *about;
    shell.page(title, Nav::Questions).render(html! {
        (page_head(None, title, Some(html! { (lede) }), None))
        (kinds(bank, here))
        @if entries.is_empty() {
            (blankslate("Nothing here yet.", "This content has none of them.", Some(("All questions", "/questions")), None))
        } @else {
            (rows(html! { @for entry in entries { (row(entry, history)) } }))
        }
    })
}

fn row(entry: &Entry<'_>, history: &History) -> Markup {
    let count = words::capitalised(&words::count(entry.questions.len(), "question", "questions"));
    let below = html! { p.row-snippet { (entry.summary) } };
    let end = Standing::of(entry.questions.iter().copied(), history).meter();
    list_row(html! { (entry.title) }, &entry.href, &[&count, &entry.fact], Some(below), end)
}

/// How far a person is with some questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// How many there are.
    questions: usize,
    /// How many were answered.
    answered: usize,
    /// The sum of the latest scores.
    points: usize,
}

impl Standing {
    /// Counts.
    pub(super) fn of<'q>(questions: impl IntoIterator<Item = &'q Question>, history: &History) -> Self {
        let mut standing = Self::default();
        for question in questions {
            standing.questions += 1;
            if let Some(latest) = history.of(&question.id) {
                standing.answered += 1;
                standing.points += usize::from(latest.score.unwrap_or(0));
            }
        }
        standing
    }

    /// The mean of the latest scores of what was answered.
    fn mean(self) -> Option<u8> {
        u8::try_from(self.points.checked_div(self.answered)?).ok()
    }

    fn meter(self) -> Markup {
        match self.mean() {
            None => mastery(0, "New"),
            Some(score) => {
                let (steps, _) = state_of(Some(Some(score)));
                mastery(steps, &format!("{} of {}", self.answered, self.questions))
            }
        }
    }

    /// In a sentence.
    pub(super) fn sentence(self) -> String {
        match self.mean() {
            None => "You have not answered any of them yet.".to_owned(),
            Some(score) => format!(
                "You have answered {} of {}; your latest answers are {} on average ({score} of 100).",
                words::number(self.answered),
                words::number(self.questions),
                ScoreWord::from_score(score).word().to_lowercase()
            ),
        }
    }
}

/// How many questions there are at each level, in words.
pub(super) fn levels(questions: &[&Question]) -> String {
    let counts = Level::ALL.iter().filter_map(|&level| {
        let count = questions.iter().filter(|question| question.level == level).count();
        (count > 0).then(|| format!("{count} {}", words::level(level).to_lowercase()))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// Rows of questions with how each of them stands.
pub(super) fn question_rows(questions: &[&Question], history: &History) -> Markup {
    rows(html! {
        @for question in questions {
            @let (steps, word) = state_of(history.of(&question.id).map(|latest| latest.score));
            @let topic = question.topics.first().map(words::name).unwrap_or_default();
            @let minutes = words::minutes(question.minutes);
            (list_row(
                html! { (question.prompt) }, &format!("/questions/{}", question.id),
                &[words::level(question.level), &topic, words::kind(question.kind), &minutes],
                None, mastery(steps, word),
            ))
        }
    })
}

/// Questions under a heading for each level, easiest first.
pub(super) fn by_level(questions: &[&Question], history: &History) -> Markup {
    html! {
        @for &level in Level::ALL {
            @let of_level: Vec<&Question> = questions.iter().copied().filter(|question| question.level == level).collect();
            @if !of_level.is_empty() {
                section.stack-s aria-labelledby=(level.as_str()) {
                    h2 id=(level.as_str()) { (words::level(level)) }
                    (question_rows(&of_level, history))
                }
            }
        }
    }
}

/// The buttons of a guide: an interview and a quiz from its questions. `from` is as in the address of both.
pub(super) fn actions(from: &str) -> Markup {
    html! {
        (button_link(Look::Primary, "Interview me on these", &format!("/interviews/new?{from}")))
        (button_link(Look::Plain, "Quick quiz", &format!("/quiz?{from}")))
    }
}
