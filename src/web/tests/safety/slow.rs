//! Trap 4: who speaks slowly is not waited for, and keeps nobody else waiting.

use crate::browser::{Browser, until_closed};
use crate::server::Server;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Whether the other side has closed, without waiting for it.
fn is_closed(stream: &mut TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    let read = stream.read(&mut [0; 1024]);
    stream.set_nonblocking(false).unwrap();
    match read {
        Ok(n) => n == 0,
        Err(error) => error.kind() != ErrorKind::WouldBlock,
    }
}

#[test]
fn slow_headers_are_cut_off_while_others_are_served() {
    let server = Server::start();
    let begun = Instant::now();
    let mut slow: Vec<TcpStream> = (0..60).map(|_| TcpStream::connect(server.at).unwrap()).collect();
    for (n, stream) in slow.iter_mut().enumerate() {
        // A third says nothing at all.
        if n % 3 > 0 {
            stream.write_all(b"GET /zh/ HTTP/1.1\r\nhost: x\r\n").unwrap();
        }
    }
    let mut browser = Browser::new(&server);
    while !slow.is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(13), "{} slow ones are still held", slow.len());
        let asked = Instant::now();
        assert_eq!(browser.get("/zh/rate").status, 200);
        assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
        for (n, stream) in slow.iter_mut().enumerate() {
            if n % 3 == 1 {
                let _ = stream.write_all(b"x-a: b\r\n");
            }
        }
        slow.retain_mut(|stream| !is_closed(stream));
        std::thread::sleep(Duration::from_millis(500));
    }
    assert!(begun.elapsed() > Duration::from_secs(5), "nobody was given time");
    assert_eq!(browser.get("/healthz").status, 200);
}

#[test]
fn a_slow_body_is_cut_off() {
    let server = Server::start();
    let browser = Browser::known(&server);
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let head = browser.head("POST", "/zh/report", &[kind, ("content-length", "1000")]);
    let mut stream = TcpStream::connect(server.at).unwrap();
    stream.write_all(format!("{head}\r\nbody=").as_bytes()).unwrap();
    let begun = Instant::now();
    while stream.write_all(b"a").is_ok() && begun.elapsed() < Duration::from_secs(36) && !is_closed_soon(&mut stream) {
        std::thread::sleep(Duration::from_secs(1));
    }
    assert!(begun.elapsed() < Duration::from_secs(36), "it is still being listened to");
    let said = String::from_utf8_lossy(&until_closed(&mut stream)).into_owned();
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 4"), "{said}");
}

/// Whether an answer or the end is there already; nothing is taken away.
fn is_closed_soon(stream: &mut TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    let seen = stream.peek(&mut [0; 1]);
    stream.set_nonblocking(false).unwrap();
    seen.is_ok()
}
