//! Carries out an event that [`crate::check`] has allowed: changes the interview and says what is to be done.

use greenroom_core::{Millis, Slug, Timestamp};

use crate::decide::{self, Next, Trend};
use crate::effect::{Effect, Line, LineKind, Speaker};
use crate::interview::Stage;
use crate::lines::{self, Cue, Voice};
use crate::own_question;
use crate::turn::{Answer, Asked, Clarification, Turn, TurnKind, cost_of};
use crate::{Event, Heard, Interview, Plan, Step, Subject};

/// Opens an interview: the only place where a greeting is said.
pub(crate) fn open(plan: &Plan, now: Timestamp) -> Step {
    let interview = Interview {
        plan: plan.clone(),
        stage: Stage::Greeting,
        upcoming: plan.questions.clone(),
        reserves: plan.reserves.clone(),
        asked: Vec::new(),
        turns: Vec::new(),
        own_questions: Vec::new(),
        transcript: Vec::new(),
        voice: Voice::default(),
        opened_at: now,
        left_at: None,
        over_at: None,
        away: Millis(0),
        revision: 1,
    };
    let mut change = Change { it: interview, effects: Vec::new(), now };
    let slots = [
        ("role", plan.role.trim()),
        ("bar", &lines::level(plan.bar)),
        ("questions", &lines::counted(plan.questions.len(), "question")),
        ("minutes", &lines::counted(usize::from(plan.minutes), "minute")),
    ];
    let text = change.word(Cue::Greeting, &slots);
    change.say(LineKind::Greeting, text, None);
    change.into_step()
}

/// Carries out an allowed event.
pub(crate) fn carry_out(interview: Interview, event: &Event, now: Timestamp) -> Step {
    let mut change = Change { it: interview, effects: Vec::new(), now };
    change.it.revision += 1;
    match event {
        // Refused by `check`: an interview opens once.
        Event::Opened { .. } => {}
        Event::Began => change.next_question(""),
        Event::Answered { text, .. } => change.answer(text),
        Event::Evaluated { heard, .. } => change.evaluate(heard),
        Event::HintTaken { index, .. } => change.hint(*index),
        Event::Skipped { .. } => change.skip(),
        Event::ClarificationAsked { text, .. } => change.clarify(text),
        Event::ClarificationGiven { text, .. } => change.give_clarification(text),
        Event::TimeNoted { .. } => change.note_time(),
        Event::OwnQuestionAsked { text } => change.ask(text),
        Event::Finished => change.finish(Stage::Closed),
        Event::EndedEarly => change.end_early(),
        Event::Left => change.it.left_at = Some(now),
        Event::Resumed => change.resume(),
    }
    change.into_step()
}

/// An interview while it changes.
struct Change {
    it: Interview,
    effects: Vec<Effect>,
    now: Timestamp,
}

impl Change {
    fn into_step(self) -> Step {
        Step { interview: self.it, effects: self.effects }
    }

    /// Chooses the interviewer's words.
    fn word(&mut self, cue: Cue, slots: &[(&str, &str)]) -> String {
        self.it.voice.say(&self.it.plan, cue, slots)
    }

    /// Says something as the interviewer.
    fn say(&mut self, kind: LineKind, text: String, turn: Option<u32>) {
        let line = Line { speaker: Speaker::Interviewer, kind, text, at: self.now, turn };
        self.it.transcript.push(line.clone());
        self.effects.push(Effect::Say(line));
    }

    /// Writes down what the candidate says.
    fn write_down(&mut self, kind: LineKind, text: &str, turn: Option<u32>) {
        let text = text.to_owned();
        self.it.transcript.push(Line { speaker: Speaker::Candidate, kind, text, at: self.now, turn });
    }

    fn turn_number(&self) -> u32 {
        self.it.turns.last().map_or(0, |turn| turn.number)
    }

    fn answer(&mut self, text: &str) {
        let Some(turn) = self.it.turns.last() else { return };
        let (number, question) = (turn.number, turn.question.clone());
        let seconds = u32::try_from(self.it.spent(turn, self.now).secs()).unwrap_or(u32::MAX);
        let answer = Answer { text: text.to_owned(), at: self.now, seconds };
        if let Some(turn) = self.it.turns.last_mut() {
            turn.answer = Some(answer);
        }
        if let Some(asked) = self.it.asked.last_mut() {
            asked.is_answered = true;
        }
        self.write_down(LineKind::Answer, text, Some(number));
        self.effects.push(Effect::RequestEvaluation { turn: number, question });
    }

