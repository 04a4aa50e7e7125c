//! All that the interviewer says. The wordings stand in one file per tone; here one of them is chosen and filled in.
//!
//! Rules for whoever writes lines: short, specific, human; no exclamation marks; never gushing, never scolding; never a
//! judgement of the answer, which is the notes' job; a greeting only in `greeting`.

use std::collections::BTreeMap;

use greenroom_core::{Bar, Slug};

use crate::{OwnQuestion, Plan, Subject, Tone};

mod advice;
mod demanding;
mod neutral;
mod warm;

/// The interviewer's name.
pub const INTERVIEWER: &str = "Maya";

/// Declares the occasions on which the interviewer speaks: one enum value and one list of wordings for each.
macro_rules! cues {
    ($($(#[$doc:meta])* $cue:ident $field:ident),* $(,)?) => {
        /// An occasion on which the interviewer speaks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Cue { $($(#[$doc])* $cue),* }

        /// The wordings of one tone: for each occasion several that say the same.
        pub(crate) struct Wordings { $(pub(crate) $field: &'static [&'static str]),* }

        impl Cue {
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$cue),*];

            fn of(self, wordings: &Wordings) -> &'static [&'static str] {
                match self { $(Self::$cue => wordings.$field),* }
            }
        }
    };
}

cues! {
    /// `{role}`, `{bar}`, `{questions}`, `{minutes}`.
    Greeting greeting,
    /// Before the first question: `{topic}`.
    First first,
    /// Before a further question: `{topic}`.
    Further further,
    /// Before a question about the candidate's own work.
    Story story,
    /// Before a question that is harder than planned: `{topic}`.
    Harder harder,
    /// Before the last question: `{topic}`.
    Last last,
    /// After an answer, before something else.
    Thanks thanks,
    /// After a skip, before something else.
    Passed passed,
    /// After an "I don't know", before something else.
    NotKnown not_known,
    /// Before a follow-up.
    FollowUp follow_up,
    /// Before a follow-up, with what was heard: `{gist}`.
    Quoted quoted,
    /// Before a follow-up to a key point that was half said.
    Partial partial,
    /// Before a follow-up to a key point that was contradicted.
    Doubt doubt,
    /// Instead of a follow-up, if nothing could be scored: `{topic}`.
    SayMore say_more,
    /// Beside the hint button: `{cost}`.
    HintOffer hint_offer,
    /// Beside the hint button, once hints have cost the most they can.
    HintOfferFree hint_offer_free,
    /// Before the first hint: `{cost}`.
    Hint hint,
    /// Before a further hint: `{cost}`, `{total}`.
    HintAgain hint_again,
    /// Before a hint that costs nothing more: `{total}`.
    HintFree hint_free,
    /// Before a clarification.
    Clarify clarify,
    /// When the soft limit has passed.
    TimeUp time_up,
    /// After a pause in the middle of the questions: `{number}`.
    Back back,
    /// After a pause elsewhere.
    BackElsewhere back_elsewhere,
    /// When all questions were asked.
    Invite invite,
    /// Before the first comment on a question of the candidate: a program has no company.
    NoCompany no_company,
    /// Before further comments.
    NoCompanyAgain no_company_again,
    /// The end, with notes: `{answered}`.
    Closing closing,
    /// The end, with notes, if the candidate had no questions.
    ClosingUnasked closing_unasked,
    /// The end before all questions were asked, with notes: `{answered}`.
    ClosingEarly closing_early,
    /// The end without any answer, so without notes.
    ClosingEmpty closing_empty,
}

fn wordings(tone: Tone) -> &'static Wordings {
    match tone {
        Tone::Warm => &warm::WORDINGS,
        Tone::Neutral => &neutral::WORDINGS,
        Tone::Demanding => &demanding::WORDINGS,
    }
}

/// What the interviewer remembers of her own words, so that she never says a line twice in a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Voice {
    last_wording: BTreeMap<Cue, usize>,
    last_advice: BTreeMap<Subject, usize>,
    lines_said: u64,
}

