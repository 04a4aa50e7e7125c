//! Charts that stand still: SVG drawn here, with a text alternative and a table.

use maud::{Markup, html};

/// One axis of the radar.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// Name of the topic.
    pub name: &'a str,
    /// Now, 0 to 100; `None` is not enough answers yet.
    pub now: Option<u8>,
    /// Earlier, for comparison.
    pub then: Option<u8>,
}

/// Radius of the plot.
const RADIUS: f64 = 84.0;
/// Room at the left and right of the plot, so that no label is ever clipped.
const SIDE: f64 = 96.0;
/// Room above and below.
const ABOVE: f64 = 34.0;
/// The middle of the drawing.
const CENTRE: (f64, f64) = (RADIUS + SIDE, RADIUS + ABOVE);

/// The radar of at least three axes, with the values as a table behind a disclosure. An axis
/// without a value is dashed and left out of the shape.
pub fn radar(title: &str, axes: &[Axis<'_>]) -> Markup {
    if axes.len() < 3 {
        return radar_table(title, axes);
    }
    let view = format!("0 0 {} {}", CENTRE.0 * 2.0, CENTRE.1 * 2.0);
    html! {
        figure.chart {
            svg.radar viewBox=(view) role="img" aria-label=(summary(title, axes)) {
                @for quarter in [25, 50, 75, 100u8] {
                    polygon.ring.ring-out[quarter == 100] points=(shape(axes, |_| Some(quarter))) {}
                }
                @for (i, axis) in axes.iter().enumerate() { (spoke(axis, i, axes.len())) }
                polygon.then points=(shape(axes, |axis| axis.then)) {}
                polygon.now points=(shape(axes, |axis| axis.now)) {}
                @for (i, axis) in axes.iter().enumerate() {
                    @if let Some(value) = axis.now {
                        @let (x, y) = at(i, axes.len(), scaled(value));
                        circle.dot cx=(round(x)) cy=(round(y)) r="3.5" {}
                    }
                }
            }
            details { summary { "Show as table" } (radar_table(title, axes)) }
        }
    }
}

/// Where axis `i` of `count` is at this distance from the centre, clockwise from the top.
fn at(i: usize, count: usize, distance: f64) -> (f64, f64) {
    let angle = std::f64::consts::TAU * index(i) / index(count);
    (CENTRE.0 + distance * angle.sin(), CENTRE.1 - distance * angle.cos())
}

fn scaled(value: u8) -> f64 {
    f64::from(value.min(100)) / 100.0 * RADIUS
}

/// The corners of a polygon through the axes that have a value.
fn shape(axes: &[Axis<'_>], value: impl Fn(&Axis<'_>) -> Option<u8>) -> String {
    let points: Vec<String> = axes
        .iter()
        .enumerate()
        .filter_map(|(i, axis)| value(axis).map(|v| at(i, axes.len(), scaled(v))))
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect();
    points.join(" ")
}

fn spoke(axis: &Axis<'_>, i: usize, count: usize) -> Markup {
    let (x, y) = at(i, count, RADIUS);
    let (lx, ly) = at(i, count, RADIUS + 12.0);
    let anchor = if (lx - CENTRE.0).abs() < 8.0 {
        "middle"
    } else if lx > CENTRE.0 {
        "start"
    } else {
        "end"
    };
    let missing = axis.now.is_none();
    html! {
        line.axis.axis-none[missing] x1=(round(CENTRE.0)) y1=(round(CENTRE.1)) x2=(round(x)) y2=(round(y)) {}
        text.none[missing] x=(round(lx)) y=(round(ly + 4.0)) text-anchor=(anchor) aria-hidden="true" { (axis.name) }
    }
}

fn radar_table(title: &str, axes: &[Axis<'_>]) -> Markup {
    let then = axes.iter().any(|axis| axis.then.is_some());
    let cell = |value: Option<u8>| value.map_or_else(|| "no data".to_owned(), |n| n.to_string());
    html! {
        table.table {
            caption.vh { (title) }
            thead { tr { th scope="col" { "Topic" } th.num scope="col" { "Now" } @if then { th.num scope="col" { "Before" } } } }
            tbody {
                @for axis in axes {
                    tr { th scope="row" { (axis.name) } td.num { (cell(axis.now)) } @if then { td.num { (cell(axis.then)) } } }
                }
            }
        }
    }
}

fn summary(title: &str, axes: &[Axis<'_>]) -> String {
    let values: Vec<String> = axes
        .iter()
        .map(|axis| match axis.now {
            Some(n) => format!("{} {n}", axis.name),
            None => format!("{} not measured", axis.name),
        })
        .collect();
    format!("{title}: {}", values.join(", "))
}

/// A line of at least two values (0 to 100) in the flow of text; `label` says what they are.
pub fn sparkline(label: &str, values: &[u8]) -> Markup {
    let step = 112.0 / index(values.len().saturating_sub(1).max(1));
    let at = |i: usize, v: u8| (4.0 + step * index(i), 28.0 - f64::from(v) / 100.0 * 24.0);
    let points: Vec<String> =
        values.iter().enumerate().map(|(i, v)| at(i, *v)).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let words = values.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    html! {
        svg.spark viewBox="0 0 120 32" role="img" aria-label={ (label) ": " (words) } {
            line.base x1="4" y1="28" x2="116" y2="28" {}
            polyline.l points=(points.join(" ")) {}
            @if let Some(last) = values.last() {
                @let (x, y) = at(values.len() - 1, *last);
                circle.d cx=(round(x)) cy=(round(y)) r="3.5" {}
            }
        }
    }
}

/// Bars with their numbers: `(name, value, unit text)`, measured against `max`.
pub fn bar_list(bars: &[(&str, f64, &str)], max: f64) -> Markup {
    html! {
        ul.bars {
            @for (name, value, text) in bars {
                li { span { (name) } span.num { (text) } meter min="0" max=(max) value=(value) aria-label=(name) { (text) } }
            }
        }
    }
}

/// A small index as a float.
fn index(i: usize) -> f64 {
    f64::from(u32::try_from(i).unwrap_or(u32::MAX))
}

/// One decimal is enough for a drawing.
fn round(value: f64) -> String {
    format!("{value:.1}")
}