    /// Only here something follows an answer: until now nothing was shown.
    fn evaluate(&mut self, heard: &Heard) {
        if let Some(turn) = self.it.turns.last_mut() {
            turn.heard = Some(heard.clone());
        }
        let Some(asked) = self.it.asked.last_mut() else { return };
        asked.raw_score = heard.score.or(asked.raw_score);
        asked.is_given_up |= heard.is_dont_know;
        let asked = asked.clone();
        if self.it.is_over() {
            self.effects.push(Effect::WriteNotes);
            return;
        }
        match decide::after(&self.it, &asked, heard) {
            Next::FollowUp(missing) => {
                let lead = self.lead_to(&missing, heard);
                self.follow_up(TurnKind::FollowUp { key_point: missing.key_point }, lead, missing.ask);
            }
            Next::SayMore => {
                let topic = lines::topic(&asked.planned.topic);
                let prompt = self.word(Cue::SayMore, &[("topic", &topic)]);
                self.follow_up(TurnKind::SayMore, String::new(), prompt);
            }
            Next::MoveOn => {
                let cue = if heard.is_dont_know { Cue::NotKnown } else { Cue::Thanks };
                let reaction = self.word(cue, &[]);
                self.next_question(&reaction);
            }
        }
    }

    fn lead_to(&mut self, missing: &crate::Missing, heard: &Heard) -> String {
        if missing.is_contradicted {
            return self.word(Cue::Doubt, &[]);
        }
        if missing.is_partial {
            return self.word(Cue::Partial, &[]);
        }
        let gist =
            heard.gist.as_deref().map(|gist| lines::join(&gist.split_whitespace().collect::<Vec<_>>()));
        match gist.filter(|gist| !gist.is_empty() && gist.chars().count() <= Heard::GIST_MAX) {
            Some(gist) => self.word(Cue::Quoted, &[("gist", &gist)]),
            None => self.word(Cue::FollowUp, &[]),
        }
    }

    fn follow_up(&mut self, kind: TurnKind, lead: String, prompt: String) {
        let Some(asked) = self.it.asked.last_mut() else { return };
        asked.follow_ups += 1;
        // Our choice: a follow-up asks for one point of the question, so half its time, but not less than a minute.
        let time = Millis((Millis::from_minutes(i64::from(asked.planned.minutes)).0 / 2).max(60_000));
        let question = asked.planned.question.clone();
        self.pose(question, kind, lead, prompt, time);
    }

    /// Asks the next question, or invites the candidate's own if there is none.
    fn next_question(&mut self, reaction: &str) {
        if self.it.upcoming.is_empty() {
            self.it.stage = Stage::CandidatesQuestions;
            let invitation = self.word(Cue::Invite, &[]);
            self.say(LineKind::Invitation, lines::join(&[reaction, &invitation]), None);
            return;
        }
        self.it.stage = Stage::Asking;
        let trend = decide::trend(&self.it.asked);
        let is_swapped = self.swap(trend);
        let planned = self.it.upcoming.remove(0);
        let cue = if planned.is_behavioural {
            Cue::Story
        } else if self.it.asked.is_empty() {
            Cue::First
        } else if is_swapped && trend == Trend::Harder {
            Cue::Harder
        } else if self.it.upcoming.is_empty() {
            Cue::Last
        } else {
            Cue::Further
        };
        let intro = self.word(cue, &[("topic", &lines::topic(&planned.topic))]);
        let time = Millis::from_minutes(i64::from(planned.minutes));
        let (question, prompt) = (planned.question.clone(), planned.prompt.clone());
        self.it.asked.push(Asked {
            planned,
            follow_ups: 0,
            hints_taken: 0,
            raw_score: None,
            is_answered: false,
            is_given_up: false,
        });
        self.pose(question, TurnKind::Main, lines::join(&[reaction, &intro]), prompt, time);
    }

    /// Puts a reserve in the next question's place if the difficulty should change. The planned one becomes a reserve,
    /// so no question is ever in two places and none can be asked twice.
    fn swap(&mut self, trend: Trend) -> bool {
        let (Some(next), reserves) = (self.it.upcoming.first_mut(), &mut self.it.reserves) else {
            return false;
        };
        let place = decide::substitute(next, reserves, trend);
        let Some(reserve) = place.and_then(|place| reserves.get_mut(place)) else { return false };
        std::mem::swap(next, reserve);
        true
    }

    fn pose(&mut self, question: Slug, kind: TurnKind, lead: String, prompt: String, time: Millis) {
        let number = self.turn_number() + 1;
        let line = if kind == TurnKind::Main { LineKind::Question } else { LineKind::FollowUp };
        let text = lines::join(&[&lead, &prompt]);
        let turn = Turn {
            number,
            question,
            question_number: u32::try_from(self.it.asked.len()).unwrap_or(u32::MAX),
            kind,
            lead,
            prompt,
            asked_at: self.now,
            away: Millis(0),
            limit: self.it.plan.pace.stretch(time),
            answer: None,
            heard: None,
            hints_taken: 0,
            clarifications: Vec::new(),
            is_skipped: false,
            is_time_noted: false,
        };
        self.say(line, text, Some(number));
        self.effects.extend(self.it.timer(&turn, self.now));
        self.it.turns.push(turn);
    }

