//! Moments in words. Days are those of UTC: the server does not know the visitor's time zone.

use greenroom_core::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use maud::{Markup, html};

/// The day of a moment.
pub fn day(at: Timestamp) -> Date {
    zoned(at).date()
}

fn zoned(at: Timestamp) -> jiff::Zoned {
    jiff::Timestamp::from_millisecond(at.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_zoned(TimeZone::UTC)
}

/// How many days from one day to a later one; negative if it is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// "today", "yesterday", "Tuesday" (within six days), "3 Nov", "3 Nov 2025" (another year).
pub fn day_words(at: Timestamp, now: Timestamp) -> String {
    let (then, today) = (day(at), day(now));
    match days_between(then, today) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => weekday(then).to_owned(),
        _ if then.year() == today.year() => then.strftime("%-d %b").to_string(),
        _ => then.strftime("%-d %b %Y").to_string(),
    }
}

/// The day in words, as an element that carries the exact moment.
pub fn when(at: Timestamp, now: Timestamp) -> Markup {
    let exact = zoned(at);
    html! {
        time datetime=(exact.timestamp()) title=(exact.strftime("%-d %b %Y, %H:%M UTC")) { (day_words(at, now)) }
    }
}

/// "Friday 27 November".
pub fn long(at: Timestamp) -> String {
    day(at).strftime("%A %-d %B").to_string()
}

/// "3 November 2026", of a date written as year-month-day; the text itself if it is none.
pub fn written(date: &str) -> String {
    parse(date).map_or_else(|| date.to_owned(), |date| date.strftime("%-d %B %Y").to_string())
}

/// Reads a date written as year-month-day.
pub fn parse(date: &str) -> Option<Date> {
    date.parse().ok()
}

/// The name of a day of the week.
pub fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The seven days of the week of a moment, Monday first.
pub fn week(now: Timestamp) -> Vec<Date> {
    let today = day(now);
    let back = today.weekday().to_monday_zero_offset();
    (0..7).filter_map(|i| today.checked_add(jiff::Span::new().days(i64::from(i - back))).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        let moment: jiff::Timestamp = text.parse().expect("moment");
        Timestamp::from_millis(moment.as_millisecond())
    }

    #[test]
    fn days_in_words() {
        let now = at("2026-11-25T08:00:00Z");
        for (then, words) in [
            ("2026-11-25T00:00:00Z", "today"),
            ("2026-11-24T23:59:59Z", "yesterday"),
            ("2026-11-22T12:00:00Z", "Sunday"),
            ("2026-11-03T12:00:00Z", "3 Nov"),
            ("2025-11-25T12:00:00Z", "25 Nov 2025"),
        ] {
            assert_eq!(day_words(at(then), now), words, "{then}");
        }
        assert_eq!(long(now), "Wednesday 25 November");
    }

    #[test]
    fn the_week_begins_on_monday() {
        let week = week(at("2026-11-25T08:00:00Z"));
        assert_eq!(week.len(), 7);
        assert_eq!(week[0].to_string(), "2026-11-23");
        assert_eq!(week[6].to_string(), "2026-11-29");
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(written("2026-11-03"), "3 November 2026");
        assert_eq!(written("soon"), "soon");
    }
}
