//! One resident, one voice; and staff have none.

use crate::browser::{Browser, key};
use crate::journey::{SERVICE, accept, answer, rate, report};
use crate::server::Server;

fn voices(server: &Server) -> i64 {
    server.count("SELECT count(*) FROM ratings WHERE active")
}

fn tallied(server: &Server) -> i64 {
    server.count("SELECT sum(n1 + n2 + n3 + n4 + n5) FROM tallies")
}

#[test]
fn one_device_has_one_voice() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let (before, counted) = (voices(&server), tallied(&server));
    for level in ["1", "5", "3"] {
        assert_eq!(rate(&mut browser, SERVICE, level).status, 303);
    }
    assert_eq!((voices(&server), tallied(&server)), (before + 1, counted + 1));
    let mut other = Browser::known(&server);
    assert_eq!(rate(&mut other, SERVICE, "3").status, 303);
    assert_eq!((voices(&server), tallied(&server)), (before + 2, counted + 2));
    // What no server could have set is no cookie.
    for made_up in ["x".to_owned(), "g".repeat(64), "a".repeat(63), "a".repeat(4000)] {
        let mut browser = Browser::new(&server);
        browser.jar.insert("device".to_owned(), made_up);
        assert_eq!(rate(&mut browser, SERVICE, "3").status, 303);
    }
    assert_eq!(voices(&server), before + 3, "all of them are this address without a cookie");
}

#[test]
fn without_a_cookie_an_address_has_one_voice_a_day() {
    let server = Server::behind_a_proxy();
    let before = voices(&server);
    for address in ["10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.1", "2001:db8::1"] {
        let mut browser = Browser::new(&server).behind(address);
        assert_eq!(rate(&mut browser, SERVICE, "5").status, 303);
    }
    assert_eq!(voices(&server), before + 3);
    let verified = server.count(
        "SELECT count(*) FROM ratings WHERE verified AND day = (SELECT max(day) FROM ratings) AND channel = 'import'",
    );
    assert_eq!(verified, 0);
}

#[test]
fn ten_taps_at_once_are_one_voice() {
    let server = Server::start();
    let browser = Browser::known(&server);
    let (before, counted) = (voices(&server), tallied(&server));
    std::thread::scope(|scope| {
        for n in 0..10 {
            let mut browser = browser.clone();
            scope.spawn(move || assert_eq!(rate(&mut browser, SERVICE, ["1", "4"][n % 2]).status, 303));
        }
    });
    assert_eq!((voices(&server), tallied(&server)), (before + 1, counted + 1));
}

#[test]
fn a_device_joins_once() {
    let server = Server::start();
    let mut author = Browser::known(&server);
    let code = report(&mut author, "公交站没有遮雨的地方，老人很辛苦");
    let need = server.need(&code);
    accept(&server, &need);
    let mut browser = Browser::known(&server);
    let supporters = || server.count(&format!("SELECT supporters FROM needs WHERE code = '{code}'"));
    let before = supporters();
    for _ in 0..3 {
        let joined = browser.post(&format!("/zh/needs/{need}"), &[("k", &key()), ("act", "join")]);
        assert_eq!(joined.status, 303, "{}", joined.body);
        let called = browser.post("/api/join", &[("need", &need), ("k", &key())]);
        assert_eq!(called.status, 200, "{}", called.body);
    }
    assert_eq!(supporters(), before + 1);
}

#[test]
fn staff_speak_for_no_resident() {
    let server = Server::start();
    let mut resident = Browser::known(&server);
    let code = report(&mut resident, "地下车库积水，车开不进去");
    let need = server.need(&code);
    accept(&server, &need);
    answer(&server, &need, "已经抽干了水");
    for login in ["worker", "unit", "official", "admin"] {
        let mut staff = Browser::at_work(&server, login);
        assert_eq!(staff.get("/zh/report").status, 200);
        let before = server.everything();
        let k = key();
        for (path, fields) in [
            (format!("/zh/rate/{SERVICE}"), vec![("level", "5")]),
            (format!("/zh/rate/{SERVICE}/thanks"), vec![("text", "很好")]),
            (format!("/zh/track/{code}"), vec![("act", "confirm"), ("solved", "yes")]),
            (format!("/zh/track/{code}"), vec![("act", "rate"), ("level", "5")]),
            (format!("/zh/track/{code}"), vec![("act", "withdraw")]),
            (format!("/zh/receipt/{code}"), vec![("act", "withdraw")]),
            (format!("/en/receipt/{code}"), vec![("act", "revise"), ("body", "改成别的话")]),
            (format!("/zh/needs/{need}"), vec![("act", "join")]),
        ] {
            let fields = [vec![("k", k.as_str())], fields].concat();
            let refused = staff.post(&path, &fields);
            assert_eq!(refused.status, 403, "{login} {path} {fields:?}");
        }
        let called = staff.post("/api/join", &[("need", &need), ("k", &k)]);
        assert!(called.status >= 400, "{login} {} {}", called.status, called.body);
        assert_eq!(server.everything(), before, "{login}");
    }
    let confirmed = resident.post(&format!("/zh/track/{code}"), &[("act", "confirm"), ("solved", "yes")]);
    assert_eq!(confirmed.status, 303);
}

#[test]
fn a_rating_is_one_of_seven_answers() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let before = server.everything();
    let path = format!("/zh/rate/{SERVICE}");
    for (level, outcome) in [
        ("0", ""),
        ("6", ""),
        ("x", ""),
        ("-1", ""),
        ("1.5", ""),
        ("５", ""),
        ("01", ""),
        ("+5", ""),
        ("5 5", ""),
        ("", ""),
        ("5", "unused"),
        ("1", "failed"),
        ("", "x"),
        ("", "5"),
        ("", "UNUSED"),
        ("x", "unused"),
        ("99999999999999999999", ""),
        ("\u{0}", ""),
    ] {
        let page = browser.post(&path, &[("k", &key()), ("level", level), ("outcome", outcome)]);
        assert_eq!(page.status, 422, "{level:?} {outcome:?}");
    }
    assert_eq!(server.everything(), before);
    for (level, outcome) in [("1", ""), ("5", ""), ("", "unused"), ("", "failed")] {
        let page = browser.post(&path, &[("k", &key()), ("level", level), ("outcome", outcome)]);
        assert_eq!(page.status, 303, "{level:?} {outcome:?}");
    }
}
