//! A few hundred forms with something wrong in them: never 5xx, and the server lives.

use crate::browser::{Browser, key, multipart, multipart_type, urlencoded};
use crate::journey::{SERVICE, accept, rate, report, report_fields, send_report};
use crate::server::Server;

/// The same chance in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// What parsers trip over.
const SPICES: [&[u8]; 20] = [
    b"\0",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"%",
    b"%00",
    b"%f",
    b"%ff%fe",
    b"&",
    b"=",
    b"\r\n",
    b"\r\n\r\n",
    b"--",
    b";",
    b"\"",
    "\u{202e}".as_bytes(),
    "\u{feff}".as_bytes(),
    "👨‍👩‍👧".as_bytes(),
    b"'; DROP TABLE needs; --",
    b"99999999999999999999",
];

fn mutated(body: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut body = body.to_vec();
    for _ in 0..=chance.below(3) {
        let (at, len) = (chance.below(body.len()), 1 + chance.below(40));
        let end = (at + len).min(body.len());
        match chance.below(6) {
            0 => body.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (len % 8)),
            1 => drop(body.drain(at..end)),
            2 => {
                let again = body[at..end].to_vec();
                body.splice(at..at, again);
            }
            3 => body.truncate(at),
            4 => {
                let long = SPICES[chance.below(SPICES.len())].repeat(1 + chance.below(300));
                body.splice(at..at, long);
            }
            _ => drop(body.splice(at..end, SPICES[chance.below(SPICES.len())].iter().copied())),
        }
    }
    body
}

/// Every form, as it would be taken.
fn forms(server: &Server, code: &str, need: &str) -> Vec<(String, Vec<u8>, bool)> {
    let k = key();
    let full = [
        ("k", k.as_str()),
        ("kind", "urgent"),
        ("body", "路面塌了一个洞，晚上很危险"),
        ("category", "housing"),
        ("place", "东门"),
        ("spot", "门口"),
        ("lat", "30.5"),
        ("lng", "114.3"),
        ("contact", "sms"),
        ("phone", "13912345678"),
        ("private", "1"),
        ("for", "self"),
    ];
    let unit = server.unit("lift-office");
    let url = |fields: &[(&str, &str)]| urlencoded(fields).into_bytes();
    let parts = |fields: &[(&str, &str)]| multipart(fields).into_bytes();
    vec![
        ("/zh/report".into(), parts(&full), true),
        ("/zh/report".into(), url(&full), false),
        ("/en/report".into(), parts(&[&full[..], &[("act", "similar")]].concat()), true),
        (format!("/zh/rate/{SERVICE}"), url(&[("k", &k), ("level", "4"), ("entry", "poster")]), false),
        (
            format!("/zh/rate/{SERVICE}/thanks"),
            url(&[("k", &k), ("reasons", "fast"), ("solved", "yes"), ("ease", "3"), ("text", "好")]),
            false,
        ),
        (format!("/zh/track/{code}"), url(&[("k", &k), ("act", "add"), ("text", "又大了一点")]), false),
        (format!("/zh/receipt/{code}"), parts(&[("k", &k), ("act", "revise"), ("body", "改了一句话")]), true),
        (format!("/zh/needs/{need}"), url(&[("k", &k), ("act", "join")]), false),
        ("/zh/prefs".into(), url(&[("size", "xl"), ("theme", "dark"), ("back", "/needs?q=1")]), false),
        (
            format!("/zh/work/case/{need}"),
            url(&[("k", &k), ("act", "accept"), ("unit", &unit), ("kind", "urgent"), ("title", "新的")]),
            false,
        ),
        (
            format!("/zh/work/case/{need}"),
            parts(&[("k", &k), ("act", "refuse"), ("phrase", "unlawful"), ("reason", "不行")]),
            true,
        ),
        ("/api/likely-twins".into(), url(&[("text", "路面塌了一个洞")]), false),
        ("/api/join".into(), url(&[("need", need), ("k", &k)]), false),
    ]
}

