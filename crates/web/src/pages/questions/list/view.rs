//! The list of questions as markup. [`whole`] is the page; [`fragment`] are its parts that a filter changes.

use greenroom_bank::{Facet, Hit};
use greenroom_core::Span;
use maud::{Markup, html};

use super::super::filter::{Part, Sort};
use super::Listed;
use crate::pages::guides;
use crate::pages::shared::words;
use crate::ui::blank::blankslate;
use crate::ui::chips::removable;
use crate::ui::filters::{filter_select, search_field};
use crate::ui::meter::mastery;
use crate::ui::page::{page_head, pager};
use crate::ui::question::{list_row, rows};

/// The whole content of the page.
pub(super) fn whole(listed: &Listed<'_>) -> Markup {
    let lede = format!(
        "{} with rubrics. Answer first, then look.",
        words::count(listed.bank.len(), "question", "questions")
    );
    html! {
        (page_head(None, "Questions", Some(html! { (words::capitalised(&lede)) }), None))
        (guides::kinds(listed.bank, "/questions"))
        form #filters method="get" action="/questions" role="search" aria-label="Questions"
            hx-get="/questions" hx-target="#results" hx-swap="outerHTML" hx-push-url="true" hx-sync="this:replace"
            hx-trigger="submit, input delay:250ms from:#search" {
            (search_field("q", &listed.chosen.filter.text, "Search"))
            (selects(listed, false))
            noscript { button.btn { "Filter" } }
        }
        p #count .muted role="status" { (count(listed)) }
        (results(listed))
    }
}

/// The results, with the counts and the number swapped in beside them.
pub(super) fn fragment(listed: &Listed<'_>) -> Markup {
    html! {
        (results(listed))
        (selects(listed, true))
        p #count .muted role="status" hx-swap-oob="innerHTML" { (count(listed)) }
    }
}

fn selects(listed: &Listed<'_>, is_beside: bool) -> Markup {
    let (facets, filter) = (&listed.found.facets, &listed.chosen.filter);
    let sorts: Vec<(&str, &str)> =
        Sort::ALL.iter().map(|sort| (sort.as_str(), sort.label(listed.chosen.has_words()))).collect();
    html! {
        div #selects .filters hx-swap-oob=[is_beside.then_some("true")] {
            (facet(listed, Part::Level, "level", &facets.levels, |v| (v.as_str(), words::level(*v).to_owned())))
            (facet(listed, Part::Topic, "topic", &facets.topics, |v| (v.as_str(), words::name(v))))
            (facet(listed, Part::Technology, "technology", &facets.technologies, |v| (v.as_str(), words::name(v))))
            (facet(listed, Part::Kind, "kind", &facets.kinds, |v| (v.as_str(), words::kind(*v).to_owned())))
            (filter_select("sort", "Order", &sorts, listed.chosen.sort.as_str()))
            // A topic or technology that the bank does not have is no option above; it stays in force.
            @for (name, value) in unlisted(listed, filter) { input type="hidden" name=(name) value=(value); }
        }
    }
}

fn unlisted<'a>(listed: &Listed<'_>, filter: &'a greenroom_bank::Filter) -> Vec<(&'static str, &'a str)> {
    let facets = &listed.found.facets;
    let topic = filter.topic.iter().filter(|slug| facets.topics.iter().all(|facet| facet.value != **slug));
    let technology =
        filter.technology.iter().filter(|slug| facets.technologies.iter().all(|f| f.value != **slug));
    topic
        .map(|slug| ("topic", slug.as_str()))
        .chain(technology.map(|slug| ("technology", slug.as_str())))
        .collect()
}

/// One filter with the count of each value; the first option takes the filter away.
fn facet<'a, T>(
    listed: &Listed<'_>,
    part: Part,
    name: &str,
    values: &'a [Facet<T>],
    words_of: impl Fn(&'a T) -> (&'a str, String),
) -> Markup {
    let any = format!("Any {} ({})", part.name(), listed.total_without(part));
    let rows: Vec<(&str, String, bool)> = values
        .iter()
        .map(|facet| {
            let (value, label) = words_of(&facet.value);
            (value, format!("{label} ({})", facet.count), facet.is_chosen)
        })
        .collect();
    let chosen = rows.iter().find(|(_, _, is_chosen)| *is_chosen).map_or("", |(value, _, _)| value);
    let mut options = vec![("", any.as_str())];
    options.extend(rows.iter().map(|(value, label, _)| (*value, label.as_str())));
    filter_select(name, &words::capitalised(part.name()), &options, chosen)
}

/// How many there are, in words, and in which order.
fn count(listed: &Listed<'_>) -> String {
    let total = listed.found.total;
    let order = listed.chosen.sort.label(listed.chosen.has_words()).to_lowercase();
    match total {
        0 => "No questions".to_owned(),
        1 => "One question".to_owned(),
        _ => {
            let many = words::capitalised(&words::number(total));
            let all = if total == listed.bank.len() { "All " } else { "" };
            if all.is_empty() {
                format!("{many} questions, {order}")
            } else {
                format!("All {total} questions, {order}")
            }
        }
    }
}

