//! Starting and stopping: in order, at once, and not at all where something is wrong.

use crate::browser::{Browser, key, until_closed};
use crate::journey::send_report;
use crate::server::{Server, command, copy_of_the_city};
use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

#[test]
fn a_stop_in_order_answers_what_was_asked_and_frees_the_port() {
    let mut server = Server::start();
    let browser = Browser::known(&server);
    // A connection that idles, and one whose form is half sent.
    let idle = TcpStream::connect(server.at).unwrap();
    let k = key();
    let body = crate::browser::urlencoded(&crate::journey::report_fields(&k, "停机前最后一张表，请收下"));
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let head = browser.head("POST", "/zh/report", &[kind]);
    let mut half = TcpStream::connect(server.at).unwrap();
    half.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(half, "{head}content-length: {}\r\n\r\n{}", body.len(), &body[..40]).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    server.terminate();
    std::thread::sleep(Duration::from_millis(300));
    assert!(TcpStream::connect(server.at).is_err(), "it still takes connections");
    half.write_all(&body.as_bytes()[40..]).unwrap();
    let said = String::from_utf8_lossy(&until_closed(&mut half)).into_owned();
    assert!(said.starts_with("HTTP/1.1 303"), "{said}");
    let status = server.ended(Duration::from_secs(15)).expect("it has ended");
    assert_eq!(status.code(), Some(0), "{}", server.log());
    assert!(server.log().contains("stopped in order"), "{}", server.log());
    drop(idle);
    server.again();
    assert_eq!(Browser::new(&server).get("/readyz").status, 200);
    assert_eq!(server.count("SELECT count(*) FROM needs WHERE body LIKE '停机前最后一张表%'"), 1);
}

#[test]
fn after_a_kill_the_port_is_free_at_once_too() {
    let mut server = Server::start();
    let mut browser = Browser::known(&server);
    assert_eq!(send_report(&mut browser, &key(), "断电之前写下的一句话").status, 303);
    let held = TcpStream::connect(server.at).unwrap();
    server.kill();
    server.again();
    drop(held);
    assert_eq!(browser.get("/readyz").status, 200);
    assert_eq!(server.count("SELECT count(*) FROM needs WHERE body LIKE '断电之前%'"), 1);
}

/// Starts with these settings, which must fail; gives what it said.
fn refused(settings: &[(&str, &str)]) -> (Option<i32>, String) {
    let folder = copy_of_the_city();
    let mut serve = command(folder.path());
    serve.arg("serve").stderr(std::process::Stdio::piped());
    for (name, value) in settings {
        serve.env(name, value);
        if value.is_empty() {
            serve.env_remove(name);
        }
    }
    let mut running = serve.spawn().unwrap();
    for _ in 0..2000 {
        if running.try_wait().unwrap().is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let _ = running.kill();
    let done = running.wait_with_output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn demonstration_sign_ins_are_not_served_to_the_world() {
    for addr in ["0.0.0.0:0", "[::]:0"] {
        let (code, said) = refused(&[("MINSHENG_ADDR", addr)]);
        assert_eq!(code, Some(1), "{said}");
        let said = said.trim();
        assert!(said.contains("Demonstration sign-ins") && said.contains("loopback"), "{said}");
        assert!(said.lines().count() == 1 && said.ends_with('.'), "{said}");
    }
}

#[test]
fn a_wrong_setting_stops_the_start_and_is_named() {
    let almost = "5afe".repeat(15) + "5af";
    for (name, value) in [
        ("MINSHENG_SECRET", almost.as_str()),
        ("MINSHENG_SECRET", "x"),
        ("MINSHENG_BASE_URL", "minsheng.example"),
        ("MINSHENG_BASE_URL", "https://minsheng.example/path"),
        ("MINSHENG_BASE_URL", "javascript:alert(1)"),
        ("MINSHENG_ADDR", "3000"),
        ("MINSHENG_ADDR", "127.0.0.1:99999"),
        ("MINSHENG_ADDR", "203.0.113.7:3000"),
        ("MINSHENG_TRUSTED_PROXIES", "proxy"),
        ("MINSHENG_LOG", "==="),
        ("MINSHENG_DATABASE_URL", "mysql://x"),
    ] {
        let (code, said) = refused(&[(name, value)]);
        let demonstration = said.contains("Demonstration sign-ins") && name == "MINSHENG_ADDR";
        assert!(matches!(code, Some(1 | 2)), "{name}={value}: {code:?} {said}");
        assert!(said.contains(name) || demonstration, "{name}={value}: {said}");
        assert!(!said.contains(&almost), "a secret stands in the log: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_port_that_is_taken_is_said() {
    let server = Server::start();
    let (code, said) = refused(&[("MINSHENG_ADDR", &server.at.to_string())]);
    assert_eq!(code, Some(1));
    assert!(said.contains("MINSHENG_ADDR") && said.contains(&server.at.to_string()), "{said}");
}
