//! What every page needs of its visitor: who asks, their settings, the theme; and the frame that is drawn from it.

use axum::extract::FromRequestParts;
use greenroom_app::Ctx;
use greenroom_app::kept::{self, Person, Settings};
use greenroom_core::{Bar, Timestamp};
use http::HeaderMap;
use http::request::Parts;
use maud::Markup;

use crate::extract::cookie;
use crate::problem::Problem;
use crate::state::WebState;
use crate::ui::layout::{Nav, Page, Theme};

/// The visitor of a page.
#[derive(Debug, Clone)]
pub struct Shell {
    /// Who asks, and when.
    pub ctx: Ctx,
    /// The person with the settings.
    pub person: Person,
    /// The theme: of the cookie, which the button in the rail changes, otherwise of the settings.
    pub theme: Theme,
    /// Whether htmx asks for the content alone.
    pub is_fragment: bool,
}

impl FromRequestParts<WebState> for Shell {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Problem> {
        let ctx = state.app().ctx();
        let person = state.app().person(&ctx).await?;
        let theme = theme(&parts.headers, person.settings.theme);
        Ok(Self { ctx, person, theme, is_fragment: is_fragment(&parts.headers) })
    }
}

/// A boosted link or a restored page wants the whole document, although htmx asks for it.
fn is_fragment(headers: &HeaderMap) -> bool {
    let has = |name| headers.contains_key(name);
    has("hx-request") && !has("hx-boosted") && !has("hx-history-restore-request")
}

fn theme(headers: &HeaderMap, stored: kept::Theme) -> Theme {
    cookie(headers, "theme").map_or_else(|| Theme::parse(stored.as_str()), Theme::parse)
}

impl Shell {
    /// The frame of a page, to be filled and rendered.
    pub fn page<'a>(&self, title: &'a str, nav: Nav) -> Page<'a> {
        Page { theme: self.theme, shortcuts: self.person.settings.shortcuts, ..Page::new(title, nav) }
    }

    /// The content alone for htmx, the whole document for everybody else.
    pub fn render(&self, page: &Page<'_>, content: Markup) -> Markup {
        if self.is_fragment { content } else { page.render(content) }
    }

    /// The person's settings.
    pub fn settings(&self) -> &Settings {
        &self.person.settings
    }

    /// The level the person prepares for.
    pub fn aim(&self) -> Option<Bar> {
        self.person.settings.target_bar
    }

    /// The moment of the request.
    pub fn now(&self) -> Timestamp {
        self.ctx.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use http::header::COOKIE;

    #[test]
    fn the_cookie_wins_over_the_settings() {
        let none = HeaderMap::new();
        assert_eq!(theme(&none, kept::Theme::Backstage), Theme::Backstage);
        let day = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("theme=day"))]);
        assert_eq!(theme(&day, kept::Theme::Backstage), Theme::Day);
    }

    #[test]
    fn a_restored_page_is_a_whole_page() {
        let mut headers = HeaderMap::new();
        assert!(!is_fragment(&headers));
        headers.insert("hx-request", HeaderValue::from_static("true"));
        assert!(is_fragment(&headers));
        headers.insert("hx-history-restore-request", HeaderValue::from_static("true"));
        assert!(!is_fragment(&headers));
    }
}
