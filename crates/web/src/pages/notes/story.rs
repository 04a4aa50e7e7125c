//! Durations and scores in words.

use greenroom_app::interview::QuestionNotes;
use greenroom_core::Millis;

use crate::pages::shared::words;
use crate::ui::meter::ScoreWord;

/// A length of time: "40 s", "4 min 10 s", "1 h 5 min".
pub(super) fn duration(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes, rest) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, 0) => words::minutes(minutes),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, 0, _) => format!("{hours} h"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

/// A length of time in minutes, at least one.
pub(super) fn minutes(time: Millis) -> String {
    duration((time.secs().max(30) + 30) / 60 * 60)
}

/// "Solid 68", "Skipped", "Not scored".
pub(super) fn score(one: &QuestionNotes) -> String {
    match one.asked.score() {
        Some(score) => format!("{} {score}", ScoreWord::from_score(score).word()),
        None if one.evaluation.is_none() => "Skipped".to_owned(),
        None => "Not scored".to_owned(),
    }
}

/// What hints took from the score, in words; `None` if there were none.
pub(super) fn hints(one: &QuestionNotes) -> Option<String> {
    let taken = one.asked.hints_taken;
    if taken == 0 {
        return None;
    }
    let hints = words::capitalised(&words::count(taken.into(), "hint", "hints"));
    let cost = one.asked.hint_cost();
    Some(match (one.asked.raw_score, one.asked.score()) {
        (Some(raw), Some(score)) => {
            format!("{hints} taken: {raw} for the answer, {cost} off, {score} in all.")
        }
        _ => format!("{hints} taken, {cost} points."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        let said: Vec<String> = [0, 40, 60, 250, 3600, 3900].into_iter().map(duration).collect();
        assert_eq!(said, ["0 s", "40 s", "1 min", "4 min 10 s", "1 h", "1 h 5 min"]);
        assert_eq!(minutes(Millis(1)), "1 min");
        assert_eq!(minutes(Millis(89_000)), "1 min");
        assert_eq!(minutes(Millis(91_000)), "2 min");
    }
}
