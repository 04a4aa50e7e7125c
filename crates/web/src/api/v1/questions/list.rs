//! `GET /questions`

use axum::extract::{OriginalUri, State};
use axum::response::{IntoResponse, Response};
use greenroom_app::App;
use greenroom_bank::{Facet, Filter, Found};
use greenroom_core::{Cursor, Page, Slug};
use http::header::LINK;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::KEEP_AND_ASK;
use crate::api::v1::wire::list;
use crate::api::v1::wire::question::QuestionSummary;
use crate::extract::{Json, Query};
use crate::problem::Problem;

/// Which questions are wanted. An empty value is the same as none.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionQuery {
    /// `beginner`, `intermediate` or `advanced`.
    level: Option<String>,
    /// About what.
    #[param(example = "reliability")]
    topic: Option<String>,
    /// With what.
    #[param(example = "http")]
    technology: Option<String>,
    /// `concept`, `scenario`, `design`, `experience` or `coding`.
    kind: Option<String>,
    /// Words to look for.
    q: Option<String>,
    /// How many rows, 1 to 100; 20 if not given.
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// Finds questions, with the counts that each further filter would leave.
#[utoipa::path(get, path = "/questions", tag = "questions", params(QuestionQuery),
    responses((status = 200, description = "One page of what was found", body = QuestionList)))]
pub(super) async fn list_questions(
    State(app): State<App>,
    OriginalUri(address): OriginalUri,
    Query(query): Query<QuestionQuery>,
) -> Result<Response, Problem> {
    let found = app.catalog().bank().search(&query.filter()?);
    let page = page(&found, list::limit(query.limit).rows(), list::cursor(query.cursor.as_deref())?)?;
    let next = page.next.as_ref().map(ToString::to_string);
    let link =
        next.as_deref().and_then(|cursor| list::next_link(&address, cursor)).map(|link| [(LINK, link)]);
    let body =
        QuestionList { items: page.items, next, total: found.total, facets: Facets::from(&found.facets) };
    Ok((KEEP_AND_ASK, link.into_iter().flatten().collect::<http::HeaderMap>(), Json(body)).into_response())
}

/// The page behind the question that the cursor names.
fn page(found: &Found<'_>, rows: usize, cursor: Option<Cursor>) -> Result<Page<QuestionSummary>, Problem> {
    let gone = || Problem::invalid("cursor", "names no question of this list; begin again without a cursor");
    let id = |hit: &greenroom_bank::Hit<'_>| hit.question.id.to_string();
    let start = match cursor {
        None => 0,
        Some(after) => 1 + found.items.iter().position(|hit| id(hit) == after.key()).ok_or_else(gone)?,
    };
    let hits = found.items.get(start..).unwrap_or_default();
    let next = hits.get(..rows).filter(|_| hits.len() > rows).and_then(|page| page.last());
    Ok(Page {
        items: hits.iter().take(rows).map(QuestionSummary::from).collect(),
        next: next.map(|hit| Cursor::after(id(hit))),
    })
}

impl QuestionQuery {
    fn filter(&self) -> Result<Filter, Problem> {
        Ok(Filter {
            text: self.q.clone().unwrap_or_default(),
            level: word("level", self.level.as_deref(), greenroom_core::Level::from_word)?,
            topic: word("topic", self.topic.as_deref(), |text| text.parse().ok())?,
            technology: word("technology", self.technology.as_deref(), |text| text.parse().ok())?,
            kind: word("kind", self.kind.as_deref(), greenroom_bank::Kind::from_word)?,
        })
    }
}

/// Reads one filter; `field` is named if its value is none that exists.
fn word<T>(field: &str, given: Option<&str>, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Problem> {
    let Some(given) = given.filter(|text| !text.is_empty()) else { return Ok(None) };
    let shown: String = given.chars().take(60).collect();
    let unknown =
        || Problem::invalid(field, format!("'{shown}' is none of its values; the member facets lists them"));
    read(given).map(Some).ok_or_else(unknown)
}

/// What was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct QuestionList {
    /// The rows of this page: best first if words were looked for, otherwise easiest first.
    items: Vec<QuestionSummary>,
    /// The cursor of the next page; `null` on the last one.
    next: Option<String>,
    /// How many questions there are on all pages.
    total: usize,
    /// For each filter, its values.
    facets: Facets,
}

/// The values of each filter.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct Facets {
    levels: Vec<FacetValue>,
    topics: Vec<FacetValue>,
    technologies: Vec<FacetValue>,
    kinds: Vec<FacetValue>,
}

impl From<&greenroom_bank::Facets> for Facets {
    fn from(facets: &greenroom_bank::Facets) -> Self {
        Self {
            levels: values(&facets.levels, |level| level.as_str()),
            topics: values(&facets.topics, Slug::as_str),
            technologies: values(&facets.technologies, Slug::as_str),
            kinds: values(&facets.kinds, |kind| kind.as_str()),
        }
    }
}

fn values<T>(facets: &[Facet<T>], word: impl Fn(&T) -> &str) -> Vec<FacetValue> {
    let value = |facet: &Facet<T>| FacetValue {
        value: word(&facet.value).to_owned(),
        count: facet.count,
        is_chosen: facet.is_chosen,
    };
    facets.iter().map(value).collect()
}

/// One value of a filter.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct FacetValue {
    /// The value.
    value: String,
    /// How many questions there are when it is chosen and all other filters stay.
    count: usize,
    /// Whether it is chosen.
    is_chosen: bool,
}
