//! The call sheet: a ruled list with times, the main form of Today.

use maud::{Markup, html};

/// One line of the call sheet.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// How long it takes; 0 for something that has begun and goes on now.
    pub minutes: u32,
    /// What to do, bold.
    pub title: &'a str,
    /// Why this, why now.
    pub why: &'a str,
    /// Words on the button.
    pub action: &'a str,
    /// Where it leads.
    pub href: &'a str,
    /// Already done today.
    pub done: bool,
}

/// Draws the calls in order; only the first one that is not done gets the primary button, and the
/// focus: Enter starts it.
pub fn call_sheet(calls: &[Call<'_>]) -> Markup {
    calls_with(calls, calls.iter().position(|call| !call.done))
}

/// The same where the page has its primary button elsewhere.
pub fn quiet_call_sheet(calls: &[Call<'_>]) -> Markup {
    calls_with(calls, None)
}

fn calls_with(calls: &[Call<'_>], first: Option<usize>) -> Markup {
    html! {
        ol.callsheet {
            @for (i, call) in calls.iter().enumerate() {
                li.call.done[call.done] {
                    @if call.minutes == 0 { p.call-time { "Now" } } @else { p.call-time { (call.minutes) small { "min" } } }
                    div.call-body {
                        h3 { (call.title) }
                        p.call-why { (call.why) }
                    }
                    @if call.done {
                        span.muted { "Done" }
                    } @else {
                        a.btn.btn-primary[first == Some(i)] href=(call.href) data-focus[first == Some(i)] { (call.action) span.vh { ": " (call.title) } }
                    }
                }
            }
        }
    }
}
