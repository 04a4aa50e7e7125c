//! The whole document around a page: head, rail, tab bar, live region, help and palette dialogs.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::icons::{self, Icon, icon};
use crate::assets;

/// htmx configuration, exactly as the content policy needs it (`reference/ui.md` 2.4).
const HTMX_CONFIG: &str = r#"{"allowEval":false,"includeIndicatorStyles":false,"allowScriptTags":false,"selfRequestsOnly":true,"historyCacheSize":0}"#;

/// The mark: a mirror with bulbs around it.
const MARK: &str = r#"<circle cx="14" cy="14" r="7.2" fill="var(--brand)"/><path d="M10.4 15.4a4.4 4.4 0 0 1 4.2-5.3" fill="none" stroke="var(--on-brand)" stroke-width="1.6" stroke-linecap="round"/><g fill="var(--bulb)" stroke="var(--bulb-ink)" stroke-width=".6"><circle cx="14" cy="2.6" r="1.9"/><circle cx="23.9" cy="8.3" r="1.9"/><circle cx="23.9" cy="19.7" r="1.9"/><circle cx="14" cy="25.4" r="1.9"/><circle cx="4.1" cy="19.7" r="1.9"/><circle cx="4.1" cy="8.3" r="1.9"/></g>"#;

/// Which navigation item is the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nav {
    /// `/`
    Today,
    /// `/questions`
    Questions,
    /// `/interviews/new`
    Interview,
    /// `/interviews`
    Past,
    /// `/settings`
    Settings,
    /// `/api`
    Api,
    /// `/help`
    Help,
    /// A page that belongs to none of them (errors, the room).
    None,
}

/// The visitor's theme, from the cookie `theme`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follow the operating system.
    #[default]
    System,
    /// Light.
    Day,
    /// Dark.
    Backstage,
}

impl Theme {
    /// The value of `data-theme`, of the cookie and of the settings form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Day => "day",
            Self::Backstage => "backstage",
        }
    }

    /// Reads a cookie or form value; anything unknown is the system's choice.
    pub fn parse(text: &str) -> Self {
        match text {
            "day" => Self::Day,
            "backstage" => Self::Backstage,
            _ => Self::System,
        }
    }
}

/// What stands around the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chrome {
    /// Rail on wide screens, tab bar on phones.
    Rail,
    /// Nothing: the content brings its own `main` (the room). Dark unless the visitor chose.
    Room,
}

/// One item of the navigation.
struct Item {
    nav: Nav,
    href: &'static str,
    name: &'static str,
    short: &'static str,
    glyph: Icon,
    key: &'static str,
}

/// Navigation in order; the first five are the phone's tab bar.
const ITEMS: [Item; 6] = [
    Item {
        nav: Nav::Today,
        href: "/",
        name: "Today",
        short: "Today",
        glyph: icons::CALENDAR_CHECK,
        key: "g t",
    },
    Item {
        nav: Nav::Questions,
        href: "/questions",
        name: "Questions",
        short: "Questions",
        glyph: icons::LIBRARY_BIG,
        key: "g q",
    },
    Item {
        nav: Nav::Interview,
        href: "/interviews/new",
        name: "Interview",
        short: "Interview",
        glyph: icons::MESSAGE_SQUARE,
        key: "g i",
    },
    Item {
        nav: Nav::Past,
        href: "/interviews",
        name: "Past interviews",
        short: "Past",
        glyph: icons::HISTORY,
        key: "g h",
    },
    Item {
        nav: Nav::Settings,
        href: "/settings",
        name: "Settings",
        short: "Settings",
        glyph: icons::SLIDERS_HORIZONTAL,
        key: "g e",
    },
    Item { nav: Nav::Api, href: "/api", name: "API", short: "API", glyph: icons::BRACES, key: "g a" },
];

/// One document. Fill the fields you need and call [`Page::render`].
///
/// `Page { modules: &["answer.js"], ..Page::new("Idempotency", Nav::Questions) }.render(body)`
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Shown in the tab, before "Greenroom".
    pub title: &'a str,
    /// Current navigation item.
    pub nav: Nav,
    /// From the cookie; written on `<html>` so that nothing flashes.
    pub theme: Theme,
    /// False switches single-key shortcuts off (WCAG 2.1.4).
    pub shortcuts: bool,
    /// Modules under `assets/js/` this page certainly needs: they are preloaded. `boot.js` finds
    /// the others by the elements on the page.
    pub modules: &'a [&'a str],
    /// Extra classes on `<body>`.
    pub body_class: &'a str,
    /// Rail or room.
    pub chrome: Chrome,
    /// Keys of this page for the `?` dialog: `("a", "Write an answer")`.
    pub keys: &'a [(&'a str, &'a str)],
}

impl<'a> Page<'a> {
    /// A page with the usual surroundings.
    pub fn new(title: &'a str, nav: Nav) -> Self {
        Self {
            title,
            nav,
            theme: Theme::System,
            shortcuts: true,
            modules: &[],
            body_class: "",
            chrome: Chrome::Rail,
            keys: &[],
        }
    }

    /// The document. For an htmx request send `content` alone instead.
    pub fn render(&self, content: Markup) -> Markup {
        let shortcuts = if self.shortcuts { "on" } else { "off" };
        html! {
            (DOCTYPE)
            html lang="en" data-theme=(self.shown_theme()) data-shortcuts=(shortcuts) {
                (self.head())
                body class={ @if self.chrome == Chrome::Rail { "app " } (self.body_class) } {
                    a.skip href="#main" { "Skip to content" }
                    @match self.chrome {
                        Chrome::Rail => {
                            (self.rail())
                            main #main .page tabindex="-1" { (content) }
                            (self.tab_bar())
                        }
                        Chrome::Room => (content),
                    }
                    div #live .vh role="status" aria-live="polite" {}
                    div #toasts .toasts {}
                    (self.help_dialog())
                    (palette_dialog())
                }
            }
        }
    }

