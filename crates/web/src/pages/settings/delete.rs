//! Deleting everything, in two steps that work without script.

use maud::{Markup, html};

use super::view::holds;
use crate::pages::shared::shell::Shell;
use crate::ui::blank::blankslate;
use crate::ui::forms::{Field, Look, button_link, error_summary, submit, text_field};
use crate::ui::layout::Nav;
use crate::ui::notice::{Kind, notice};
use crate::ui::page::{crumbs, page_head};

/// What has to be typed.
const WORDS: &str = "delete my data";

/// Whether the typed words are the wanted ones; case and blanks around them do not matter.
pub(super) fn is_confirmed(typed: &str) -> bool {
    typed.trim().eq_ignore_ascii_case(WORDS)
}

/// The first step: what is deleted, and the box for the words. `refused` is what was typed instead of them.
pub(super) fn ask(shell: &Shell, rows: &[(&'static str, u64)], refused: Option<&str>) -> Markup {
    let message = format!("Type “{WORDS}” to go on. Nothing has been deleted.");
    let error = refused.map(|_| message.as_str());
    let errors: Vec<(&str, &str)> = error.iter().map(|error| ("confirm", *error)).collect();
    let help = format!("Type “{WORDS}”.");
    let field = Field { name: "confirm", label: "To be sure", help: &help, error };
    shell.page("Delete my data", Nav::Settings).render(html! {
        (crumbs(&[("Settings", "/settings")], "Delete my data"))
        (page_head(None, "Delete my data", None, None))
        form.form method="post" action="/settings/delete" autocomplete="off" {
            (error_summary(&errors))
            (notice(Kind::Warn, Some("This cannot be undone"), html! {
                p { "It deletes " (holds(rows)) ", your settings and this browser's drafts, also from the file itself. There is no copy." }
                p { a href="/api/v1/me/export" download { "Download my data first" } }
            }))
            (text_field(&field, "text", refused.unwrap_or_default(), true))
            div.form-actions {
                (submit(Look::Danger, "Delete all of it"))
                (button_link(Look::Quiet, "Keep it", "/settings#data"))
            }
        }
    })
}

/// After it.
pub(super) fn done(shell: &Shell) -> Markup {
    shell.page("Deleted", Nav::Settings).render(html! {
        (page_head(None, "All of it is gone.", None, None))
        (blankslate(
            "Nothing is kept about you now.",
            "Answers, notes, interviews, drafts and settings are deleted, also from the file itself. The questions are still there.",
            Some(("Start afresh", "/")),
            None,
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::is_confirmed;

    #[test]
    fn only_the_words_confirm() {
        assert!(is_confirmed(" Delete my data "));
        for no in ["", "delete", "yes", "delete my data!"] {
            assert!(!is_confirmed(no), "{no}");
        }
    }
}
