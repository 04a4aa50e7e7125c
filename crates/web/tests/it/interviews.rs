//! A whole interview through the API.

use axum::body::Body;
use http::Method;
use serde_json::{Value, json};

use crate::content::{STRONG, WEAK};
use crate::support::{Answer, Door, request};

struct Talk<'a> {
    door: &'a Door,
    at: String,
}

impl<'a> Talk<'a> {
    async fn open(door: &'a Door) -> Self {
        let created = door.post("/api/v1/interviews", &json!({"bar": "mid", "length": "short"})).await;
        assert_eq!(created.status, 201, "{}", created.text());
        Self { door, at: created.header("location").unwrap().to_owned() }
    }

    async fn begun(door: &'a Door) -> Self {
        let talk = Self::open(door).await;
        talk.make("begin", None).await.ok();
        talk
    }

    async fn make(&self, what: &str, body: Option<Value>) -> Answer {
        let path = format!("{}/{what}", self.at);
        match body {
            Some(body) => self.door.post(&path, &body).await,
            None => self.door.send(request(Method::POST, &path).body(Body::empty()).unwrap()).await,
        }
    }

    async fn state(&self) -> Value {
        self.door.get(&self.at).await.ok()
    }

    async fn turn(&self) -> u64 {
        self.state().await["turn"]["number"].as_u64().expect("an open turn")
    }

    async fn answer_all(&self) {
        for _ in 0..40 {
            let state = self.state().await;
            let Some(turn) = state["turn"]["number"].as_u64() else { return };
            self.make("answers", Some(json!({"turn": turn, "text": WEAK}))).await.ok();
        }
        panic!("the interview has no end");
    }
}

#[tokio::test]
async fn an_interview_runs_from_greeting_to_notes() {
    let door = Door::open().await;
    let talk = Talk::open(&door).await;
    let greeting = talk.state().await;
    assert_eq!(
        (&greeting["phase"], &greeting["tone"], &greeting["pace"]),
        (&json!("greeting"), &json!("warm"), &json!("1x"))
    );
    assert_eq!(greeting["transcript"][0]["speaker"], "interviewer");
    assert_eq!(talk.make("begin", None).await.ok()["phase"], "asking");
    talk.answer_all().await;
    assert_eq!(talk.state().await["phase"], "candidates-questions");
    let asked = talk.make("own-questions", Some(json!({"text": "How is the team made up?"}))).await.ok();
    assert_eq!(asked["transcript"].as_array().unwrap().last().unwrap()["kind"], "own-answer");
    let over = talk.make("finish", None).await.ok();
    assert_eq!(over["phase"], "closed");
    assert_eq!(over["over_at"], "2026-11-22T12:00:00Z");
    let notes = door.get(&format!("{}/notes", talk.at)).await;
    assert!(notes.header("content-disposition").is_none());
    let notes = notes.ok();
    assert_eq!(notes["interview"]["state"], "closed");
    let first = &notes["questions"][0];
    assert!(first["evaluation"]["answer"].as_str().unwrap().contains(WEAK), "{first}");
    assert!(first["turns"][0]["answer"].is_string());
    let file = door.get(&format!("{}/notes?download", talk.at)).await;
    assert!(
        file.header("content-disposition")
            .unwrap()
            .starts_with("attachment; filename=\"greenroom-notes-int_")
    );
    assert_eq!(file.ok(), notes);
}

#[tokio::test]
async fn a_question_is_answered_again_and_compared() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    talk.answer_all().await;
    let notes = door.get(&format!("{}/notes", talk.at)).await.ok();
    let question = notes["questions"][0]["question"].as_str().unwrap();
    let retake = talk.make("retakes", Some(json!({"question": question, "answer": STRONG}))).await;
    assert_eq!(retake.status, 201, "{}", retake.text());
    let body = retake.ok();
    assert_eq!(body["before"], notes["questions"][0]["evaluation"]["id"]);
    assert_eq!(body["evaluation"]["origin"], "retake");
    assert_eq!(body["changes"][0]["after"], "covered");
    assert_eq!(door.get(retake.header("location").unwrap()).await.ok(), body["evaluation"]);
    talk.make("retakes", Some(json!({"question": "never-asked", "answer": STRONG})))
        .await
        .problem("not-found");
}