fn results(listed: &Listed<'_>) -> Markup {
    html! {
        div #results {
            (active(listed))
            @if listed.found.total == 0 {
                (nothing(listed))
            } @else {
                (rows(html! { @for hit in listed.shown() { (row(listed, hit)) } }))
                (turn(listed))
            }
        }
    }
}

fn active(listed: &Listed<'_>) -> Markup {
    html! {
        @if !listed.without.is_empty() {
            div.active-filters {
                @for (part, words, _) in &listed.without {
                    (removable(words, &listed.chosen.without(*part).at("/questions")))
                }
                a.small href="/questions" { "Clear all" }
            }
        }
    }
}

/// Nothing was found: which filter to drop, and how many hits that gives.
fn nothing(listed: &Listed<'_>) -> Markup {
    let all: Vec<&str> = listed.without.iter().map(|(_, words, _)| words.as_str()).collect();
    let title = if all.is_empty() {
        "No questions yet.".to_owned()
    } else {
        format!("No question matches {}.", all.join(", "))
    };
    let best = listed.without.iter().max_by_key(|(_, _, total)| *total).filter(|(_, _, total)| *total > 0);
    match best {
        Some((part, words, total)) => {
            let action =
                format!("Remove the {} ({})", part_words(*part), words::count(*total, "result", "results"));
            let href = listed.chosen.without(*part).at("/questions");
            let reason = format!(
                "Without {words} there {} {}.",
                if *total == 1 { "is" } else { "are" },
                words::number(*total)
            );
            blankslate(&title, &reason, Some((&action, &href)), Some(("Show all questions", "/questions")))
        }
        None if all.is_empty() => blankslate(
            &title,
            "This program runs without content. Start it without --content, or put questions there.",
            None,
            None,
        ),
        None => blankslate(
            &title,
            "More than one of these stands in the way.",
            Some(("Show all questions", "/questions")),
            None,
        ),
    }
}

fn part_words(part: Part) -> &'static str {
    match part {
        Part::Text => "search words",
        Part::Level => "level filter",
        Part::Topic => "topic filter",
        Part::Technology => "technology filter",
        Part::Kind => "kind filter",
    }
}

fn row(listed: &Listed<'_>, hit: &Hit<'_>) -> Markup {
    let question = hit.question;
    let latest = listed.history.of(&question.id);
    let (steps, word) = super::state_of(latest.map(|latest| latest.score));
    let href = listed.chosen.on_page(1).at(&format!("/questions/{}", question.id));
    let topic = question.topics.first().map(words::name).unwrap_or_default();
    let minutes = words::minutes(question.minutes);
    let mut meta =
        vec![words::level(question.level), topic.as_str(), words::kind(question.kind), minutes.as_str()];
    if !question.practicals.is_empty() {
        meta.push("has a lab");
    }
    let snippet = hit.snippet.as_ref().filter(|_| hit.prompt_marks.is_empty()).map(|snippet| {
        html! {
            p.row-snippet {
                "In the answer: " @if snippet.is_cut_before { "… " }
                (marked(&snippet.text, &snippet.marks))
                @if snippet.is_cut_after { " …" }
            }
        }
    });
    list_row(marked(&question.prompt, &hit.prompt_marks), &href, &meta, snippet, mastery(steps, word))
}

/// The text with the words that were looked for marked.
fn marked(text: &str, marks: &[Span]) -> Markup {
    let mut at = 0;
    let mut pieces: Vec<(&str, bool)> = Vec::with_capacity(marks.len() * 2 + 1);
    for mark in marks.iter().filter(|mark| mark.quote(text).is_some()) {
        if mark.start < at {
            continue;
        }
        pieces.push((text.get(at..mark.start).unwrap_or_default(), false));
        pieces.push((mark.quote(text).unwrap_or_default(), true));
        at = mark.end;
    }
    pieces.push((text.get(at..).unwrap_or_default(), false));
    html! { @for (piece, is_hit) in pieces { @if is_hit { mark.hit { (piece) } } @else { (piece) } } }
}

/// To the pages before and after.
fn turn(listed: &Listed<'_>) -> Markup {
    let (page, total) = (listed.chosen.page, listed.found.total);
    let before = (page > 1).then(|| listed.chosen.on_page(page - 1).at("/questions"));
    let left = total.saturating_sub(page * super::PAGE);
    let after = (left > 0).then(|| {
        (format!("Next {}", left.min(super::PAGE)), listed.chosen.on_page(page + 1).at("/questions"))
    });
    html! {
        @if before.is_some() || after.is_some() {
            (pager(
                before.as_deref().map(|href| ("Previous", href)),
                after.as_ref().map(|(label, href)| (label.as_str(), href.as_str())),
            ))
        }
    }
}
