//! `greenroom interview`: a whole interview in the terminal, by the same use cases as the room.

use anyhow::Result;
use greenroom_app::interview::{Act, Notes, Room, StartInterview};
use greenroom_app::kept::InterviewState;
use greenroom_app::{App, AppError, Ctx};
use greenroom_core::Limit;
use greenroom_interview::{Interview as State, Line, LineKind, Pace, Phase, Speaker};
use greenroom_store::Access;

use crate::cli::Interview;
use crate::commands::report;
use crate::config::Config;
use crate::open;
use crate::terminal::{Answer, Paper, ask_line, ask_text};

/// Runs the command.
pub(crate) async fn run(config: &Config, arguments: &Interview) -> Result<()> {
    let store = open::store(config, Access::Shared).await?;
    let app = open::app(config, store.clone()).await?;
    let outcome = take(&app, arguments).await;
    store.close().await;
    outcome
}

async fn take(app: &App, arguments: &Interview) -> Result<()> {
    let paper = Paper::stdout();
    let mut room = enter(app, arguments).await?;
    paper.heading("Rehearsal");
    paper.line(
        &paper.quiet("An empty line ends your answer. /hint /clarify /skip /leave /end /help at any time."),
    );
    let mut shown = 0;
    loop {
        shown = show_lines(app, &paper, &room.interview, shown);
        if room.interview.is_over() {
            break;
        }
        let Some(act) = next_act(&paper, &room.interview)? else {
            leave(app, &paper, &room).await?;
            return Ok(());
        };
        if matches!(act, Act::Leave) {
            leave(app, &paper, &room).await?;
            return Ok(());
        }
        match app.act(&app.ctx(), room.id.as_str(), act).await {
            Ok(after) => room = after,
            Err(error @ (AppError::Refused { .. } | AppError::Invalid(_))) => {
                paper.line(&paper.middling(&error.to_string()));
            }
            Err(error) => return Err(error.into()),
        }
    }
    match app.notes(&app.ctx(), room.id.as_str()).await {
        Ok(notes) => print_notes(app, &paper, &notes),
        Err(error) => paper.text(&error.to_string()),
    }
    Ok(())
}

/// The interview that was left open, if that is wished and there is one; else a new one.
async fn enter(app: &App, arguments: &Interview) -> Result<Room> {
    let ctx = app.ctx();
    if arguments.resume {
        let open = app.list_interviews(&ctx, Limit::clamped(Limit::MAX), None).await?.items;
        if let Some(record) = open.into_iter().find(|record| record.state == InterviewState::Open) {
            return go_on(app, &ctx, record.id.as_str()).await;
        }
    }
    let wishes = StartInterview {
        collection: None,
        area: None,
        role: arguments.role.clone(),
        bar: arguments.level,
        topics: arguments.topics.clone(),
        technologies: arguments.technologies.clone(),
        length: arguments.length,
        tone: arguments.tone,
        pace: Pace::Usual,
    };
    let room = app.start_interview(&ctx, wishes).await?;
    Ok(app.act(&app.ctx(), room.id.as_str(), Act::Begin).await?)
}

async fn go_on(app: &App, ctx: &Ctx, id: &str) -> Result<Room> {
    let room = app.room(ctx, id).await?;
    let act = match room.interview.phase() {
        Phase::Left => Act::Resume,
        Phase::Greeting => Act::Begin,
        _ => return Ok(room),
    };
    Ok(app.act(ctx, id, act).await?)
}

async fn leave(app: &App, paper: &Paper, room: &Room) -> Result<()> {
    app.act(&app.ctx(), room.id.as_str(), Act::Leave).await?;
    paper.gap();
    paper.text("Nothing is lost. Go on with: greenroom interview --resume");
    Ok(())
}

