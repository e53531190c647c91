//! Addresses as functions: a link to a page that does not exist does not compile.

use crate::texts::Lang;
use words::{NeedId, ServiceSlug, TrackingCode};

macro_rules! plain {
    ($($(#[$meta:meta])* $name:ident = $path:literal;)+) => {$(
        $(#[$meta])*
        pub(crate) fn $name(lang: Lang) -> String { format!("/{lang}{}", $path) }
    )+};
}

plain! {
    /// The start page.
    home = "/";
    /// Report a need.
    report = "/report";
    /// Look up a code.
    track_form = "/track";
    /// What people report.
    needs = "/needs";
    /// Pick a service to rate.
    rate_list = "/rate";
    /// Public results.
    results = "/results";
    /// How it is computed.
    methods = "/methods";
    /// How to use it.
    help = "/help";
    /// How personal data is protected.
    privacy = "/privacy";
    /// How everybody can use it.
    accessibility = "/accessibility";
    /// Size, theme, language.
    prefs = "/prefs";
    /// Sign in, for staff.
    sign_in = "/sign-in";
    /// Sign out, for staff.
    sign_out = "/sign-out";
    /// The queue.
    work = "/work";
    /// The ranking.
    insight = "/insight";
}

/// The receipt of a need.
pub(crate) fn receipt(lang: Lang, code: TrackingCode) -> String {
    format!("/{lang}/receipt/{}", code.digits())
}

/// Progress of a need, or of a rating.
pub(crate) fn track(lang: Lang, code: TrackingCode) -> String {
    format!("/{lang}/track/{}", code.digits())
}

/// One public need.
pub(crate) fn need(lang: Lang, id: NeedId) -> String {
    format!("/{lang}/needs/{id}")
}

/// Rate a service.
pub(crate) fn rate(lang: Lang, service: &ServiceSlug) -> String {
    format!("/{lang}/rate/{service}")
}

/// Thanks, and why.
pub(crate) fn thanks(lang: Lang, service: &ServiceSlug) -> String {
    format!("/{lang}/rate/{service}/thanks")
}

/// One case.
pub(crate) fn case(lang: Lang, id: NeedId) -> String {
    format!("/{lang}/work/case/{id}")
}

/// One service, for officials.
pub(crate) fn insight_service(lang: Lang, service: &ServiceSlug) -> String {
    format!("/{lang}/insight/service/{service}")
}
