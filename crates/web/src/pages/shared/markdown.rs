//! Our own content, written in Markdown, as markup. Raw HTML in it is dropped, never passed on.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

/// Renders Markdown. Headings start at the third level, because a model answer stands under a second-level one; links lead
/// to web addresses or into this site only; pictures become their description.
pub fn render(text: &str) -> Markup {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(text, options).filter_map(safe);
    let mut out = String::with_capacity(text.len() * 3 / 2);
    push_html(&mut out, events);
    PreEscaped(out)
}

/// How many minutes reading takes, at two hundred words a minute; at least one.
pub fn reading_minutes(text: &str) -> usize {
    text.split_whitespace().count().div_ceil(200).max(1)
}

fn safe(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::HtmlBlock | Tag::Image { .. }) | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => {
            None
        }
        Event::Start(Tag::CodeBlock(_)) => Some(Event::Html("<pre tabindex=\"0\"><code>".into())),
        Event::End(TagEnd::CodeBlock) => Some(Event::Html("</code></pre>\n".into())),
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: lower(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level)))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_safe(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        other => Some(other),
    }
}

/// Two levels lower.
fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// Whether an address is a web address or leads into this site.
pub fn is_safe(address: &str) -> bool {
    let inside = address.starts_with('/') && !address.starts_with("//");
    inside || address.starts_with('#') || address.starts_with("https://") || address.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        render(text).into_string()
    }

    #[test]
    fn raw_html_is_dropped() {
        let out =
            html("a <b onclick=x>bold</b>\n\n<script>alert(1)</script>\n\n<img src=x onerror=y>\n\nend");
        assert!(!out.contains("script") && !out.contains("onerror") && !out.contains("onclick"), "{out}");
        assert!(out.contains("bold") && out.contains("end"), "{out}");
    }

    #[test]
    fn dangerous_links_lead_nowhere() {
        for bad in ["javascript:alert(1)", "data:text/html,x", "//evil.example/x", "JaVaScRiPt:alert(1)"] {
            let out = html(&format!("[go]({bad})"));
            assert!(out.contains("href=\"#\""), "{bad}: {out}");
        }
        assert!(html("[go](https://example.com/a)").contains("href=\"https://example.com/a\""));
    }

    #[test]
    fn code_is_escaped_and_reachable_by_keyboard() {
        let out = html("```sql\nSELECT '<x>' & 1;\n```");
        assert!(out.contains("<pre tabindex=\"0\"><code>SELECT"), "{out}");
        assert!(out.contains("&lt;x&gt;"), "{out}");
    }

    #[test]
    fn headings_are_lowered_and_pictures_become_words() {
        assert!(html("# Title").contains("<h3>Title</h3>"));
        let out = html("![a diagram](https://example.com/x.png)");
        assert!(out.contains("a diagram") && !out.contains("<img"), "{out}");
    }
}
