//! Charts as server SVG. Each is hidden from screen readers and followed by the same in words.

use crate::visit::Visit;
use leptos::prelude::*;
use measure::{Counts, Interval};

/// The colours of the five levels, worst first.
const LEVELS: [&str; 5] = ["r1", "r2", "r3", "r4", "r5"];

/// The five levels of a service as one bar of 100 %: red to green, white gaps, per cents from 8 %.
pub(crate) fn distribution(v: &Visit, counts: Counts) -> AnyView {
    let levels = counts.levels();
    let n = counts.n();
    if n == 0 {
        return view! { <span class="meta">{v.t("no-ratings")}</span> }.into_any();
    }
    let mut things = ["a", "b", "c", "d", "e"].into_iter().zip(levels).map(|(name, count)| (name, count.into()));
    let words = v.tn("distribution-words", &things.by_ref().collect::<Vec<_>>());
    let mut x = 0.0;
    let bars = levels.into_iter().zip(LEVELS).enumerate().map(|(i, (count, class))| {
        let share = count as f64 / n as f64;
        let from = x;
        x += share * 300.0;
        let gap = if i == 4 { 0.0 } else { 2.0 };
        let width = (share * 300.0 - gap).max(if count == 0 { 0.0 } else { 0.5 });
        let label = (share >= 0.08).then(|| {
            let middle = format!("{:.1}", from + width / 2.0);
            view! { <text class="r-num" x=middle y="15.5">{format!("{:.0}", share * 100.0)}</text> }
        });
        let (from, width) = (format!("{from:.1}"), format!("{width:.1}"));
        view! { <rect class=class x=from width=width height="22"></rect>{label} }
    });
    view! {
        <svg class="chart" width="300" height="22" viewBox="0 0 300 22" aria-hidden="true" focusable="false">
            {bars.collect::<Vec<_>>()}
        </svg>
        <span class="vh">{words}</span>
    }
    .into_any()
}

/// One scale for all caterpillars of a table. It begins at 40, or lower where a row would not fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    from: f64,
}

impl Scale {
    /// The scale that holds all these values of 0 to 100.
    pub(crate) fn reaching(values: impl Iterator<Item = f64>) -> Self {
        let lowest = values.fold(100.0, f64::min);
        let from = [40.0, 20.0].into_iter().find(|from| lowest >= *from).unwrap_or(0.0);
        Self { from }
    }

    fn place(self, value: f64) -> f64 {
        ((value - self.from).clamp(0.0, 100.0 - self.from) / (100.0 - self.from)).mul_add(188.0, 6.0)
    }

    fn steps(self) -> impl Iterator<Item = f64> {
        [0.0, 20.0, 40.0, 60.0, 80.0, 100.0].into_iter().filter(move |step| *step >= self.from)
    }

    /// A value of 0 to 100 with its interval. Hollow: not ranked.
    pub(crate) fn caterpillar(self, value: f64, interval: Interval, ranked: bool) -> AnyView {
        let grid: String =
            self.steps().map(|step| format!("M{:.1} 0v22", self.place(step))).collect::<Vec<_>>().concat();
        let line = format!("M{:.1} 11H{:.1}", self.place(interval.lo), self.place(interval.hi));
        let dot = format!("{:.1}", self.place(value));
        view! {
            <svg class="chart" width="200" height="22" viewBox="0 0 200 22" aria-hidden="true" focusable="false">
                <path class="c-grid" d=grid></path>
                <path class="c-line" d=line></path>
                <circle class=if ranked { "c-dot" } else { "c-open" } cx=dot cy="11" r="5"></circle>
            </svg>
        }
        .into_any()
    }

    /// The scale above a column of caterpillars.
    pub(crate) fn ticks(self) -> AnyView {
        let ticks = self.steps().map(|step| {
            let (x, anchor) = if step < 100.0 { (self.place(step), "middle") } else { (200.0, "end") };
            view! { <text class="c-tick" x=format!("{x:.1}") y="12" text-anchor=anchor>{format!("{step:.0}%")}</text> }
        });
        view! {
            <svg class="chart" width="200" height="16" viewBox="0 0 200 16" aria-hidden="true" focusable="false">
                {ticks.collect::<Vec<_>>()}
            </svg>
        }
        .into_any()
    }
}