#[tokio::test]
async fn hints_skips_clarifications_and_pauses_are_moves() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let turn = talk.turn().await;
    let hinted = talk.make("hints", Some(json!({"turn": turn, "index": 0}))).await.ok();
    let line =
        hinted["transcript"].as_array().unwrap().iter().find(|line| line["kind"] == "hint").unwrap().clone();
    assert_eq!(line["hint"], "Think of the retry.");
    assert_eq!(hinted["turn"]["next_hint"], 1);
    let again = talk.make("hints", Some(json!({"turn": turn, "index": 0}))).await.ok();
    assert_eq!(again["revision"], hinted["revision"], "the same hint again changes nothing");
    let cleared =
        talk.make("clarifications", Some(json!({"turn": turn, "text": "Which payment?"}))).await.ok();
    assert_eq!(cleared["transcript"].as_array().unwrap().last().unwrap()["kind"], "clarification");
    assert_eq!(talk.make("leave", None).await.ok()["phase"], "left");
    talk.make("answers", Some(json!({"turn": turn, "text": STRONG}))).await.problem("interview-paused");
    assert_eq!(talk.make("resume", None).await.ok()["phase"], "asking");
    let skipped = talk.make("skips", Some(json!({"turn": turn}))).await.ok();
    assert!(skipped["turn"]["number"].as_u64() > Some(turn));
    assert_eq!(talk.make("end", None).await.ok()["phase"], "ended-early");
    talk.make("skips", Some(json!({"turn": turn + 1}))).await.problem("interview-over");
}

#[tokio::test]
async fn a_move_out_of_place_is_refused_and_a_repeated_one_is_not() {
    let door = Door::open().await;
    let talk = Talk::open(&door).await;
    talk.make("answers", Some(json!({"turn": 1, "text": STRONG}))).await.problem("not-now");
    door.get(&format!("{}/notes", talk.at)).await.problem("no-notes-yet");
    talk.make("begin", None).await.ok();
    talk.make("begin", None).await.ok();
    let turn = talk.turn().await;
    talk.make("answers", Some(json!({"turn": 99, "text": STRONG}))).await.problem("not-this-turn");
    talk.make("answers", Some(json!({"turn": turn, "text": "  "}))).await.problem("invalid");
    let answered = talk.make("answers", Some(json!({"turn": turn, "text": WEAK}))).await.ok();
    let repeated = talk.make("answers", Some(json!({"turn": turn, "text": WEAK}))).await.ok();
    assert_eq!(repeated["revision"], answered["revision"]);
    talk.make("answers", Some(json!({"turn": turn, "text": STRONG}))).await.problem("answered-otherwise");
}

#[tokio::test]
async fn interviews_are_listed_and_deleted() {
    let door = Door::open().await;
    let talk = Talk::begun(&door).await;
    let list = door.get("/api/v1/interviews").await.ok();
    assert_eq!(list["items"][0]["title"], "Backend developer, mid");
    assert_eq!(list["items"][0]["state"], "open");
    let gone = door.send(request(Method::DELETE, &talk.at).body(Body::empty()).unwrap()).await;
    assert_eq!((gone.status.as_u16(), gone.body.len()), (204, 0));
    door.get(&talk.at).await.problem("not-found");
    assert_eq!(door.get("/api/v1/interviews").await.ok()["items"], json!([]));
    let again = door.send(request(Method::DELETE, &talk.at).body(Body::empty()).unwrap()).await;
    again.problem("not-found");
}

#[tokio::test]
async fn wishes_that_cannot_be_met_are_refused() {
    let door = Door::open().await;
    let cases = [
        (json!({"bar": "principal"}), "bar"),
        (json!({"topics": ["astrology"]}), "topics"),
        (json!({"lenght": "short"}), "lenght"),
        (json!({"role": "r".repeat(81)}), "plan"),
    ];
    for (body, field) in cases {
        let problem = door.post("/api/v1/interviews", &body).await.problem("invalid");
        assert_eq!(problem["errors"][0]["field"], field, "{problem}");
    }
    assert_eq!(door.get("/api/v1/interviews").await.ok()["items"], json!([]));
}
