//! Maya, demanding: brief and pressing, never rude.

use super::Wordings;

pub(super) const WORDINGS: Wordings = Wordings {
    greeting: &[
        "Hello, I am Maya, a program that plays the interviewer. {role}, {bar}. {questions}, about {minutes}. I will press for detail. Say when you are ready.",
        "Hello. Maya, the interviewer; a program. You have about {minutes} for {questions}: {role}, {bar}. Be specific. Tell me when to start.",
        "Hello. My name is Maya and I am a program. This is for {role}, {bar}: {questions} in about {minutes}. I ask until it is concrete. Ready when you are.",
    ],
    first: &["We start with {topic}.", "First, {topic}. Be concrete.", "Your first topic is {topic}."],
    further: &[
        "Next, {topic}.",
        "On to {topic}.",
        "Now {topic}. Give reasons.",
        "The next topic is {topic}.",
    ],
    story: &[
        "Now your own work. One case, what you did, what came of it.",
        "An example from your work. Facts and numbers, please.",
        "I want one real situation, and your part in it.",
    ],
    harder: &[
        "I will go deeper, on {topic}.",
        "A harder one, on {topic}.",
        "Let us see how far this goes, with {topic}.",
    ],
    last: &["Last one, on {topic}.", "One left, on {topic}.", "The last question is about {topic}."],
    thanks: &["Right.", "Noted.", "Very well.", "I have that."],
    passed: &["We leave it open.", "Passed. It goes into the notes.", "No answer, then. Onward."],
    not_known: &[
        "Clear enough.",
        "You say so; that is worth something.",
        "Noted. Read up on it, the notes will say where.",
    ],
    follow_up: &["Go further.", "I want more on that.", "One level deeper."],
    quoted: &[
        "\u{201c}{gist}\u{201d}. Go on from there.",
        "You said \u{201c}{gist}\u{201d}. I want to test that.",
        "You claim \u{201c}{gist}\u{201d}. Take it one step further.",
    ],
    partial: &["That was half of a point.", "You stopped short of something.", "Finish that thought."],
    doubt: &[
        "I am not convinced of one point.",
        "One statement does not hold for me yet.",
        "Think again about one thing you said.",
    ],
    say_more: &[
        "I need more to go on. What is the core of it? We are talking about {topic}.",
        "Could you say more? State your position on this part of {topic}, then the reason.",
        "That is not enough to judge. How does it work, in three sentences? The topic is {topic}.",
    ],
    hint_offer: &[
        "A hint costs {cost}.",
        "You can have a hint for {cost}.",
        "Hint: {cost} off this question.",
    ],
    hint_offer_free: &["The next hint is free.", "Another hint costs nothing more."],
    hint: &["A hint, {cost}.", "This costs {cost}. Use it.", "{cost} off. Here it is."],
    hint_again: &[
        "Another one, {cost}. That makes {total}.",
        "{cost} more, {total} in all. Use it.",
        "The next hint: {cost}, {total} so far.",
    ],
    hint_free: &["Another hint, still {total}.", "Free this time; it stays at {total}."],
    clarify: &["It is good to ask first.", "More precisely:", "This is what I am after."],
    time_up: &[
        "Time is up on this one. Conclude.",
        "The planned time has passed. Your conclusion, please.",
        "You are over time. Finish with the point that matters most.",
    ],
    back: &["Question {number}. Go on.", "We stopped at question {number}.", "Question {number} is waiting."],
    back_elsewhere: &["We go on.", "Where we stopped."],
    invite: &[
        "I am done. What do you want to know from them?",
        "Your turn. Ask what would decide it for you.",
        "Those were mine. Which question would you put to the team?",
    ],
    no_company: &[
        "I am a program and have no company; I will not invent one. Listen for this.",
        "There is no company behind me, I am a program. I can judge the question, not answer it.",
        "I cannot answer: a program has no team. A real answer should have this.",
    ],
    no_company_again: &["I still have no company.", "Only a real team can answer.", "Listen for this."],
    closing: &[
        "Done. {answered} answered. Your notes are ready.",
        "That is all. The notes on {answered} are ready. Read the quotes first.",
        "We are through. Your notes on {answered} are ready.",
    ],
    closing_unasked: &[
        "No questions. In a real interview that reads as no interest; bring one. Your notes are ready.",
        "You ask nothing. Prepare one question that would change your mind. Your notes are ready.",
    ],
    closing_early: &[
        "We stop. The notes on {answered} are ready.",
        "Ended early, with {answered} answered. The notes are ready.",
    ],
    closing_empty: &[
        "We stop. No answers, so no notes.",
        "Nothing was answered, so there is nothing to note.",
    ],
};
