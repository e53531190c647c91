//! What must hold for any counts at all, also for none and for absurdly many.

use measure::{
    Cell, Counts, Policy, Prior, Reach, Service, Share, Status, Stratify, Weighted, rank, shape_shift, wilson,
};
use proptest::prelude::*;

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), Just(1), 0..40u64, 0..5_000u64, Just(u64::MAX), any::<u64>()]
}

fn counts() -> impl Strategy<Value = Counts> {
    prop::array::uniform5(number()).prop_map(Counts::new)
}

fn aged() -> impl Strategy<Value = Weighted> {
    let day = (prop_oneof![0.0..2_000.0, Just(-5.0), Just(1e300), any::<f64>()], counts());
    prop::collection::vec(day, 0..6).prop_map(|days| Weighted::aged(days, 90.0))
}

fn service() -> impl Strategy<Value = Service<usize>> {
    let weighted = prop_oneof![aged().prop_map(Some), Just(None)];
    let asked = prop_oneof![Just(None), number().prop_map(Some)];
    let small = prop::array::uniform5(0..60u64).prop_map(Counts::new);
    (prop_oneof![3 => small, 1 => counts()], weighted, number(), asked, any::<bool>()).prop_map(
        |(counts, weighted, raters, invited, flagged)| Service {
            id: 0,
            counts,
            weighted: weighted.unwrap_or_else(|| Weighted::from(counts)),
            raters,
            invited,
            flagged,
        },
    )
}

fn class() -> impl Strategy<Value = Vec<Service<usize>>> {
    prop::collection::vec(service(), 0..9).prop_map(|mut services| {
        for (id, service) in services.iter_mut().enumerate() {
            service.id = id;
        }
        services
    })
}

proptest! {
    #[test]
    fn shares_and_their_intervals_stay_within_0_and_1(of in number(), n in number(), counts in counts()) {
        let interval = wilson(of, n);
        prop_assert!(0.0 <= interval.lo && interval.lo <= interval.hi && interval.hi <= 1.0);
        if let Some(value) = Share::new(of, n).and_then(Share::value) {
            prop_assert!((interval.lo - 1e-12..=interval.hi + 1e-12).contains(&value));
        }
        for share in [counts.satisfied(), counts.good(), counts.bad(), counts.extreme()] {
            prop_assert!(share.value().is_none_or(|it| (0.0..=1.0).contains(&it)));
        }
    }

    #[test]
    fn no_count_makes_a_figure_that_is_no_number(counts in counts(), weighted in aged()) {
        prop_assert_eq!(counts.index().is_some(), counts.n() > 0);
        if let Some(interval) = counts.index_interval() {
            prop_assert!(0.0 <= interval.lo && interval.lo <= interval.hi && interval.hi <= 100.0);
            prop_assert!(interval.width() > 0.0 || counts.n() > 1 << 40);
        }
        let belief = Prior::default().update(counts.as_f64());
        prop_assert!((0.0..=100.0).contains(&belief.mean) && belief.sd > 0.0);
        prop_assert!(weighted.n_eff().is_finite() && weighted.variance(&Prior::default()) > 0.0);
        prop_assert!(weighted.index().is_none_or(|it| (-1e-9..=100.0 + 1e-9).contains(&it)));
        prop_assert!(Weighted::new(weighted.weights(), weighted.n_eff()).is_ok());
        prop_assert!(shape_shift(counts, Counts::new([1; 5])).is_none_or(f64::is_finite));
    }

    #[test]
    fn a_better_rating_never_lowers_the_index(counts in counts()) {
        let before = counts.index().unwrap_or(0.0);
        let after = counts.with(5).index().unwrap();
        prop_assert!(after >= before - 1e-9);
        let belief = |counts: Counts| Prior::default().update(counts.as_f64()).mean;
        prop_assert!(belief(counts.with(5)) >= belief(counts) - 1e-9);
        prop_assert!(counts.with(1).index().unwrap() <= counts.index().unwrap_or(100.0) + 1e-9);
    }

    #[test]
    fn silence_is_bounded(counts in counts(), asked in number(), served in number()) {
        let n = counts.n();
        match Reach::new(Some(served), Some(asked), counts) {
            Ok(reach) => {
                prop_assert!(served >= asked && asked >= n);
                if let Some(bounds) = reach.satisfied_bounds() {
                    prop_assert!(0.0 <= bounds.lo && bounds.lo <= bounds.hi && bounds.hi <= 1.0 + 1e-12);
                }
            }
            Err(_) => prop_assert!(served < asked || asked < n || served < n),
        }
    }

    #[test]
    fn weighing_stays_within_the_cells(cells in prop::collection::vec((0.0..=1.0, number(), 0.0..=1.0), 0..6)) {
        let cells: Vec<Cell> = cells.into_iter().map(|(share, n, p)| Cell { share, n, p }).collect();
        for way in [Stratify::default(), Stratify::PLAIN] {
            if let Some(found) = way.weigh(&cells) {
                for value in [found.raw, found.weighted, found.error] {
                    prop_assert!((-1e-9..=1.0 + 1e-9).contains(&value), "{value}");
                }
            }
        }
    }

    #[test]
    fn a_rank_lies_within_its_interval(services in class()) {
        let ranking = rank(&services, &Policy::default());
        let ranked = ranking.rows.iter().filter(|row| row.status == Status::Ranked).count();
        prop_assert_eq!(ranking.rows.len(), services.len());
        for row in &ranking.rows {
            prop_assert!((0.0..=100.0).contains(&row.posterior));
            prop_assert!(row.interval.lo <= row.interval.hi && row.interval.contains(row.posterior));
            prop_assert_eq!(row.rank.is_some(), row.status == Status::Ranked);
            prop_assert_eq!(row.ranks.is_some(), row.status == Status::Ranked);
            if let (Some(rank), Some(ranks)) = (row.rank, row.ranks) {
                prop_assert!(1 <= ranks.best && ranks.best <= rank && rank <= ranks.worst);
                prop_assert!(ranks.worst as usize <= ranked);
            }
        }
    }

    #[test]
    fn the_order_of_services_changes_nothing(services in class(), seed in any::<u64>()) {
        let mut other = services.clone();
        let mut state = seed;
        for at in (1..other.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            other.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        let mut back = rank(&other, &Policy::default()).rows;
        back.sort_by_key(|row| row.id);
        prop_assert_eq!(back, rank(&services, &Policy::default()).rows);
    }
}
