//! What Greenroom is measured against: handlers of the same framework that do the same work in the database and nothing
//! else; and Greenroom itself with another setting of its store.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use axum::extract::{Path as Named, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use greenroom_app::{App, Catalog};
use greenroom_core::{Clock, EvaluationId, PersonId, Timestamp};
use greenroom_store::{Access, Config, EvaluationRecord, Store, StoreError};
use greenroom_testkit::SeededEntropy;
use greenroom_web::{Limits, WebConfig, WebState};
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// What the bare handlers know.
struct Bare {
    store: Store,
    owner: PersonId,
    /// What is read; what is written has its form.
    template: EvaluationRecord,
    entropy: Mutex<SeededEntropy>,
    /// Bodies of Greenroom's own answers, by name.
    bodies: std::collections::BTreeMap<String, (String, &'static str)>,
}

/// Serves the bare handlers over the database in `folder`, with bodies that were saved beside it and at most `group` units
/// of work in one commit.
pub(crate) fn serve(folder: &Path, port: u16, evaluation: &str, group: usize) -> Result<()> {
    block_on(async {
        let store = Store::open(config(folder, group)).await?;
        let owner = store.read().people().find_single().await?.context("the database has a person")?.id;
        let id: EvaluationId = evaluation.parse()?;
        let template =
            store.read().evaluations(&owner).find(&id).await?.context("the database has the evaluation")?;
        let mut bodies = std::collections::BTreeMap::new();
        for entry in std::fs::read_dir(folder.join("bodies"))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = if name.ends_with("json") { "application/json" } else { "text/html; charset=utf-8" };
            bodies.insert(name, (std::fs::read_to_string(entry.path())?, kind));
        }
        let bare = Bare { store, owner, template, entropy: Mutex::new(SeededEntropy::new(1)), bodies };
        let router = Router::new()
            .route("/json", get(async || Json(serde_json::json!({ "hello": "world" }))))
            .route("/bodies/{name}", get(body))
            .route("/evaluations/{id}", get(find))
            .route("/evaluations", post(insert))
            .with_state(Arc::new(bare));
        // The same accept loop as Greenroom's, with none of its layers.
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        Ok(greenroom_web::serve(listener, router, CancellationToken::new(), Limits::default()).await?)
    })
}

async fn body(State(bare): State<Arc<Bare>>, Named(name): Named<String>) -> Response {
    bare.bodies.get(&name).map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |(body, kind)| ([(CONTENT_TYPE, *kind)], body.clone()).into_response(),
    )
}

/// The same statement through the same store; the body is the one that Greenroom gives.
async fn find(State(bare): State<Arc<Bare>>, Named(id): Named<String>) -> Result<Response, StatusCode> {
    let id: EvaluationId = id.parse().map_err(|_| StatusCode::NOT_FOUND)?;
    let found = bare.store.read().evaluations(&bare.owner).find(&id).await.map_err(failed)?;
    found.ok_or(StatusCode::NOT_FOUND)?;
    Ok(body(State(bare), Named("evaluation.json".to_owned())).await)
}

/// What Greenroom is sent as well.
#[derive(Deserialize)]
struct Given {
    answer: String,
}

/// The same row through the same store, durable before it is answered; nothing is graded.
async fn insert(State(bare): State<Arc<Bare>>, Json(given): Json<Given>) -> Result<Response, StatusCode> {
    let now = Wall.now();
    let id = EvaluationId::generate(now, &mut *bare.entropy.lock().unwrap_or_else(PoisonError::into_inner));
    let record = EvaluationRecord { id, answer: given.answer, created_at: now, ..bare.template.clone() };
    let mut tx = bare.store.begin_write().await.map_err(failed)?;
    tx.evaluations(&bare.owner).insert(&record).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    let body = body(State(bare), Named("evaluation.json".to_owned())).await;
    Ok((StatusCode::CREATED, body).into_response())
}

fn failed(_: StoreError) -> StatusCode {
    StatusCode::SERVICE_UNAVAILABLE
}

/// Serves Greenroom itself over the database in `folder`, with at most `group` units of work in one commit.
pub(crate) fn serve_product(folder: &Path, port: u16, group: usize) -> Result<()> {
    block_on(async {
        let store = Store::open(config(folder, group)).await?;
        let loaded = greenroom_packs::load(&greenroom_packs::embedded());
        let catalog = Catalog::new(loaded.bank, loaded.rubrics, loaded.glossary);
        let seed = u64::from(std::process::id()) ^ u64::try_from(Wall.now().millis()).unwrap_or(0);
        let app = App::start(store, catalog, Box::new(Wall), Box::new(SeededEntropy::new(seed))).await?;
        let state = WebState::new(app, WebConfig { quota: None, ..WebConfig::default() });
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        Ok(greenroom_web::run(listener, state, CancellationToken::new(), Limits::default()).await?)
    })
}

fn config(folder: &Path, group: usize) -> Config {
    Config { group_max: group, ..Config::sqlite(folder.join("greenroom.db"), Access::Serve) }
}

fn block_on(work: impl Future<Output = Result<()>>) -> Result<()> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

/// The system's clock.
struct Wall;

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}
