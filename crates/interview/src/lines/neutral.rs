//! Maya, neutral: matter of fact.

use super::Wordings;

pub(super) const WORDINGS: Wordings = Wordings {
    greeting: &[
        "Hello. I am Maya, a program that plays the interviewer. This is a rehearsal for {role}, {bar}: {questions}, about {minutes}, then your own questions. Say when you are ready.",
        "Hello, my name is Maya and I am a program. I will ask you {questions} for {role}, {bar}; it takes about {minutes}. Tell me when we can start.",
        "Hello. Maya here, the interviewer, and a program. We have about {minutes} for {questions}: {role}, {bar}. We start when you are ready.",
    ],
    first: &["The first question is about {topic}.", "We start with {topic}.", "To begin: {topic}."],
    further: &[
        "The next question is about {topic}.",
        "We move on to {topic}.",
        "Next: {topic}.",
        "Now to {topic}.",
    ],
    story: &[
        "The next question is about your own work. Pick one concrete situation.",
        "Now one about you. Tell me what you did yourself.",
        "This one asks for an example from your work.",
    ],
    harder: &[
        "The next one goes deeper. It is about {topic}.",
        "I will make it harder now, with {topic}.",
        "A more advanced one, about {topic}.",
    ],
    last: &[
        "My last question is about {topic}.",
        "One more question, about {topic}. Then you can ask.",
        "The last one: {topic}.",
    ],
    thanks: &["Thank you.", "Noted.", "All right.", "Understood."],
    passed: &["We leave that one.", "Skipped. It will stand in your notes.", "All right, no answer here."],
    not_known: &[
        "That is a clear answer.",
        "Fine, you say so openly. We move on.",
        "Noted. It will be in your notes to read up on.",
    ],
    follow_up: &["A follow-up on that.", "I want to ask further.", "One more thing on this."],
    quoted: &[
        "You said \u{201c}{gist}\u{201d}. A follow-up on that.",
        "\u{201c}{gist}\u{201d}: I want to go on from there.",
        "I noted \u{201c}{gist}\u{201d}. Let us continue from that.",
    ],
    partial: &[
        "You mentioned part of this.",
        "One point was only half said.",
        "You began a point that I want to hear in full.",
    ],
    doubt: &[
        "I want to check one point.",
        "One thing you said needs a second look.",
        "Let us go back to one statement of yours.",
    ],
    say_more: &[
        "Could you say more about this? Two or three sentences on {topic} are enough.",
        "That was short for me to work with. How would you explain this part of {topic}?",
        "Could you say more? Name the main idea first; the question is about {topic}.",
    ],
    hint_offer: &[
        "A hint costs {cost} of this question.",
        "There is a hint, for {cost}.",
        "You can take a hint; {cost} come off this question.",
    ],
    hint_offer_free: &["The next hint costs nothing more.", "There is one more hint, at no further cost."],
    hint: &[
        "A hint, for {cost}.",
        "Here is the hint. It costs {cost}.",
        "This takes {cost} off the question.",
    ],
    hint_again: &[
        "A further hint, for {cost}. That makes {total} on this question.",
        "Here is the next one. It costs {cost}, {total} so far.",
        "Another {cost} off the question, {total} in all.",
    ],
    hint_free: &[
        "Another hint, at no further cost. It stays at {total}.",
        "Here it is. The cost stays at {total}.",
    ],
    clarify: &["A fair question.", "To be more precise:", "Here is what is meant."],
    time_up: &[
        "The planned time for this question is over. Please come to your conclusion.",
        "Time is up for this one. You can finish what you are saying.",
        "The clock has run out on this answer. It is not cut; finish when you can.",
    ],
    back: &[
        "We stopped at question {number}.",
        "We go on with question {number}.",
        "Question {number} is still open.",
    ],
    back_elsewhere: &["We go on where we stopped.", "Nothing has changed since you left."],
    invite: &[
        "Those were my questions. What would you like to ask?",
        "I have no more questions. Which ones do you have?",
        "Now it is your turn to ask.",
    ],
    no_company: &[
        "I am a program and have no company, so I have no answer of my own. This is what to listen for.",
        "There is no company behind me; I am a program. I can only comment on the question.",
        "A program has no team to speak for. Here is what a real answer should contain.",
    ],
    no_company_again: &[
        "I have no company to speak for.",
        "As before, only a real team can answer.",
        "Here is what to listen for.",
    ],
    closing: &[
        "That is the end. You answered {answered}. Your notes are ready.",
        "We are done. Your notes on {answered} are ready.",
        "Thank you, that was all. The notes on {answered} are ready.",
    ],
    closing_unasked: &[
        "No questions, then. In a real interview, bring at least one. Your notes are ready.",
        "That is the end. Next time prepare one question of your own. Your notes are ready.",
    ],
    closing_early: &[
        "We stop here. Your notes on {answered} are ready.",
        "The interview ends early. You answered {answered}; the notes are ready.",
    ],
    closing_empty: &[
        "We stop here. Nothing was answered, so there are no notes.",
        "The interview ends without an answer, so there is nothing to write notes on.",
    ],
};
