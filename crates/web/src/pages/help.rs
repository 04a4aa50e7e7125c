//! Help: what is where, how scores come about, all keys.

use axum::Router;
use axum::routing::get;
use maud::{Markup, html};

use crate::pages::shared::shell::Shell;
use crate::state::WebState;
use crate::ui::layout::{Nav, key_list};
use crate::ui::meter::ScoreWord;
use crate::ui::page::page_head;

/// The routes.
pub fn router() -> Router<WebState> {
    Router::new().route("/help", get(show))
}

async fn show(shell: Shell) -> Markup {
    shell.page("Help", Nav::Help).render(html! {
        (page_head(None, "Help", Some(html! { "What is where, how scores come about, and every key." }), None))
        div.column.stack-l {
            (start())
            (scores())
            (data())
            section.stack aria-labelledby="keys" { h2 #keys { "Keys" } (keys()) }
            (programs())
        }
    })
}

fn start() -> Markup {
    html! {
        section.prose aria-labelledby="start" {
            h2 #start { "Where to begin" }
            ul {
                li { a href="/questions" { "Questions" } ": answer one, get notes with the evidence, then open a good answer beside it." }
                li { a href="/interviews/new" { "Interview" } ": Maya asks, follows up on what you left out, and writes notes at the end. You can leave and come back at any time." }
                li { a href="/" { "Today" } ": at most three things to do now, and where you stand." }
                li { a href="/evaluations" { "Your answers" } ": all of them, with their notes." }
            }
        }
    }
}

/// Score words with their range.
const RANGES: [(u8, &str); 5] =
    [(0, "0 to 9"), (10, "10 to 39"), (40, "40 to 64"), (65, "65 to 84"), (85, "85 to 100")];

fn scores() -> Markup {
    html! {
        section.prose aria-labelledby="scores" {
            h2 #scores { "How scores come about" }
            p {
                "Every question has a rubric: five to eight key points, each with a weight, each with many ways to say it. "
                "Your answer is compared with it on this computer. No model reads it, nothing is sent away, and the same answer always gets the same score."
            }
            ul {
                li { strong { "Heard, partly, not heard, contradicted" } ": the verdict on each key point, with a number that leads to your own words." }
                li { strong { "Coverage" } ": how much of the key points' weight was heard." }
                li { strong { "Accuracy" } ": how much of what you claimed is right." }
                li { strong { "Depth" } ": how much of what is expected from mid level on was heard." }
                li { strong { "Structure" } ": whether the statements hang together, the heaviest early." }
                li { strong { "Level" } ": a level is reached when most of what is expected up to it was heard." }
            }
            p { "Words go with numbers: " @for (i, (low, range)) in RANGES.iter().enumerate() {
                @if i > 0 { ", " } strong { (ScoreWord::from_score(*low).word()) } " " span.num.nowrap { (range) }
            } "." }
            p { "Blank, very short, copied or foreign-language answers get no score, and the notes say why. Saying “I don't know” is fine: you get hints instead of a number." }
        }
    }
}

fn data() -> Markup {
    html! {
        section.prose aria-labelledby="data" {
            h2 #data { "Your data" }
            p {
                "Everything is in one file on this computer. " a href="/settings#data" { "Settings" }
                " says where, lets you download all of it, and deletes all of it for good."
            }
        }
    }
}

/// Where, and the keys with what they do.
const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "Everywhere",
        &[
            ("?", "Keys of the page at hand"),
            ("/", "Search the questions"),
            ("Ctrl K", "Go anywhere"),
            ("g t", "Today"),
            ("g q", "Questions"),
            ("g i", "Interview"),
            ("g h", "Past interviews"),
            ("g e", "Settings"),
            ("g a", "API"),
            ("Esc", "Close, or leave the field"),
        ],
    ),
    ("In lists", &[("j", "Next"), ("k", "Previous"), ("Enter", "Open")]),
    (
        "On a question",
        &[
            ("a", "To the answer box, or answer again"),
            ("Ctrl Enter", "Send the answer"),
            ("h", "Next hint"),
            ("o", "Open the next layer"),
            ("Shift o", "Open all layers"),
            ("[", "Previous question"),
            ("]", "Next question"),
        ],
    ),
    (
        "In the interview room",
        &[
            ("r", "Read the question again"),
            ("c", "Ask a clarifying question"),
            ("h", "Take a hint"),
            ("Ctrl Enter", "Finish the answer"),
        ],
    ),
];

/// All keys by place.
pub(crate) fn keys() -> Markup {
    html! {
        div.all-keys {
            @for (place, keys) in KEYS {
                div {
                    h3 { (place) }
                    dl.help-keys { @for (key, what) in *keys { dt { (key_list(key)) } dd { (what) } } }
                }
            }
            p.small.muted { "Keys never fire while you type. Single keys can be switched off in " a href="/settings#shortcuts" { "Settings" } "." }
        }
    }
}

fn programs() -> Markup {
    html! {
        section.prose aria-labelledby="programs" {
            h2 #programs { "For programs" }
            p { "The same use cases speak JSON: see the " a href="/api" { "API" } ". In a terminal, " code { "greenroom interview" } " and " code { "greenroom evaluate" } " do what these pages do." }
        }
    }
}
