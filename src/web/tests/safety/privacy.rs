//! What nobody may learn: codes on staff pages, telephone numbers anywhere, figures for guests, cases of others.

use crate::browser::{Browser, in_address, key};
use crate::journey::{SERVICE, UNIT, accept, answer, code_of, report, report_fields, step, wait_for_twins};
use crate::markup::{holds_code, links};
use crate::server::Server;

/// How to be reached, and what somebody wrote into their text.
const PHONE: &str = "13912345678";
const WRITTEN: &str = "13800138000";
const WORDS: &str = "家里的水管冻裂了";

/// A report with a telephone number.
fn with_phone(browser: &mut Browser) -> String {
    let body = format!("{WORDS}，请打{WRITTEN}联系我。");
    let k = key();
    let mut fields = report_fields(&k, &body);
    fields.retain(|(name, _)| *name != "contact" && *name != "phone");
    fields.extend([("contact", "sms"), ("phone", "139 1234 5678")]);
    code_of(&browser.upload("/zh/report", &fields))
}

/// Every page of a queue, and the cases it links.
fn queue(staff: &mut Browser) -> (Vec<String>, Vec<String>) {
    let (mut pages, mut cases) = (Vec::new(), Vec::new());
    let mut next = Some("/zh/work".to_owned());
    while let Some(path) = next.take() {
        let page = staff.get(&path);
        assert_eq!(page.status, 200, "{path}");
        let found = links(&page.body);
        cases.extend(found.iter().filter(|link| link.starts_with("/zh/work/case/")).cloned());
        next = found.into_iter().find(|link| link.starts_with("/zh/work?after="));
        pages.push(page.body);
        assert!(pages.len() < 100, "the queue has no end");
    }
    cases.sort();
    cases.dedup();
    (pages, cases)
}

#[test]
fn tracking_codes_stand_on_no_staff_page() {
    let server = Server::start();
    let code = with_phone(&mut Browser::known(&server));
    let mut unit = Browser::at_work(&server, "unit");
    accept(&server, &server.need(&code));
    let codes = server.asked("SELECT code FROM needs UNION SELECT code FROM ratings WHERE active");
    assert!(codes.contains(&code) && codes.len() > 500);
    let known: std::collections::HashSet<&str> = codes.iter().map(String::as_str).collect();
    let mut read = 0;
    for login in ["worker", "admin", "unit"] {
        let mut staff = Browser::at_work(&server, login);
        let (pages, cases) = queue(&mut staff);
        assert!(!cases.is_empty(), "{login}");
        let opened = cases.iter().map(|case| staff.get(case).body);
        for page in pages.into_iter().chain(opened) {
            read += 1;
            let digits: String = page.chars().map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
            let groups: Vec<&str> = digits.split_whitespace().collect();
            let spaced =
                groups.windows(3).filter(|three| three.iter().all(|group| group.len() == 4)).map(<[_]>::concat);
            let alone = page.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| word.len() == 12);
            for word in spaced.chain(alone.map(str::to_owned)) {
                assert!(!known.contains(word.as_str()), "{login}: {word}");
            }
            assert!(!page.contains(PHONE), "{login}");
        }
    }
    assert!(read > 20, "{read} pages");
    let case = unit.get(&format!("/zh/work/case/{}", server.need(&code)));
    assert!(case.body.contains(WORDS) && !holds_code(&case.body, &code));
    // The author sees it, so the look-out above looks for the right thing.
    assert!(holds_code(&Browser::new(&server).get(&format!("/zh/track/{code}")).body, &code));
}

#[test]
fn a_telephone_number_is_seen_by_nobody_it_was_not_given_to() {
    let server = Server::with(&[("MINSHENG_LOG", "debug")]);
    let mut resident = Browser::known(&server);
    let page = resident.upload("/zh/report", &[("k", &key()), ("body", WRITTEN), ("phone", PHONE), ("contact", "sms")]);
    assert_eq!(page.status, 422);
    let code = with_phone(&mut resident);
    let need = server.need(&code);
    accept(&server, &need);
    let mut staff = Browser::at_work(&server, "unit");
    let (mut pages, _) = queue(&mut staff);
    pages.extend(queue(&mut Browser::at_work(&server, "worker")).0);
    answer(&server, &need, &format!("已经和{WRITTEN}约好了时间"));
    let track = format!("/zh/track/{code}");
    assert_eq!(resident.get(&format!("/zh/receipt/{code}")).status, 200);
    assert_eq!(resident.post(&track, &[("act", "confirm"), ("solved", "no"), ("text", WRITTEN)]).status, 303);
    let mut guest = Browser::new(&server);
    let joined = guest.post("/api/join", &[("need", &need), ("k", &key())]);
    assert_eq!(joined.status, 200);
    let mut official = Browser::at_work(&server, "official");
    let word = in_address(WORDS);
    for path in [
        format!("/zh/needs/{need}"),
        format!("/en/needs/{need}"),
        format!("/zh/needs?q={word}"),
        "/zh/".to_owned(),
        "/zh/needs".to_owned(),
        "/metrics".to_owned(),
        "/results.csv".to_owned(),
        "/zh/results".to_owned(),
        format!("/zh/needs?q={WRITTEN}"),
        format!("/zh/needs?q={PHONE}"),
    ] {
        let page = guest.get(&path);
        assert_eq!(page.status, 200, "{path}");
        let asked_for =
            page.body.replace(&format!("value=\"{WRITTEN}\""), "").replace(&format!("value=\"{PHONE}\""), "");
        let asked_for = asked_for.replace(&format!("q={WRITTEN}"), "").replace(&format!("q={PHONE}"), "");
        pages.push(asked_for);
    }
    let public = guest.get(&format!("/zh/needs/{need}")).body;
    assert!(public.contains(WORDS) && public.contains("138****"), "{public}");
    assert!(guest.get(&format!("/zh/needs?q={WRITTEN}")).body.matches(WORDS).count() == 0, "found by a number");
    // An instance looks for what was published at most once a second.
    std::thread::sleep(std::time::Duration::from_millis(1200));
    wait_for_twins();
    let twins = guest.post("/api/likely-twins", &[("text", &format!("{WORDS}，请打138****联系我。"))]);
    assert!(twins.status == 200 && twins.body.contains("/zh/needs/"), "{}", twins.body);
    pages.extend([twins.body, official.get("/insight.csv").body, official.get("/zh/insight").body]);
    for page in &pages {
        assert!(!page.contains(PHONE) && !page.contains(WRITTEN) && !page.contains("139 1234 5678"), "{page}");
    }
    let device = resident.jar["device"].clone();
    let session = staff.jar["session"].clone();
    let log = server.log();
    assert!(log.contains("serving"));
    for secret in [PHONE, WRITTEN, "139 1234 5678", "39123456", WORDS, &code, "minsheng-demo", &device, &session] {
        assert!(!log.contains(secret), "{secret} stands in the log");
    }
}

