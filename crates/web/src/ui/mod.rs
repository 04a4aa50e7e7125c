//! The design system: Maud functions that take plain data and give markup. No domain types here;
//! a page turns its view model into these arguments. Every class is listed at the top of
//! `assets/app.css`, every behaviour at the top of `assets/js/boot.js`.
//!
//! Rules: no `style=""` (the content policy blocks it), no inline script, one `h1` and one primary
//! button per page, every page works without script.
//!
//! | Component | One line | Example |
//! |---|---|---|
//! | [`layout::Page`] | whole document with rail, tab bar, help, palette | `Page::new("Questions", Nav::Questions).render(html! { ... })` |
//! | [`page::page_head`] | eyebrow, `h1`, lede, actions | `page_head(Some("Sunday"), "Places in five.", None, None)` |
//! | [`page::crumbs`], [`page::pager`], [`page::section_head`] | way up, neighbours, `h2` with a link | `crumbs(&[("Questions", "/questions")], "Idempotency")` |
//! | [`icons::icon`] | decorative glyph | `icon(icons::CHECK)` |
//! | [`bulbs::week`], [`bulbs::marquee`], [`bulbs::mirror`], [`bulbs::clock`] | the bulbs | `week(&days)`, `mirror("Maya", 9)` |
//! | [`callsheet::call_sheet`] | ruled list with times | `call_sheet(&[Call { minutes: 6, .. }])` |
//! | [`question::question_rows`], [`question::rows`], [`question::list_row`], [`question::question_header`] | bank rows, rows of any list, meta and prompt | `rows(html! { (list_row(title, href, &meta, None, end)) })` |
//! | [`question::answer_box`] | form part with autosave and word count | `answer_box(&AnswerBox { .. })` |
//! | [`question::layer`], [`question::hint_ladder`], [`question::checklist`] | layered details | `layer("Model answer", None, false, body)` |
//! | [`filters::search_field`], [`filters::filter_select`], [`filters::active_filters`] | filter bar | `active_filters(&chips, "/questions")` |
//! | [`meter::score_line`], [`meter::score_hero`], [`meter::mastery`], [`meter::level_bar`] | scores with words | `score_line("Coverage", Some(62), None)` |
//! | [`verdict::verdict_list`], [`verdict::misheard_list`], [`verdict::evidence_link`] | heard, partly, not heard, contradicted; mistaken ideas; a link to a mark | `verdict_list(&points, "ev")` |
//! | [`evidence::answer_with_evidence`] | answer with numbered marks | `answer_with_evidence(text, &spans, "ev")` |
//! | [`chips::chip`], [`chips::chip_link`], [`chips::removable`], [`chips::badge`], [`chips::kbd`] | small labels | `chip("Advanced")` |
//! | [`forms`] | fields, radio cards, switch, buttons, error summary | `radio_cards("level", "Level", &options, "mid")` |
//! | [`notice::notice`], [`notice::toast`] | inline and passing messages | `notice(Kind::Info, Some("Saved"), html! { "..." })` |
//! | [`blank::blankslate`], [`blank::error_page`] | nothing yet, something broke | `blankslate("Nothing due.", "...", Some(("Learn", "/questions")), None)` |
//! | [`room::room_head`], [`room::room_stage`], [`room::thread`], [`room::room_foot`] | the interview room | see `room` |
//! | [`charts::radar`], [`charts::sparkline`], [`charts::bar_list`] | still charts as SVG, with tables | `radar("Where you stand", &axes)` |
//! | [`kv::kv`], [`kv::stats`], [`kv::table`], [`kv::code_block`], [`kv::endpoint_head`] | data | `kv(&[("Engine", html! { "rubric 1" })])` |

#![expect(
    clippy::needless_pass_by_value,
    reason = "components take markup by value, so that a caller writes html! { ... } in place"
)]

pub mod blank;
pub mod bulbs;
pub mod callsheet;
pub mod charts;
pub mod chips;
pub mod evidence;
pub mod filters;
pub mod forms;
pub mod icons;
pub mod kv;
pub mod layout;
pub mod meter;
pub mod notice;
pub mod page;
pub mod question;
pub mod room;
pub mod verdict;
