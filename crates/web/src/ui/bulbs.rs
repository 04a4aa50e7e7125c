//! The bulbs of the dressing-room mirror. Lit always means "live or done now".

use maud::{Markup, html};

/// State of one bulb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bulb {
    /// Practised, or time that is still there.
    Lit,
    /// A chosen rest day (dashed).
    Rest,
    /// Nothing (hollow).
    Out,
}

impl Bulb {
    fn class(self) -> &'static str {
        match self {
            Self::Lit => "bulb lit",
            Self::Rest => "bulb rest",
            Self::Out => "bulb",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Lit => "practised",
            Self::Rest => "rest day",
            Self::Out => "nothing yet",
        }
    }
}

/// One day of the week row.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// Shown under the bulb: "Mo".
    pub short: &'a str,
    /// Read out: "Monday".
    pub name: &'a str,
    /// What happened.
    pub bulb: Bulb,
    /// Whether this is today.
    pub today: bool,
}

/// The week as seven bulbs; each day is named for assistive technology.
pub fn week(days: &[Day<'_>]) -> Markup {
    html! {
        ul.week aria-label="This week" {
            @for day in days {
                li aria-current=[day.today.then_some("date")] {
                    span class=(day.bulb.class()) {}
                    span aria-hidden="true" { (day.short) }
                    span.vh { (day.name) ": " (day.bulb.word()) }
                }
            }
        }
    }
}

/// A decorative row of bulbs, `lit` of `count` lit. Inside `.stage` it sits on the upper edge.
pub fn marquee(count: u8, lit: u8) -> Markup {
    html! {
        div.marquee aria-hidden="true" {
            @for i in 0..count { span class=(if i < lit { "bulb lit" } else { "bulb" }) {} }
        }
    }
}

/// How many of twelve bulbs are lit after `elapsed` of `limit` seconds; all without a limit.
pub fn lit_of_twelve(elapsed: u32, limit: Option<u32>) -> u8 {
    match limit {
        None | Some(0) => 12,
        Some(limit) => {
            let left = limit.saturating_sub(elapsed);
            u8::try_from((u64::from(left) * 12).div_ceil(u64::from(limit))).unwrap_or(12)
        }
    }
}

/// The interviewer's mirror ringed by twelve bulbs. `gr-timer` puts them out one by one.
pub fn mirror(name: &str, lit: u8) -> Markup {
    html! {
        svg.mirror viewBox="0 0 200 200" role="img" aria-label={ (name) ", your interviewer" } {
            clipPath #mirror-glass { circle cx="100" cy="100" r="70" {} }
            circle.glass cx="100" cy="100" r="71" {}
            g clip-path="url(#mirror-glass)" {
                path.hair d="M62 128c-6-52 2-88 38-88s44 36 38 88c-8 6-68 6-76 0z" {}
                path.neck d="M87 108h26v24c0 8-6 13-13 13s-13-5-13-13z" {}
                path.coat d="M36 184c0-34 22-48 50-52 2 8 7 12 14 12s12-4 14-12c28 4 50 18 50 52z" {}
                path.face d="M76 86c0-19 9-30 24-30s24 11 24 30c0 20-11 34-24 34s-24-14-24-34z" {}
                path.hair d="M72 92c-2-26 8-42 28-42s30 16 28 42c-5-5-8-12-10-19-12 1-24-2-30-8-3 12-9 20-16 27z" {}
                path.sheen d="M20 60 90 20h40L30 160z" {}
            }
            @for i in 0..12u8 { (ring_bulb(i, i < lit)) }
        }
    }
}

/// One bulb of the ring, clockwise from the top.
fn ring_bulb(i: u8, lit: bool) -> Markup {
    let angle = f64::from(i) * std::f64::consts::PI / 6.0;
    let x = format!("{:.1}", 100.0 + 90.0 * angle.sin());
    let y = format!("{:.1}", 100.0 - 90.0 * angle.cos());
    html! {
        circle.halo cx=(x) cy=(y) r="11" {}
        circle.b.lit[lit] cx=(x) cy=(y) r="6.5" data-bulb {}
    }
}

/// Digits of the clock; `gr-timer` around it keeps them moving. Without script they stand still.
pub fn clock(elapsed: u32, limit: Option<u32>) -> Markup {
    let (seconds, word) = match limit.filter(|l| *l > 0) {
        None => (elapsed, "so far"),
        Some(limit) if elapsed <= limit => (limit - elapsed, "left"),
        Some(limit) => (elapsed - limit, "over"),
    };
    html! {
        span.clock role="timer" aria-live="off" {
            span data-timer-digits { (seconds / 60) ":" (format!("{:02}", seconds % 60)) }
            " " span.small data-timer-word { (word) }
        }
    }
}

/// The element that `timer.js` brings to life. A limit warns and then counts up; it never cuts.
pub fn timer(elapsed: u32, limit: Option<u32>, inner: Markup) -> Markup {
    html! { gr-timer data-elapsed=(elapsed) data-limit=[limit] { (inner) } }
}
