//! Charts as server SVG. Each is hidden from screen readers and followed by the same in words.

use crate::visit::Visit;
use leptos::prelude::*;
use measure::{Counts, Interval};

/// The five levels of a service as one bar of 100 %: red to green, white gaps, per cents from 8 %.
pub(crate) fn distribution(v: &Visit, counts: Counts) -> AnyView {
    let levels = counts.levels();
    let n = counts.n();
    let words = v.tn(
        "distribution-words",
        &[("a", levels[0].into()), ("b", levels[1].into()), ("c", levels[2].into()), ("d", levels[3].into()), ("e", levels[4].into())],
    );
    if n == 0 {
        return view! { <span class="meta">{v.t("no-ratings")}</span> }.into_any();
    }
    let mut x = 0.0;
    let bars = levels.into_iter().zip(["r1", "r2", "r3", "r4", "r5"]).enumerate().map(|(i, (count, class))| {
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

/// Where the scale of the caterpillar begins.
const FROM: f64 = 40.0;

fn place(value: f64) -> f64 {
    ((value - FROM).clamp(0.0, 100.0 - FROM) / (100.0 - FROM)).mul_add(188.0, 6.0)
}

/// A value of 0 to 100 with its interval, on one scale for all rows. Hollow: not ranked.
pub(crate) fn caterpillar(value: f64, interval: Interval, ranked: bool) -> AnyView {
    let line = format!("M{:.1} 11H{:.1}", place(interval.lo), place(interval.hi));
    let dot = format!("{:.1}", place(value));
    view! {
        <svg class="chart" width="200" height="22" viewBox="0 0 200 22" aria-hidden="true" focusable="false">
            <path class="c-grid" d="M6 0v22M68.7 0v22M131.3 0v22M194 0v22"></path>
            <path class="c-line" d=line></path>
            <circle class=if ranked { "c-dot" } else { "c-open" } cx=dot cy="11" r="5"></circle>
        </svg>
    }
    .into_any()
}

/// The scale above a column of caterpillars.
pub(crate) fn scale() -> AnyView {
    view! {
        <svg class="chart" width="200" height="16" viewBox="0 0 200 16" aria-hidden="true" focusable="false">
            <text class="c-tick" x="6" y="12" text-anchor="middle">"40"</text>
            <text class="c-tick" x="68.7" y="12" text-anchor="middle">"60"</text>
            <text class="c-tick" x="131.3" y="12" text-anchor="middle">"80"</text>
            <text class="c-tick" x="200" y="12" text-anchor="end">"100"</text>
        </svg>
    }
    .into_any()
}

/// The five levels with their colours.
pub(crate) fn legend(v: &Visit) -> AnyView {
    let keys = ["level-1", "level-2", "level-3", "level-4", "level-5"];
    let items = keys.into_iter().zip(["r1", "r2", "r3", "r4", "r5"]).map(|(key, class)| {
        view! {
            <li class="legend-item">
                <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true"><rect class=class width="14" height="14"></rect></svg>
                {v.t(key)}
            </li>
        }
    });
    view! { <ul class="legend">{items.collect::<Vec<_>>()}</ul> }.into_any()
}
