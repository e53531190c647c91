//! The words of periods, services and verdicts.

use crate::times;
use crate::visit::Visit;
use domain::insight::Period;
use domain::services::Service;
use measure::Verdict;

/// The name of a period.
pub(crate) fn period_name(v: &Visit, period: Period) -> String {
    match period {
        Period::Month(first) => times::month(v.lang, first),
        Period::Rolling => v.t("insight-rolling"),
    }
}

/// The name of a service.
pub(crate) fn service_name(v: &Visit, service: &Service) -> String {
    v.name(&service.name_zh, &service.name_en).to_owned()
}

/// What may be said of a service, in words.
pub(crate) fn verdict_words(v: &Visit, verdict: Option<Verdict>) -> String {
    v.t(match verdict {
        Some(Verdict::Commend) => "insight-commend",
        Some(Verdict::Attention) => "insight-attention",
        Some(Verdict::NoDifference) => "insight-no-difference",
        None => "insight-raw",
    })
}
