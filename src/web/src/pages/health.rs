//! For machines: is it alive, is it ready, how much does it do.

use crate::app::App;
use crate::problem::{Problem, Trouble};
use crate::visit;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use std::fmt::Write;

/// Ready: the database answers and its schema is current.
pub(crate) async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.store.is_ready().await {
        Ok(true) => (StatusCode::OK, "ready"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "migrations are pending"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}

/// Counters in the format of Prometheus, for this machine only: whoever comes through a proxy on it is not on it.
pub(crate) async fn metrics(State(app): State<App>, request: Request) -> Result<String, Trouble> {
    if !visit::address(&app, &request.into_parts().0).is_loopback() {
        return Err(Trouble(Problem::NotFound));
    }
    let counters = app.store.counters();
    let mut text = String::new();
    for (name, kind, value) in [
        ("minsheng_statements_total", "counter", counters.statements()),
        ("minsheng_commits_total", "counter", counters.commits()),
        ("minsheng_acts_total", "counter", counters.acts()),
        ("minsheng_acts_waiting", "gauge", counters.waiting()),
    ] {
        let _ = writeln!(text, "# TYPE {name} {kind}\n{name} {value}");
    }
    Ok(text)
}
