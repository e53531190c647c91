//! A small browser over plain sockets: cookies, forms, and whatever no browser would send.

use crate::server::Server;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How long an answer may take before a test gives up.
const PATIENCE: Duration = Duration::from_mins(1);
/// Between the parts of a form that carries files.
pub(crate) const BOUNDARY: &str = "----minsheng7MA4YWxkTrZu0gW";

/// What came back. Status 0 is a connection that was closed without an answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// Where a 303 leads; nothing else counts as one.
    pub(crate) fn leads_to(&self) -> &str {
        if self.status == 303 { self.header("location") } else { "" }
    }

    pub(crate) fn cookies(&self) -> Vec<&str> {
        let set = self.headers.iter().filter(|(name, _)| name == "set-cookie");
        set.map(|(_, value)| value.as_str()).collect()
    }

    pub(crate) fn is_client_error(&self) -> bool {
        (400..500).contains(&self.status)
    }

    fn read(raw: &[u8]) -> Self {
        let closed = Self { status: 0, headers: Vec::new(), body: String::new() };
        let Some(end) = raw.windows(4).position(|four| four == b"\r\n\r\n") else {
            return closed;
        };
        let head = String::from_utf8_lossy(&raw[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let Some(status) = status.and_then(|code| code.parse().ok()) else {
            return closed;
        };
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
        let mut answer = Self { status, headers: headers.collect(), body: String::new() };
        let body = &raw[end + 4..];
        let whole = if answer.header("transfer-encoding") == "chunked" { dechunked(body) } else { body.to_vec() };
        answer.body = String::from_utf8_lossy(&whole).into_owned();
        answer
    }
}

fn dechunked(mut rest: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&rest[..end]).unwrap_or_default();
        let size = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
        if size == 0 {
            break;
        }
        let from = end + 2;
        let to = (from + size).min(rest.len());
        whole.extend_from_slice(&rest[from..to]);
        rest = rest.get(to + 2..).unwrap_or_default();
    }
    whole
}

/// Sends bytes as they are and reads until the other side closes.
pub(crate) fn raw(at: SocketAddr, request: &[u8]) -> Answer {
    let Ok(mut stream) = TcpStream::connect(at) else { return Answer::read(b"") };
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    // A server that has heard enough may close while we are still speaking; its answer may be there all the same.
    let _ = stream.write_all(request);
    Answer::read(&until_closed(&mut stream))
}

/// Everything that still comes.
pub(crate) fn until_closed(stream: &mut TcpStream) -> Vec<u8> {
    let mut all = Vec::new();
    let mut part = [0; 16 * 1024];
    while let Ok(n) = stream.read(&mut part) {
        if n == 0 {
            break;
        }
        all.extend_from_slice(&part[..n]);
    }
    all
}

/// A fresh key for a form.
pub(crate) fn key() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("019a0000-0000-7000-8000-{next:012x}")
}

/// Fields as `application/x-www-form-urlencoded`.
pub(crate) fn urlencoded(fields: &[(&str, &str)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields).finish()
}

/// Fields as `multipart/form-data`.
pub(crate) fn multipart(fields: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (name, value) in fields {
        let head = "Content-Disposition: form-data; name=";
        let _ = write!(body, "--{BOUNDARY}\r\n{head}\"{name}\"\r\n\r\n{value}\r\n");
    }
    body + "--" + BOUNDARY + "--\r\n"
}

/// The Content-Type of such a form.
pub(crate) fn multipart_type() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// What goes into an address.
pub(crate) fn in_address(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// A browser with its own cookies.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    pub(crate) at: SocketAddr,
    pub(crate) jar: BTreeMap<String, String>,
    /// What it says about where its forms come from.
    pub(crate) origin: Option<String>,
    /// What a proxy would say about its address.
    pub(crate) forwarded: Option<String>,
}

impl Browser {
    /// One without any cookie.
    pub(crate) fn new(server: &Server) -> Self {
        Self { at: server.at, jar: BTreeMap::new(), origin: Some(server.origin()), forwarded: None }
    }

    /// One that has opened a form before, so that it has its device cookie.
    pub(crate) fn known(server: &Server) -> Self {
        let mut browser = Self::new(server);
        let page = browser.get("/zh/report");
        assert!(browser.jar.contains_key("device"), "{:?}", page.headers);
        browser
    }

    /// One at work.
    pub(crate) fn at_work(server: &Server, login: &str) -> Self {
        let mut browser = Self::new(server);
        let password = "minsheng-demo";
        let fields = [("login", login), ("password", password), ("k", &key())];
        let answer = browser.post("/zh/sign-in", &fields);
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert!(browser.jar.contains_key("session"));
        browser
    }

    /// The same browser behind another address, as a trusted proxy tells it.
    pub(crate) fn behind(mut self, address: &str) -> Self {
        self.forwarded = Some(address.to_owned());
        self
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[], b"")
    }

    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = urlencoded(fields);
        self.post_as(path, "application/x-www-form-urlencoded", body.as_bytes())
    }

    pub(crate) fn upload(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = multipart(fields);
        self.post_as(path, &multipart_type(), body.as_bytes())
    }

    pub(crate) fn post_as(&mut self, path: &str, kind: &str, body: &[u8]) -> Answer {
        self.send("POST", path, &[("content-type", kind)], body)
    }

    /// One request on its own connection; cookies that come back are kept.
    pub(crate) fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = self.head(method, path, headers);
        if method != "GET" && method != "HEAD" {
            let _ = write!(request, "content-length: {}\r\n", body.len());
        }
        request.push_str("connection: close\r\n\r\n");
        let answer = raw(self.at, &[request.as_bytes(), body].concat());
        self.keep(&answer);
        answer
    }

    /// The first lines of a request, up to what says how long it is.
    pub(crate) fn head(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> String {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\n", self.at);
        let writes = method != "GET" && method != "HEAD";
        if let Some(origin) = self.origin.as_ref().filter(|_| writes) {
            let _ = write!(head, "origin: {origin}\r\n");
        }
        if let Some(forwarded) = &self.forwarded {
            let _ = write!(head, "x-forwarded-for: {forwarded}\r\n");
        }
        if !self.jar.is_empty() {
            let held = self.jar.iter().map(|(name, value)| format!("{name}={value}"));
            let _ = write!(head, "cookie: {}\r\n", held.collect::<Vec<_>>().join("; "));
        }
        for (name, value) in headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.cookies() {
            let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
            match pair {
                Some((name, "")) => drop(self.jar.remove(name)),
                Some((name, value)) => drop(self.jar.insert(name.to_owned(), value.to_owned())),
                None => {}
            }
        }
    }
}
