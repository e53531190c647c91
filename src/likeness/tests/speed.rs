//! How long a question takes among 100,000 short texts. Run with
//! `cargo test --release -p likeness --test speed -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use likeness::Index;

/// Texts of 20 to 60 characters, in which, as in real ones, few characters are in most texts.
fn text(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let length = 20 + next(41);
    let sign = |rank: u64| u32::try_from(0x4E00 + rank).ok().and_then(char::from_u32);
    (0..length)
        .filter_map(|_| {
            let bound = 1 + next(2_500);
            let bound = 1 + next(bound);
            sign(next(bound))
        })
        .collect()
}

#[test]
#[ignore = "a measurement, for the release build"]
fn among_100_000_texts() {
    let begun = Instant::now();
    let mut index = Index::new();
    for key in 0..100_000 {
        index.insert(u128::from(key), "", &text(key)).unwrap();
    }
    eprintln!("100,000 texts taken in within {:?}", begun.elapsed());
    let mut times: Vec<Duration> = (0..200)
        .map(|at| {
            let asked = text(at * 31);
            let begun = Instant::now();
            let found = index.like("", &asked, 3);
            let took = begun.elapsed();
            assert_eq!(found[0].0, u128::from(at * 31));
            took
        })
        .collect();
    times.sort_unstable();
    eprintln!("asked in {:?} (median), {:?} (19 of 20), {:?} (longest)", times[100], times[190], times[199]);
    assert!(times[190] < Duration::from_millis(10));
    let begun = Instant::now();
    assert!((0..100).all(|key| index.remove(key)));
    eprintln!("removed in {:?} each", begun.elapsed() / 100);
}
