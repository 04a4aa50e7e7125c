//! The candidate's own questions, sorted by simple rules so that the interviewer can say something useful about them.

use greenroom_core::Timestamp;

use greenroom_core::words;

/// What a question of the candidate is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The people, how they work and how they decide.
    Team,
    /// The stack, the architecture, operations.
    Tech,
    /// What is expected and how it is measured.
    Success,
    /// Learning and promotion.
    Growth,
    /// The product, its users, the business.
    Product,
    /// Pay, benefits, holidays.
    Salary,
    /// A fact that stands on the website.
    Website,
    /// None of these.
    Other,
    /// Not a question: the candidate has none.
    Nothing,
}

words!(Subject {
    Team => "team",
    Tech => "tech",
    Success => "success",
    Growth => "growth",
    Product => "product",
    Salary => "salary",
    Website => "website",
    Other => "other",
    Nothing => "nothing",
});

/// A question that the candidate has asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion {
    /// The text as it came.
    pub text: String,
    /// When it was asked.
    pub at: Timestamp,
    /// What it is about.
    pub subject: Subject,
    /// Whether yes or no would answer it.
    pub is_yes_no: bool,
}

/// The words that decide, in the order in which subjects are tried: the narrow ones first. A phrase with a space is
/// looked for as such, a word ending in `*` by its beginning.
const MARKS: &[(Subject, &[&str])] = &[
    (
        Subject::Salary,
        &[
            "salar*",
            "pay",
            "paid",
            "compensation",
            "bonus*",
            "equity",
            "stock",
            "benefits",
            "vacation*",
            "holiday*",
            "perks",
            "money",
        ],
    ),
    (
        Subject::Website,
        &[
            "what does your company do",
            "what does the company do",
            "what do you do as a company",
            "founded",
            "how old is the company",
            "where is the office",
            "where are you based",
            "where is the company",
            "how many employees",
            "how big is the company",
            "headquarter*",
            "who is the ceo",
            "who are your customers",
        ],
    ),
    (
        Subject::Growth,
        &[
            "grow",
            "growth",
            "career*",
            "promot*",
            "learn*",
            "mentor*",
            "training",
            "conference*",
            "develop myself",
            "next level",
        ],
    ),
    (
        Subject::Success,
        &[
            "success*",
            "first month*",
            "first 30",
            "first 90",
            "90 days",
            "30 days",
            "three months",
            "six months",
            "expect*",
            "measure*",
            "performance review*",
            "great at",
            "do well",
        ],
    ),
    (
        Subject::Tech,
        &[
            "stack",
            "tech",
            "techn*",
            "architect*",
            "deploy*",
            "database*",
            "microservice*",
            "monolith*",
            "language*",
            "framework*",
            "test",
            "tests",
            "testing",
            "ci",
            "incident*",
            "outage*",
            "on call",
            "oncall",
            "monitor*",
            "code",
            "legacy",
            "infrastructure",
            "cloud",
            "debt",
            "release*",
            "migrat*",
            "scale",
            "scaling",
        ],
    ),
    (
        Subject::Team,
        &[
            "team*",
            "colleague*",
            "manager*",
            "people",
            "culture",
            "work with",
            "who would i",
            "decision*",
            "decide*",
            "disagree*",
            "conflict*",
            "remote*",
            "meeting*",
            "onboard*",
            "pair",
            "pairing",
            "typical day",
            "feedback",
        ],
    ),
    (
        Subject::Product,
        &[
            "product*",
            "customer*",
            "user*",
            "roadmap",
            "business",
            "market",
            "revenue",
            "competitor*",
            "company",
            "strategy",
            "profit*",
        ],
    ),
];

/// How a question begins that yes or no answers.
const YES_NO: &[&str] = &[
    "is", "are", "do", "does", "did", "can", "could", "will", "would", "have", "has", "should", "may", "am",
    "was", "were",
];

/// What alone, or with two more words, says that there is none: `no`, `no thank you`, `none from me`.
const NO: &[&str] = &["no", "nope", "nah", "none", "nothing"];