/// Prints what was said since the last time; gives back how many lines have been shown.
fn show_lines(app: &App, paper: &Paper, interview: &State, shown: usize) -> usize {
    let lines = interview.transcript();
    for line in lines.iter().skip(shown).filter(|line| line.speaker == Speaker::Interviewer) {
        paper.gap();
        if matches!(line.kind, LineKind::Question) {
            let progress = interview.progress();
            paper.line(&paper.quiet(&format!("Question {} of {}", progress.question, progress.of)));
        }
        paper.indented("Maya  ", &line.text);
        if let Some(hint) = hint_text(app, interview, line) {
            paper.indented("      ", &hint);
        }
    }
    lines.len()
}

fn hint_text(app: &App, interview: &State, line: &Line) -> Option<String> {
    let LineKind::Hint { index } = line.kind else { return None };
    let turn = interview.turn(line.turn?)?;
    let graded = app.catalog().find(turn.question.as_str()).ok()?;
    graded.question.hints.get(usize::from(index)).cloned()
}

/// Asks what the candidate does. `None` at the end of the input.
fn next_act(paper: &Paper, interview: &State) -> Result<Option<Act>> {
    paper.gap();
    if interview.phase() == Phase::CandidatesQuestions {
        return Ok(match ask_line("You > ")? {
            Answer::End => Some(Act::Finish),
            Answer::Command(word) if word == "leave" => Some(Act::Leave),
            Answer::Command(_) => Some(Act::Finish),
            Answer::Text(text) if text.is_empty() => Some(Act::Finish),
            Answer::Text(text) => Some(Act::AskOwn { text }),
        });
    }
    let Some(turn) = interview.current_turn().map(|turn| turn.number) else { return Ok(Some(Act::Begin)) };
    loop {
        let command = match ask_text("You > ")? {
            Answer::End => return Ok(None),
            Answer::Text(text) => return Ok(Some(Act::Answer { turn, text })),
            Answer::Command(command) => command,
        };
        let (word, rest) = command.split_once(' ').unwrap_or((&command, ""));
        match word {
            "hint" => return Ok(Some(Act::TakeHint { turn, index: None })),
            "skip" => return Ok(Some(Act::Skip { turn })),
            "leave" | "quit" => return Ok(Some(Act::Leave)),
            "end" => return Ok(Some(Act::EndEarly)),
            "clarify" => {
                let text =
                    if rest.is_empty() { "What exactly do you want to know?" } else { rest }.to_owned();
                return Ok(Some(Act::Clarify { turn, text }));
            }
            _ => help(paper, interview),
        }
    }
}

fn help(paper: &Paper, interview: &State) {
    paper.line("  /hint      the next hint");
    if let Some(offer) = interview.hint_offer() {
        paper.indented("             ", &offer);
    }
    paper.line("  /clarify   ask what the question means");
    paper.line("  /skip      pass on this question");
    paper.line("  /leave     stop for now; nothing is lost");
    paper.line("  /end       end here and read the notes");
}

fn print_notes(app: &App, paper: &Paper, notes: &Notes) {
    paper.gap();
    paper.heading("Notes on your take");
    let overall = &notes.overall;
    let level = overall.level.map_or("below junior", greenroom_core::Bar::as_str);
    match overall.score {
        Some(score) => paper.line(&format!("{} of 100   sounds {level}", paper.strong(&score.to_string()))),
        None => paper.line("Nothing could be graded."),
    }
    for line in &notes.strengths {
        paper.indented("✓ ", &format!("Question {}: {}", line.number, line.text));
    }
    if let Some(line) = &notes.improvement {
        paper.gap();
        paper.line(&paper.strong("One thing to change"));
        paper.indented("  ", &format!("Question {}: {}", line.number, line.text));
    }
    for question in &notes.questions {
        paper.gap();
        paper.heading(&format!("{}. {}", question.number, question.asked.planned.prompt));
        let cost = question.asked.hint_cost();
        if cost > 0 {
            paper.line(&paper.quiet(&format!("hints cost {cost} points")));
        }
        let Some(record) = &question.evaluation else {
            paper.line(&paper.quiet("skipped"));
            continue;
        };
        if let Ok(graded) = app.catalog().find(record.question.as_str()) {
            report::print(paper, graded, &record.answer, &record.evaluation);
        }
    }
    paper.gap();
    paper.text("The same notes as a page: run `greenroom serve` and open Past interviews.");
}
