//! What every answer carries, and what a cookie may.

use crate::browser::{Answer, Browser, key};
use crate::journey::{SERVICE, accept, rate, report};
use crate::server::Server;

/// Every page, as one who may see it sees it.
fn pages(server: &Server) -> Vec<(String, Answer)> {
    let mut resident = Browser::known(server);
    let code = report(&mut resident, "健身器材松动，孩子容易受伤");
    let need = server.need(&code);
    accept(server, &need);
    assert_eq!(rate(&mut resident, SERVICE, "2").status, 303);
    let mut worker = Browser::at_work(server, "worker");
    let mut official = Browser::at_work(server, "official");
    let mut all = Vec::new();
    for lang in ["zh", "en"] {
        for path in [
            "/",
            "/report",
            "/track",
            "/track?code=1",
            "/needs",
            "/rate",
            "/results",
            "/methods",
            "/help",
            "/privacy",
            "/accessibility",
            "/prefs",
            "/sign-in",
            "/nowhere",
        ] {
            let path = format!("/{lang}{path}");
            all.push((path.clone(), resident.get(&path)));
        }
        for path in [
            format!("/{lang}/receipt/{code}"),
            format!("/{lang}/track/{code}"),
            format!("/{lang}/needs/{need}"),
            format!("/{lang}/rate/{SERVICE}"),
            format!("/{lang}/rate/{SERVICE}/thanks"),
        ] {
            all.push((path.clone(), resident.get(&path)));
        }
        for path in [format!("/{lang}/work"), format!("/{lang}/work/case/{need}")] {
            all.push((path.clone(), worker.get(&path)));
        }
        for path in [format!("/{lang}/insight"), format!("/{lang}/insight/service/{SERVICE}")] {
            all.push((path.clone(), official.get(&path)));
        }
        all.push((format!("POST /{lang}/report"), resident.post(&format!("/{lang}/report"), &[])));
        all.push((format!("POST /{lang}/sign-in"), resident.post(&format!("/{lang}/sign-in"), &[])));
    }
    all
}

fn nonce_of(policy: &str) -> &str {
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    nonce.unwrap_or_default()
}

#[test]
fn every_page_has_its_policy_and_nothing_inline() {
    let server = Server::start();
    let mut nonces = std::collections::HashSet::new();
    for (path, page) in pages(&server) {
        assert!(matches!(page.status, 200 | 404 | 422), "{path} {}", page.status);
        let policy = page.header("content-security-policy");
        let nonce = nonce_of(policy);
        assert!(nonce.len() >= 22, "{path}: {policy}");
        assert!(nonces.insert(nonce.to_owned()), "{path}: a nonce came twice");
        for no in ["unsafe-inline", "unsafe-eval'", "http:", "https:", " *"] {
            assert!(!policy.replace("'wasm-unsafe-eval'", "").contains(no), "{path}: {policy}");
        }
        for yes in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            assert!(policy.contains(yes), "{path}: {policy}");
        }
        for tag in page.body.split("<script").skip(1).chain(page.body.split("<style").skip(1)) {
            let tag = tag.split('>').next().unwrap();
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{path}: <{tag}>");
        }
        let markup = page.body.split("</style>").nth(1).unwrap();
        assert!(!markup.contains(" style=\""), "{path}: an inline style");
        for handler in [" onclick=", " onerror=", " onload=", " onsubmit=", "javascript:"] {
            assert!(!markup.contains(handler), "{path}: {handler}");
        }
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        assert!(page.header("cache-control").contains("no-store"), "{path}");
        is_guarded(&path, &page);
    }
}

fn is_guarded(path: &str, page: &Answer) {
    assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
    assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
}

#[test]
fn every_other_answer_is_guarded_too() {
    let server = Server::start();
    let mut browser = Browser::new(&server);
    let large = "a".repeat(2 * 1024 * 1024);
    let mut answers = vec![("2 MB".to_owned(), browser.post("/zh/report", &[("body", &large)]))];
    answers.retain(|(_, answer)| answer.status != 0);
    for path in ["/healthz", "/readyz", "/metrics", "/results.csv", "/insight.csv", "/", "/nowhere", "/zh/sign-out"] {
        answers.push((path.to_owned(), browser.get(path)));
    }
    answers.push(("/api/join".to_owned(), browser.post("/api/join", &[])));
    answers.push(("/zh/report".to_owned(), browser.post("/zh/report", &[])));
    for (path, answer) in answers {
        is_guarded(&path, &answer);
    }
    let mut official = Browser::at_work(&server, "official");
    for path in ["/insight.csv", "/insight.xlsx"] {
        let file = official.get(path);
        is_guarded(path, &file);
        assert!(file.header("cache-control").contains("no-store"), "{path}");
    }
}