/// How somebody begins, perhaps after a `no`, who has no question.
const NOTHING: &[&str] = &[
    "questions",
    "more questions",
    "further questions",
    "not really",
    "not at the moment",
    "not right now",
    "i have no questions",
    "i have no more",
    "i have no further",
    "i have none",
    "i don t have any",
    "i do not have any",
    "i don t think so",
    "i think that s all",
    "that s all",
    "that is all",
    "that s it",
    "all good",
    "i m good",
    "i am good",
    "thank*",
];

/// Sorts a question by its words.
pub(crate) fn sort(text: &str, at: Timestamp) -> OwnQuestion {
    let words = words_of(text);
    let says_none = !text.contains('?') && says_none(&words);
    let subject = if says_none {
        Subject::Nothing
    } else {
        let found = MARKS.iter().find(|(_, marks)| marks.iter().any(|mark| holds(&words, mark)));
        found.map_or(Subject::Other, |(subject, _)| *subject)
    };
    let opens_yes_no = words.first().is_some_and(|first| YES_NO.contains(&first.as_str()));
    // "Can you tell me how ..." wants more than a yes.
    let wants_more = ["how", "what", "why", "which", "tell me"].iter().any(|mark| holds(&words, mark));
    OwnQuestion { text: text.to_owned(), at, subject, is_yes_no: !says_none && opens_yes_no && !wants_more }
}

/// Whether somebody says that they have no question. It closes the interview, so it has to be plain: "I don't know how
/// your team works" is a question, with or without its mark.
fn says_none(words: &[String]) -> bool {
    const FEW: usize = 2;
    const SOME: usize = 8;
    let rest = match words.split_first() {
        Some((first, rest)) if NO.contains(&first.as_str()) => rest,
        Some(_) | None => words,
    };
    let begins_so = NOTHING.iter().any(|mark| begins(rest, mark));
    (rest.len() < words.len() && rest.len() <= FEW) || (begins_so && rest.len() <= SOME)
}

/// The words in lower case, without punctuation.
fn words_of(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn matches(word: &str, mark: &str) -> bool {
    match mark.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == mark,
    }
}

fn begins(words: &[String], mark: &str) -> bool {
    let mut rest = words.iter();
    mark.split(' ').all(|part| rest.next().is_some_and(|word| matches(word, part)))
}

fn holds(words: &[String], mark: &str) -> bool {
    (0..words.len()).any(|start| words.get(start..).is_some_and(|rest| begins(rest, mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_questions_are_sorted_by_subject_and_form() {
        use Subject::*;
        let cases = [
            ("How does the team decide what to build next?", Team, false),
            ("What does your deployment look like?", Tech, false),
            ("How would you know after 90 days that I do well?", Success, false),
            ("How do people grow from here to senior?", Growth, false),
            ("Who uses the product, and what do they complain about?", Product, false),
            ("What is the salary range?", Salary, false),
            ("What does your company do?", Website, false),
            ("Is the team remote?", Team, true),
            ("Do you write tests?", Tech, true),
            ("Can you tell me how you handle incidents?", Tech, false),
            ("Why did you become a recruiter?", Other, false),
            ("No, thanks", Nothing, false),
            ("I don't have any questions.", Nothing, false),
            ("No tests at all?", Tech, false),
            ("no", Nothing, false),
            ("No, I don\u{2019}t have any questions", Nothing, false),
            ("That's all, thank you.", Nothing, false),
            ("No one told me yet how large the team is.", Team, false),
            ("I don't know how your team works.", Team, false),
            ("I have no idea what the stack is", Tech, false),
            ("¿Qué tal?", Other, false),
            ("?!", Other, false),
        ];
        for (text, subject, is_yes_no) in cases {
            let sorted = sort(text, Timestamp::from_millis(0));
            assert_eq!((sorted.subject, sorted.is_yes_no), (subject, is_yes_no), "{text}");
        }
    }
}
