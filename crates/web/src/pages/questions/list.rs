//! The list of questions.

mod view;

use axum::response::{IntoResponse, Response};
use greenroom_app::practice::History;
use greenroom_bank::{Bank, Found, Hit};
use http::HeaderName;

use super::filter::{Chosen, Part, Sort};
use crate::pages::shared::shell::Shell;
use crate::ui::layout::{Nav, Page};
use crate::ui::meter::ScoreWord;

/// How many questions a page of the list has.
const PAGE: usize = 50;

/// What was found, with what is needed to show it.
pub(crate) struct Listed<'a> {
    bank: &'a Bank,
    chosen: Chosen,
    found: Found<'a>,
    history: &'a History,
    /// For each part that is set: how many hits there are without it.
    without: Vec<(Part, String, usize)>,
}

impl<'a> Listed<'a> {
    /// Finds and sorts.
    pub(crate) fn of(bank: &'a Bank, history: &'a History, chosen: &Chosen) -> Self {
        let mut found = bank.search(&chosen.filter);
        sort(&mut found.items, chosen.sort, history);
        let without = chosen
            .parts()
            .into_iter()
            .map(|(part, words)| (part, words, bank.search(&chosen.without(part).filter).total))
            .collect();
        let pages = found.total.div_ceil(PAGE).max(1);
        let chosen = chosen.on_page(chosen.page.min(pages));
        Self { bank, chosen, found, history, without }
    }

    /// The hits of the page at hand.
    fn shown(&self) -> &[Hit<'a>] {
        let from = (self.chosen.page.saturating_sub(1) * PAGE).min(self.found.total);
        let to = (from + PAGE).min(self.found.total);
        self.found.items.get(from..to).unwrap_or_default()
    }

    /// How many hits there are without a part; all there are if the part is not set.
    fn total_without(&self, part: Part) -> usize {
        self.without
            .iter()
            .find(|(other, _, _)| *other == part)
            .map_or(self.found.total, |(_, _, total)| *total)
    }
}

/// Sorts hits; of equals, the order of the search stays.
pub(crate) fn sort(hits: &mut [Hit<'_>], by: Sort, history: &History) {
    match by {
        Sort::Usual => {}
        Sort::Hardest => hits.sort_by_key(|hit| std::cmp::Reverse(hit.question.level)),
        Sort::Shortest => hits.sort_by_key(|hit| hit.question.minutes),
        Sort::New => hits.sort_by_key(|hit| history.of(&hit.question.id).is_some()),
        Sort::Weakest => hits.sort_by_key(|hit| match history.of(&hit.question.id) {
            Some(latest) => (0, latest.score.unwrap_or(0)),
            None => (1, 0),
        }),
    }
}

/// How a question stands, in steps of four and a word: "New", "No score", or the word for the latest score.
pub(crate) fn state_of(latest: Option<Option<u8>>) -> (u8, &'static str) {
    match latest {
        None => (0, "New"),
        Some(None) => (0, "No score"),
        Some(Some(score)) => steps(ScoreWord::from_score(score)),
    }
}

fn steps(word: ScoreWord) -> (u8, &'static str) {
    let steps = match word {
        ScoreWord::NotHeard => 0,
        ScoreWord::Thin => 1,
        ScoreWord::Partial => 2,
        ScoreWord::Solid => 3,
        ScoreWord::Strong => 4,
    };
    (steps, word.word())
}

/// Keys of this page.
const KEYS: &[(&str, &str)] =
    &[("/", "Search"), ("j", "Next question"), ("k", "Previous question"), ("Enter", "Open")];

/// The page, or for htmx the parts that a filter changes.
pub(crate) fn respond(shell: &Shell, listed: &Listed<'_>) -> Response {
    if shell.is_fragment {
        let address = listed.chosen.at("/questions");
        let push = (HeaderName::from_static("hx-push-url"), address);
        return ([push], view::fragment(listed)).into_response();
    }
    let page = Page { keys: KEYS, ..shell.page("Questions", Nav::Questions) };
    page.render(view::whole(listed)).into_response()
}
