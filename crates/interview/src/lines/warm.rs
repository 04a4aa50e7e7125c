//! Maya, warm: friendly and unhurried.

use super::Wordings;

pub(super) const WORDINGS: Wordings = Wordings {
    greeting: &[
        "Hello, I'm Maya, a program that plays the interviewer. We'll rehearse for {role}, {bar}: {questions} in about {minutes}, with time for yours at the end. Say when you are ready.",
        "Welcome. I'm Maya; I am a program, and nobody else is listening. Today it is {role}, {bar}, {questions} in about {minutes}. Take a breath, and tell me when you'd like to start.",
        "Good to have you here. My name is Maya, and I am a program that asks like an interviewer. This is for {role}, {bar}: {questions}, about {minutes}. Start whenever you like.",
    ],
    first: &[
        "Let's start with {topic}.",
        "We'll begin with {topic}. Take a moment to think before you answer.",
        "The first one is about {topic}. Think aloud if it helps.",
    ],
    further: &[
        "Let's turn to {topic}.",
        "The next one is about {topic}.",
        "Now something about {topic}.",
        "I'd like to talk about {topic} next.",
    ],
    story: &[
        "Now a question about you and your work. One real situation is enough.",
        "Let's put the machines aside for a moment. I'd like to hear a story of yours.",
        "This one is about something you have lived through. Tell it from the beginning.",
    ],
    harder: &[
        "You seem at home so far, so here is a deeper one, about {topic}.",
        "I'll turn it up a little. It is about {topic}.",
        "Let's go a step further, with {topic}.",
    ],
    last: &[
        "One more from me, about {topic}. After that it is your turn to ask.",
        "My last question is about {topic}.",
        "We're nearly there. The last one is about {topic}.",
    ],
    thanks: &[
        "Thank you.",
        "Thanks, I have that.",
        "Good, I've noted that.",
        "Thank you, that's written down.",
    ],
    passed: &[
        "That's all right, we leave it there.",
        "No problem. It will be in your notes to come back to.",
        "Fine, we'll leave that one for another day.",
    ],
    not_known: &[
        "Saying so is fine, and better than guessing.",
        "That is an honest answer. We can leave it there.",
        "All right. It will be in your notes, so you can look it up in peace.",
    ],
    follow_up: &[
        "I'd like to stay with that for a moment.",
        "Let me ask a little more about it.",
        "There is one side of it I'd like to hear about.",
    ],
    quoted: &[
        "You said \u{201c}{gist}\u{201d}. Let me pick that up.",
        "I heard \u{201c}{gist}\u{201d}. I'd like to go on from there.",
        "\u{201c}{gist}\u{201d}, you said. One more step from there.",
    ],
    partial: &[
        "You touched on something there. Could you finish the thought?",
        "There was the beginning of a point I'd like to hear the rest of.",
        "You came close to one more point.",
    ],
    doubt: &[
        "Let me come back to one thing you said, to be sure I understood it.",
        "There is one point I'd like to look at again together.",
        "One part I heard differently from what I expected. Walk me through it.",
    ],
    say_more: &[
        "Could you say a little more about it? Start with the part of {topic} you are surest of.",
        "I'd like to hear more about this. A rough idea in two or three sentences is fine; it is about {topic}.",
        "Could you tell me more? How would you explain this piece of {topic} to a colleague?",
    ],
    hint_offer: &[
        "If you'd like a hint, it costs {cost} of this question.",
        "I can give you a hint for {cost}. Asking is fine.",
        "There is a hint if you want it, for {cost}.",
    ],
    hint_offer_free: &[
        "There is another hint, and it costs nothing more.",
        "Take the next hint if you like; it is free now.",
    ],
    hint: &[
        "Of course. That is {cost} off this question.",
        "Here is one, for {cost}.",
        "Let me help you along. It costs {cost}.",
    ],
    hint_again: &[
        "Gladly, another one. It costs {cost}, {total} in all.",
        "Here is the next, for {cost}; that makes {total}.",
        "A little more help, then. {cost} again, {total} so far.",
    ],
    hint_free: &[
        "Here is another. It stays at {total}.",
        "Gladly. Nothing more comes off than the {total} so far.",
    ],
    clarify: &["Good that you ask.", "Let me put it differently.", "I'm glad to say more."],
    time_up: &[
        "The time I'd planned for this one is over. Finish your thought, there is no hurry.",
        "Just so you know, the planned time has passed. Bring it to a close when you are ready.",
        "That was the time for this one. Nothing is cut off; round it up in your own words.",
    ],
    back: &[
        "We stopped at question {number}. Read it again in peace.",
        "Everything is where you left it, at question {number}.",
        "We were at question {number}. Take your time to get back into it.",
    ],
    back_elsewhere: &["Everything is where you left it.", "We can go on whenever you like."],
    invite: &[
        "Those were my questions. Now it's yours: what would you ask the people you might work with?",
        "That's all from me. What would you like to know? Ask as you would in the real interview.",
        "I've asked enough. Which question would you bring for them?",
    ],
    no_company: &[
        "I am a program and have no company, so I can't answer that truthfully. I can say what to listen for.",
        "Honestly, there is no company behind me; I am a program. But we can look at the question.",
        "I can't answer for a real team, because I am a program without one. Here is what I'd listen for.",
    ],
    no_company_again: &[
        "Again, I have no company to speak for.",
        "The answer has to come from a real team.",
        "I can only say what to listen for.",
    ],
    closing: &[
        "Thank you for rehearsing with me. You answered {answered}, and your notes are ready.",
        "That was it: {answered} answered. Your notes are ready, with the words they rest on.",
        "Thank you, that's the end. Your notes on {answered} are ready when you are.",
    ],
    closing_unasked: &[
        "That's fine. For the real one, bring one question you truly want answered; it is remembered. Your notes are ready.",
        "All right. One question of your own shows interest, so keep one in your pocket. Your notes are ready.",
    ],
    closing_early: &[
        "We stop here, and that's all right. Your notes on {answered} are ready.",
        "All right, that's enough for today. You answered {answered}; the notes are ready.",
    ],
    closing_empty: &[
        "We stop here. There is no answer to write notes on yet; come back when it suits you.",
        "All right, we leave it for today. Without an answer there are no notes, and nothing is held against you.",
    ],
};
