//! The files say exactly what the contract says, and to the public no more than it may know.

use super::*;
use chrono::{DateTime, Utc};
use domain::insight::{ClassBoard, Period};
use domain::services::Service;
use measure::{Counts, Policy, Weighted};
use words::{ServiceClass, ServiceId};

fn line(name: &str, levels: [u64; 5], assisted: u64) -> Line {
    let counts = Counts::new(levels);
    let id = ServiceId::from_parts(0, [0; 10]);
    let input = measure::Service {
        id,
        counts,
        weighted: Weighted::from(counts),
        raters: counts.n(),
        invited: None,
        flagged: false,
    };
    let row = measure::rank(&[input], &Policy::default()).rows.remove(0);
    let service = Service {
        id,
        slug: "bus".parse().unwrap(),
        class: ServiceClass::Living,
        name_zh: name.to_owned(),
        name_en: String::new(),
        unit: None,
        region: None,
        link: String::new(),
        statutory: false,
        flagged: false,
    };
    let weighted = input.weighted;
    Line { service, counts, unused: 0, failed: 0, weighted, invited: None, assisted, imported: 0, verified: 0, row }
}

fn file(line: Line, reader: Reader) -> Vec<String> {
    let classes = vec![ClassBoard { class: ServiceClass::Living, mean: None, lines: vec![line] }];
    let period: Period = "2026-09".parse().unwrap();
    let board = Board { period, counted_at: DateTime::<Utc>::default(), classes };
    let text = String::from_utf8(csv(&board, reader).unwrap()).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn the_head_is_the_contract() {
    let lines = file(line("公交", [0; 5], 0), Reader::Staff);
    assert_eq!(
        lines[0],
        "\u{feff}service,name,class,period,n1,n2,n3,n4,n5,n,index,index_lo,index_hi,satisfied,satisfied_lo,satisfied_hi,\
         good,bad,invited,active_rate,posterior,posterior_lo,posterior_hi,rank,rank_lo,rank_hi,verdict,status,\
         assisted_share,imported_share,formula"
    );
}

#[test]
fn figures_have_six_decimals() {
    let lines = file(line("公交", [23, 46, 153, 419, 528], 0), Reader::Public);
    assert!(
        lines[1].starts_with("bus,公交,living,2026-09,23,46,153,419,528,1169,79.576561,78.228925,80.924198,0.810094,")
    );
    assert!(lines[1].ends_with(",1,1,1,,ranked,0.000000,0.000000,1"), "{}", lines[1]);
}

#[test]
fn nobody_answered_is_no_index() {
    let lines = file(line("公交", [0; 5], 0), Reader::Staff);
    assert_eq!(lines[1], "bus,公交,living,2026-09,0,0,0,0,0,0,,,,,,,,,,,,,,,,,,too_few,,,1");
}

#[test]
fn the_public_sees_nothing_of_few_ratings() {
    let few = line("公交", [0, 0, 0, 9, 20], 0);
    assert_eq!(file(few.clone(), Reader::Public)[1], "bus,公交,living,2026-09,,,,,,,,,,,,,,,,,,,,,,,,too_few,,,1");
    assert!(file(few, Reader::Staff)[1].contains(",0,0,0,9,20,29,"));
}

#[test]
fn a_small_group_is_hidden_with_the_other() {
    let helped = line("公交", [10, 10, 10, 10, 10], 9);
    assert!(file(helped.clone(), Reader::Public)[1].ends_with(",ranked,,,1"));
    assert!(file(helped, Reader::Staff)[1].ends_with(",ranked,0.180000,0.000000,1"));
}

#[test]
fn no_name_becomes_a_formula() {
    for begin in ["=", "+", "-", "@", "\t", "\r"] {
        let lines = file(line(&format!("{begin}cmd"), [0; 5], 0), Reader::Staff).join("\n");
        assert!(lines.contains(&format!("'{begin}cmd")), "{begin:?}");
    }
}
