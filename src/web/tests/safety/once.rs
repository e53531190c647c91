//! Exactly once over HTTP: whatever is sent twice happens once, and nothing typed is lost.

use crate::browser::{Browser, key};
use crate::journey::{SERVICE, accept, code_of, report, report_fields, send_report};
use crate::markup::{input, is_ticked, text_area};
use crate::server::Server;

fn needs(server: &Server) -> i64 {
    server.count("SELECT count(*) FROM needs")
}

#[test]
fn the_same_form_twice_is_one_need_and_one_receipt() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let before = needs(&server);
    let k = key();
    let first = code_of(&send_report(&mut browser, &k, "自行车棚漏雨，电动车充电很危险"));
    let second = code_of(&send_report(&mut browser, &k, "自行车棚漏雨，电动车充电很危险"));
    assert_eq!(first, second);
    // The other encoding of the same fields is the same form.
    let fields = report_fields(&k, "自行车棚漏雨，电动车充电很危险");
    assert_eq!(code_of(&browser.post("/zh/report", &fields)), first);
    assert_eq!(needs(&server), before + 1);
}

#[test]
fn the_same_key_with_another_text_is_refused_and_keeps_everything() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let k = key();
    code_of(&send_report(&mut browser, &k, "垃圾桶满了三天没有人收"));
    let before = needs(&server);
    let other = [
        ("k", k.as_str()),
        ("kind", "longed"),
        ("body", "想要一个\r\n给老人晒太阳的<座椅> & \"桌子\""),
        ("category", "housing"),
        ("place", "东门的小广场"),
        ("spot", "第三棵树下 & 左边"),
        ("contact", "sms"),
        ("phone", "139 1234 5678"),
        ("private", "1"),
        ("for", "family"),
        ("lat", "30.5"),
        ("lng", "114.3"),
    ];
    let page = browser.upload("/zh/report", &other);
    assert_eq!(page.status, 422, "{}", page.body);
    assert_eq!(needs(&server), before);
    let typed = text_area(&page.body, "body").unwrap();
    assert_eq!(typed.replace("\r\n", "\n"), other[2].1.replace("\r\n", "\n"));
    for (name, value) in
        [("place", "东门的小广场"), ("spot", other[5].1), ("phone", other[7].1), ("lat", "30.5"), ("lng", "114.3")]
    {
        assert_eq!(input(&page.body, name).as_deref(), Some(value), "{name}");
    }
    for (name, value) in [("kind", "longed"), ("contact", "sms"), ("private", "1"), ("for", "family")] {
        assert!(is_ticked(&page.body, name, value), "{name}");
    }
}

#[test]
fn a_missing_or_broken_key_is_refused() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let code = report(&mut browser, "门禁坏了，陌生人随便进出");
    let need = server.need(&code);
    accept(&server, &need);
    let before = server.everything();
    for k in ["", "x", "1", "019a0000-0000-7000-8000", "019a0000-0000-7000-8000-00000000000g"] {
        let page = send_report(&mut browser, k, "没有钥匙的一张表");
        assert_eq!(page.status, 422, "{k}");
        assert_eq!(text_area(&page.body, "body").as_deref(), Some("没有钥匙的一张表"));
        let fresh = input(&page.body, "k").unwrap();
        assert_eq!(fresh.len(), 36, "the page brings a key that works: {fresh}");
        assert_eq!(browser.post(&format!("/zh/rate/{SERVICE}"), &[("k", k), ("level", "3")]).status, 422, "{k}");
        assert_eq!(browser.post(&format!("/zh/needs/{need}"), &[("k", k), ("act", "join")]).status, 422, "{k}");
    }
    let mut fields = report_fields("", "一张没有钥匙的表");
    fields.remove(0);
    assert_eq!(browser.upload("/zh/report", &fields).status, 422);
    assert_eq!(server.everything(), before);
}

#[test]
fn a_form_that_comes_back_has_used_no_key() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let before = needs(&server);
    let k = key();
    let page = send_report(&mut browser, &k, "短");
    assert_eq!(page.status, 422);
    assert_eq!(input(&page.body, "k").as_deref(), Some(k.as_str()), "the key stays with the form");
    code_of(&send_report(&mut browser, &k, "这一次写得够长了，请看一下"));
    assert_eq!(needs(&server), before + 1);
}

#[test]
fn twenty_at_once_are_one_need() {
    let server = Server::start();
    let browser = Browser::known(&server);
    let before = needs(&server);
    for round in 0..3 {
        let k = key();
        let body = format!("二十个请求一起来，第{round}轮，只能算一个");
        let codes: Vec<String> = std::thread::scope(|scope| {
            let send = || code_of(&send_report(&mut browser.clone(), &k, &body));
            let all: Vec<_> = (0..20).map(|_| scope.spawn(send)).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(codes.iter().all(|code| *code == codes[0]), "{codes:?}");
    }
    assert_eq!(needs(&server), before + 3);
}

#[test]
fn twenty_with_one_key_and_different_texts_are_one_need() {
    let server = Server::start();
    let browser = Browser::known(&server);
    let before = needs(&server);
    let k = key();
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let (browser, k) = (&browser, &k);
        let send = |n: u32| send_report(&mut browser.clone(), k, &format!("同一把钥匙，第{n}种说法")).status;
        let all: Vec<_> = (0..20).map(|n| scope.spawn(move || send(n))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 422).count(), 19, "{answers:?}");
    assert_eq!(needs(&server), before + 1);
}

#[test]
fn every_other_step_happens_once_too() {
    let server = Server::start();
    let mut browser = Browser::known(&server);
    let code = report(&mut browser, "楼顶漏水，天花板在滴水");
    let need = server.need(&code);
    accept(&server, &need);
    let entries = || server.count("SELECT count(*) FROM need_entries");
    let (before, k) = (entries(), key());
    let track = format!("/zh/track/{code}");
    for _ in 0..3 {
        let added = browser.post(&track, &[("k", &k), ("act", "add"), ("text", "今天漏得更厉害了")]);
        assert_eq!(added.status, 303);
    }
    let other = browser.post(&track, &[("k", &k), ("act", "add"), ("text", "同一把钥匙，另一句话")]);
    assert_eq!(other.status, 422);
    assert_eq!(text_area(&other.body, "text").as_deref(), Some("同一把钥匙，另一句话"));
    assert_eq!(entries(), before + 1);
    let mut unit = Browser::at_work(&server, "unit");
    let k = key();
    for _ in 0..2 {
        let path = format!("/zh/work/case/{need}");
        let answered = unit.post(&path, &[("k", &k), ("act", "answer"), ("text", "明天上午来修")]);
        assert_eq!(answered.status, 303, "{}", answered.body);
    }
    assert_eq!(entries(), before + 2);
    let k = key();
    let ratings = || server.count("SELECT count(*) FROM ratings");
    let before = ratings();
    for _ in 0..2 {
        let rated = browser.post(&format!("/zh/rate/{SERVICE}"), &[("k", &k), ("level", "4")]);
        assert_eq!(rated.status, 303);
    }
    assert_eq!(ratings(), before + 1);
}
