//! How every figure is made, with its symbol, its thresholds and what was changed when.

use super::{As, Part, part};
use crate::pages::insight::figures::{percent, whole};
use crate::pages::insight::sheet::{COLUMNS, LEAST_PUBLIC};
use crate::problem::Shown;
use crate::visit::{Visit, Width};
use leptos::prelude::*;
use measure::{FORMULA, Policy, Share, wilson};

/// The warning example: a zone where 22 of 22 were satisfied, and a district with 6,428 of 6,530. From a bulletin of
/// a real 12345 line.
const EXAMPLE: [(&str, u64, u64); 2] = [("methods-example-zone", 22, 22), ("methods-example-district", 6428, 6530)];

/// Symbol, words, formula. The formulas are those of the crate `measure`.
const INDICATORS: [(&str, &str, &str); 9] = [
    ("A1", "methods-a1", "Σ 25(l−1)·nₗ ÷ n"),
    ("A2", "methods-a2", "(n4+n5) ÷ n"),
    ("A3", "methods-a3", "(n3+n4+n5) ÷ n"),
    ("A4", "methods-a4", "(n1+n2) ÷ n"),
    ("A5", "methods-a5", "n ÷ I"),
    ("A6", "methods-a6", "(n4+n5) ÷ I … (n4+n5+I−n) ÷ I"),
    ("A7", "methods-a7", "(n1+n5) ÷ n"),
    ("B1", "methods-b1", "yes ÷ (yes+partly+no)"),
    ("B2", "methods-b2", "(e4+e5) ÷ (e1+…+e5)"),
];

/// How sure, how compared: the steps of the ranking.
const STEPS: [(&str, &str, &str); 8] = [
    ("1", "methods-wilson", "(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.959964"),
    ("2", "methods-index-interval", "A1 ± z·sd ÷ √n"),
    ("3", "methods-decay", "w = 2^(−days/90), n_eff = (Σw)² ÷ Σw²"),
    ("4", "methods-dirichlet", "α = m·p0 + n, μ = Σsα ÷ A, var = (Σs²α ÷ A − μ²) ÷ (A+1)"),
    ("5", "methods-shrink", "τ² = max(0, (Q−(K−1)) ÷ (Σw−Σw²/Σw)), B = τ² ÷ (τ²+v), μ + B(x−μ) ± z·√(Bv)"),
    ("6", "methods-ranks", "z = (x₁−x₂) ÷ √(v₁+v₂), Holm, K(K−1)/2"),
    ("7", "methods-verdict", "lo > μ · hi < μ"),
    ("8", "methods-change", "d ± z·√(e₁²+e₂²)"),
];

/// The day from which the first version of the formulas holds.
const FIRST: &str = "2026-11-24";

/// How it is computed.
pub(crate) async fn methods(v: Visit) -> Shown {
    let counted: Part =
        ("methods-counted", &["methods-counted-1", "methods-counted-2", "methods-counted-3", "methods-counted-4"]);
    let hidden: Part =
        ("methods-hidden", &["methods-hidden-1", "methods-hidden-2", "methods-hidden-3", "methods-hidden-4"]);
    let never: Part = ("methods-never", &["methods-never-1", "methods-never-2", "methods-never-3"]);
    let content = view! {
        <h1>{v.t("methods-title")}</h1>
        <p class="lead">{v.t("methods-lead")}</p>
        <p class="meta">{v.tn("methods-version", &[("version", FORMULA.into())])}</p>
        {part(&v, counted, As::List)}
        <h2 id="indicators">{v.t("methods-indicators")}</h2>
        {formulas(&v, "indicators", &INDICATORS)}
        <h2 id="example">{v.t("methods-example")}</h2>
        <p>{v.t("methods-example-text")}</p>
        {example(&v)}
        <p>{v.t("methods-example-end")}</p>
        <h2 id="steps">{v.t("methods-steps")}</h2>
        {formulas(&v, "steps", &STEPS)}
        <h2 id="thresholds">{v.t("methods-thresholds")}</h2>
        <p>{v.t("methods-thresholds-text")}</p>
        {thresholds(&v)}
        {part(&v, hidden, As::List)}
        {part(&v, never, As::List)}
        <h2 id="columns">{v.t("methods-columns")}</h2>
        <p>{v.t("methods-columns-text")}</p>
        {columns(&v)}
        <h2 id="log">{v.t("methods-log")}</h2>
        {log(&v)}
    };
    Ok(v.page(v.t("methods-title")).width(Width::Wide).show(content))
}

