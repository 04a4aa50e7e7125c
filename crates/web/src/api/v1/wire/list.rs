//! Lists, page by page.

use axum::response::{IntoResponse, Response};
use greenroom_core::{Cursor, Limit, Page};
use http::header::LINK;
use http::{HeaderValue, Uri};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::extract::Json;
use crate::problem::Problem;

/// Which page of a list.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// How many rows, 1 to 100; 20 if not given.
    pub limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    pub cursor: Option<String>,
}

impl PageQuery {
    /// How many rows.
    pub fn limit(&self) -> Limit {
        limit(self.limit)
    }

    /// Where the page begins.
    ///
    /// # Errors
    /// `invalid` for a text that is no cursor of ours.
    pub fn cursor(&self) -> Result<Option<Cursor>, Problem> {
        cursor(self.cursor.as_deref())
    }
}

/// How many rows, if so many are wished.
pub fn limit(wished: Option<u64>) -> Limit {
    wished.map_or_else(Limit::default, |rows| Limit::clamped(u16::try_from(rows).unwrap_or(u16::MAX)))
}

/// Reads a cursor.
///
/// # Errors
/// `invalid` for a text that is no cursor of ours.
pub fn cursor(given: Option<&str>) -> Result<Option<Cursor>, Problem> {
    let given = given.filter(|text| !text.is_empty());
    given.map(str::parse).transpose().map_err(|error: greenroom_core::ParseCursorError| {
        Problem::invalid("cursor", format!("{error}; use the member next of the page before"))
    })
}

/// One page of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct List<T> {
    /// The rows of this page.
    pub items: Vec<T>,
    /// The cursor of the next page; `null` on the last one.
    pub next: Option<String>,
}

/// A page of a list as a response: the body, and the next page's address as a `Link` header (RFC 8288).
pub fn respond<T: Serialize>(page: Page<T>, address: &Uri) -> Response {
    let next = page.next.as_ref().map(ToString::to_string);
    let link = next.as_deref().and_then(|cursor| next_link(address, cursor));
    let mut response = Json(List { items: page.items, next }).into_response();
    response.headers_mut().extend(link.map(|link| (LINK, link)));
    response
}

/// The address of the next page: the same query with another cursor.
pub fn next_link(address: &Uri, cursor: &str) -> Option<HeaderValue> {
    let others = address.query().unwrap_or("").split('&');
    let others = others.filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let cursor = format!("cursor={cursor}");
    let query: Vec<&str> = others.chain([cursor.as_str()]).collect();
    HeaderValue::try_from(format!("<{}?{}>; rel=\"next\"", address.path(), query.join("&"))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_keeps_the_filters() {
        let link = |address: &str| next_link(&address.parse().unwrap(), "c2").unwrap();
        assert_eq!(
            link("/a?level=advanced&cursor=c1&q=x%20y"),
            "</a?level=advanced&q=x%20y&cursor=c2>; rel=\"next\""
        );
        assert_eq!(link("/a"), "</a?cursor=c2>; rel=\"next\"");
    }
}
