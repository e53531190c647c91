//! Sign in and out, for staff. Residents need no account.

use crate::forms::{FormState, Posted, input, summary};
use crate::layers::limits::Guess;
use crate::paths;
use crate::problem::{Problem, Shown, Trouble};
use crate::visit::Visit;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::people;
use leptos::prelude::*;
use words::{Issue, Issues, Role};

/// The form.
pub(crate) async fn get(v: Visit) -> Shown {
    Ok(show(&v, &FormState::default()))
}

fn show(v: &Visit, state: &FormState) -> Response {
    v.page(v.t("sign-in-title")).failed(state.has_failed()).show(view! {
        {summary(v, state)}
        <h1>{v.t("sign-in-title")}</h1>
        <p class="lead">{v.t("sign-in-lead")}</p>
        <form method="post" action=paths::sign_in(v.lang) novalidate>
            {input(state, "login", v.t("sign-in-login")).complete("username").show(v)}
            {input(state, "password", v.t("sign-in-password")).password().show(v)}
            <button class="btn btn-primary btn-block" type="submit">{v.t("sign-in-do")}</button>
        </form>
    })
}

/// Begins a session. Only failures are limited: whoever knows the password is never kept waiting by a guesser's count
/// of their own.
pub(crate) async fn post(v: Visit, posted: Posted) -> Shown {
    let mut issues = Issues::default();
    for field in ["login", "password"] {
        if posted.get(field).is_empty() {
            issues.add(field, Issue::Missing);
        }
    }
    if !issues.is_empty() {
        return Ok(show(&v, &FormState::failed(posted, issues)));
    }
    let (login, password) = (posted.get("login").to_owned(), posted.get("password").to_owned());
    if !v.app.limits.may_guess(Guess::Password, v.address) {
        return Err(Trouble(Problem::TooMany));
    }
    let signed_in = people::sign_in(&v.app.store, &login, &password, v.session.as_deref()).await;
    if !matches!(signed_in, Err(domain::Error::Invalid(_))) {
        v.app.limits.was_right(Guess::Password, v.address);
    }
    match signed_in {
        Ok(signed_in) => {
            let mut headers = HeaderMap::new();
            v.put_session(&mut headers, &signed_in.token);
            let official = signed_in.staff.role == Role::Official;
            let to = if official { paths::insight(v.lang) } else { paths::work(v.lang) };
            Ok((headers, Redirect::to(&to)).into_response())
        }
        Err(domain::Error::Invalid(issues)) => Ok(show(&v, &FormState::failed(posted, issues))),
        Err(error) => Err(error.into()),
    }
}

/// Ends the session.
pub(crate) async fn out(v: Visit) -> Shown {
    if let (Some(staff), Some(token)) = (&v.staff, &v.session) {
        people::sign_out(&v.app.store, staff.clone(), token).await?;
    }
    let mut headers = HeaderMap::new();
    v.take_session(&mut headers);
    Ok((headers, Redirect::to(&paths::home(v.lang))).into_response())
}
