//! The settings as markup.

use greenroom_app::FieldError;
use maud::{Markup, html};

use super::form::SettingsForm;
use crate::assets;
use crate::pages::help::keys;
use crate::pages::shared::shell::Shell;
use crate::pages::shared::words;
use crate::ui::forms::{
    Choice, Field, Look, button_link, error_summary, radio_cards, submit, switch, text_field,
};
use crate::ui::icons::{self, icon};
use crate::ui::kv::kv;
use crate::ui::layout::Nav;
use crate::ui::notice::{Kind, notice};
use crate::ui::page::page_head;

/// What is kept, and where.
pub(super) struct Data<'a> {
    /// The file, or the database's address without its password.
    pub(super) place: &'a str,
    /// How large it is.
    pub(super) bytes: u64,
    /// How many rows there are, by name.
    pub(super) rows: &'a [(&'static str, u64)],
}

/// The whole document.
pub(super) fn render(
    shell: &Shell,
    form: &SettingsForm,
    data: &Data<'_>,
    errors: &[FieldError],
    is_saved: bool,
) -> Markup {
    shell.page("Settings", Nav::Settings).render(html! {
        (page_head(None, "Settings", None, None))
        @if is_saved { div.column.saved role="status" { (notice(Kind::Ok, None, html! { p { "Saved." } })) } }
        div.stack-l {
            (settings_form(form, errors))
            (data_section(data))
            (keys_section())
            (about())
        }
    })
}

fn settings_form(form: &SettingsForm, errors: &[FieldError]) -> Markup {
    let told: Vec<(&str, String)> = errors.iter().map(|error| (error.field, told(error))).collect();
    let error = |name: &str| told.iter().find(|(field, _)| *field == name).map(|(_, words)| words.as_str());
    let summary: Vec<(&str, &str)> = told.iter().map(|(field, words)| (*field, words.as_str())).collect();
    html! {
        form.form method="post" action="/settings" {
            (error_summary(&summary))
            input type="hidden" name="version" value=(form.version);
            (radio_cards("theme", "Theme", &THEMES, form.theme()))
            (switch("shortcuts", "Single-key shortcuts", "j, k, / and the others. Ctrl K always works.", !form.shortcuts.is_empty()))
            (text_field(&Field { name: "name", label: "Your name", help: "Maya greets you with it.", error: error("name") }, "text", &form.name, false))
            (text_field(&Field { name: "role", label: "Role", help: "What you prepare for, such as “Backend engineer, payments”.", error: error("role") }, "text", &form.role, false))
            (radio_cards("bar", "Level", &BARS, if form.bar.is_empty() { "none" } else { &form.bar }))
            (text_field(&Field { name: "interview_date", label: "Date of the interview", help: "Today counts the days. Empty if there is none.", error: error("interview_date") }, "date", &form.interview_date, false))
            div.form-actions { (submit(Look::Primary, "Save")) }
        }
    }
}

/// What is wrong with a field, as a sentence that names it.
fn told(error: &FieldError) -> String {
    let name = match error.field {
        "name" => "Your name",
        "role" => "The role",
        "interview_date" => "The date of the interview",
        other => other,
    };
    let joint = if error.message.starts_with("may ") { " " } else { ": " };
    format!("{name}{joint}{}.", error.message)
}

const THEMES: [Choice<'static>; 3] = [
    Choice { value: "system", label: "System", note: "as your computer" },
    Choice { value: "day", label: "Day", note: "light" },
    Choice { value: "backstage", label: "Backstage", note: "dark" },
];

const BARS: [Choice<'static>; 4] = [
    Choice { value: "junior", label: "Junior", note: "first two years" },
    Choice { value: "mid", label: "Mid", note: "owns a service" },
    Choice { value: "senior", label: "Senior", note: "owns a system" },
    Choice { value: "none", label: "None", note: "just curious" },
];

/// Where the data is, how much there is, and the way to take it away.
fn data_section(data: &Data<'_>) -> Markup {
    html! {
        section.column.stack aria-labelledby="data" {
            h2 #data { "Your data" }
            p.muted { "Everything you write is kept in this place on this computer and sent nowhere." }
            (kv(&[
                ("Stored in", html! { code.path { (data.place) } }),
                ("Size", html! { span.num { (words::bytes(data.bytes)) } }),
                ("Holds", html! { (holds(data.rows)) }),
            ]))
            div.cluster {
                a.btn href="/api/v1/me/export" download { (icon(icons::DOWNLOAD)) "Download my data" }
                (button_link(Look::Danger, "Delete my data", "/settings/delete"))
            }
        }
    }
}

/// "12 evaluations, two interviews, one draft".
pub(super) fn holds(rows: &[(&'static str, u64)]) -> String {
    let of = |name: &str| {
        rows.iter()
            .find(|(row, _)| *row == name)
            .map_or(0, |(_, n)| usize::try_from(*n).unwrap_or(usize::MAX))
    };
    let parts = [
        words::count(of("evaluations"), "evaluated answer", "evaluated answers"),
        words::count(of("interviews"), "interview", "interviews"),
        words::count(of("drafts"), "draft", "drafts"),
    ];
    parts.join(", ")
}

fn keys_section() -> Markup {
    html! {
        section.column aria-labelledby="keyboard" {
            h2 #keyboard { "Keyboard" }
            details.layer { summary { "All keys" } div { (keys()) } }
        }
    }
}

/// What other people made, with the file of its licence.
const INSIDE: [(&str, &str); 5] = [
    ("Bricolage Grotesque, OFL 1.1", "bricolage-grotesque-OFL-1.1.txt"),
    ("Atkinson Hyperlegible Next, OFL 1.1", "atkinson-hyperlegible-next-OFL-1.1.txt"),
    ("Atkinson Hyperlegible Mono, OFL 1.1", "atkinson-hyperlegible-mono-OFL-1.1.txt"),
    ("htmx, 0BSD", "htmx-0BSD.txt"),
    ("Lucide icons, ISC", "lucide-ISC.txt"),
];

fn about() -> Markup {
    html! {
        section.column.stack aria-labelledby="about" {
            h2 #about { "About" }
            (kv(&[
                ("Version", html! { "Greenroom " span.num { (env!("CARGO_PKG_VERSION")) } }),
                ("Program", html! { "MIT or Apache-2.0, as you like" }),
                ("Questions", html! { a href="https://creativecommons.org/licenses/by/4.0/" rel="license external" { "CC BY 4.0" } }),
                ("Also inside", html! {
                    ul.plain { @for (name, file) in INSIDE { li { a href=(assets::url(&format!("licences/{file}"))) { (name) } } } }
                }),
            ]))
            p { a href="/help" { "Help" } " · " a href="/api" { "API" } }
        }
    }
}
