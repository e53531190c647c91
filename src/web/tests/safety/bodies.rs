//! Traps 2 and 3: bodies that no browser sends. The answer is the sender's fault, and the server lives.

use crate::browser::{BOUNDARY, Browser, key, multipart, raw, until_closed, urlencoded};
use crate::journey::{SERVICE, report_fields, send_report};
use crate::server::Server;
use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

/// Content types that promise a form and do not keep it, or promise none.
const KINDS: [&[u8]; 14] = [
    b"multipart/form-data",
    b"multipart/form-data;",
    b"multipart/form-data; boundary=",
    b"multipart/form-data; boundary=\"",
    b"multipart/form-data; boundary=\"\"",
    b"multipart/form-data; boundary=;;;=",
    b"multipart/form-data; boundary=a b",
    b"multipart/form-data; boundary=\xff\xfe",
    b"multipart/form-data; boundary=other",
    b"multipart/mixed; boundary=x",
    b"text/plain",
    b"application/json",
    b"application/octet-stream",
    b"\xff\xfe\xfd",
];

fn addresses() -> Vec<String> {
    let need = "019a0000-0000-7000-8000-000000000001";
    vec![
        "/zh/report".to_owned(),
        "/en/report".to_owned(),
        format!("/zh/needs/{need}"),
        format!("/zh/rate/{SERVICE}"),
        "/zh/track/000000000000".to_owned(),
        "/zh/receipt/000000000000".to_owned(),
        "/zh/sign-in".to_owned(),
        "/api/likely-twins".to_owned(),
        "/api/join".to_owned(),
        "/api/none".to_owned(),
    ]
}

fn is_alive(server: &Server) {
    let mut browser = Browser::new(server);
    assert_eq!(browser.get("/healthz").status, 200);
    assert_eq!(send_report(&mut browser, &key(), "一切照旧，路灯还是没有亮").status, 303);
    assert!(!server.log().contains("panic"), "{}", server.log());
}