    fn hint(&mut self, index: u8) {
        let Some(asked) = self.it.asked.last_mut() else { return };
        let before = cost_of(asked.hints_taken);
        asked.hints_taken += 1;
        let (total, question) = (cost_of(asked.hints_taken), asked.planned.question.clone());
        let Some(turn) = self.it.turns.last_mut() else { return };
        turn.hints_taken += 1;
        let turn = turn.number;
        let cue = match total - before {
            0 => Cue::HintFree,
            _ if before == 0 => Cue::Hint,
            _ => Cue::HintAgain,
        };
        let slots = [("cost", &*lines::points(total - before)), ("total", &*lines::points(total))];
        let text = self.word(cue, &slots);
        self.say(LineKind::Hint { index }, text, Some(turn));
        self.effects.push(Effect::ShowHint { turn, question, index });
    }

    fn skip(&mut self) {
        let Some(turn) = self.it.turns.last_mut() else { return };
        turn.is_skipped = true;
        let number = turn.number;
        if let Some(asked) = self.it.asked.last_mut() {
            asked.is_given_up = true;
        }
        self.write_down(LineKind::Skip, "Skipped.", Some(number));
        let reaction = self.word(Cue::Passed, &[]);
        self.next_question(&reaction);
    }

    fn clarify(&mut self, text: &str) {
        let Some(turn) = self.it.turns.last_mut() else { return };
        turn.clarifications.push(Clarification { asked: text.to_owned(), given: None });
        let (turn, question) = (turn.number, turn.question.clone());
        self.write_down(LineKind::ClarificationAsked, text, Some(turn));
        self.effects.push(Effect::ShowClarification { turn, question, text: text.to_owned() });
    }

    fn give_clarification(&mut self, text: &str) {
        let Some(turn) = self.it.turns.last_mut() else { return };
        let number = turn.number;
        if let Some(pending) = turn.clarifications.last_mut() {
            pending.given = Some(text.to_owned());
        }
        let opening = self.word(Cue::Clarify, &[]);
        self.say(LineKind::Clarification, lines::join(&[&opening, text]), Some(number));
    }

    fn note_time(&mut self) {
        let Some(turn) = self.it.turns.last_mut() else { return };
        turn.is_time_noted = true;
        let number = turn.number;
        let text = self.word(Cue::TimeUp, &[]);
        self.say(LineKind::TimeUp, text, Some(number));
    }

    fn ask(&mut self, text: &str) {
        let asked = own_question::sort(text, self.now);
        self.write_down(LineKind::OwnQuestion, text, None);
        if asked.subject == Subject::Nothing {
            self.finish(Stage::Closed);
            return;
        }
        let is_first = self.it.own_questions.is_empty();
        let comment = self.it.voice.comment(&self.it.plan, &asked, is_first);
        self.it.own_questions.push(asked);
        self.say(LineKind::OwnAnswer, comment, None);
    }

    /// Ends the interview, which is early only if questions were still to come.
    fn end_early(&mut self) {
        let stage = match self.it.stage {
            Stage::CandidatesQuestions | Stage::Closed => Stage::Closed,
            Stage::Greeting | Stage::Asking | Stage::EndedEarly => Stage::EndedEarly,
        };
        self.finish(stage);
    }

    fn finish(&mut self, stage: Stage) {
        self.come_back();
        self.it.stage = stage;
        self.it.over_at = Some(self.now);
        let count = self.it.questions_answered();
        let cue = match stage {
            _ if count == 0 => Cue::ClosingEmpty,
            Stage::EndedEarly => Cue::ClosingEarly,
            _ if self.it.own_questions.is_empty() => Cue::ClosingUnasked,
            _ => Cue::Closing,
        };
        let text = self.word(cue, &[("answered", &lines::counted(count, "question"))]);
        self.say(LineKind::Closing, text, None);
        if count > 0 {
            self.effects.push(Effect::WriteNotes);
        }
    }

    /// Ends a pause, if there is one: the time away counts neither for the interview nor for the open turn.
    fn come_back(&mut self) {
        let Some(left_at) = self.it.left_at.take() else { return };
        self.it.away = Millis(self.it.away.0.saturating_add(self.now.since(left_at).0));
        if let Some(turn) = self.it.turns.last_mut().filter(|turn| turn.is_open()) {
            // A turn may have been asked during the pause, when an evaluation arrived.
            let pause = self.now.since(left_at.max(turn.asked_at));
            turn.away = Millis(turn.away.0.saturating_add(pause.0));
        }
    }

    fn resume(&mut self) {
        self.come_back();
        let turn = self.it.current_turn().map(|turn| (turn.number, turn.question_number.to_string()));
        match turn {
            Some((turn, number)) => {
                let text = self.word(Cue::Back, &[("number", &number)]);
                self.say(LineKind::Resumption, text, Some(turn));
            }
            None => {
                let text = self.word(Cue::BackElsewhere, &[]);
                self.say(LineKind::Resumption, text, None);
            }
        }
        let owed = self.it.resume_effects(self.now);
        self.effects.extend(owed);
    }
}
