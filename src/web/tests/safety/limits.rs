//! How much one address may ask: guessing is slow, honest use is not.

use crate::browser::{Answer, Browser, key};
use crate::journey::{report, send_report};
use crate::server::Server;

fn wrong_password(browser: &mut Browser, n: u32) -> Answer {
    let password = format!("guess-{n}");
    browser.post("/zh/sign-in", &[("login", "worker"), ("password", &password)])
}

fn signs_in(browser: &mut Browser) -> u16 {
    let answer = browser.post("/zh/sign-in", &[("login", "worker"), ("password", "minsheng-demo")]);
    answer.status
}

/// A way to find out whether a code is somebody's.
type Ask = fn(&mut Browser, &str) -> Answer;

/// Some were refused as too many, the others as wrong, and none was anything else.
fn met_a_limit(answers: &[Answer]) -> bool {
    for answer in answers {
        assert!(matches!(answer.status, 422 | 404 | 429), "{}", answer.status);
    }
    answers.iter().any(|answer| answer.status == 429)
}

#[test]
fn guessing_passwords_is_slowed() {
    let server = Server::start();
    // Without a trusted proxy nobody's word about an address counts.
    let guesses: Vec<Answer> =
        (0..60).map(|n| wrong_password(&mut Browser::new(&server).behind(&format!("10.0.0.{n}")), n)).collect();
    assert!(guesses[0].status == 422 && met_a_limit(&guesses));
    let page = &guesses[59];
    assert_eq!(page.status, 429);
    assert!(page.header("content-type").starts_with("text/html"));
    assert!(page.body.contains("lang=\"zh-CN\"") && page.body.contains("12345"));
    assert!(page.header("retry-after").parse::<u32>().is_ok());
    let english = Browser::new(&server).post("/en/sign-in", &[("login", "worker"), ("password", "x")]);
    assert!(english.status == 429 && english.body.contains("lang=\"en\""));
    // While it lasts a right guess looks like a wrong one, or guessing would go on at full speed.
    assert_eq!(signs_in(&mut Browser::new(&server)), 429);
    // Pages stay open to everybody.
    assert_eq!(Browser::new(&server).get("/zh/sign-in").status, 200);
    assert_eq!(send_report(&mut Browser::known(&server), &key(), "其他的事情照样可以做").status, 303);
}

#[test]
fn every_address_behind_a_trusted_proxy_has_its_own_budget() {
    let server = Server::behind_a_proxy();
    let mut guesser = Browser::new(&server).behind("10.0.0.1");
    let guesses: Vec<Answer> = (0..30).map(|n| wrong_password(&mut guesser, n)).collect();
    assert!(met_a_limit(&guesses));
    assert_eq!(signs_in(&mut Browser::new(&server).behind("10.0.0.2")), 303);
    // What stands further left was written by the guesser.
    for n in 0..10 {
        let forwarded = format!("10.9.9.{n}, 10.0.0.1");
        assert_eq!(wrong_password(&mut Browser::new(&server).behind(&forwarded), n).status, 429, "{forwarded}");
    }
    let forwarded = "10.0.0.1, 10.0.0.3";
    assert_eq!(signs_in(&mut Browser::new(&server).behind(forwarded)), 303);
    // Behind what is no address nothing is believed: all of these are the proxy itself.
    let blurred = |n| wrong_password(&mut Browser::new(&server).behind(&format!("10.8.8.{n}, unknown")), n);
    assert!(met_a_limit(&(0..30).map(blurred).collect::<Vec<_>>()));
    for broken in ["", "x", "10.0.0.4:99999", ",,,", "10.0.0.1, unknown"] {
        assert!(Browser::new(&server).behind(broken).get("/zh/").status == 200, "{broken}");
    }
}

#[test]
fn neighbours_in_one_large_ipv6_network_have_their_own_budgets() {
    let server = Server::behind_a_proxy();
    let mut guesser = Browser::new(&server).behind("2001:db8:0:1::1");
    let guesses: Vec<Answer> = (0..30).map(|n| wrong_password(&mut guesser, n)).collect();
    assert!(met_a_limit(&guesses));
    let mut same_line = Browser::new(&server).behind("2001:db8:0:1:ffff::9");
    assert_eq!(wrong_password(&mut same_line, 1).status, 429, "whoever has one /64 has all of it");
    assert_eq!(signs_in(&mut Browser::new(&server).behind("2001:db8:0:101::1")), 303);
}

#[test]
fn three_reports_at_once_from_one_device_pass() {
    let server = Server::start();
    let browser = Browser::known(&server);
    std::thread::scope(|scope| {
        for n in 0..3 {
            let mut browser = browser.clone();
            let body = format!("三件事一起说，这是第{n}件");
            scope.spawn(move || assert_eq!(send_report(&mut browser, &key(), &body).status, 303));
        }
    });
}

#[test]
fn a_flood_of_reports_meets_a_limit() {
    let server = Server::behind_a_proxy();
    let mut flood = Browser::known(&server).behind("10.0.0.1");
    let statuses: Vec<u16> = (0..200).map(|_| send_report(&mut flood, "", "很多很多很多").status).collect();
    assert!(statuses.contains(&429) && statuses[..3] == [422; 3], "{statuses:?}");
    let mut other = Browser::known(&server).behind("10.0.0.2");
    assert_eq!(send_report(&mut other, &key(), "别的地址不受影响").status, 303);
}

#[test]
fn guessing_tracking_codes_is_slowed_at_every_address() {
    let server = Server::behind_a_proxy();
    let code = report(&mut Browser::known(&server), "我的编号别人猜不到");
    let ways: [(&str, Ask); 3] = [
        ("track", |browser, code| browser.get(&format!("/zh/track/{code}"))),
        ("receipt", |browser, code| browser.get(&format!("/zh/receipt/{code}"))),
        ("post", |browser, code| browser.post(&format!("/zh/track/{code}"), &[("act", "add"), ("text", "猜一下")])),
    ];
    for (n, (way, ask)) in ways.into_iter().enumerate() {
        let mut guesser = Browser::new(&server).behind(&format!("10.1.0.{n}"));
        let guess = |guess: u64| words::TrackingCode::from_chance(77_000 + guess).digits();
        let guesses: Vec<Answer> = (0..60).map(|n| ask(&mut guesser, &guess(n))).collect();
        assert!(guesses[0].status == 404 && met_a_limit(&guesses), "{way}");
        assert!(guesses[59].status == 429 && guesses[59].body.contains("lang=\"zh-CN\""), "{way}");
        // A right guess looks like a wrong one now.
        assert_eq!(ask(&mut guesser, &code).status, 429, "{way}");
    }
    let track = format!("/zh/track/{code}");
    assert_eq!(Browser::new(&server).behind("10.1.0.9").get(&track).status, 200);
    // Whoever has a code may look as often as they like, and a slip of the finger is no guess.
    let mut holder = Browser::new(&server).behind("10.1.0.10");
    for _ in 0..80 {
        assert_eq!(holder.get(&track).status, 200);
        assert_eq!(holder.get("/zh/track/123").status, 404);
    }
}