#[test]
fn a_wrong_content_type_is_the_senders_fault() {
    let server = Server::start();
    let browser = Browser::known(&server);
    let k = key();
    let form = multipart(&report_fields(&k, "楼道里的灯坏了很多天"));
    let bodies: [&[u8]; 4] = [b"", b"\xff\x00\xfe--\r\n\r\n", form.as_bytes(), b"{\"text\":1}"];
    for path in addresses() {
        for kind in KINDS {
            for body in bodies {
                let mut request = browser.head("POST", &path, &[]).into_bytes();
                request.extend_from_slice(b"content-type: ");
                request.extend_from_slice(kind);
                write!(request, "\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len()).unwrap();
                request.extend_from_slice(body);
                let answer = raw(server.at, &request);
                let what = format!("{path} {} {}", String::from_utf8_lossy(kind), answer.status);
                // What an island calls may decline with 500 in its own words; those of ours are never 5xx.
                assert!(answer.is_client_error(), "{what} {}", answer.body);
            }
        }
    }
    assert_eq!(server.count("SELECT count(*) FROM needs WHERE body LIKE '楼道里的灯坏了很多天%'"), 0);
    is_alive(&server);
}

#[test]
fn a_form_that_is_cut_off_is_no_form() {
    let server = Server::behind_a_proxy();
    let mut browser = Browser::known(&server);
    let k = key();
    let form = multipart(&report_fields(&k, "小区的树倒了压着车"));
    let cuts = (1..form.len() - 4).step_by(7).filter(|cut| form.is_char_boundary(*cut));
    for (n, cut) in cuts.enumerate() {
        browser.forwarded = Some(format!("10.1.{}.{}", n / 200, n % 200 + 1));
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let answer = browser.post_as("/zh/report", &kind, &form.as_bytes()[..cut]);
        assert!(answer.is_client_error(), "cut at {cut}: {}", answer.status);
        // A body shorter than it was announced to be, and a browser that hangs up.
        if n % 8 == 0 {
            let mut request = browser.head("POST", "/zh/report", &[("content-type", &kind)]).into_bytes();
            write!(request, "content-length: {}\r\n\r\n{}", form.len(), &form[..cut]).unwrap();
            let mut stream = TcpStream::connect(server.at).unwrap();
            stream.write_all(&request).unwrap();
            stream.shutdown(Shutdown::Write).unwrap();
            let said = String::from_utf8_lossy(&until_closed(&mut stream)).into_owned();
            assert!(said.is_empty() || said.starts_with("HTTP/1.1 4"), "{said}");
        }
    }
    assert_eq!(server.count("SELECT count(*) FROM needs WHERE body LIKE '小区的树倒了%'"), 0);
    is_alive(&server);
}

#[test]
fn what_islands_call_refuses_nonsense() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let form = "application/x-www-form-urlencoded";
    let nonsense = [
        "",
        "x",
        "need=1",
        "need=&k=",
        "text[]=1",
        "text[a][b]=1",
        "need[0]=1&k[0]=2",
        "%",
        "%ff%fe=%ff",
        "&&&==",
        "need=019a0000-0000-7000-8000-000000000001&k=1",
        "need=1&k=019a0000-0000-7000-8000-000000000001",
    ];
    for path in ["/api/likely-twins", "/api/join"] {
        for body in nonsense {
            let answer = browser.post_as(path, form, body.as_bytes());
            assert!(answer.status < 500, "{path} {body}: {} {}", answer.status, answer.body);
            assert!(answer.status >= 400, "{path} {body}: {}", answer.status);
            // An error is a word, never what happened inside.
            let words = ["\"NotFound\"", "\"Later\"", "\"Unreadable\""];
            let is_word = words.iter().any(|word| answer.body.contains(word));
            assert!(
                is_word || answer.header("content-type").starts_with("text/html"),
                "{path} {body}: {}",
                answer.body
            );
        }
    }
    let unknown = urlencoded(&[("need", "019a0000-0000-7000-8000-000000000001"), ("k", &key())]);
    let answer = browser.post_as("/api/join", form, unknown.as_bytes());
    assert!(answer.is_client_error(), "{} {}", answer.status, answer.body);
    let found = browser.post("/api/likely-twins", &[("text", "路灯坏了没有人修，晚上很黑")]);
    assert_eq!(found.status, 200, "{}", found.body);
    assert!(found.header("content-type").starts_with("application/json"));
    is_alive(&server);
}

/// A 4xx, or a connection that was closed.
fn is_refused(what: &str, status: u16) {
    assert!(matches!(status, 0 | 400 | 413), "{what}: {status}");
}

#[test]
fn two_megabytes_are_too_much_everywhere() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let large = "a".repeat(2 * 1024 * 1024);
    let fields = [("body", large.as_str()), ("text", large.as_str())];
    for path in addresses() {
        is_refused(&path, browser.post(&path, &fields).status);
        is_refused(&path, browser.upload(&path, &fields).status);
    }
    is_alive(&server);
}

#[test]
fn a_stream_without_end_is_refused_early() {
    let server = Server::start();
    let browser = Browser::known(&server);
    let part = [b"10000\r\n".as_slice(), &vec![b'a'; 0x10000], b"\r\n"].concat();
    for (path, kind) in [
        ("/zh/report", "application/x-www-form-urlencoded"),
        ("/zh/report", "multipart/form-data; boundary=x"),
        ("/api/likely-twins", "application/x-www-form-urlencoded"),
        ("/api/join", "multipart/form-data; boundary=x"),
    ] {
        let head = browser.head("POST", path, &[("content-type", kind), ("transfer-encoding", "chunked")]);
        let mut stream = TcpStream::connect(server.at).unwrap();
        stream.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
        if kind.starts_with("multipart") {
            stream.write_all(b"2a\r\n--x\r\nContent-Disposition: form-data; name=\"b\"\r\n").ok();
        }
        // 2 GB, if anybody listened.
        let taken = (0..32 * 1024).take_while(|_| stream.write_all(&part).is_ok()).count();
        assert!(taken < 256, "{path} {kind}: {} MB were taken", taken / 16);
        let said = String::from_utf8_lossy(&until_closed(&mut stream)).into_owned();
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 4"), "{path} {kind}: {said}");
    }
    is_alive(&server);
}
