//! The ranking of a class: who is ranked, who is not, and what is said.

use measure::{Counts, Interval, Policy, Ranking, Row, Service, Status, Verdict, Weighted, rank, shrink};

mod close;
use close::close;

fn service(id: usize, levels: [u64; 5]) -> Service<usize> {
    let counts = Counts::new(levels);
    Service { id, counts, weighted: Weighted::from(counts), raters: counts.n(), invited: None, flagged: false }
}

/// Five services that truly differ, of very different size.
fn class() -> Vec<Service<usize>> {
    vec![
        service(0, [8, 12, 60, 110, 210]),
        service(1, [6, 5, 10, 12, 27]),
        service(2, [0, 1, 2, 6, 51]),
        service(3, [14, 12, 20, 22, 52]),
        service(4, [30, 40, 130, 220, 480]),
    ]
}

fn ranked(services: &[Service<usize>]) -> Ranking<usize> {
    rank(services, &Policy::default())
}

fn row(ranking: &Ranking<usize>, id: usize) -> Row<usize> {
    ranking.rows[id]
}

#[test]
fn on_the_data_of_the_document_1_and_3_are_commended_and_4_needs_attention() {
    let given = [(82.0, 22.0, 400), (74.0, 26.0, 60), (90.0, 18.0, 35), (68.0, 30.0, 120), (79.0, 24.0, 900)];
    let class = given.map(|(mean, sd, n)| measure::Observed::sampled(mean, sd, n).unwrap());
    let fit = shrink(&class);
    let said: Vec<i8> = fit
        .estimates
        .iter()
        .map(|one| {
            let interval = Interval::around(one.mean, one.sd, Interval::INDEX);
            let mean = fit.mean.unwrap();
            i8::from(interval.lo > mean) - i8::from(interval.hi < mean)
        })
        .collect();
    assert_eq!(said, [1, 0, 1, -1, 0]);
}

#[test]
fn a_class_is_ranked() {
    let ranking = ranked(&class());
    let ranks: Vec<u32> = ranking.rows.iter().map(|row| row.rank.unwrap()).collect();
    assert_eq!(ranks, [2, 4, 1, 5, 3]);
    assert_eq!(row(&ranking, 2).verdict, Some(Verdict::Commend));
    assert_eq!(row(&ranking, 3).verdict, Some(Verdict::Attention));
    assert_eq!(row(&ranking, 4).verdict, Some(Verdict::NoDifference));
    for row in &ranking.rows {
        assert_eq!(row.status, Status::Ranked);
        assert!(row.interval.contains(row.posterior));
    }
    // Worked by the steps of the document: x and the Dirichlet v of each, shrunk.
    let policy = Policy::default();
    let observed: Vec<_> = class()
        .iter()
        .map(|one| measure::Observed::new(one.weighted.index().unwrap(), one.weighted.variance(&policy.prior)).unwrap())
        .collect();
    let fit = shrink(&observed);
    close(ranking.mean.unwrap(), fit.mean.unwrap());
    close(row(&ranking, 1).posterior, fit.estimates[1].mean);
    close(row(&ranking, 1).interval.width(), 2.0 * 1.959_963_985 * fit.estimates[1].sd);
}

#[test]
fn too_few_are_listed_but_not_ranked() {
    let mut services = class();
    services.push(service(5, [0, 0, 0, 0, 22]));
    services.push(Service { raters: 19, ..service(6, [0, 0, 0, 0, 60]) });
    services.push(Service { invited: Some(1201), ..service(7, [0, 0, 0, 0, 60]) });
    services.push(Service { invited: Some(1200), ..service(8, [0, 0, 0, 0, 60]) });
    services.push(service(9, [0; 5]));
    services.push(service(10, [0, 0, 0, 0, 29]));
    services.push(service(11, [0, 0, 2, 10, 18]));
    let ranking = ranked(&services);
    for id in [5, 6, 7, 9, 10] {
        let row = row(&ranking, id);
        assert_eq!((row.status, row.rank, row.ranks, row.verdict), (Status::TooFew, None, None, None));
        assert!(row.interval.width() > 1.0);
    }
    assert_eq!(row(&ranking, 8).status, Status::Ranked);
    assert_eq!(row(&ranking, 11).status, Status::Ranked);
    close(row(&ranking, 9).posterior, ranking.mean.unwrap());
    // The unranked do not move the class.
    let without: Vec<_> = services.iter().copied().filter(|it| ![5, 6, 7, 9, 10].contains(&it.id)).collect();
    close(ranked(&without).mean.unwrap(), ranking.mean.unwrap());
}

#[test]
fn a_flagged_service_is_under_review() {
    let mut services = class();
    services[2].flagged = true;
    let ranking = ranked(&services);
    assert_eq!(row(&ranking, 2).status, Status::UnderReview);
    assert_eq!(row(&ranking, 2).rank, None);
    assert_eq!(row(&ranking, 0).rank, Some(1));
    assert_eq!(row(&ranking, 3).ranks.unwrap().worst, 4);
}

#[test]
fn two_services_are_shown_raw() {
    let ranking = ranked(&class()[..2]);
    assert_eq!(ranking.mean, None);
    assert_eq!(row(&ranking, 0).verdict, None);
    assert_eq!(row(&ranking, 0).rank, Some(1));
    close(row(&ranking, 1).posterior, class()[1].counts.index().unwrap());
    let few = ranked(&[service(0, [0, 0, 0, 0, 3])]);
    close(row(&few, 0).posterior, 77.5);
    close(row(&few, 0).interval.hi, 77.5 + 1.959_963_985 * 4.550_298);
}

#[test]
fn equal_services_share_a_rank_and_are_not_certain() {
    let services: Vec<_> = (0..4).map(|id| service(id, [1, 2, 5, 20, 40])).collect();
    for row in ranked(&services).rows {
        assert_eq!(row.rank, Some(1));
        assert_eq!((row.ranks.unwrap().best, row.ranks.unwrap().worst), (1, 4));
        assert_eq!(row.verdict, Some(Verdict::NoDifference));
        assert!(row.interval.width() > 1.0);
    }
}

#[test]
fn old_answers_lose_the_rank() {
    let counts = Counts::new([0, 0, 5, 15, 20]);
    let mut services = class();
    services.push(Service {
        weighted: Weighted::aged([(0.0, counts), (400.0, counts)], 90.0),
        ..service(5, [0, 0, 10, 30, 40])
    });
    assert_eq!(row(&ranked(&services), 5).status, Status::Ranked);
    assert!(services[5].weighted.n_eff() < 45.0);
}

#[test]
fn a_rank_interval_holds_the_rank_where_shrinking_changes_the_order() {
    let mut services: Vec<_> = (0..14).map(|id| service(id, [1000, 1000, 2000 + 10 * id as u64, 3000, 3000])).collect();
    services.push(service(14, [800, 800, 2000, 3000, 3400]));
    services.push(service(15, [0, 0, 6, 10, 14]));
    let ranking = ranked(&services);
    let (large, small) = (row(&ranking, 14), row(&ranking, 15));
    // 15 is significantly better as observed (z 4.34), but 30 answers do not carry that far.
    assert_eq!((large.rank, small.rank), (Some(1), Some(2)));
    assert_eq!((large.ranks.unwrap().best, small.ranks.unwrap().worst), (1, 2));
}
