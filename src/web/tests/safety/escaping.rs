//! Trap 1: what is typed is never markup, on no page that shows it.

use crate::browser::{Answer, Browser, in_address, key};
use crate::journey::{SERVICE, UNIT, answer, rate, report, report_fields, step, wait_for_twins};
use crate::markup::text_area;
use crate::server::Server;

/// Leaves a textarea, leaves an attribute.
const EVIL: [&str; 2] = ["</textarea><script>alert(1)</script>", "\"><img src=x onerror=1>' onfocus='1"];
/// What must never stand on a page as it was typed.
const MARKUP: [&str; 4] = ["</textarea><script", "<script>alert", "<img src=x", "\"><img"];

fn is_harmless(what: &str, page: &Answer) {
    for markup in MARKUP {
        assert!(!page.body.contains(markup), "{what} {}: {markup}\n{}", page.status, page.body);
    }
    assert!(page.status == 0 || page.status < 500, "{what}: {}", page.status);
}

/// It is shown, and it is harmless.
fn shows(what: &str, page: &Answer, evil: &str) {
    is_harmless(what, page);
    let end = if evil.contains("alert") { "alert(1)" } else { "onerror=1" };
    assert!(page.body.contains(end), "{what} {} does not show it\n{}", page.status, page.body);
}

#[test]
fn a_report_that_comes_back_shows_every_field_as_text() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    for evil in EVIL {
        for name in
            ["body", "spot", "place", "phone", "k", "lat", "lng", "kind", "category", "for", "contact", "helping"]
        {
            for path in ["/zh/report", "/en/report"] {
                let mut fields = report_fields("", "");
                fields.retain(|(known, _)| *known != name);
                fields.push((name, evil));
                for act in ["", "similar"] {
                    fields.push(("act", act));
                    let page = browser.upload(path, &fields);
                    let what = format!("{path} {name} {act}");
                    if ["body", "spot", "place", "phone", "lat", "lng"].contains(&name) {
                        shows(&what, &page, evil);
                    } else {
                        is_harmless(&what, &page);
                    }
                    if name == "body" {
                        assert_eq!(text_area(&page.body, "body").as_deref(), Some(evil), "{what}");
                    }
                }
            }
        }
        let preset = format!("/zh/report?kind={0}&place={0}&for={0}", in_address(evil));
        is_harmless("preset", &browser.get(&preset));
    }
}

#[test]
fn a_need_is_text_on_every_page_of_its_life() {
    let server = Server::start();
    let (mut browser, mut guest) = (Browser::known(&server), Browser::new(&server));
    let mut worker = Browser::at_work(&server, "worker");
    let mut unit = Browser::at_work(&server, "unit");
    let unit_id = server.unit(UNIT);
    for evil in EVIL {
        let k = key();
        let mut fields = report_fields(&k, evil);
        fields.retain(|(name, _)| *name != "place" && *name != "spot");
        fields.extend([("place", evil), ("spot", evil)]);
        let code = crate::journey::code_of(&browser.upload("/zh/report", &fields));
        let need = server.need(&code);
        let (receipt, track) = (format!("/zh/receipt/{code}"), format!("/zh/track/{code}"));
        let (case, public) = (format!("/zh/work/case/{need}"), format!("/zh/needs/{need}"));
        shows("receipt", &browser.get(&receipt), evil);
        shows("tracking", &browser.get(&track), evil);
        is_harmless("queue", &worker.get("/zh/work"));
        shows("case", &worker.get(&case), evil);

        let revised = [("k", key()), ("act", "revise".into()), ("body", evil.repeat(60))];
        let revised = revised.each_ref().map(|(name, value)| (*name, value.as_str()));
        let page = browser.post(&receipt, &revised);
        assert_eq!(page.status, 422);
        shows("revise", &page, evil);

        let long = evil.repeat(60);
        for (act, field) in
            [("accept", "unit"), ("accept", "title"), ("refuse", "reason"), ("ask", "text"), ("return", "reason")]
        {
            for typed in [evil, &long] {
                if act != "accept" && typed == evil {
                    continue;
                }
                let page = worker
                    .post(&case, &[("k", &key()), ("act", act), (field, typed), ("kind", typed), ("phrase", typed)]);
                assert!(page.is_client_error(), "{act} {field} {}", page.status);
                is_harmless(&format!("case {act} {field}"), &page);
            }
        }
        step(&mut worker, &need, &[("act", "ask"), ("text", evil)]);
        shows("tracking with a question", &browser.get(&track), evil);
        let added = browser.post(&track, &[("k", &key()), ("act", "add"), ("text", evil)]);
        assert_eq!(added.status, 303, "{}", added.body);
        let too_much = browser.post(&track, &[("k", &key()), ("act", "add"), ("text", &long)]);
        assert_eq!(too_much.status, 422);
        shows("add", &too_much, evil);
        shows("tracking with an addition", &browser.get(&track), evil);
        shows("case with an addition", &worker.get(&case), evil);

        step(&mut worker, &need, &[("act", "accept"), ("unit", &unit_id), ("title", &evil[..24])]);
        for path in [public.as_str(), "/zh/needs", "/en/needs", "/zh/", "/en/"] {
            is_harmless(path, &guest.get(path));
        }
        shows("public need", &guest.get(&public), evil);
        is_harmless("unit's queue", &unit.get("/zh/work"));
        shows("unit's case", &unit.get(&case), evil);
        let page = unit.post(&case, &[("k", &key()), ("act", "answer"), ("text", &long)]);
        assert!(page.is_client_error(), "{}", page.status);
        is_harmless("answer", &page);
        answer(&server, &need, evil);
        shows("public need with its answer", &guest.get(&public), evil);
        shows("tracking with its answer", &browser.get(&track), evil);
        wait_for_twins();
        let twins = browser.upload("/zh/report", &[("act", "similar"), ("body", evil)]);
        shows("twins", &twins, evil);
        let confirmed = browser.post(&track, &[("k", &key()), ("act", "confirm"), ("solved", "no"), ("text", evil)]);
        assert_eq!(confirmed.status, 303, "{}", confirmed.body);
        shows("tracking, not solved", &browser.get(&track), evil);
        shows("case, not solved", &unit.get(&case), evil);
    }
}

