//! Messages in the page and messages that pass.

use maud::{Markup, html};

use super::icons::{self, Icon, icon};

/// What kind of message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Neutral.
    Info,
    /// Something worked.
    Ok,
    /// Something to know before going on.
    Warn,
    /// Something failed; nothing is lost.
    Bad,
}

impl Kind {
    fn look(self) -> (&'static str, Icon) {
        match self {
            Self::Info => ("notice notice-info", icons::INFO),
            Self::Ok => ("notice notice-ok", icons::CIRCLE_CHECK),
            Self::Warn => ("notice notice-warn", icons::TRIANGLE_ALERT),
            Self::Bad => ("notice notice-bad", icons::OCTAGON_ALERT),
        }
    }
}

/// A message in the flow of the page. A failure is announced at once by its role.
pub fn notice(kind: Kind, title: Option<&str>, body: Markup) -> Markup {
    let (class, glyph) = kind.look();
    html! {
        div class=(class) role=[(kind == Kind::Bad).then_some("alert")] {
            (icon(glyph))
            div {
                @if let Some(title) = title { strong { (title) } }
                (body)
            }
        }
    }
}

/// A passing message for `#toasts` (send it with `hx-swap-oob="beforeend:#toasts"`), optionally
/// with an undo `(label, post address)`.
pub fn toast(text: &str, undo: Option<(&str, &str)>) -> Markup {
    html! {
        div.toast role="status" data-toast {
            span { (text) }
            @if let Some((label, action)) = undo {
                form method="post" action=(action) { button.btn.btn-quiet.btn-small { (label) } }
            }
        }
    }
}