fn parts(cookie: &str) -> Vec<String> {
    cookie.split(';').skip(1).map(|part| part.trim().to_lowercase()).collect()
}

/// Every cookie there is: device, session, size and theme.
fn cookies(server: &Server) -> Vec<String> {
    let mut browser = Browser::new(server);
    let mut set = Vec::new();
    for answer in [
        browser.get("/zh/report"),
        browser.post("/zh/prefs", &[("size", "xl"), ("theme", "dark")]),
        browser.post("/zh/sign-in", &[("login", "worker"), ("password", "minsheng-demo"), ("k", &key())]),
        browser.post("/zh/sign-out", &[("k", &key())]),
    ] {
        set.extend(answer.cookies().into_iter().map(str::to_owned));
    }
    assert_eq!(set.len(), 5, "{set:?}");
    set
}

#[test]
fn cookies_are_for_the_server_alone() {
    let server = Server::start();
    for cookie in cookies(&server) {
        let parts = parts(&cookie);
        for needed in ["httponly", "samesite=lax", "path=/"] {
            assert!(parts.iter().any(|part| part == needed), "{cookie}");
        }
        assert!(!parts.iter().any(|part| part.starts_with("domain")), "{cookie}");
        assert!(!cookie.starts_with("__Host-"), "{cookie}");
    }
}

#[test]
fn behind_tls_cookies_are_bound_to_the_host() {
    let server = Server::with(&[("MINSHENG_BASE_URL", "https://minsheng.example")]);
    for cookie in cookies(&server) {
        let parts = parts(&cookie);
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for needed in ["secure", "httponly", "samesite=lax", "path=/"] {
            assert!(parts.iter().any(|part| part == needed), "{cookie}");
        }
    }
    let mut browser = Browser::new(&server);
    assert!(browser.get("/zh/").header("strict-transport-security").contains("max-age"));
    // A cookie of the bare name, which a neighbour under the same domain could have set, is nobody's.
    let session = browser.post("/zh/sign-in", &[("login", "worker"), ("password", "minsheng-demo")]);
    assert_eq!(session.status, 303);
    let token = browser.jar.remove("__Host-session").unwrap();
    assert_ne!(browser.get("/zh/work").status, 200);
    browser.jar.insert("session".to_owned(), token.clone());
    assert_ne!(browser.get("/zh/work").status, 200);
    browser.jar.insert("__Host-session".to_owned(), token);
    assert_eq!(browser.get("/zh/work").status, 200);
}

#[test]
fn a_session_ends_and_cannot_be_planted() {
    let server = Server::start();
    let mut worker = Browser::at_work(&server, "worker");
    let first = worker.jar["session"].clone();
    let again = worker.post("/zh/sign-in", &[("login", "worker"), ("password", "minsheng-demo")]);
    assert_eq!(again.status, 303);
    let second = worker.jar["session"].clone();
    assert_ne!(first, second, "a new session has a new token");
    let mut old = Browser::new(&server);
    old.jar.insert("session".to_owned(), first);
    assert_ne!(old.get("/zh/work").status, 200, "the old session has ended");
    assert_eq!(worker.get("/zh/work").status, 200);
    assert_eq!(worker.post("/zh/sign-out", &[]).status, 303);
    worker.jar.insert("session".to_owned(), second);
    assert_ne!(worker.get("/zh/work").status, 200, "signed out is signed out");
    let planted = "f00d".repeat(16);
    worker.jar.insert("session".to_owned(), planted.clone());
    let answer = worker.post("/zh/sign-in", &[("login", "worker"), ("password", "minsheng-demo")]);
    assert_eq!(answer.status, 303);
    assert_ne!(worker.jar["session"], planted);
}