#[test]
fn a_refusal_and_a_question_reach_the_resident_as_text() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let mut worker = Browser::at_work(&server, "worker");
    for evil in EVIL {
        let code = report(&mut browser, "楼下的路灯坏了三天没有人修");
        let need = server.need(&code);
        step(&mut worker, &need, &[("act", "refuse"), ("reason", evil)]);
        shows("refusal", &browser.get(&format!("/zh/track/{code}")), evil);
    }
}

#[test]
fn the_reason_of_a_rating_is_text() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let thanks = format!("/zh/rate/{SERVICE}/thanks");
    assert_eq!(rate(&mut browser, SERVICE, "1").status, 303);
    for evil in EVIL {
        let long = evil.repeat(60);
        let page = browser
            .post(&thanks, &[("k", &key()), ("text", &long), ("reasons", evil), ("ease", evil), ("solved", evil)]);
        assert_eq!(page.status, 422);
        shows("thanks", &page, evil);
        assert_eq!(browser.post(&thanks, &[("k", &key()), ("text", evil)]).status, 303);
        shows("thanks again", &browser.get(&thanks), evil);
        let page = browser.post(&format!("/zh/rate/{SERVICE}"), &[("k", evil), ("level", evil), ("entry", evil)]);
        assert_eq!(page.status, 422);
        is_harmless("rate", &page);
        is_harmless("rate", &browser.get(&format!("/zh/rate/{SERVICE}?entry={}", in_address(evil))));
    }
}

#[test]
fn what_stands_in_an_address_is_text() {
    let server = Server::start();
    let mut browser = Browser::new(&server);
    let mut official = Browser::at_work(&server, "official");
    let mut worker = Browser::at_work(&server, "worker");
    for evil in EVIL {
        let e = in_address(evil);
        for path in ["/zh/needs?q=", "/en/needs?q=", "/zh/rate?q=", "/zh/track?code="] {
            shows(path, &browser.get(&format!("{path}{e}")), evil);
        }
        shows("/zh/track/", &browser.get(&format!("/zh/track/{e}")), evil);
        for path in [
            "/zh/needs?kind=",
            "/zh/needs?category=",
            "/zh/needs?region=",
            "/zh/needs?status=",
            "/zh/needs?after=",
            "/zh/needs?x=",
            "/zh/?size=",
            "/zh/",
            "/",
            "/zh/needs/",
            "/zh/rate/",
            "/zh/receipt/",
            "/zh/results?period=",
            "/results.csv?period=",
            "/zh/prefs?back=",
            "/zh/sign-in?next=",
            "/zh/work?after=",
        ] {
            is_harmless(path, &browser.get(&format!("{path}{e}")));
        }
        for path in ["/zh/insight?period=", "/zh/insight?class=", "/zh/insight/service/", "/insight.csv?period="] {
            is_harmless(path, &official.get(&format!("{path}{e}")));
        }
        for path in ["/zh/work?after=", "/zh/work?done=accept&to=", "/zh/work?done=", "/zh/work/case/"] {
            is_harmless(path, &worker.get(&format!("{path}{e}")));
        }
        // As no browser would send it: not encoded.
        for raw in ["/zh/needs?q=\"><img src=x", "/zh/help?\"><img", "/zh/help?'><script>alert(1)"] {
            let request = format!("GET {} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", raw.replace(' ', "+"));
            is_harmless(raw, &crate::browser::raw(server.at, request.as_bytes()));
        }
    }
}

#[test]
fn a_sign_in_that_fails_shows_the_name_as_text_and_never_the_password() {
    let server = Server::start();
    let mut browser = Browser::new(&server);
    for evil in EVIL {
        let page = browser.post("/zh/sign-in", &[("login", evil), ("password", "geheim-7391")]);
        assert_eq!(page.status, 422);
        shows("sign-in", &page, evil);
        assert!(!page.body.contains("geheim-7391"));
        let back = format!("/needs?q={evil}");
        let page = browser.post("/zh/prefs", &[("size", evil), ("theme", evil), ("back", &back)]);
        is_harmless("prefs", &page);
        let case = "/zh/work/case/019a0000-0000-7000-8000-000000000001";
        is_harmless("step of nobody", &browser.post(case, &[("act", evil), ("text", evil), ("reason", evil)]));
    }
}