#[test]
fn guests_and_workers_see_no_figures() {
    let server = Server::start();
    let figures = ["/zh/insight", "/en/insight", "/insight.csv", "/insight.xlsx", "/insight.csv?period=90d"];
    let service = format!("/zh/insight/service/{SERVICE}");
    for path in figures.into_iter().chain([service.as_str()]) {
        let answer = Browser::new(&server).get(path);
        let to_sign_in = answer.leads_to().ends_with("/sign-in");
        assert!(answer.status == 404 || to_sign_in, "guest {path} {}", answer.status);
        for login in ["worker", "unit"] {
            assert_eq!(Browser::at_work(&server, login).get(path).status, 404, "{login} {path}");
        }
        for login in ["official", "admin"] {
            assert_eq!(Browser::at_work(&server, login).get(path).status, 200, "{login} {path}");
        }
    }
    let board = Browser::new(&server).get("/zh/work");
    assert!(board.status == 404 || board.leads_to().ends_with("/sign-in"), "{}", board.status);
}

#[test]
fn a_case_is_there_for_those_whose_it_is() {
    let server = Server::start();
    let mut resident = Browser::known(&server);
    let code = report(&mut resident, "下水道堵了，院子里都是水");
    let need = server.need(&code);
    let case = format!("/zh/work/case/{need}");
    let mut worker = Browser::at_work(&server, "worker");
    let mut unit = Browser::at_work(&server, "unit");
    let mut official = Browser::at_work(&server, "official");
    assert_eq!(worker.get(&case).status, 200);
    assert_eq!(unit.get(&case).status, 404, "not passed on yet");
    assert_eq!(official.get(&case).status, 404);
    let guest = Browser::new(&server).get(&case);
    assert!(guest.status == 404 || guest.leads_to().ends_with("/sign-in"));
    step(&mut worker, &need, &[("act", "accept"), ("unit", &server.unit("lift-office"))]);
    assert_eq!(unit.get(&case).status, 404, "another unit's");
    let before = server.everything();
    for act in ["answer", "begin", "return", "ask", "accept", "refuse"] {
        let fields =
            [("k", key()), ("act", act.to_owned()), ("text", "不是我的".to_owned()), ("reason", "不是我的".to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        for browser in [&mut unit, &mut official, &mut Browser::new(&server)] {
            let answer = browser.post(&case, &fields);
            assert!(matches!(answer.status, 403 | 404), "{act} {}", answer.status);
            assert!(!answer.body.contains("下水道"), "{act}");
        }
    }
    assert_eq!(server.everything(), before);
    step(&mut worker, &need, &[("act", "accept"), ("unit", &server.unit(UNIT))]);
    assert_eq!(unit.get(&case).status, 200);
    let accepting = unit.post(&case, &[("k", &key()), ("act", "accept"), ("unit", &server.unit("lift-office"))]);
    assert_eq!(accepting.status, 403, "only workers pass on");
}

#[test]
fn what_is_held_is_not_public() {
    let server = Server::start();
    let mut resident = Browser::known(&server);
    let mut guest = Browser::new(&server);
    let held = report(&mut resident, "楼上每天半夜弹钢琴，睡不着");
    let k = key();
    let mut fields = report_fields(&k, "邻居家里有人喊救命，请悄悄看看");
    fields.push(("private", "1"));
    let secret = code_of(&resident.upload("/zh/report", &fields));
    accept(&server, &server.need(&secret));
    for code in [&held, &secret] {
        let need = server.need(code);
        assert_eq!(guest.get(&format!("/zh/needs/{need}")).status, 404);
        let joined = guest.post(&format!("/zh/needs/{need}"), &[("k", &key()), ("act", "join")]);
        assert_eq!(joined.status, 404);
        let called = guest.post("/api/join", &[("need", &need), ("k", &key())]);
        assert!(called.status >= 400, "{}", called.body);
    }
    for words in ["弹钢琴", "喊救命"] {
        let q = in_address(words);
        let found = guest.get(&format!("/zh/needs?q={q}"));
        assert!(!links(&found.body).iter().any(|link| link.starts_with("/zh/needs/")), "{words}");
        let twins = guest.post("/api/likely-twins", &[("text", "楼上每天半夜弹钢琴，睡不着，邻居家里有人喊救命")]);
        assert!(!twins.body.contains(words), "{}", twins.body);
    }
}
