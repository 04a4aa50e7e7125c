//! Form parts. Each field has a visible label, help in one sentence, an error beside it.

use maud::{Markup, html};

/// What the look of a button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one primary action.
    Primary,
    /// Any other action.
    Plain,
    /// An action that should not draw the eye.
    Quiet,
    /// Destroys something.
    Danger,
}

impl Look {
    /// Classes for a `button` or `a`.
    pub fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary",
            Self::Plain => "btn",
            Self::Quiet => "btn btn-quiet",
            Self::Danger => "btn btn-danger",
        }
    }
}

/// A submit button.
pub fn submit(look: Look, label: &str) -> Markup {
    html! { button class=(look.class()) type="submit" { (label) } }
}

/// A link that looks like a button.
pub fn button_link(look: Look, label: &str, href: &str) -> Markup {
    html! { a class=(look.class()) href=(href) { (label) } }
}

/// A form of one button that posts: `hidden` are `(name, value)` pairs.
pub fn post_button(look: Look, label: &str, action: &str, hidden: &[(&str, &str)]) -> Markup {
    html! {
        form method="post" action=(action) {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            (submit(look, label))
        }
    }
}

/// The words around a field.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// Name and id.
    pub name: &'a str,
    /// Visible label.
    pub label: &'a str,
    /// One sentence of help, or empty.
    pub help: &'a str,
    /// What is wrong, or `None`.
    pub error: Option<&'a str>,
}

impl Field<'_> {
    fn described(&self) -> Option<String> {
        let help = (!self.help.is_empty()).then(|| format!("{}-help", self.name));
        let error = self.error.map(|_| format!("{}-error", self.name));
        match (help, error) {
            (Some(a), Some(b)) => Some(format!("{a} {b}")),
            (a, b) => a.or(b),
        }
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    fn wrap(&self, control: Markup) -> Markup {
        html! {
            div.field {
                label.label for=(self.name) { (self.label) }
                @if !self.help.is_empty() { p.help id={ (self.name) "-help" } { (self.help) } }
                (control)
                @if let Some(error) = self.error { p.error id={ (self.name) "-error" } { (error) } }
            }
        }
    }
}

/// One line of text. `kind` is the type: "text", "email", "password", "number", "date", "url".
pub fn text_field(field: &Field<'_>, kind: &str, value: &str, required: bool) -> Markup {
    field.wrap(html! {
        input.input id=(field.name) name=(field.name) type=(kind) value=(value) required[required]
            aria-describedby=[field.described()] aria-invalid=[field.invalid()];
    })
}

/// Several lines; grows with its text where the browser can.
pub fn textarea(field: &Field<'_>, value: &str, rows: u8, required: bool) -> Markup {
    field.wrap(html! {
        textarea.textarea id=(field.name) name=(field.name) rows=(rows) required[required]
            aria-describedby=[field.described()] aria-invalid=[field.invalid()] { "\n" (value) }
    })
}

/// A choice from a list of `(value, label)`.
pub fn select(field: &Field<'_>, options: &[(&str, &str)], chosen: &str) -> Markup {
    field.wrap(html! {
        select.select id=(field.name) name=(field.name) aria-describedby=[field.described()] aria-invalid=[field.invalid()] {
            @for (value, text) in options { option value=(value) selected[*value == chosen] { (text) } }
        }
    })
}

/// One card of a radio group.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Value posted.
    pub value: &'a str,
    /// Bold word.
    pub label: &'a str,
    /// What it means, or empty.
    pub note: &'a str,
}

/// A radio group as cards. `legend` is shown; pass the chosen value.
pub fn radio_cards(name: &str, legend: &str, choices: &[Choice<'_>], chosen: &str) -> Markup {
    html! {
        fieldset.field id=(name) {
            legend.label { (legend) }
            div.radio-cards {
                @for choice in choices {
                    label.radio-card {
                        input type="radio" name=(name) value=(choice.value) checked[choice.value == chosen] required;
                        strong { (choice.label) }
                        @if !choice.note.is_empty() { span { (choice.note) } }
                    }
                }
            }
        }
    }
}

/// A switch (a checkbox in dress): on posts `name=on`, off posts nothing.
pub fn switch(name: &str, label: &str, note: &str, on: bool) -> Markup {
    html! {
        label.switch id=(name) {
            input type="checkbox" role="switch" name=(name) value="on" checked[on];
            span { (label) @if !note.is_empty() { span { (note) } } }
        }
    }
}

/// A checkbox.
pub fn checkbox(name: &str, value: &str, label: &str, note: &str, on: bool) -> Markup {
    html! {
        label.check {
            input type="checkbox" name=(name) value=(value) checked[on];
            span { (label) @if !note.is_empty() { span { (note) } } }
        }
    }
}

/// The summary above a refused form: `(field id, message)`. Focus goes here after a refusal.
pub fn error_summary(errors: &[(&str, &str)]) -> Markup {
    html! {
        @if !errors.is_empty() {
            div.error-summary role="alert" tabindex="-1" data-focus {
                h2 { "Please check " @if errors.len() == 1 { "one thing" } @else { (errors.len()) " things" } }
                ul { @for (id, message) in errors { li { a href={ "#" (id) } { (message) } } } }
            }
        }
    }
}

/// One numbered step of the lobby; put several inside `form.lobby`.
pub fn lobby_step(title: &str, body: Markup) -> Markup {
    html! { section.lobby-step { h2 { (title) } div.stack { (body) } } }
}
