//! Trap 7: nothing is changed on the word of another site, and nothing by looking.

use crate::browser::{Browser, key};
use crate::journey::{SERVICE, accept, rate, report, report_fields, send_report};
use crate::server::Server;

/// A need that was accepted, its code, and a service that was rated: something to change.
fn prepared(server: &Server) -> (Browser, String, String) {
    let mut browser = Browser::known(server);
    let code = report(&mut browser, "电梯里的灯一直闪，老人害怕");
    let need = server.need(&code);
    accept(server, &need);
    assert_eq!(rate(&mut browser, SERVICE, "4").status, 303);
    (browser, code, need)
}

/// Every address that takes a POST, with a form that would be taken from our own pages.
fn forms(server: &Server, code: &str, need: &str) -> Vec<(String, Vec<(&'static str, String)>)> {
    let own = |fields: Vec<(&'static str, &str)>| -> Vec<(&'static str, String)> {
        fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
    };
    let k = key();
    let unit = server.unit("lift-office");
    vec![
        ("/zh/report".into(), own(report_fields(&k, "别处来的一句话"))),
        (format!("/zh/receipt/{code}"), own(vec![("act", "withdraw")])),
        (format!("/zh/track/{code}"), own(vec![("act", "add"), ("text", "别处来的")])),
        (format!("/zh/track/{code}"), own(vec![("act", "withdraw")])),
        (format!("/zh/needs/{need}"), own(vec![("k", &key()), ("act", "join")])),
        (format!("/zh/rate/{SERVICE}"), own(vec![("k", &key()), ("level", "1")])),
        (format!("/zh/rate/{SERVICE}/thanks"), own(vec![("text", "别处来的")])),
        ("/zh/prefs".into(), own(vec![("size", "xl")])),
        ("/zh/sign-in".into(), own(vec![("login", "worker"), ("password", "minsheng-demo")])),
        ("/zh/sign-out".into(), Vec::new()),
        (format!("/zh/work/case/{need}"), own(vec![("act", "accept"), ("unit", &unit)])),
        ("/api/join".into(), own(vec![("need", need), ("k", &key())])),
        ("/api/likely-twins".into(), own(vec![("text", "电梯里的灯一直闪")])),
    ]
}

#[test]
fn forms_of_other_sites_change_nothing() {
    let server = Server::start();
    let (mut resident, code, need) = prepared(&server);
    let mut worker = Browser::at_work(&server, "worker");
    let before = server.everything();
    let ours = server.origin();
    let origins = [
        Some("http://evil.example".to_owned()),
        Some("null".to_owned()),
        Some(String::new()),
        Some(format!("{ours}.evil.example")),
        Some(format!("{ours}/")),
        Some(ours.replace("http://", "https://")),
        Some(ours.replace("127.0.0.1", "localhost")),
        Some(ours.rsplit_once(':').unwrap().0.to_owned()),
        None,
    ];
    for origin in origins {
        for (path, fields) in forms(&server, &code, &need) {
            for (who, browser) in [("resident", &mut resident), ("worker", &mut worker)] {
                browser.origin.clone_from(&origin);
                let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let kind = ("content-type", "application/x-www-form-urlencoded");
                let body = crate::browser::urlencoded(&fields);
                for site in ["cross-site", "same-site"] {
                    let headers = [kind, ("sec-fetch-site", site)];
                    let answer = browser.send("POST", &path, &headers, body.as_bytes());
                    let what = format!("{who} {path} {origin:?} {site} {}", answer.status);
                    assert!(answer.is_client_error(), "{what}");
                    assert!(answer.cookies().is_empty(), "{what} {:?}", answer.headers);
                }
            }
        }
    }
    assert_eq!(server.everything(), before);
    assert!(worker.jar.contains_key("session"));
}

#[test]
fn a_host_of_ones_own_choosing_does_not_make_an_origin_ours() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let before = server.everything();
    let k = key();
    let body = crate::browser::urlencoded(&report_fields(&k, "名字指向了这台机器"));
    let port = server.at.port();
    let head = format!(
        "POST /zh/report HTTP/1.1\r\nhost: evil.example:{port}\r\norigin: http://evil.example:{port}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    let answer = crate::browser::raw(server.at, head.as_bytes());
    assert!(answer.is_client_error(), "{}", answer.status);
    assert_eq!(server.everything(), before);
    assert_eq!(send_report(&mut browser, &key(), "这才是我们自己的页面").status, 303);
}

#[test]
fn our_own_pages_and_programs_that_are_no_browsers_work() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    assert_eq!(send_report(&mut browser, &key(), "路边的井盖松了，车过会响").status, 303);
    browser.origin = None;
    assert_eq!(send_report(&mut browser, &key(), "路边的井盖松了，人会踩空").status, 303);
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let k = key();
    let body = crate::browser::urlencoded(&report_fields(&k, "路边的井盖丢了，晚上看不见"));
    let headers = [kind, ("sec-fetch-site", "same-origin")];
    assert_eq!(browser.send("POST", "/zh/report", &headers, body.as_bytes()).status, 303);
}

#[test]
fn with_a_base_url_only_its_origin_counts() {
    let server = Server::with(&[("MINSHENG_BASE_URL", "https://minsheng.example")]);
    let mut browser = Browser::new(&server);
    assert_eq!(send_report(&mut browser, &key(), "消防通道被货物堵住了").status, 303);
    let before = server.everything();
    browser.origin = Some(format!("http://{}", server.at));
    assert!(send_report(&mut browser, &key(), "消防通道又被货物堵住了").is_client_error());
    assert_eq!(server.everything(), before);
}

#[test]
fn looking_records_nothing() {
    let server = Server::start();
    let (mut resident, code, need) = prepared(&server);
    let before = server.everything();
    let k = key();
    let mut official = Browser::at_work(&server, "official");
    let sessions = server.everything();
    for method in ["GET", "HEAD"] {
        for path in [
            format!("/zh/rate/{SERVICE}?level=5"),
            format!("/zh/rate/{SERVICE}?k={k}&level=5&outcome="),
            format!("/zh/rate/{SERVICE}/thanks?k={k}&text=abc&reasons=fast&solved=yes"),
            format!("/zh/needs/{need}?act=join&k={k}"),
            format!("/zh/track/{code}?act=withdraw&k={k}"),
            format!("/zh/track/{code}?act=confirm&solved=yes"),
            format!("/zh/receipt/{code}?act=revise&body=abcdefgh"),
            format!("/zh/report?{}", crate::browser::urlencoded(&report_fields(&k, "只是看看不算"))),
            "/zh/sign-in?login=worker&password=minsheng-demo".to_owned(),
            "/zh/sign-out".to_owned(),
            format!("/api/join?need={need}&k={k}"),
            "/insight.csv".to_owned(),
        ] {
            let mut fresh = Browser::new(&server);
            for browser in [&mut resident, &mut official, &mut fresh] {
                let answer = browser.send(method, &path, &[], b"");
                assert!(answer.status < 500, "{path} {}", answer.status);
                assert!(!answer.cookies().iter().any(|set| set.starts_with("session=")), "{path}");
            }
        }
    }
    assert_eq!(server.everything(), sessions);
    assert_eq!(before.len(), sessions.len());
    assert_eq!(official.get("/insight.csv").status, 200, "still signed in");
}
