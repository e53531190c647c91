//! The worked values of `MEASURES.md` 4 and 5: need and help, and signs of manipulation.

use measure::{
    Answer, Benefit, Counts, DecorationCase, Demand, Devices, FlagPolicy, Network, Quadrant, QuadrantPolicy,
    burst_is_odd, burst_probability, runs, shape_shift,
};

mod close;
use close::{close, close_to};

fn demand(residents: u64) -> Demand {
    Demand::new(residents, 8.0).unwrap_or_else(|| panic!("a catchment"))
}

fn benefit(done: u64, episodes: u64) -> Benefit {
    Benefit::new(done, episodes).unwrap_or_else(|| panic!("{done} of {episodes}"))
}

#[test]
fn need_and_help() {
    let policy = QuadrantPolicy::default();
    let cases = [
        (40, 70, 90, 0.995_526, 0.999_788, Quadrant::NeededEffective),
        (4, 45, 50, 0.000_000, 0.999_998, Quadrant::UnneededEffective),
        (35, 12, 60, 0.961_202, 0.000_000, Quadrant::NeededIneffective),
        (20, 6, 9, 0.143_574, 0.617_719, Quadrant::Undecided),
        (4, 12, 60, 0.0, 0.0, Quadrant::UnneededIneffective),
    ];
    for (residents, done, episodes, need, effect, quadrant) in cases {
        let (demand, benefit) = (demand(residents), benefit(done, episodes));
        close(demand.exceeds(3.0), need);
        close(benefit.exceeds(0.60), effect);
        assert_eq!(policy.place(demand, benefit), quadrant);
    }
    assert_eq!(policy.answer(0.5), Answer::Undecided);
    assert_eq!(policy.answer(0.8), Answer::Yes);
    assert_eq!(policy.answer(0.2), Answer::No);
    close(demand(40).mean(), 42.0 / 9.0);
    close(benefit(70, 90).mean(), 71.0 / 92.0);
    assert_eq!((Demand::new(1, f64::NAN), Benefit::new(2, 1)), (None, None));
}

#[test]
fn intervals_hold_95_per_cent() {
    for residents in [0, 4, 40, 4_000, 10_000, 20_000, u64::MAX] {
        let interval = demand(residents).interval();
        let within = demand(residents).exceeds(interval.lo) - demand(residents).exceeds(interval.hi);
        close_to(within, 0.95, 1e-5);
        assert!(interval.contains(demand(residents).mean()));
    }
    for (done, episodes) in [(0, 0), (0, 9), (9, 9), (70, 90), (5_000, 10_000), (19_000, 20_000)] {
        let interval = benefit(done, episodes).interval();
        let it = benefit(done, episodes);
        close_to(it.exceeds(interval.lo) - it.exceeds(interval.hi), 0.95, 1e-5);
    }
}

#[test]
fn decoration_needs_every_condition() {
    let policy = QuadrantPolicy::default();
    let window = (demand(4), benefit(4, 40));
    let case = DecorationCase {
        before: window,
        now: window,
        offline_counted: true,
        owner_replied: true,
        person_decided: true,
        statutory: false,
    };
    assert!(policy.is_decoration(&case));
    for lacking in [
        DecorationCase { before: (demand(40), benefit(4, 40)), ..case },
        DecorationCase { now: (demand(4), benefit(1, 19)), ..case },
        DecorationCase { now: (Demand::new(0, 0.9).unwrap(), benefit(4, 40)), ..case },
        DecorationCase { offline_counted: false, ..case },
        DecorationCase { owner_replied: false, ..case },
        DecorationCase { person_decided: false, ..case },
        DecorationCase { statutory: true, ..case },
    ] {
        assert!(!policy.is_decoration(&lacking));
    }
}

#[test]
fn a_burst_of_ratings() {
    let p = burst_probability(2.4, 12).unwrap();
    close_to(p, 8.453_513e-6, 1e-12);
    assert!(burst_is_odd(p, 168, FlagPolicy::default().burst_below));
    assert!(!burst_is_odd(p, 2_000, FlagPolicy::default().burst_below));
    close(burst_probability(2.4, 0).unwrap(), 1.0);
    assert_eq!(burst_probability(0.0, 12), None);
    assert_eq!(burst_probability(f64::NAN, 12), None);
}

#[test]
fn ratings_in_blocks() {
    let order: Vec<bool> = (0..26).map(|at| !(12..16).contains(&at)).collect();
    let found = runs(&order);
    assert_eq!(found.runs, 3);
    close(found.z.unwrap(), -3.815_836);
    assert_eq!((runs(&[]).runs, runs(&[]).z, runs(&[true; 9]).z), (0, None, None));
    assert_eq!(runs(&[true, false]).z, None);
}

#[test]
fn one_device_for_many() {
    let found = Devices::of(&[40, 5, 5]).unwrap();
    close(found.hhi, 0.66);
    close(found.raters, 1.515_152);
    close(found.largest, 0.8);
    assert!(found.is_odd(0.20, 20));
    assert!(!Devices::of(&[4, 1]).unwrap().is_odd(0.20, 20));
    assert!(!Devices::of(&[1; 30]).unwrap().is_odd(0.20, 20));
    assert_eq!(Devices::of(&[0]), None);
}

#[test]
fn the_network_of_the_office() {
    let network = Network { inside: (30, 32), outside: (140, 210) };
    close(network.probability().unwrap(), 0.000_692);
    close(Network { inside: (0, 5), ..network }.probability().unwrap(), 1.0);
    assert_eq!(Network { inside: (6, 5), ..network }.probability(), None);
    let all_good = Network { inside: (5, 5), outside: (7, 7) };
    close(all_good.probability().unwrap(), 1.0);
}

#[test]
fn a_shape_that_shifts() {
    let before = Counts::new([10, 10, 20, 30, 30]);
    close(shape_shift(before, before).unwrap(), 0.0);
    assert!(shape_shift(before, Counts::new([0, 0, 0, 0, 100])).unwrap() > 0.25);
    assert!(shape_shift(before, Counts::new([11, 9, 20, 29, 31])).unwrap() < 0.25);
    assert_eq!(shape_shift(before, Counts::default()), None);
    // By hand: shares (1.5,.5,.5,.5,.5)/3.5 against (.5,.5,.5,.5,1.5)/3.5: 2·(1/3.5)·ln 3.
    let (ones, fives) = (Counts::new([1, 0, 0, 0, 0]), Counts::new([0, 0, 0, 0, 1]));
    close(shape_shift(fives, ones).unwrap(), 2.0 / 3.5 * 3.0_f64.ln());
}
