//! What the interviewer says about the candidate's own questions: whether it is a good one, and what a good answer
//! from a real interviewer would contain. The same for every tone, because it is advice and not manner.

use crate::Subject;

/// Added to a question that yes or no would answer.
pub(super) const YES_NO: &str = "As you put it, yes or no would answer it; begin with \u{201c}how\u{201d} or \u{201c}what\u{201d} and you hear more.";

/// The comments on a subject: at least two each. Pay is another matter as the first question than as a later one.
pub(super) fn on(subject: Subject, is_first: bool) -> &'static [&'static str] {
    match subject {
        Subject::Team => TEAM,
        Subject::Tech => TECH,
        Subject::Success => SUCCESS,
        Subject::Growth => GROWTH,
        Subject::Product => PRODUCT,
        Subject::Salary if is_first => SALARY_FIRST,
        Subject::Salary => SALARY,
        Subject::Website => WEBSITE,
        Subject::Other => OTHER,
        // Closes the interview instead.
        Subject::Nothing => &[],
    }
}

const TEAM: &[&str] = &[
    "Questions about the team are good ones. A good answer names sizes and roles, how a decision was last made, and one thing that does not work yet.",
    "It is worth asking how people work. Listen for an example from last month instead of adjectives, and for who has the last word.",
];

const TECH: &[&str] = &[
    "A good question for an engineer to ask. A good answer names the parts, says why they were chosen, and admits what hurts.",
    "Asking about the technology shows what you would care for. Listen for how often they deploy, how they learn of a failure, and what they would build differently.",
];

const SUCCESS: &[&str] = &[
    "One of the best questions there is. A good answer says what you would have finished after three months and who would notice.",
    "A strong question, because it makes them picture you at work. Listen for concrete results; vague words mean that nobody has decided yet.",
];

const GROWTH: &[&str] = &[
    "A good question if you mean it. A good answer tells of a person: where they started, what helped, where they are now.",
    "Worth asking. Listen for time and money set aside for learning, and for levels that are written down.",
];

const PRODUCT: &[&str] = &[
    "A good question, because few engineers ask it. A good answer says who pays, what they complain about, and what comes next.",
    "Asking about the product shows that you think past the code. Listen for numbers, and for how a user's problem reaches a developer.",
];

const SALARY_FIRST: &[&str] = &[
    "Pay is a fair subject, but as the first question it speaks of nothing else. Ask about the work first, or leave pay to the recruiter. A good answer is a range, and what moves you within it.",
    "I would not open with pay. Put a question about the team or the work before it. When you ask, a good answer is a range with the parts named.",
];

const SALARY: &[&str] = &[
    "Fair to ask once the work was talked about. A good answer is a range, with the parts named, and when it is looked at again.",
    "At this point it is a reasonable question. Listen for a range and for what decides where in it you start.",
];

const WEBSITE: &[&str] = &[
    "This probably stands on their website, and then the question says that you have not read it. Read first, and ask about something you found there.",
    "You could look that up before the interview. Turn it around: say what you have read, and ask what it means for the team.",
];

const OTHER: &[&str] = &[
    "I cannot place this one. Ask yourself what you would do differently after each possible answer; if nothing, choose another question.",
    "It depends on why you want to know. A good question is about the team, the work, what success means, or how people grow.",
];