    /// The room is dark unless the visitor chose a theme.
    fn shown_theme(&self) -> &'static str {
        match (self.chrome, self.theme) {
            (Chrome::Room, Theme::System) => Theme::Backstage.as_str(),
            (_, theme) => theme.as_str(),
        }
    }

    fn head(&self) -> Markup {
        html! {
            head {
                meta charset="utf-8";
                title { (self.title) " · Greenroom" }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="same-origin";
                meta name="htmx-config" content=(HTMX_CONFIG);
                @for font in ["fonts/bricolage-latin.woff2", "fonts/atkinson-latin.woff2"] {
                    link rel="preload" href=(assets::url(font)) as="font" type="font/woff2" crossorigin;
                }
                link rel="stylesheet" href=(assets::url("app.css"));
                link rel="icon" type="image/svg+xml" href=(assets::url("icon.svg"));
                script src=(assets::url("js/htmx.min.js")) defer {}
                script type="module" src=(assets::url("js/boot.js")) {}
                @for module in self.modules {
                    link rel="modulepreload" href=(assets::url(&format!("js/{module}")));
                }
            }
        }
    }

    fn rail(&self) -> Markup {
        html! {
            header.rail {
                a.brand href="/" { (mark()) span { "Greenroom" } }
                nav aria-label="Main" {
                    ul.nav {
                        @for item in &ITEMS {
                            li {
                                a href=(item.href) title=(item.name) aria-current=[self.current(item.nav)] {
                                    (icon(item.glyph)) span { (item.name) }
                                }
                            }
                        }
                    }
                }
                div.rail-foot {
                    a href="/settings#theme" title="Change the theme" data-theme-toggle {
                        (icon(icons::SUN_MOON)) span data-theme-name { "Theme" }
                    }
                    a href="/help" title="Help" aria-current=[self.current(Nav::Help)] {
                        (icon(icons::CIRCLE_QUESTION_MARK)) span { "Help" }
                    }
                    button.js-only type="button" title="Keys of this page" data-open-dialog="help" {
                        (icon(icons::KEYBOARD)) span { "Keys" } kbd.kbd { "?" }
                    }
                }
            }
        }
    }

    fn tab_bar(&self) -> Markup {
        html! {
            nav.tabbar aria-label="Main, for small screens" {
                @for item in ITEMS.iter().take(5) {
                    a href=(item.href) aria-current=[self.current(item.nav)] {
                        (icon(item.glyph)) span { (item.short) }
                    }
                }
            }
        }
    }

    fn current(&self, nav: Nav) -> Option<&'static str> {
        (self.nav == nav).then_some("page")
    }

    fn help_dialog(&self) -> Markup {
        html! {
            dialog.dialog #help aria-labelledby="help-title" {
                header {
                    h2 #help-title { "Keys" }
                    form method="dialog" { button.btn.btn-small { "Close" } }
                }
                div.all-keys {
                    @if !self.keys.is_empty() {
                        div {
                            h3 { "On this page" }
                            dl.help-keys { @for (keys, what) in self.keys { dt { (key_list(keys)) } dd { (what) } } }
                        }
                    }
                    div {
                        h3 { "Everywhere" }
                        dl.help-keys {
                            @for (keys, what) in [("?", "This list"), ("/", "Search the questions"), ("Ctrl K", "Go anywhere"), ("Esc", "Close")] {
                                dt { (key_list(keys)) } dd { (what) }
                            }
                            @for item in &ITEMS { dt { (key_list(item.key)) } dd { "Go to " (item.name) } }
                        }
                    }
                    div {
                        h3 { "In lists" }
                        dl.help-keys {
                            dt { (key_list("j")) " " (key_list("k")) } dd { "Next and previous" }
                            dt { (key_list("Enter")) } dd { "Open" }
                        }
                    }
                }
                p.small.muted { a href="/help" { "Help" } " explains the rest. Single keys can be switched off in " a href="/settings#shortcuts" { "Settings" } "." }
            }
        }
    }
}

/// Draws keys separated by spaces: `"g q"` or `"Ctrl Enter"`.
pub fn key_list(keys: &str) -> Markup {
    html! { @for (i, key) in keys.split(' ').enumerate() { @if i > 0 { " " } kbd.kbd { (key) } } }
}

/// The mark of Greenroom, decorative.
pub fn mark() -> Markup {
    html! { svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" { (PreEscaped(MARK)) } }
}

/// The "go anywhere" dialog: plain links that a small script filters.
fn palette_dialog() -> Markup {
    html! {
        dialog.dialog.palette #palette aria-label="Go anywhere" {
            form method="get" action="/questions" role="search" {
                input.input type="search" name="q" autocomplete="off" placeholder="Go to a page, or search the questions"
                    aria-label="Go to a page, or search the questions";
            }
            ul {
                @for item in &ITEMS {
                    li { a href=(item.href) { (icon(item.glyph)) span { (item.name) } (key_list(item.key)) } }
                }
                li { a href="/settings#theme" data-theme-toggle { (icon(icons::SUN_MOON)) span { "Change the theme" } } }
            }
        }
    }
}
