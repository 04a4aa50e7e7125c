//! The footer of the room and the panels that open over it.

use greenroom_interview::{HINT_COST, HINT_COST_MAX, Interview, Phase, Turn};
use maud::{Markup, html};

use super::kept::Trouble;
use super::view::{CLARIFY, FORM, LEAVE, View};
use crate::pages::interviews::{delete_href, notes_href, room_href};
use crate::pages::shared::words;
use crate::ui::icons::{self, icon};
use crate::ui::room::{finish_button, opener, room_foot, room_popover, side_button};

/// The footer of the phase.
pub(super) fn foot(view: &View<'_>) -> Markup {
    let interview = view.interview();
    match interview.phase() {
        Phase::Greeting => room_foot(finish_button(FORM, "begin", "I'm ready"), "Nobody else is listening."),
        Phase::Asking => match interview.current_turn() {
            Some(turn) if turn.is_open() => asking(interview, turn),
            _ => room_foot(html! { a.btn.btn-primary href=(room_href(&view.room.id)) { "Look again" } }, ""),
        },
        Phase::CandidatesQuestions => own_questions(interview),
        Phase::Left => paused(),
        Phase::Closed | Phase::EndedEarly => over(view),
    }
}

fn asking(interview: &Interview, turn: &Turn) -> Markup {
    let can_clarify = turn.clarifications.len() < Turn::CLARIFICATIONS_MAX;
    let buttons = html! {
        (finish_button(FORM, "answer", "Finish answer"))
        @if can_clarify {
            (opener(CLARIFY, icons::MESSAGE_CIRCLE_QUESTION_MARK, "c", html! {
                span.wide-only { "Ask a clarifying question" } span.narrow-only { "Clarify" }
            }))
        }
        @if let Some(cost) = next_cost(interview, turn) {
            (side_button(FORM, "hint", icons::LIGHTBULB, Some("h"), html! {
                span { "Hint" span.num { @if cost > 0 { " \u{2212}" (cost) } @else { ", free" } } }
                @if cost > 0 { span.vh { " points" } }
            }))
        }
        (side_button(FORM, "skip", icons::ARROW_RIGHT, None, html! { "Skip" }))
    };
    room_foot(buttons, &hint_note(interview, turn))
}

/// What the next hint costs; `None` if there is none.
fn next_cost(interview: &Interview, turn: &Turn) -> Option<u8> {
    interview.next_hint()?;
    Some(HINT_COST.min(HINT_COST_MAX.saturating_sub(interview.hint_cost(&turn.question))))
}

/// What hints have cost so far, and what the next one would.
fn hint_note(interview: &Interview, turn: &Turn) -> String {
    let taken = interview.question(&turn.question).map_or(0, |asked| asked.hints_taken);
    let cost = interview.hint_cost(&turn.question);
    let so_far = match taken {
        0 => String::new(),
        _ => format!(
            "{} taken, {cost} points off. ",
            words::capitalised(&words::count(taken.into(), "hint", "hints"))
        ),
    };
    let offer = interview.hint_offer().unwrap_or_else(|| match taken {
        0 => String::new(),
        _ => "There are no more.".to_owned(),
    });
    format!("{so_far}{offer}").trim().to_owned()
}

fn own_questions(interview: &Interview) -> Markup {
    let can_ask = interview.own_questions().len() < Interview::OWN_QUESTIONS_MAX;
    let buttons = html! {
        @if can_ask {
            (finish_button(FORM, "ask", "Ask"))
            (side_button(FORM, "finish", icons::CHECK, None, html! { "No more questions" }))
        } @else { (finish_button(FORM, "finish", "Finish")) }
    };
    room_foot(buttons, "Then your notes are ready.")
}

fn paused() -> Markup {
    let buttons = html! {
        (finish_button(FORM, "resume", "Go on"))
        button.btn.btn-quiet type="button" popovertarget=(LEAVE) { "End the interview" }
        a.btn.btn-quiet href="/" { "Today" }
    };
    room_foot(buttons, "")
}

fn over(view: &View<'_>) -> Markup {
    let has_notes = view.interview().questions_answered() > 0;
    let buttons = html! {
        @if has_notes {
            a.btn.btn-primary href=(notes_href(&view.room.id)) { (icon(icons::FILE_TEXT)) "Read your notes" }
            a.btn href="/interviews/new" { "Take another" }
        } @else {
            a.btn.btn-primary href="/interviews/new" { "Take another" }
            a.btn.btn-quiet href=(delete_href(&view.room.id)) { "Delete this one" }
        }
        a.btn.btn-quiet href="/" { "Today" }
    };
    room_foot(buttons, "")
}

/// The panel in which a candidate asks what the question means.
pub(super) fn clarify_panel(view: &View<'_>, turn: &Turn) -> Markup {
    if turn.clarifications.len() >= Turn::CLARIFICATIONS_MAX {
        return html! {};
    }
    let error = match &view.kept.trouble {
        Some(Trouble::Clarification(message)) => Some(message.as_str()),
        _ => None,
    };
    room_popover(
        CLARIFY,
        "Ask a clarifying question",
        error.is_some(),
        html! {
            div.field {
                label.label for="clarification" { "What is unclear?" }
                p.help #clarification-help { "It costs nothing. You hear the scope of the question, never its answer." }
                input.input #clarification name="clarification" type="text" form=(FORM) value=(view.kept.clarification)
                    maxlength=(Interview::QUESTION_MAX) autocomplete="off" autofocus
                    placeholder="Should I assume one server or many?"
                    aria-describedby={ "clarification-help" @if error.is_some() { " clarification-error" } }
                    aria-invalid=[error.map(|_| "true")];
                @if let Some(error) = error { p.error #clarification-error { (error) } }
            }
            div.cluster {
                button.btn.btn-primary type="submit" form=(FORM) name="do" value="clarify" formnovalidate { "Ask" }
                button.btn.btn-quiet type="button" popovertarget=(CLARIFY) popovertargetaction="hide" { "Back to my answer" }
            }
        },
    )
}

/// The panel with the two ways out: for now, or for good.
pub(super) fn leave_panel(view: &View<'_>) -> Markup {
    let interview = view.interview();
    let answered = interview.questions_answered();
    let is_away = interview.phase() == Phase::Left;
    room_popover(
        LEAVE,
        if is_away { "End the interview?" } else { "Leave the room" },
        false,
        html! {
            @if !is_away {
                div.exit {
                    p { "Everything is kept, also what you are typing. The clock stops until you come back." }
                    button.btn.btn-primary type="submit" form=(FORM) name="do" value="leave" formnovalidate { "Leave for now" }
                }
            }
            div.exit {
                p {
                    @if answered == 0 { "Ending it now leaves nothing to write notes on." }
                    @else { "Ending it is final. Your notes will cover " (words::count(answered, "answered question", "answered questions")) "." }
                }
                button.btn type="submit" form=(FORM) name="do" value="end" formnovalidate { "End the interview" }
            }
            button.btn.btn-quiet type="button" popovertarget=(LEAVE) popovertargetaction="hide" { "Stay" }
        },
    )
}
