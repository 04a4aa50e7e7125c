//! "What are you preparing for?": asked once, after the first answer, and answered with one click.

use greenroom_core::Bar;
use maud::{Markup, html};

/// The question with its choices. Each choice and Skip are buttons of one size, so that one click is enough; the date is
/// optional and stands above them. `heading` is the id of its heading, unique on the page.
pub fn aim_form(heading: &str) -> Markup {
    html! {
        section.aim aria-labelledby=(heading) {
            h2 id=(heading) { "What are you preparing for?" }
            p.muted { "It sets the level your answers are measured against, and today's call sheet. Kept on this computer; change it any time in Settings." }
            form method="post" action="/settings/aim" {
                div.field {
                    label.label for="aim-date" { "Date of the interview" }
                    p.help id="aim-date-help" { "Leave it empty if there is none yet." }
                    input.input #aim-date type="date" name="interview_date" aria-describedby="aim-date-help";
                }
                div.aim-choices {
                    @for (bar, label, note) in CHOICES {
                        button.btn type="submit" name="bar" value=(bar.map_or("none", Bar::as_str)) {
                            span { strong { (label) } span.small { (note) } }
                        }
                    }
                    button.btn type="submit" name="bar" value="skip" formnovalidate { span { strong { "Skip" } span.small { "decide later" } } }
                }
            }
        }
    }
}

/// Value, label, note of each choice.
const CHOICES: [(Option<Bar>, &str, &str); 4] = [
    (Some(Bar::Junior), "Backend junior", "first two years"),
    (Some(Bar::Mid), "Backend mid", "owns a service"),
    (Some(Bar::Senior), "Backend senior", "owns a system"),
    (None, "Just curious", "no level in mind"),
];
