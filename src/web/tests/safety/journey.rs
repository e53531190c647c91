//! The steps that many tests begin with: report, accept, answer.

use crate::browser::{Answer, Browser, key};
use crate::server::Server;

/// A service of the demonstration city.
pub(crate) const SERVICE: &str = "utilities-payment";
/// The unit in which the sign-in `unit` works.
pub(crate) const UNIT: &str = "cuihu-property";

/// The fields of a report that is fine.
pub(crate) fn report_fields<'a>(k: &'a str, body: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("k", k),
        ("kind", "urgent"),
        ("body", body),
        ("category", ""),
        ("place", "翠湖边的老邮局"),
        ("spot", ""),
        ("contact", "none"),
        ("phone", ""),
        ("for", "self"),
    ]
}

/// Posts a report.
pub(crate) fn send_report(browser: &mut Browser, k: &str, body: &str) -> Answer {
    browser.upload("/zh/report", &report_fields(k, body))
}

/// The code at the end of the address of a receipt.
pub(crate) fn code_of(answer: &Answer) -> String {
    let code = answer.leads_to().strip_prefix("/zh/receipt/");
    let code = code.unwrap_or_else(|| panic!("{} {}", answer.status, answer.body));
    assert!(code.len() == 12 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
    code.to_owned()
}

/// Reports a need and gives its tracking code.
pub(crate) fn report(browser: &mut Browser, body: &str) -> String {
    code_of(&send_report(browser, &key(), body))
}

/// Takes a step in a case, which must be taken.
pub(crate) fn step(browser: &mut Browser, need: &str, fields: &[(&str, &str)]) {
    let k = key();
    let fields = [&[("k", k.as_str())], fields].concat();
    let answer = browser.post(&format!("/zh/work/case/{need}"), &fields);
    assert_eq!(answer.status, 303, "{fields:?} {}", answer.body);
}

/// Has a worker accept a need for the unit of the sign-in `unit`.
pub(crate) fn accept(server: &Server, need: &str) {
    let mut worker = Browser::at_work(server, "worker");
    step(&mut worker, need, &[("act", "accept"), ("unit", &server.unit(UNIT))]);
}

/// Has that unit answer.
pub(crate) fn answer(server: &Server, need: &str, text: &str) {
    let mut unit = Browser::at_work(server, "unit");
    step(&mut unit, need, &[("act", "answer"), ("text", text)]);
}

/// Waits until an instance has looked for news: likely twins are at most a second old.
pub(crate) fn wait_for_twins() {
    std::thread::sleep(std::time::Duration::from_millis(1_200));
}

/// Rates a service.
pub(crate) fn rate(browser: &mut Browser, service: &str, level: &str) -> Answer {
    let fields = [("k", key()), ("level", level.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    browser.post(&format!("/zh/rate/{service}"), &fields)
}
