//! The worked values of `MEASURES.md` 1: indicators.

use measure::{Counts, Reach, ReachError, Share, Success, Visits, VisitsError, composite, ease, wilson};

mod close;
use close::{close, close_to};

const YEAR: Counts = Counts::new([23, 46, 153, 419, 528]);

#[test]
fn the_five_counts_of_a_year() {
    assert_eq!(YEAR.n(), 1169);
    close(YEAR.index().unwrap(), 79.576_561);
    close(YEAR.satisfied().value().unwrap(), 0.810_094);
    close(YEAR.good().value().unwrap(), 0.940_975);
    close(YEAR.bad().value().unwrap(), 0.059_025);
    close(YEAR.extreme().value().unwrap(), 551.0 / 1169.0);
    close(YEAR.sd().unwrap(), 23.508_877);
    close(YEAR.index_error().unwrap(), 0.687_582);
    let interval = YEAR.index_interval().unwrap();
    close(interval.lo, 78.228_925);
    close(interval.hi, 80.924_198);
}

#[test]
fn where_all_agree_nothing_is_certain() {
    let three = Counts::new([0, 0, 0, 0, 3]);
    close(three.index_error().unwrap(), 4.550_298);
    assert!(three.index_interval().unwrap().lo < 92.0);
    assert!(Counts::new([0, 1, 0, 0, 0]).index_interval().unwrap().width() > 10.0);
}

#[test]
fn nobody_answered_is_unknown() {
    let none = Counts::default();
    assert_eq!((none.index(), none.sd(), none.index_interval()), (None, None, None));
    assert_eq!(none.satisfied().value(), None);
    assert_eq!(none.with(5).levels(), [0, 0, 0, 0, 1]);
    assert_eq!(none.with(0).with(6), none);
    assert_eq!(YEAR.plus(YEAR).n(), 2338);
}

#[test]
fn silence_leaves_bounds() {
    let reach = Reach::new(None, Some(1000), Counts::new([10, 4, 10, 40, 56])).unwrap();
    close(reach.active_rate().unwrap().value().unwrap(), 0.12);
    let bounds = reach.satisfied_bounds().unwrap();
    close(bounds.lo, 0.096);
    close(bounds.hi, 0.976);
    let unknown = Reach::new(None, None, YEAR).unwrap();
    assert_eq!((unknown.active_rate(), unknown.satisfied_bounds()), (None, None));
}

#[test]
fn more_cannot_answer_than_were_asked() {
    let reach = |served, invited| Reach::new(served, invited, YEAR).map(|_| ());
    assert_eq!(reach(Some(1169), Some(1169)), Ok(()));
    assert_eq!(reach(None, Some(1168)), Err(ReachError::MoreRatedThanInvited));
    assert_eq!(reach(Some(1168), None), Err(ReachError::MoreRatedThanServed));
    assert_eq!(reach(Some(1999), Some(2000)), Err(ReachError::MoreInvitedThanServed));
    assert_eq!(Share::new(2, 1), None);
}

#[test]
fn success_and_ease() {
    let errands = Success { yes: 6, partly: 1, no: 3 };
    close(errands.rate().value().unwrap(), 0.6);
    close(ease(Counts::new([1, 1, 2, 3, 3])).value().unwrap(), 0.6);
    assert_eq!(Success::default().rate().value(), None);
}

#[test]
fn three_rates_and_the_unreached() {
    let rate = |of, out_of| Share::new(of, out_of).unwrap();
    let rates = [(rate(98, 100), 0.30), (rate(80, 90), 0.35), (rate(76, 90), 0.35)];
    close(composite(&rates).unwrap(), 90.066_667);
    assert_eq!(composite(&rates[..2]), None);
    assert_eq!(composite(&[(rate(0, 0), 1.0)]), None);
    assert_eq!(composite(&[]), None);

    let visits = Visits::new(98, 90, 80).unwrap();
    close(visits.resolution().value().unwrap(), 80.0 / 90.0);
    close(visits.bounds().unwrap().lo, 0.816_327);
    close(visits.bounds().unwrap().hi, 0.897_959);
    assert_eq!((visits.unknown().of(), visits.unknown().out_of()), (8, 98));
    assert_eq!(Visits::new(0, 0, 0).unwrap().bounds(), None);
    assert_eq!(Visits::new(1, 2, 0), Err(VisitsError::MoreAnsweredThanDue));
    assert_eq!(Visits::new(2, 1, 2), Err(VisitsError::MoreSolvedThanAnswered));
}

#[test]
fn wilsons_interval() {
    let ends = |of, n| (wilson(of, n).lo, wilson(of, n).hi);
    close(ends(90, 100).0, 0.825_634);
    close(ends(90, 100).1, 0.944_771);
    close(ends(2, 2).0, 0.342_380);
    assert_eq!(ends(0, 10).0.to_bits(), 0.0_f64.to_bits());
    close(ends(0, 10).1, 0.277_533);
    close_to(ends(22, 22).0, 0.851, 5e-4);
    close_to(ends(6428, 6530).0, 0.981, 5e-4);
    assert!(ends(22, 22).0 < ends(6428, 6530).0);
    assert_eq!(ends(0, 0), (0.0, 1.0));
}
