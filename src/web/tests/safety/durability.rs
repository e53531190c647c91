//! What was acknowledged is kept through `kill -9`, and nothing is kept twice.

use crate::browser::{Browser, key};
use crate::journey::send_report;
use crate::server::Server;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A report that was sent: its key, its text, and the code where a receipt came back.
type Sent = (String, String, Option<String>);

/// Reports one thing after another until the server is gone.
fn keep_reporting(mut browser: Browser, name: &str, stop: &AtomicBool) -> Vec<Sent> {
    let mut sent = Vec::new();
    for n in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let (k, body) = (key(), format!("第{name}位居民的第{n}件事，路灯坏了"));
        let answer = send_report(&mut browser, &k, &body);
        let code = (answer.status != 0).then(|| {
            assert_eq!(answer.status, 303, "{}", answer.body);
            answer.leads_to().rsplit('/').next().unwrap().to_owned()
        });
        let is_gone = code.is_none();
        sent.push((k, body, code));
        if is_gone {
            break;
        }
    }
    sent
}

#[test]
fn every_receipt_outlives_a_kill_and_no_need_is_doubled() {
    let mut server = Server::behind_a_proxy();
    let known = Browser::known(&server);
    let mut acknowledged = 0;
    for round in 0..10_u64 {
        let stop = AtomicBool::new(false);
        let sent: Vec<Sent> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..8)
                .map(|client| {
                    let browser = known.clone().behind(&format!("10.4.{round}.{client}"));
                    let (name, stop) = (format!("{round}-{client}"), &stop);
                    scope.spawn(move || keep_reporting(browser, &name, stop))
                })
                .collect();
            std::thread::sleep(Duration::from_millis(250 + 37 * round));
            server.kill();
            stop.store(true, Ordering::Relaxed);
            clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
        });
        server.again();
        let mut browser = known.clone().behind(&format!("10.5.0.{round}"));
        for (k, body, code) in &sent {
            let kept = server_codes(&server, body);
            if let Some(code) = code {
                assert_eq!(kept, std::slice::from_ref(code), "{body}");
                acknowledged += 1;
                continue;
            }
            assert!(kept.len() <= 1, "{body}: {kept:?}");
            // Nobody knows whether it arrived: sending it again settles it, once.
            let again = send_report(&mut browser, k, body);
            assert_eq!(again.status, 303, "{}", again.body);
            let settled = server_codes(&server, body);
            assert_eq!(settled.len(), 1, "{body}");
            assert!(kept.is_empty() || kept == settled, "{body}");
        }
    }
    assert!(acknowledged > 100, "only {acknowledged} receipts in ten rounds");
}

fn server_codes(server: &Server, body: &str) -> Vec<String> {
    server.asked(&format!("SELECT code FROM needs WHERE body = '{body}'"))
}
