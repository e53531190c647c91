//! What goes wrong is a page in the language of the address, with the right status.

use crate::browser::{Answer, Browser, key};
use crate::journey::{SERVICE, accept, report};
use crate::server::Server;

fn is_page(what: &str, answer: &Answer, status: u16, lang: &str) {
    assert_eq!(answer.status, status, "{what}");
    assert!(answer.header("content-type").starts_with("text/html"), "{what} {}", answer.body);
    let tag = if lang == "en" { "lang=\"en\"" } else { "lang=\"zh-CN\"" };
    let first = answer.body.split("<head>").next().unwrap_or_default();
    assert!(first.contains(tag), "{what} {first}");
    assert!(answer.body.contains("<h1") && answer.body.contains("</main>"), "{what}");
    assert!(answer.body.contains("12345"), "{what}: no way on");
}

#[test]
fn problems_are_pages_in_the_language_of_the_address() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let code = report(&mut browser, "大门口的地砖翘起来了");
    let need = server.need(&code);
    accept(&server, &need);
    assert_eq!(browser.get(&format!("/zh/needs/{need}")).status, 200);
    assert_eq!(browser.post(&format!("/zh/track/{code}"), &[("act", "withdraw")]).status, 303);
    for lang in ["zh", "en"] {
        for path in [
            "/nowhere",
            "/needs/x",
            "/needs/019a0000-0000-7000-8000-000000000001",
            "/rate/no-such-service",
            "/receipt/123",
            "/work/case/x/y",
        ] {
            let path = format!("/{lang}{path}");
            is_page(&path, &browser.get(&path), 404, lang);
        }
        is_page("gone", &browser.get(&format!("/{lang}/needs/{need}")), 410, lang);
        let too_late = browser.post(&format!("/{lang}/needs/{need}"), &[("k", &key()), ("act", "join")]);
        assert!(matches!(too_late.status, 404 | 410), "{}", too_late.status);
        is_page("join what is gone", &too_late, too_late.status, lang);
        is_page("GET where only POST is", &browser.get(&format!("/{lang}/sign-out")), 405, lang);
        for (method, path) in [("POST", "/results"), ("DELETE", "/report"), ("PUT", "/needs"), ("PATCH", "/")] {
            let path = format!("/{lang}{path}");
            is_page(&format!("{method} {path}"), &browser.send(method, &path, &[], b""), 405, lang);
        }
        is_page("empty", &browser.post(&format!("/{lang}/report"), &[]), 422, lang);
        is_page("empty rating", &browser.post(&format!("/{lang}/rate/{SERVICE}"), &[]), 422, lang);
        is_page("no act", &browser.post(&format!("/{lang}/needs/{need}"), &[("k", &key())]), 422, lang);
        let large = "长".repeat(100 * 1024);
        let path = format!("/{lang}/report");
        is_page("too large", &browser.post(&path, &[("body", &large)]), 413, lang);
        is_page("too large", &browser.upload(&path, &[("body", &large)]), 413, lang);
        let json = browser.post_as(&path, "application/json", b"{}");
        is_page("no form", &json, 400, lang);
        is_page(
            "confirm what is gone",
            &browser.post(&format!("/{lang}/track/{code}"), &[("act", "confirm"), ("solved", "yes")]),
            410,
            lang,
        );
    }
}

#[test]
fn a_body_over_the_limit_is_told_in_a_page_where_anybody_listens() {
    let server = Server::start();
    let browser = Browser::known(&server);
    // Announced but not sent yet, as with `Expect: 100-continue`: there is time to read the answer.
    for lang in ["zh", "en"] {
        let path = format!("/{lang}/report");
        let kind = ("content-type", "multipart/form-data; boundary=x");
        let head = browser.head("POST", &path, &[kind, ("content-length", "9000000"), ("connection", "close")]);
        let answer = crate::browser::raw(server.at, format!("{head}\r\n").as_bytes());
        is_page(&path, &answer, 413, lang);
    }
}

#[test]
fn an_unknown_language_is_no_page_of_ours() {
    let server = Server::start();
    let mut browser = Browser::new(&server);
    for path in [
        "/fr/report",
        "/fr/",
        "/ZH/report",
        "/zh-CN/report",
        "/zhreport",
        "/de",
        "/zh/zh/report",
        "//zh/report",
        "/../etc/passwd",
        "/zh/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/manifest.json",
    ] {
        let answer = browser.get(path);
        is_page(path, &answer, 404, "zh");
        assert!(answer.cookies().is_empty(), "{path}");
    }
    let root = browser.get("/");
    assert!(matches!(root.status, 302 | 303 | 307) && root.header("location") == "/zh/", "{}", root.status);
}

#[test]
fn machines_are_answered() {
    let server = Server::start();
    let mut browser = Browser::new(&server);
    for path in ["/healthz", "/readyz"] {
        assert_eq!(browser.get(path).status, 200, "{path}");
    }
    let metrics = browser.get("/metrics");
    assert_eq!(metrics.status, 200);
    let shape =
        |line: &str| line.starts_with('#') || line.rsplit_once(' ').is_some_and(|(_, n)| n.parse::<f64>().is_ok());
    assert!(metrics.body.lines().all(shape) && metrics.body.contains("minsheng_"), "{}", metrics.body);
    for path in ["/healthz", "/readyz", "/metrics"] {
        assert!(browser.post(path, &[]).is_client_error(), "{path}");
    }
}

#[test]
fn counters_are_for_this_machine_only() {
    // Behind a proxy on this machine everybody comes from loopback.
    let server = Server::behind_a_proxy();
    assert_eq!(Browser::new(&server).get("/metrics").status, 200);
    assert_eq!(Browser::new(&server).behind("127.0.0.1").get("/metrics").status, 200);
    let answer = Browser::new(&server).behind("10.0.0.1").get("/metrics");
    assert!(matches!(answer.status, 403 | 404), "{}", answer.status);
}
