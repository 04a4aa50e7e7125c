//! A move as the form of the room posts it.

use greenroom_app::interview::Act;
use serde::Deserialize;

use crate::problem::Problem;

/// All that the form may hold. Each phase of the room has some of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    /// The move: which button was pressed.
    #[serde(rename = "do")]
    act: String,
    /// The turn that the page was made for.
    turn: String,
    /// The hint that was next when the page was made, so that a second click takes no second hint.
    hint: String,
    /// The answer as typed.
    pub(super) answer: String,
    /// The clarifying question as typed.
    pub(super) clarification: String,
    /// The candidate's own question as typed.
    pub(super) own: String,
}

/// Which of the texts a move sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sends {
    /// The answer.
    Answer,
    /// The clarifying question.
    Clarification,
    /// The candidate's own question.
    Own,
    /// None of them.
    Nothing,
}

impl Posted {
    /// The move.
    ///
    /// # Errors
    /// `invalid` for a button or a turn that this room does not have.
    pub(super) fn act(&self) -> Result<Act, Problem> {
        Ok(match self.act.as_str() {
            "begin" => Act::Begin,
            "answer" => Act::Answer { turn: self.needed_turn()?, text: self.answer.clone() },
            "hint" => Act::TakeHint { turn: self.needed_turn()?, index: self.hint.parse().ok() },
            "skip" => Act::Skip { turn: self.needed_turn()? },
            "clarify" => Act::Clarify { turn: self.needed_turn()?, text: self.clarification.clone() },
            "time" => Act::NoteTime { turn: self.needed_turn()? },
            "ask" => Act::AskOwn { text: self.own.clone() },
            "finish" => Act::Finish,
            "end" => Act::EndEarly,
            "leave" => Act::Leave,
            "resume" => Act::Resume,
            _ => return Err(Problem::invalid("do", "is none of the moves of this room")),
        })
    }

    /// The turn that the page was made for, if it was made for one.
    pub(super) fn turn(&self) -> Option<u32> {
        self.turn.parse().ok()
    }

    fn needed_turn(&self) -> Result<u32, Problem> {
        self.turn().ok_or_else(|| Problem::invalid("turn", "is the number of the turn, from 1"))
    }

    /// Which of the texts the move sends.
    pub(super) fn sends(&self) -> Sends {
        match self.act.as_str() {
            "answer" => Sends::Answer,
            "clarify" => Sends::Clarification,
            "ask" => Sends::Own,
            _ => Sends::Nothing,
        }
    }

    /// An answer that is typed and not sent by this move: it is kept as a draft. The clock of the page says nothing
    /// about what is typed, and who skips a turn is done with it.
    pub(super) fn unsent(&self) -> Option<(u32, &str)> {
        let keeps = matches!(self.act.as_str(), "hint" | "clarify" | "leave");
        keeps.then_some((self.turn()?, self.answer.as_str()))
    }

    /// The text that would be lost if the move did not happen.
    pub(super) fn typed(&self) -> &str {
        let texts = [&self.answer, &self.own, &self.clarification];
        texts.into_iter().find(|text| !text.trim().is_empty()).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(body: &str) -> Posted {
        let uri: http::Uri = format!("/?{body}").parse().expect("address");
        axum::extract::Query::try_from_uri(&uri).expect("form").0
    }

    #[test]
    fn moves_are_read() {
        assert!(matches!(posted("do=answer&turn=2&answer=x").act(), Ok(Act::Answer { turn: 2, .. })));
        assert!(matches!(
            posted("do=hint&turn=2&hint=1").act(),
            Ok(Act::TakeHint { turn: 2, index: Some(1) })
        ));
        assert!(matches!(posted("do=resume").act(), Ok(Act::Resume)));
        for bad in ["", "do=fly", "do=answer&answer=x", "do=skip&turn=-1", "do=hint&turn=99999999999"] {
            assert!(posted(bad).act().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_unsent_answer_is_kept() {
        assert_eq!(posted("do=hint&turn=2&answer=half").unsent(), Some((2, "half")));
        assert_eq!(posted("do=leave&answer=half").unsent(), None);
        assert_eq!(posted("do=answer&turn=2&answer=whole").unsent(), None);
        assert_eq!(posted("do=ask&own=Why%3F").typed(), "Why?");
    }
}
