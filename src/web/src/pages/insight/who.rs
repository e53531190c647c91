//! Who is in the figures and who is missing from them. For officials only: small groups are not hidden here.

use super::figures::{UNKNOWN, part, percents, share, whole};
use super::names::service_name;
use crate::visit::Visit;
use domain::insight::Line;
use leptos::prelude::*;
use measure::Reach;

/// The columns after the name.
const HEADS: [&str; 9] = [
    "insight-col-n",
    "insight-col-verified",
    "insight-col-assisted",
    "insight-col-from-elsewhere",
    "insight-col-invited",
    "insight-col-active",
    "insight-col-bounds",
    "insight-col-unused",
    "insight-col-failed",
];

/// The table of those who answered and those who did not.
pub(super) fn table(v: &Visit, lines: &[&Line]) -> AnyView {
    let lines: Vec<&&Line> = lines.iter().filter(|line| line.counts.n() + line.unused + line.failed > 0).collect();
    if lines.is_empty() {
        return ().into_any();
    }
    let heads = HEADS.map(|key| {
        view! { <th role="columnheader" class="data-head data-num" scope="col">{v.t(key)}</th> }
    });
    let heads = heads.into_iter();
    view! {
        <section class="print-break">
            <h2 id="who">{v.t("insight-who")}</h2>
            <p class="meta">{v.t("insight-who-text")}</p>
            <div class="scroll" role="region" aria-labelledby="who" tabindex="0">
                <table class="data data-stack" role="table" aria-labelledby="who">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" class="data-head" scope="col">{v.t("insight-col-service")}</th>
                            {heads.collect::<Vec<_>>()}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{lines.into_iter().map(|line| row(v, line)).collect::<Vec<_>>()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(v: &Visit, line: &Line) -> AnyView {
    let n = line.counts.n();
    let reach = Reach::new(None, line.invited, line.counts).ok();
    let unknown = || UNKNOWN.to_owned();
    let cells = [
        whole(n),
        part(line.verified, n),
        part(line.assisted, n),
        part(line.imported, n),
        line.invited.map_or_else(unknown, whole),
        reach.and_then(Reach::active_rate).map_or_else(unknown, share),
        reach.and_then(Reach::satisfied_bounds).map_or_else(unknown, percents),
        whole(line.unused),
        whole(line.failed),
    ];
    let cells = HEADS.into_iter().zip(cells).map(|(key, text)| {
        view! { <td role="cell" class="data-cell data-num" data-label=v.t(key)>{text}</td> }
    });
    view! {
        <tr role="row">
            <th role="rowheader" class="data-cell data-name" scope="row">{service_name(v, &line.service)}</th>
            {cells.collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}
