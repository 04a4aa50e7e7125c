//! The fixed words of the API. They are ours alone: renaming something inside never changes them.

use greenroom_app::kept;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident of $domain:ty { $($variant:ident = $word:tt: $about:tt,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        pub enum $name {
            $(
                #[doc = $about]
                #[serde(rename = $word)]
                $variant,
            )*
        }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                type Inside = $domain;
                match value { $(Inside::$variant => Self::$variant,)* }
            }
        }

        impl From<$name> for $domain {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant,)* }
            }
        }
    };
}

words! {
    /// How hard a question is.
    Level of greenroom_core::Level {
        Beginner = "beginner": "Asked of everybody.",
        Intermediate = "intermediate": "Asked of people who have run something in production.",
        Advanced = "advanced": "Asked of people who decide how something is built.",
    }
}

words! {
    /// How senior an answer is, or for whom an interviewer expects a key point.
    Bar of greenroom_core::Bar {
        Junior = "junior": "Knows what it is.",
        Mid = "mid": "Has used it and knows what goes wrong.",
        Senior = "senior": "Weighs it against alternatives.",
    }
}

words! {
    /// What sort of answer a question wants.
    Kind of greenroom_bank::Kind {
        Concept = "concept": "Explain an idea.",
        Scenario = "scenario": "Say what you would do.",
        Design = "design": "Sketch a system.",
        Experience = "experience": "Tell what you have done.",
        Coding = "coding": "Write or read code.",
    }
}

words! {
    /// How the interviewer speaks.
    Tone of greenroom_interview::Tone {
        Warm = "warm": "Encouraging.",
        Neutral = "neutral": "Matter of fact.",
        Demanding = "demanding": "Presses for precision.",
    }
}

words! {
    /// How long an interview takes.
    Length of greenroom_interview::Length {
        Short = "short": "A few questions.",
        Standard = "standard": "As most first rounds.",
        Long = "long": "As a thorough technical round.",
    }
}

words! {
    /// How generous the soft time limits are.
    Pace of greenroom_interview::Pace {
        Off = "off": "No limits.",
        Usual = "1x": "As in an interview.",
        Relaxed = "1.5x": "Half as much again.",
        Double = "2x": "Twice the time.",
    }
}

words! {
    /// Where an interview stands.
    Phase of greenroom_interview::Phase {
        Greeting = "greeting": "The interviewer has said hello and waits for `begin`.",
        Asking = "asking": "Questions are asked and answered.",
        CandidatesQuestions = "candidates-questions": "The candidate may ask.",
        Closed = "closed": "It is over.",
        EndedEarly = "ended-early": "The candidate ended it before all was asked.",
        Left = "left": "The candidate left for now; `resume` goes on.",
    }
}

words! {
    /// Who speaks.
    Speaker of greenroom_interview::Speaker {
        Interviewer = "interviewer": "The interviewer.",
        Candidate = "candidate": "The candidate.",
    }
}

words! {
    /// How a key point was heard.
    Verdict of greenroom_grading::Verdict {
        Contradicted = "contradicted": "The opposite was claimed.",
        Missing = "missing": "It was not heard.",
        Partial = "partial": "Something of it was heard.",
        Covered = "covered": "It was heard.",
    }
}

words! {
    /// Why an answer cannot be graded.
    CannotScore of greenroom_grading::CannotScore {
        Empty = "empty": "Nothing, or only blanks and signs.",
        TooShort = "too-short": "Fewer words than a statement needs.",
        AnotherLanguage = "another-language": "Not in English, the language of the rubrics.",
        OffTopic = "off-topic": "Nothing in it belongs to the question.",
        CopyOfTheQuestion = "copy-of-the-question": "The question said back.",
        DoesNotKnow = "does-not-know": "The candidate says that they do not know.",
        NotText = "not-text": "Control characters or binary data.",
    }
}

words! {
    /// A guard against answers that only look good.
    Guard of greenroom_grading::Guard {
        CopiedPrompt = "copied-prompt": "A part of the question was said back; it earned nothing.",
        KeywordHeap = "keyword-heap": "Words in a heap, without statements; they earned little.",
        BesideTheQuestion = "beside-the-question": "Few of its words are those of the subject; what was heard counted for less.",
        Repetition = "repetition": "The same sentences again; counted once.",
        HiddenCharacters = "hidden-characters": "Hidden or look-alike characters; read as what they look like.",
        Instructions = "instructions": "Text addressed to a grader; read as part of the answer.",
        TooLong = "too-long": "More was given than is read; the rest was left out.",
    }
}

words! {
    /// Where an evaluation comes from.
    Origin of kept::Origin {
        Practice = "practice": "A single question on a page.",
        Interview = "interview": "An answer in an interview.",
        Api = "api": "A program.",
        Retake = "retake": "A question of a finished interview, answered again.",
    }
}

words! {
    /// Whether an interview is over.
    InterviewState of kept::InterviewState {
        Open = "open": "It can go on.",
        Closed = "closed": "It is over.",
    }
}

words! {
    /// How pages look.
    Theme of kept::Theme {
        System = "system": "As the system wishes.",
        Day = "day": "Light.",
        Backstage = "backstage": "Dark.",
    }
}
