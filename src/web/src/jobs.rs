//! What the platform does by itself: seal the record, forget old keys, tidy the limits.

use crate::app::App;
use domain::{Actor, Intent, audit, needs, store};
use std::time::Duration;

/// Starts the jobs. Each is safe to run on every instance at the same time.
pub(crate) fn start(app: &App) {
    let warm = app.clone();
    tokio::spawn(async move {
        if let Err(error) = needs::similar::warm(&warm.store).await {
            tracing::warn!(%error, "the index of likeness is not ready");
        }
    });
    let app = app.clone();
    tokio::spawn(async move {
        let mut every = tokio::time::interval(Duration::from_secs(30));
        every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            every.tick().await;
            seal(&app).await;
            app.limits.tidy();
            if let Err(error) = store::forget_keys(&app.store).await {
                tracing::warn!(%error, "old keys are not forgotten");
            }
        }
    });
}

async fn seal(app: &App) {
    let sealed = app.store.write(Intent::by(Actor::System), |act| Box::pin(audit::seal(act))).await;
    match sealed {
        Ok(0) => {}
        Ok(events) => tracing::debug!(events, "sealed"),
        Err(error) => tracing::warn!(%error, "the record is not sealed"),
    }
}
