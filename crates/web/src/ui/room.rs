//! The interview room: no rail, one question on stage, a footer that stays.
//!
//! Order in a page with [`super::layout::Chrome::Room`]:
//! `div.room data-room { (room_head) main.room-main #main { (thread) (room_stage) (said) form { (answer_box) } } (room_foot) }`
//!
//! What opens over the room (a clarifying question, leaving) is a `popover` of the page itself, so
//! it opens, closes on Esc and gives the focus back without any script.

use maud::{Markup, html};

use super::bulbs::{clock, lit_of_twelve, mirror, timer};
use super::icons::{self, Icon, icon};

/// How the header lets the visitor out.
#[derive(Clone, Copy, Debug)]
pub enum Exit<'a> {
    /// A button that opens the popover of that id.
    Popover(&'a str),
    /// A plain link, where there is nothing to settle: its words and address.
    Link(&'a str, &'a str),
}

/// The header: name of the session, where it stands, the way out.
pub fn room_head(session: &str, place: &str, exit: Exit<'_>) -> Markup {
    html! {
        header.room-head {
            h1 { (session) }
            p.room-of.num { (place) }
            @match exit {
                Exit::Popover(id) => button.btn.btn-quiet.btn-small type="button" popovertarget=(id) {
                    (icon(icons::LOG_OUT)) "Leave"
                },
                Exit::Link(words, href) => a.btn.btn-quiet.btn-small href=(href) { (words) },
            }
        }
    }
}

/// The clock of the open question.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// Seconds since the question was put, pauses not counted.
    pub elapsed: u32,
    /// Soft limit in seconds.
    pub limit: u32,
}

/// What stands on stage.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// The interviewer's name; empty where it is not she who speaks.
    pub interviewer: &'a str,
    /// Behind the name: "question 2", "follow-up to 3"; or empty.
    pub role: &'a str,
    /// Words that lead to the question, in lighter ink; or empty.
    pub lead: &'a str,
    /// The question, or what the interviewer says.
    pub question: &'a str,
    /// True for something said rather than asked (greeting, closing): it is set a step smaller.
    pub is_line: bool,
    /// The clock; without one the bulbs stand still.
    pub clock: Option<Clock>,
    /// How many bulbs are lit where no clock runs: all while the room is live, none when it is not.
    pub lit: u8,
}

/// The mirror with its bulbs and clock, and the question in large type; `below` stands under it.
pub fn room_stage(stage: &Stage<'_>, below: Markup) -> Markup {
    html! {
        section.room-stage data-current-turn {
            div.room-mirror {
                @match stage.clock {
                    Some(time) => (timer(time.elapsed, Some(time.limit), html! {
                        (mirror(stage.interviewer, lit_of_twelve(time.elapsed, Some(time.limit))))
                        p { (clock(time.elapsed, Some(time.limit))) }
                    })),
                    None => (mirror(stage.interviewer, stage.lit)),
                }
            }
            @if !stage.interviewer.is_empty() {
                p.room-who { strong { (stage.interviewer) } @if !stage.role.is_empty() { ", " (stage.role) } }
            }
            h2.room-q.room-line[stage.is_line] #question tabindex="-1" {
                @if !stage.lead.is_empty() { span.aside { (stage.lead) } " " }
                (stage.question)
            }
            div.room-below { (below) }
        }
    }
}

/// Something said since the question was put.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// A hint: its name ("Hint 1 of 3"), what the interviewer said of its cost, its text.
    Hint(&'a str, &'a str, &'a str),
    /// The candidate's words.
    You(&'a str),
    /// The interviewer's words.
    Interviewer(&'a str),
}

/// What was said since the question was put, in order.
pub fn said(interviewer: &str, lines: &[Said<'_>]) -> Markup {
    html! {
        @if !lines.is_empty() {
            ul.said aria-label="Said since the question" {
                @for line in lines {
                    @match line {
                        Said::Hint(name, cost, text) => li.said-hint {
                            (icon(icons::LIGHTBULB))
                            div { p { strong { (name) ". " } (text) } p.small.muted { (cost) } }
                        },
                        Said::You(text) => (said_by(icons::USER, "You", text)),
                        Said::Interviewer(text) => (said_by(icons::MESSAGE_SQUARE, interviewer, text)),
                    }
                }
            }
        }
    }
}

fn said_by(glyph: Icon, name: &str, text: &str) -> Markup {
    html! { li { (icon(glyph)) p { strong { (name) ": " } (text) } } }
}

/// One earlier turn.
#[derive(Clone, Copy, Debug)]
pub struct Turn<'a> {
    /// "Question" or "Follow-up to".
    pub name: &'a str,
    /// Number of the question.
    pub number: u32,
    /// What was asked.
    pub question: &'a str,
    /// What was answered; empty means skipped.
    pub answer: &'a str,
}

/// Earlier turns, folded away so that the present question leads.
pub fn thread(turns: &[Turn<'_>]) -> Markup {
    html! {
        @if !turns.is_empty() {
            details.thread {
                summary { (turns.len()) @if turns.len() == 1 { " earlier turn" } @else { " earlier turns" } }
                ol {
                    @for turn in turns {
                        li.turn {
                            p.small.muted.num { (turn.name) " " (turn.number) }
                            p.turn-q { (turn.question) }
                            @if turn.answer.is_empty() { p.muted { "Skipped" } } @else { p.turn-a { (turn.answer) } }
                        }
                    }
                }
            }
        }
    }
}

/// The footer: buttons, and at the right what a person should know before pressing one.
pub fn room_foot(buttons: Markup, note: &str) -> Markup {
    html! { footer.room-foot { (buttons) @if !note.is_empty() { p.room-state { (note) } } } }
}

/// The primary button of the footer: it submits the form of that id with `do`; Ctrl+Enter presses it.
pub fn finish_button(form: &str, act: &str, label: &str) -> Markup {
    html! {
        button.btn.btn-primary type="submit" form=(form) name="do" value=(act) data-finish {
            (label) span.key-hint { " " kbd.kbd { "Ctrl ↵" } }
        }
    }
}

/// Another button of the footer. It needs no answer text. `key` is its key in the room.
pub fn side_button(form: &str, act: &str, glyph: Icon, key: Option<&str>, label: Markup) -> Markup {
    html! {
        button.btn type="submit" form=(form) name="do" value=(act) formnovalidate data-key=[key] { (icon(glyph)) (label) }
    }
}

/// A button that opens the popover of that id.
pub fn opener(popover: &str, glyph: Icon, key: &str, label: Markup) -> Markup {
    html! { button.btn type="button" popovertarget=(popover) data-key=(key) { (icon(glyph)) (label) } }
}

/// A panel over the room, at its lower edge. `open` draws it in the flow instead, so that a message
/// inside it is seen without opening anything.
pub fn room_popover(id: &str, title: &str, open: bool, body: Markup) -> Markup {
    html! {
        section.room-pop id=(id) popover[!open] aria-label=(title) {
            h2 { (title) }
            (body)
        }
    }
}
