//! What the holder of a code may do: confirm, rate the handling, add, correct, withdraw.

use super::view;
use crate::forms::{FormState, Posted, maybe_once};
use crate::layers::limits::Asked;
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::visit::Visit;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use domain::needs::{self, Revision};
use domain::{Intent, cases};
use futures::future::BoxFuture;
use words::{Body, Issue, Issues, Level, Note, Reply, Solved, TrackingCode};

/// An act of the resident, understood.
#[derive(Debug, Clone)]
enum ResidentAct {
    Confirm(Solved, Option<Reply>),
    Rate(Level),
    Add(Note),
    Revise(Body),
    Withdraw,
}

impl TryFrom<&Posted> for ResidentAct {
    type Error = Issues;
    fn try_from(posted: &Posted) -> Result<Self, Issues> {
        match posted.get("act") {
            "confirm" => {
                let solved = posted.get("solved").parse().map_err(|_| Issues::one("solved", Issue::NotAChoice))?;
                let why = Some(posted.get("text")).filter(|text| !text.trim().is_empty());
                let why = why.map(Reply::parse).transpose().map_err(|issue| Issues::one("text", issue))?;
                Ok(Self::Confirm(solved, why))
            }
            "rate" => {
                let level = posted.get("level").parse().map_err(|_| Issues::one("level", Issue::NotAChoice))?;
                Ok(Self::Rate(level))
            }
            "add" => Note::parse(posted.get("text")).map(Self::Add).map_err(|issue| Issues::one("text", issue)),
            "revise" => Body::parse(posted.get("body")).map(Self::Revise).map_err(|issue| Issues::one("body", issue)),
            "withdraw" => Ok(Self::Withdraw),
            _ => Err(Issues::one("act", Issue::NotAChoice)),
        }
    }
}

/// Does it, and shows the page again.
pub(crate) async fn post(v: Visit, Path(typed): Path<String>, posted: Posted) -> Shown {
    let actor = v.only_resident()?;
    if !v.app.limits.allow(Asked::Report, v.address) {
        return Err(Trouble(Problem::TooMany));
    }
    let code = TrackingCode::parse(&typed).map_err(|_| Trouble(Problem::NotFound))?;
    let understood = ResidentAct::try_from(&posted).and_then(|act| Ok((act, maybe_once(&posted)?)));
    let (act, once) = match understood {
        Ok(understood) => understood,
        Err(issues) => return again(&v, &typed, posted, issues).await,
    };
    let intent = Intent::by(actor).once(once.map(|once| once.of(&code.digits())));
    let done = v.app.store.write(intent, move |act_| {
        let doing: BoxFuture<'_, domain::Result<()>> = match act.clone() {
            ResidentAct::Confirm(solved, why) => {
                Box::pin(async move { cases::confirm(act_, code, solved, why).await.map(drop) })
            }
            ResidentAct::Rate(level) => Box::pin(cases::rate_handling(act_, code, level)),
            ResidentAct::Add(note) => Box::pin(needs::add(act_, code, note)),
            ResidentAct::Revise(body) => Box::pin(needs::revise(act_, code, Revision { body })),
            ResidentAct::Withdraw => Box::pin(needs::withdraw(act_, code)),
        };
        doing
    });
    match super::by_code(&v, done).await? {
        Ok(()) => {
            let revised = posted.get("act") == "revise";
            let to = if revised { paths::receipt(v.lang, code) } else { paths::track(v.lang, code) };
            Ok(Redirect::to(&to).into_response())
        }
        Err(domain::Error::Invalid(issues)) => again(&v, &typed, posted, issues).await,
        Err(error) => Err(error.into()),
    }
}

async fn again(v: &Visit, typed: &str, posted: Posted, issues: Issues) -> Shown {
    let tracked = super::tracked(v, typed).await?;
    let state = FormState::failed(posted, issues);
    if state.posted.get("act") == "revise" {
        return Ok(crate::pages::receipt::show(v, &tracked, &state));
    }
    view::show(v, &tracked, &state).await
}