/// A table whose heading is `label`, with these heads and rows.
fn framed(v: &Visit, label: &'static str, heads: &[&str], rows: AnyView) -> AnyView {
    let heads = heads.iter().map(|key| view! { <th class="data-head" scope="col">{v.t(key)}</th> });
    view! {
        <div class="scroll" role="region" aria-labelledby=label tabindex="0">
            <table class="data" aria-labelledby=label>
                <thead><tr>{heads.collect::<Vec<_>>()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn formulas(v: &Visit, label: &'static str, lines: &[(&'static str, &'static str, &'static str)]) -> AnyView {
    let rows = lines.iter().map(|(symbol, words, formula)| {
        view! {
            <tr>
                <th class="data-cell" scope="row">{*symbol}</th>
                <td class="data-cell">{v.t(words)}</td>
                <td class="data-cell"><code>{*formula}</code></td>
            </tr>
        }
    });
    let heads = ["methods-head-symbol", "methods-head-words", "methods-head-formula"];
    framed(v, label, &heads, rows.collect::<Vec<_>>().into_any())
}

/// The example, computed here by the formula it explains.
fn example(v: &Visit) -> AnyView {
    let rows = EXAMPLE.map(|(name, of, n)| {
        let value = Share::new(of, n).and_then(Share::value).unwrap_or_default();
        let interval = wilson(of, n);
        view! {
            <tr>
                <th class="data-cell" scope="row">{v.t(name)}</th>
                <td class="data-cell">{v.tn("methods-of", &[("of", whole(of).into()), ("n", whole(n).into())])}</td>
                <td class="data-cell">{format!("{:.1}%", value * 100.0)}</td>
                <td class="data-cell">{format!("{:.3}–{:.3}", interval.lo, interval.hi)}</td>
            </tr>
        }
    });
    let heads = ["methods-example-where", "methods-example-said", "methods-example-share", "methods-example-interval"];
    framed(v, "example", &heads, rows.into_iter().collect::<Vec<_>>().into_any())
}

/// The thresholds in force, read from the policy that the ranking uses.
fn thresholds(v: &Visit) -> AnyView {
    let policy = Policy::default();
    let prior = policy.prior.shares.map(percent).join(" ");
    let lines = [
        ("methods-least-ratings", format!("{:.0}", policy.least_n_eff)),
        ("methods-least-raters", policy.least_raters.to_string()),
        ("methods-least-active", percent(policy.least_active)),
        ("methods-half-life", format!("{:.0}", policy.half_life_days)),
        ("methods-alpha", percent(policy.alpha)),
        ("methods-prior", prior),
        ("methods-prior-strength", format!("{:.0}", policy.prior.strength)),
        ("methods-least-public", LEAST_PUBLIC.to_string()),
    ];
    let rows = lines.map(|(key, value)| {
        view! {
            <tr>
                <th class="data-cell" scope="row">{v.t(key)}</th>
                <td class="data-cell">{value}</td>
            </tr>
        }
    });
    let heads = ["methods-head-threshold", "methods-head-value"];
    framed(v, "thresholds", &heads, rows.into_iter().collect::<Vec<_>>().into_any())
}

/// Every column of the files.
fn columns(v: &Visit) -> AnyView {
    let rows = COLUMNS.map(|(name, key)| {
        view! {
            <tr>
                <th class="data-cell" scope="row"><code>{name}</code></th>
                <td class="data-cell">{v.t(key)}</td>
            </tr>
        }
    });
    let heads = ["methods-head-column", "methods-head-words"];
    framed(v, "columns", &heads, rows.into_iter().collect::<Vec<_>>().into_any())
}

/// What was changed when.
fn log(v: &Visit) -> AnyView {
    let row = view! {
        <tr>
            <th class="data-cell" scope="row"><time>{FIRST}</time></th>
            <td class="data-cell">{FORMULA}</td>
            <td class="data-cell">{v.t("methods-log-first")}</td>
        </tr>
    };
    framed(v, "log", &["methods-head-day", "methods-head-version", "methods-head-change"], row.into_any())
}
