//! Which words a statement dismisses: "tests are not needed", "there is no point in a timeout", "a key would be useless".
//!
//! A negation reaches forward only (see [`crate::polarity`]); a dismissal also reaches back to what it is said of.

use crate::polarity::in_condition;
use crate::text::Token;
use crate::words::Language;

/// How many content words a dismissal reaches over, to each side.
const REACH: usize = 4;

/// Words that dismiss by themselves.
const DISMISSING: &[&str] = &[
    "unnecessary",
    "needless",
    "unneeded",
    "pointless",
    "useless",
    "superfluous",
    "irrelevant",
    "unimportant",
    "worthless",
    "overkill",
    "overrated",
];

/// Words that dismiss behind a negator.
const NEEDED: &[&str] = &[
    "need",
    "needed",
    "needs",
    "necessary",
    "required",
    "require",
    "requires",
    "important",
    "useful",
    "relevant",
    "matter",
    "matters",
    "helpful",
    "worth",
    "point",
    "sense",
    "mandatory",
    "essential",
    "reason",
    "benefit",
];

/// Words after which a dismissal goes on to what it dismisses: "no need to ...".
const LEADS_ON: &[&str] = &["to", "for", "of", "that", "in"];

/// Marks each word that a statement dismisses.
pub(crate) fn mark_dismissals(language: &Language, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let Some(from) = dismissal_at(language, tokens, at) else { continue };
        if in_condition(language, tokens, from) {
            continue;
        }
        mark_back(tokens, from, at);
        mark_ahead(tokens, at);
    }
}

/// Where the dismissal begins whose last word stands at `at`, if one does.
fn dismissal_at(language: &Language, tokens: &[Token], at: usize) -> Option<usize> {
    let clause = tokens[at].clause;
    let negator = (1..=3)
        .map_while(|back| at.checked_sub(back))
        .take_while(|&place| tokens[place].clause == clause)
        .find(|&place| language.is_negator(&tokens[place].word));
    let word = tokens[at].word.as_str();
    if DISMISSING.contains(&word) {
        return negator.is_none().then_some(at);
    }
    if !NEEDED.contains(&word) {
        return None;
    }
    let negator = negator?;
    let between = &tokens[negator + 1..at];
    // "No matter which" dismisses nothing.
    if word == "matter" && tokens[negator].word == "no" {
        return None;
    }
    between.iter().all(|token| token.is_function).then_some(negator)
}

fn mark_back(tokens: &mut [Token], from: usize, at: usize) {
    let clause = tokens[from].clause;
    let mut reached = 0;
    for token in tokens[..from].iter_mut().rev().take_while(|token| token.clause == clause) {
        token.dismissed_by = Some(at);
        reached += usize::from(!token.is_function);
        if reached == REACH {
            return;
        }
    }
}

fn mark_ahead(tokens: &mut [Token], at: usize) {
    let clause = tokens[at].clause;
    // "It does not matter where": what follows is not dismissed, only any choice of it will do.
    let is_choice = matches!(tokens[at].word.as_str(), "matter" | "matters");
    if is_choice || !tokens.get(at + 1).is_some_and(|next| LEADS_ON.contains(&next.word.as_str())) {
        return;
    }
    let mut reached = 0;
    for token in tokens[at + 1..].iter_mut().take_while(|token| token.clause == clause) {
        token.dismissed_by = Some(at);
        reached += usize::from(!token.is_function);
        if reached == REACH {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::glossary::Glossary;
    use crate::text::Reader;

    fn dismissed(text: &str) -> Vec<String> {
        let read = Reader::new(&Glossary::default()).read(text);
        read.tokens
            .into_iter()
            .filter(|t| t.dismissed_by.is_some() && !t.is_function)
            .map(|t| t.word)
            .collect()
    }

    #[test]
    fn what_is_not_needed_is_dismissed_on_both_sides() {
        assert_eq!(
            dismissed("Health checks aren't needed: a dead server answers anyway"),
            ["health", "checks"]
        );
        assert_eq!(dismissed("there is no point in testing restores"), ["testing", "restores"]);
        assert_eq!(dismissed("backups are useless"), ["backups"]);
    }

    #[test]
    fn what_is_not_useless_is_not_dismissed() {
        assert_eq!(dismissed("a timeout is not useless"), Vec::<String>::new());
        assert_eq!(dismissed("if a lock is not needed, leave it"), Vec::<String>::new());
        assert_eq!(dismissed("the browser sends it no matter which site asks"), Vec::<String>::new());
        assert_eq!(dismissed("the server needs a timeout"), Vec::<String>::new());
    }
}