/// One month of a trend.
pub(crate) struct Point {
    /// What stands below it.
    pub(crate) label: String,
    /// A share of 0 to 1 with its interval, if there is one.
    pub(crate) value: Option<(f64, Interval)>,
}

/// Shares over time, 0 to 100 %, with a band that is their interval. Months without ratings leave a gap.
pub(crate) fn trend(points: &[Point]) -> AnyView {
    let step = 584.0 / (points.len().max(2) - 1) as f64;
    let x = |at: usize| (at as f64).mul_add(step, 44.0);
    let y = |share: f64| (1.0 - share).mul_add(140.0, 12.0);
    let known: Vec<(usize, f64, Interval)> = points
        .iter()
        .enumerate()
        .filter_map(|(at, point)| point.value.map(|(value, span)| (at, value, span)))
        .collect();
    let runs = known.chunk_by(|(a, ..), (b, ..)| a + 1 == *b).map(|run| {
        let upper = run.iter().map(|(at, _, span)| format!("{:.1},{:.1}", x(*at), y(span.hi)));
        let lower = run.iter().rev().map(|(at, _, span)| format!("{:.1},{:.1}", x(*at), y(span.lo)));
        let band = upper.chain(lower).collect::<Vec<_>>().join(" ");
        let line = run.iter().map(|(at, value, _)| format!("{:.1},{:.1}", x(*at), y(*value)));
        let line = line.collect::<Vec<_>>().join(" ");
        view! { <polygon class="c-band" points=band></polygon><polyline class="c-line" fill="none" points=line></polyline> }
    });
    let dots = known.iter().map(|(at, value, span)| {
        let whisker = format!("M{:.1} {:.1}V{:.1}", x(*at), y(span.hi), y(span.lo));
        let (cx, cy) = (format!("{:.1}", x(*at)), format!("{:.1}", y(*value)));
        view! { <path class="c-axis" d=whisker></path><circle class="c-dot" cx=cx cy=cy r="4"></circle> }
    });
    let grid = [0.0, 0.5, 1.0].map(|share| {
        let line = format!("M44 {:.1}H628", y(share));
        let label = format!("{:.1}", y(share) + 4.0);
        view! {
            <path class="c-grid" d=line></path>
            <text class="c-tick" x="38" y=label text-anchor="end">{format!("{:.0}%", share * 100.0)}</text>
        }
    });
    let labels = points.iter().enumerate().map(|(at, point)| {
        let at = format!("{:.1}", x(at));
        view! { <text class="c-tick" x=at y="172" text-anchor="middle">{point.label.clone()}</text> }
    });
    view! {
        <svg class="chart chart-fluid" viewBox="0 0 640 180" aria-hidden="true" focusable="false">
            {grid.into_iter().collect::<Vec<_>>()} {runs.collect::<Vec<_>>()} {dots.collect::<Vec<_>>()}
            {labels.collect::<Vec<_>>()}
        </svg>
    }
    .into_any()
}

/// The five levels with their colours, and what a dot with a line means.
pub(crate) fn legend(v: &Visit) -> AnyView {
    let dots = [("c-dot", "insight-legend-dot"), ("c-open", "insight-legend-open")].map(|(class, key)| {
        view! {
            <li class="legend-item">
                <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                    <circle class=class cx="7" cy="7" r="5"></circle>
                </svg>
                {v.t(key)}
            </li>
        }
    });
    view! { <ul class="legend">{swatches(v)} {dots.into_iter().collect::<Vec<_>>()}</ul> }.into_any()
}

/// The five levels with their colours.
pub(crate) fn levels(v: &Visit) -> AnyView {
    view! { <ul class="legend">{swatches(v)}</ul> }.into_any()
}

fn swatches(v: &Visit) -> AnyView {
    let keys = ["level-1", "level-2", "level-3", "level-4", "level-5"];
    let items = keys.into_iter().zip(LEVELS).map(|(key, class)| {
        view! {
            <li class="legend-item">
                <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                    <rect class=class width="14" height="14"></rect>
                </svg>
                {v.t(key)}
            </li>
        }
    });
    items.collect::<Vec<_>>().into_any()
}
