//! The journey: guide, interview, evaluation, feedback, as one visible line.

use maud::{Markup, html};

/// One stop of the journey.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step<'a> {
    /// What it is: "Guide".
    pub(crate) name: &'a str,
    /// What is there for this person: "20 questions".
    pub(crate) note: &'a str,
    /// Where it is; `None` for one that is not there yet.
    pub(crate) href: Option<&'a str>,
    /// Whether it is behind the person.
    pub(crate) is_done: bool,
    /// Whether the person is there now.
    pub(crate) is_here: bool,
}

/// The line with its four stops.
pub(crate) fn journey(steps: &[Step<'_>; 4]) -> Markup {
    html! {
        nav.journey aria-label="The way through" {
            ol {
                @for step in steps {
                    li aria-current=[step.is_here.then_some("step")] {
                        span.bulb.lit[step.is_here || step.is_done] aria-hidden="true" {}
                        @match step.href {
                            Some(href) if !step.is_here => a href=(href) { (step.name) },
                            _ => strong { (step.name) },
                        }
                        span.small.muted { (step.note) }
                    }
                }
            }
        }
    }
}