impl Voice {
    /// One wording for the occasion, other than the last one, with its slots filled in.
    pub(crate) fn say(&mut self, plan: &Plan, cue: Cue, slots: &[(&str, &str)]) -> String {
        let lines = cue.of(wordings(plan.tone));
        self.lines_said += 1;
        let wanted = scatter(plan.seed, self.lines_said);
        let chosen = other_than(self.last_wording.get(&cue).copied(), wanted, lines.len());
        self.last_wording.insert(cue, chosen);
        fill(lines.get(chosen).copied().unwrap_or_default(), slots)
    }

    /// The comment on a question of the candidate.
    pub(crate) fn comment(&mut self, plan: &Plan, asked: &OwnQuestion, is_first: bool) -> String {
        let opening = self.say(plan, if is_first { Cue::NoCompany } else { Cue::NoCompanyAgain }, &[]);
        let lines = advice::on(asked.subject, is_first);
        let last = self.last_advice.get(&asked.subject).copied();
        let chosen = other_than(last, scatter(plan.seed, self.lines_said), lines.len());
        self.last_advice.insert(asked.subject, chosen);
        let advice = lines.get(chosen).copied().unwrap_or_default();
        let form = if asked.is_yes_no { advice::YES_NO } else { "" };
        join(&[&opening, advice, form])
    }
}

/// What the interviewer says beside the hint button.
pub(crate) fn hint_offer(plan: &Plan, turn: u32, hint: u8, cost: u8) -> String {
    let cue = if cost == 0 { Cue::HintOfferFree } else { Cue::HintOffer };
    let lines = cue.of(wordings(plan.tone));
    // The next hint's offer is worded differently from this one's.
    let wanted = scatter(plan.seed, u64::from(turn)).wrapping_add(u64::from(hint));
    let chosen = other_than(None, wanted, lines.len());
    fill(lines.get(chosen).copied().unwrap_or_default(), &[("cost", &points(cost))])
}

/// Puts sentences together, leaving out empty ones.
pub(crate) fn join(parts: &[&str]) -> String {
    let said: Vec<_> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    said.join(" ")
}

/// `1 point`, `5 points`.
pub(crate) fn points(count: u8) -> String {
    counted(usize::from(count), "point")
}

/// `1 question`, `5 questions`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The level as said: `mid level`.
pub(crate) fn level(bar: Bar) -> String {
    format!("{bar} level")
}

/// The topic as said in the middle of a sentence: `api-design` becomes `API design`.
pub(crate) fn topic(slug: &Slug) -> String {
    const NAMES: &[&str] = &[
        "API", "APIs", "HTTP", "SQL", "NoSQL", "TCP", "TLS", "DNS", "gRPC", "GraphQL", "JWT", "OAuth", "CI",
        "CD", "ORM",
    ];
    let words = slug.words();
    let named = |word: &str| {
        let name = NAMES.iter().find(|name| name.eq_ignore_ascii_case(word));
        name.map_or_else(|| word.to_owned(), |name| (*name).to_owned())
    };
    words.split(' ').map(named).collect::<Vec<_>>().join(" ")
}

/// A number that looks random and is the same for the same seed and count.
///
/// # Source
/// The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
fn scatter(seed: u64, count: u64) -> u64 {
    let mut z = seed.wrapping_add(count.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A place in a list of `length`, the next one if it would be the last one again.
fn other_than(last: Option<usize>, wanted: u64, length: usize) -> usize {
    let length = length.max(1);
    let chosen = usize::try_from(wanted % length as u64).unwrap_or(0);
    if last == Some(chosen) { (chosen + 1) % length } else { chosen }
}

/// Fills `{slot}`s in one pass, so that a brace in what is filled in stays a brace.
fn fill(line: &str, slots: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(line.len() + 32);
    let mut rest = line;
    while let Some((before, from)) = rest.split_once('{') {
        let (slot, behind) = from.split_once('}').unwrap_or((from, ""));
        filled.push_str(before);
        if let Some((_, value)) = slots.iter().find(|(name, _)| *name == slot) {
            filled.push_str(value);
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests;