#[test]
fn no_mutated_form_is_our_fault() {
    let server = Server::behind_a_proxy();
    let mut resident = Browser::known(&server);
    let code = report(&mut resident, "路面塌了一个洞，车要绕开");
    let need = server.need(&code);
    accept(&server, &need);
    assert_eq!(rate(&mut resident, SERVICE, "2").status, 303);
    let mut worker = Browser::at_work(&server, "worker");
    let mut chance = Chance(20_261_124);
    let (mut sent, mut taken) = (0_u32, 0_u32);
    for round in 0..40 {
        for (path, body, is_multipart) in forms(&server, &code, &need) {
            let body = mutated(&body, &mut chance);
            let kind = if is_multipart { multipart_type() } else { "application/x-www-form-urlencoded".to_owned() };
            let browser = if path.contains("/work/") { &mut worker } else { &mut resident };
            browser.forwarded = Some(format!("10.2.{round}.{}", sent % 13 + 1));
            let answer = browser.post_as(&path, &kind, &body);
            let shown = String::from_utf8_lossy(&body);
            assert!((200..500).contains(&answer.status), "{path} {} {}\n{shown}", answer.status, answer.body);
            sent += 1;
            taken += u32::from(answer.status == 303);
        }
    }
    assert!(sent > 500 && taken > 10 && taken < sent, "{taken} of {sent}");
    assert!(!server.log().contains("panic") && !server.log().contains("\"ERROR\""), "{}", server.log());
    assert_eq!(send_report(&mut Browser::new(&server).behind("10.3.0.1"), &key(), "一切照旧").status, 422);
    assert_eq!(send_report(&mut Browser::new(&server).behind("10.3.0.1"), &key(), "一切照旧，路还是坏的").status, 303);
}

#[test]
fn no_mutated_address_or_cookie_is_our_fault() {
    let server = Server::start();
    let mut resident = Browser::known(&server);
    let code = report(&mut resident, "路边的护栏倒了一大片");
    let need = server.need(&code);
    let mut chance = Chance(7);
    let device = resident.jar["device"].clone();
    for path in [
        format!("/zh/needs/{need}"),
        format!("/zh/needs?kind=urgent&category=housing&region={need}&status=received&q=ab&after={need}"),
        format!("/zh/rate/{SERVICE}?entry=poster"),
        "/zh/results?period=2026-10".to_owned(),
        "/results.csv?period=2026-10".to_owned(),
        format!("/zh/report?kind=urgent&place={need}&for=other"),
        "/zh/track?code=1234-5678-9012".to_owned(),
        "/zh/needs?q=%22a%22+OR+b*".to_owned(),
    ] {
        for _ in 0..25 {
            let mut mutated = mutated(path.as_bytes(), &mut chance);
            mutated.retain(|byte| *byte > b' ' && *byte != 0x7f);
            mutated.truncate(6000);
            let cookie = self::mutated(device.as_bytes(), &mut chance);
            let cookie: Vec<u8> = cookie.into_iter().filter(|byte| *byte >= b' ' && *byte != 0x7f).take(4000).collect();
            let request = [
                b"GET /",
                mutated.as_slice(),
                b" HTTP/1.1\r\nhost: x\r\ncookie: device=",
                &cookie,
                b"; session=",
                &cookie,
                b"\r\nconnection: close\r\n\r\n",
            ]
            .concat();
            let answer = crate::browser::raw(server.at, &request);
            assert!(answer.status < 500, "{} {}", String::from_utf8_lossy(&request), answer.status);
        }
    }
    assert!(!server.log().contains("panic") && !server.log().contains("\"ERROR\""), "{}", server.log());
}

#[test]
fn search_words_are_never_a_query_language() {
    let server = Server::start();
    let mut browser = Browser::new(&server);
    let mut fields = report_fields("", "");
    fields.clear();
    for q in [
        "\"",
        "'",
        "a\"b",
        "*",
        "^",
        "NEAR(",
        "a AND",
        "OR OR",
        "words:a",
        "{",
        "(((",
        "-",
        "a*b*",
        "\\",
        "%",
        "_",
        "\u{0}",
        "路灯\"",
        "路灯 OR 1",
        &"路".repeat(2000),
        &"a b ".repeat(500),
        "ＡＢ",
        "𠮷𠮷𠮷",
    ] {
        let answer = browser.get(&format!("/zh/needs?q={}", crate::browser::in_address(q)));
        assert!(matches!(answer.status, 200 | 400 | 414 | 431), "{q}: {}", answer.status);
    }
}
