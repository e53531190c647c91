//! Figures as people read them: thousands apart, whole per cents, no decimals that the sample cannot carry.

use crate::texts::Value;
use measure::{Interval, RankInterval, Share};

/// What stands where nothing is known.
pub(crate) const UNKNOWN: &str = "—";

/// 10,242.
pub(crate) fn whole(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The same inside a sentence, where 1 may choose another plural.
pub(crate) fn count(n: u64) -> Value {
    if n < 1000 { Value::from(n) } else { Value::from(whole(n)) }
}

/// 93%, from a share of 0 to 1.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// 93%, or a dash where there is nobody to speak of.
pub(crate) fn share(share: Share) -> String {
    share.value().map_or_else(|| UNKNOWN.to_owned(), percent)
}

/// So many of so many as per cent; a dash where there are none.
pub(crate) fn part(of: u64, all: u64) -> String {
    Share::new(of, all).map_or_else(|| UNKNOWN.to_owned(), share)
}

/// 92–94%.
pub(crate) fn percents(interval: Interval) -> String {
    format!("{:.0}–{:.0}%", interval.lo * 100.0, interval.hi * 100.0)
}

/// The index of 0-100: one decimal from a thousand ratings on, none below.
pub(crate) fn index(value: f64, n: u64) -> String {
    format!("{value:.*}", decimals(n))
}

/// From where to where the index may lie.
pub(crate) fn indexes(interval: Interval, n: u64) -> String {
    let decimals = decimals(n);
    format!("{:.*}–{:.*}", decimals, interval.lo, decimals, interval.hi)
}

fn decimals(n: u64) -> usize {
    usize::from(n >= 1000)
}

/// 3–5, or 4 where it can be no other.
pub(crate) fn ranks(span: RankInterval) -> String {
    if span.best == span.worst { span.best.to_string() } else { format!("{}–{}", span.best, span.worst) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let read: Vec<_> = [0, 7, 999, 1000, 10_242, 1_234_567].into_iter().map(whole).collect();
        assert_eq!(read, ["0", "7", "999", "1,000", "10,242", "1,234,567"]);
    }

    #[test]
    fn small_samples_have_no_decimals() {
        assert_eq!((index(79.58, 999), index(79.58, 1000)), ("80".to_owned(), "79.6".to_owned()));
        assert_eq!(ranks(RankInterval { best: 2, worst: 2 }), "2");
        assert_eq!(ranks(RankInterval { best: 1, worst: 4 }), "1–4");
    }

    #[test]
    fn nobody_is_no_share() {
        assert_eq!(part(0, 0), UNKNOWN);
        assert_eq!(part(11, 100), "11%");
    }
}
