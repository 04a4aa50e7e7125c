//! A whole interview, read as a transcript.

use greenroom_interview::*;

use crate::support::{Stage, answered, missing, plan, score, slug};

fn read(interview: &Interview) -> String {
    let line = |line: &Line| {
        let speaker = match line.speaker {
            Speaker::Interviewer => INTERVIEWER,
            Speaker::Candidate => "You",
        };
        let turn = line.turn.map_or("-".to_owned(), |turn| turn.to_string());
        format!("{turn} {speaker}: {}\n", line.text)
    };
    interview.transcript().iter().map(line).collect()
}

/// Plays the same interview in any tone.
fn walk(tone: Tone) -> Stage {
    let mut plan = Plan { tone, ..plan(3) };
    plan.questions[2].is_behavioural = true;
    plan.questions[1].topic = slug("api-design");
    let mut stage = Stage::begun(plan);
    stage.play(Event::ClarificationAsked { turn: 1, text: "Do you mean in Redis?".into() });
    stage.play(Event::ClarificationGiven { turn: 1, text: "Any cache in front of a database.".into() });
    stage.play(Event::HintTaken { turn: 1, index: 0 });
    let heard = Heard {
        score: Some(50),
        missing: vec![missing("locking")],
        gist: Some("they all miss".into()),
        is_dont_know: false,
    };
    stage.answer("The key expires and they all miss.", heard);
    stage.answer("One of them takes a lock.", score(88));
    stage.answer("Hm.", Heard::default());
    stage.now += 60_000;
    stage.play(Event::TimeNoted { turn: 4 });
    stage.play(Event::Left);
    stage.play(Event::Resumed);
    stage.answer("I don't know.", Heard { is_dont_know: true, ..Heard::default() });
    stage.play(Event::Skipped { turn: 5 });
    stage.play(Event::OwnQuestionAsked { text: "Is there a team?".into() });
    stage.play(Event::OwnQuestionAsked { text: "How do you deploy?".into() });
    stage.play(Event::OwnQuestionAsked { text: "No, thank you.".into() });
    stage
}

#[test]
fn a_whole_interview_reads_like_one() {
    let stage = walk(Tone::Neutral);
    let text = read(stage.interview());
    if text != TRANSCRIPT {
        println!("{text}");
    }
    assert_eq!(text, TRANSCRIPT, "a change to rules or wordings changes how stored interviews read");
}

#[test]
fn a_whole_interview_ends_in_every_tone_with_the_same_facts() {
    for tone in Tone::ALL {
        let stage = walk(*tone);
        let it = stage.interview();
        assert_eq!(it.phase(), Phase::Closed);
        assert!(it.is_over());
        assert_eq!(stage.effects.last(), Some(&Effect::WriteNotes));
        assert_eq!(it.progress(), Progress { question: 3, of: 3 });
        assert_eq!(it.questions_answered(), 2);
        let scores: Vec<_> = it.asked().iter().map(Asked::score).collect();
        assert_eq!(scores, [Some(83), None, None]);
        assert_eq!(it.turns().len(), 5);
        assert_eq!(it.own_questions().len(), 2, "a plain no is none");
        assert_eq!(replay(stage.log.clone()).as_ref(), Ok(it));
    }
}

#[test]
fn nothing_is_said_after_an_answer_until_it_is_evaluated() {
    let mut stage = Stage::begun(plan(2));
    stage.play(answered(1, "a"));
    assert_eq!(stage.effects, [Effect::RequestEvaluation { turn: 1, question: slug("q-1") }]);
    assert_eq!(stage.interview().transcript().last().unwrap().speaker, Speaker::Candidate);
}

#[test]
fn a_log_that_has_holes_or_lies_is_refused() {
    let log = walk(Tone::Warm).log;
    assert_eq!(replay([]), Err(ReplayError::Empty));
    let mut gap = log.clone();
    gap.remove(3);
    assert_eq!(replay(gap), Err(ReplayError::Gap { expected: 4, found: 5 }));
    let mut twice = log;
    twice[2].event = Event::Began;
    let source = Refusal::AlreadyDone;
    assert_eq!(replay(twice), Err(ReplayError::Refused { seq: 3, source }));
}

const TRANSCRIPT: &str = "\
- Maya: Hello. Maya here, the interviewer, and a program. We have about 25 minutes for 3 questions: Backend engineer, mid level. We start when you are ready.
1 Maya: We start with caching. What is q-1?
1 You: Do you mean in Redis?
1 Maya: A fair question. Any cache in front of a database.
1 Maya: This takes 5 points off the question.
1 You: The key expires and they all miss.
2 Maya: You said “they all miss”. A follow-up on that. And locking?
2 You: One of them takes a lock.
3 Maya: Thank you. We move on to API design. What is q-2?
3 You: Hm.
4 Maya: Could you say more about this? Two or three sentences on API design are enough.
4 Maya: The planned time for this question is over. Please come to your conclusion.
4 Maya: We go on with question 2.
4 You: I don't know.
5 Maya: That is a clear answer. Now one about you. Tell me what you did yourself. What is q-3?
5 You: Skipped.
- Maya: All right, no answer here. I have no more questions. Which ones do you have?
- You: Is there a team?
- Maya: There is no company behind me; I am a program. I can only comment on the question. Questions about the team are good ones. A good answer names sizes and roles, how a decision was last made, and one thing that does not work yet. As you put it, yes or no would answer it; begin with “how” or “what” and you hear more.
- You: How do you deploy?
- Maya: Here is what to listen for. Asking about the technology shows what you would care for. Listen for how often they deploy, how they learn of a failure, and what they would build differently.
- You: No, thank you.
- Maya: That is the end. You answered 2 questions. Your notes are ready.
";
