//! The worked values of `MEASURES.md` 2: shrinkage, ranks, decay, weighting, change, alarm.

use measure::{
    Cell, Counts, Cusum, Direction, Measured, NotAWeight, Observed, Prior, RankInterval, Stratify, Weighted, change,
    rank_intervals, shrink,
};

mod close;
use close::{close, close_to};

fn five() -> Vec<Observed> {
    [(82.0, 22.0, 400), (74.0, 26.0, 60), (90.0, 18.0, 35), (68.0, 30.0, 120), (79.0, 24.0, 900)]
        .into_iter()
        .filter_map(|(mean, sd, n)| Observed::sampled(mean, sd, n))
        .collect()
}

#[test]
fn three_delighted_residents_are_not_perfection() {
    let belief = |counts| Prior::default().update(counts);
    let (few, ten) = (belief([0.0, 0.0, 0.0, 0.0, 3.0]), belief([1.0, 0.0, 2.0, 3.0, 4.0]));
    close(few.mean, 77.5);
    close(few.sd, 4.550_298);
    close(ten.mean, 74.5625);
    close(ten.sd, 4.342_771);
}

#[test]
fn few_answers_are_drawn_to_the_class() {
    let shrunk = shrink(&five());
    close(shrunk.tau2.unwrap(), 21.671_092);
    close(shrunk.mean.unwrap(), 78.772_977);
    let means = [81.829_348, 75.632_641, 86.639_635, 70.769_774, 78.993_488];
    let sds = [1.070_520, 2.722_646, 2.546_838, 2.360_449, 0.788_442];
    for (at, estimate) in shrunk.estimates.iter().enumerate() {
        close(estimate.mean, means[at]);
        close(estimate.sd, sds[at]);
        let placed = shrunk.place(five()[at]).unwrap();
        close(placed.mean, means[at]);
    }
}

#[test]
fn a_class_of_two_stays_raw() {
    let shrunk = shrink(&five()[..2]);
    assert_eq!((shrunk.tau2, shrunk.mean, shrunk.place(five()[2])), (None, None, None));
    close(shrunk.estimates[1].mean, 74.0);
    close(shrunk.estimates[1].sd, 26.0 / 60.0_f64.sqrt());
}

#[test]
fn equal_services_do_not_differ() {
    let same = vec![Observed::new(80.0, 4.0).unwrap(); 5];
    let shrunk = shrink(&same);
    close(shrunk.tau2.unwrap(), 0.0);
    close(shrunk.mean_sd.unwrap(), (4.0_f64 / 5.0).sqrt());
    let all = RankInterval { best: 1, worst: 5 };
    assert!(rank_intervals(&same, 0.05).iter().all(|&it| it == all));
    assert!(rank_intervals(&[], 0.05).is_empty());
    assert_eq!(Observed::new(f64::NAN, 1.0), None);
    assert_eq!(Observed::new(1.0, -1.0), None);
    assert_eq!(Observed::sampled(1.0, 1.0, 0), None);
}

#[test]
fn ranks_come_with_intervals() {
    let found: Vec<(u32, u32)> = rank_intervals(&five(), 0.05).iter().map(|it| (it.best, it.worst)).collect();
    assert_eq!(found, [(1, 4), (2, 5), (1, 2), (4, 5), (2, 4)]);
}

#[test]
fn old_answers_fade() {
    let one = |level: u8| Counts::default().with(level);
    let faded = Weighted::aged([(0.0, one(5)), (30.0, one(4)), (90.0, one(2)), (180.0, one(5))], 90.0);
    close(faded.index().unwrap(), 77.457_050);
    close(faded.n_eff(), 3.331_039);
    let fresh = Weighted::from(Counts::new([1, 0, 2, 3, 4]));
    close(fresh.n_eff(), 10.0);
    close(fresh.variance(&Prior::default()).sqrt(), 4.342_771);
    assert_eq!(Weighted::aged([(1e9, one(5))], 90.0).index(), None);
    assert_eq!(Weighted::new([1.0, 0.0, 0.0, 0.0, f64::NAN], 1.0), Err(NotAWeight));
    assert_eq!(Weighted::new([1.0, 0.0, 0.0, 0.0, 0.0], 0.0), Err(NotAWeight));
    assert_eq!(Weighted::new(faded.weights(), faded.n_eff()), Ok(faded));
}

#[test]
fn those_who_answer_less_still_count() {
    let cell = |share, p, n| Cell { share, n, p };
    let cells = [cell(0.25, 0.95, 200), cell(0.55, 0.85, 150), cell(0.20, 0.60, 20)];
    let plain = Stratify::PLAIN.weigh(&cells).unwrap();
    close(plain.raw, 0.890_541);
    close(plain.weighted, 0.825);
    close(plain.error, 0.027_911);
    // An answer of the third cell would weigh .20/(20/370) = 3.7: trimmed to 3, the shares sum to .962162.
    let trimmed = Stratify::default().weigh(&cells).unwrap();
    close(trimmed.raw, 0.890_541);
    close_to(trimmed.weighted, (0.2375 + 0.4675 + 0.6 * 60.0 / 370.0) / (0.8 + 60.0 / 370.0), 1e-12);
}

#[test]
fn small_cells_are_joined() {
    let cell = |share, p, n| Cell { share, n, p };
    let cells = [cell(0.5, 0.9, 100), cell(0.3, 0.8, 50), cell(0.2, 0.5, 19)];
    let joined = Stratify::default().weigh(&cells).unwrap();
    assert_eq!(joined.cells, 2);
    close(joined.weighted, 0.5 * 0.9 + 0.5 * (40.0 + 9.5) / 69.0);
    let few = Stratify::default().weigh(&cells[2..]).unwrap();
    assert_eq!(few.cells, 1);
    close(few.weighted, few.raw);
    assert_eq!(Stratify::default().weigh(&[]), None);
    assert_eq!(Stratify::default().weigh(&[cell(1.0, f64::NAN, 50)]), None);
}

#[test]
fn a_change_is_called_only_beyond_chance() {
    let at = |value, error| Measured { value, error };
    let direction = |one, other| change(one, other).direction;
    assert_eq!(direction(at(70.0, 1.0), at(73.0, 1.0)), Direction::Better);
    assert_eq!(direction(at(73.0, 1.0), at(70.0, 1.0)), Direction::Worse);
    assert_eq!(direction(at(70.0, 1.0), at(72.0, 1.0)), Direction::NoClearChange);
    assert_eq!(direction(at(f64::NAN, 1.0), at(72.0, 1.0)), Direction::NoClearChange);
    close(change(at(70.0, 3.0), at(72.0, 4.0)).interval.hi, 2.0 + 5.0 * 1.959_963_985);
}

#[test]
fn the_alarm_of_a_failing_service() {
    let quiet = Cusum::new(0.05, 0.10, 3.5).unwrap();
    close(quiet.steps().0, std::f64::consts::LN_2);
    close(quiet.steps().1, -0.054_067);
    assert_eq!(quiet, Cusum::default());
    let seen = [0, 0, 1, 0, 1, 1, 0, 1, 1];
    let end = seen.into_iter().fold(quiet, |alarm, bad| alarm.after(bad == 1));
    close(end.sum(), 3.357_601);
    assert!(!end.rings());
    assert!(end.after(true).rings());
    assert_eq!(Cusum::new(0.10, 0.05, 3.5), None);
}
