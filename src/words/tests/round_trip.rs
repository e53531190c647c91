//! What `parse` accepts prints and parses again; nothing else can exist.

use proptest::prelude::*;
use words::{
    Body, Category, Channel, Issue, Key, Level, NeedKind, Party, Phone, Place, Point, Progress, Step, StepError, Title,
    TrackingCode, Visibility, characters,
};

proptest! {
    #[test]
    fn a_code_prints_and_parses_again(chance in any::<u64>()) {
        let code = TrackingCode::from_chance(chance);
        prop_assert_eq!(TrackingCode::parse(&code.to_string()), Ok(code));
        prop_assert_eq!(TrackingCode::parse(&code.digits().replace("", "-")), Ok(code));
    }

    #[test]
    fn one_wrong_digit_or_one_swap_is_found(chance in any::<u64>(), place in 0usize..12, add in 1u8..10) {
        let digits = TrackingCode::from_chance(chance).digits().into_bytes();
        let mut wrong = digits.clone();
        wrong[place] = b'0' + (wrong[place] - b'0' + add) % 10;
        prop_assert_eq!(TrackingCode::parse(std::str::from_utf8(&wrong).unwrap()), Err(Issue::NotACode));
        let mut swapped = digits.clone();
        swapped.swap(place, (place + 1) % 12);
        if place < 11 && swapped != digits {
            prop_assert_eq!(TrackingCode::parse(std::str::from_utf8(&swapped).unwrap()), Err(Issue::NotACode));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_and_never_panics(s in "\\PC*") {
        let _ = TrackingCode::parse(&s);
        let _ = Phone::parse(&s);
        let _ = Place::parse(&s);
        let _ = Point::parse(&s, &s);
        let _ = s.parse::<Key>();
        if let Ok(body) = Body::parse(&s) {
            let n = characters(body.as_str());
            prop_assert!((Body::LEAST..=Body::MOST).contains(&n));
            prop_assert_eq!(Body::parse(body.as_str()), Ok(body.clone()));
            prop_assert!(Title::parse(body.title().as_str()).is_ok());
        }
    }

    #[test]
    fn a_mobile_number_is_read_however_it_is_written(n in 3u64..10, rest in 0u64..1_000_000_000) {
        let plain = format!("1{n}{rest:09}");
        let read = Phone::parse(&plain).unwrap();
        for spelling in [format!("+86 {plain}"), format!("0086{plain}"), format!("{} {} {}", &plain[..3], &plain[3..7], &plain[7..])] {
            prop_assert_eq!(Phone::parse(&spelling), Ok(read.clone()));
        }
        prop_assert_eq!(Phone::parse(read.as_e164()), Ok(read.clone()));
        let logged = format!("{read:?}");
        prop_assert!(!logged.contains(&plain));
    }

    #[test]
    fn crlf_composition_and_outer_space_do_not_count(s in "[a-zé\u{65}\u{301}中文👨‍👩‍👧\n]{5,40}") {
        let crlf = format!("  {}\r\n ", s.replace('\n', "\r\n"));
        prop_assert_eq!(characters(&crlf), characters(&s));
    }
}

#[test]
fn the_slugs_of_the_contract() {
    assert_eq!(NeedKind::ALL.iter().map(|k| k.slug()).collect::<Vec<_>>(), ["urgent", "difficult", "longed"]);
    assert_eq!("self".parse::<Channel>(), Ok(Channel::Own));
    assert!("points".parse::<Category>().is_err());
    for v in Visibility::ALL {
        assert_eq!(v.slug().parse::<Visibility>(), Ok(*v));
    }
    assert_eq!(Level::ALL.map(Level::number), [5, 4, 3, 2, 1]);
}

#[test]
fn a_family_is_one_character() {
    assert_eq!(characters("👨‍👩‍👧"), 1);
    assert_eq!(Body::parse(&"好".repeat(1001)), Err(Issue::TooLong(1000, 1)));
    assert_eq!(Body::parse("  \r\n "), Err(Issue::Missing));
    assert_eq!(Body::parse("电梯坏了"), Err(Issue::TooShort(5)));
    assert_eq!(
        Body::parse("3号楼电梯又坏了，老人下不了楼。请快点。").unwrap().title().as_str(),
        "3号楼电梯又坏了，老人下不了楼"
    );
}

#[test]
fn only_the_resident_says_solved() {
    for party in [Party::Worker, Party::Unit] {
        for step in [Step::ConfirmSolved, Step::ConfirmPartly, Step::ConfirmNo] {
            for from in Progress::ALL {
                assert_eq!(from.take(step, party, true), Err(StepError::NotYours));
            }
        }
    }
    assert_eq!(Progress::Answered.take(Step::ConfirmSolved, Party::Resident, false), Ok(Progress::Solved));
    assert_eq!(
        Progress::Received.take(Step::ConfirmSolved, Party::Resident, false),
        Err(StepError::NotNow(Progress::Received))
    );
    assert_eq!(Progress::Received.take(Step::Refuse, Party::Worker, false), Err(StepError::TextOwed));
    assert_eq!(Progress::Solved.after(Step::Answer), None);
}

#[test]
fn nothing_is_lost_in_a_state_without_a_way_on() {
    for state in Progress::ALL.iter().filter(|s| s.is_open()) {
        assert!(Step::ALL.iter().any(|step| state.after(*step).is_some_and(|next| next != *state)), "{state:?}");
    }
}
