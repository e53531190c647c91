//! How much one address may ask. Addresses are taken whole (IPv4) or by their /64 (IPv6), and never written down.

use super::guesses::Guesses;
use governor::clock::DefaultClock;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

type Limiter = RateLimiter<IpAddr, DashMapStateStore<IpAddr>, DefaultClock>;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A need, an addition, a step of a resident.
    Report,
    /// A rating or a join.
    Rate,
    /// Likely twins while typing.
    Similar,
}

/// What can be guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guess {
    /// A tracking code.
    Code,
    /// A password.
    Password,
}

/// One limiter for each.
pub(crate) struct Limits {
    report: Limiter,
    rate: Limiter,
    similar: Limiter,
    codes: Guesses,
    passwords: Guesses,
}

/// `burst` at once, then one more in every `every`. A whole community may sit behind one address, so what honest
/// people do often is wide, and what only guessing does often is narrow.
fn limiter(burst: u32, every: Duration) -> Limiter {
    let quota = Quota::with_period(every).unwrap_or(Quota::per_second(NonZeroU32::MIN));
    RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN)))
}

impl Limits {
    /// The limits of the platform.
    pub(crate) fn new() -> Self {
        Self {
            report: limiter(120, Duration::from_millis(500)),
            rate: limiter(600, Duration::from_millis(100)),
            similar: limiter(60, Duration::from_millis(500)),
            codes: Guesses::new(30, Duration::from_secs(20)),
            passwords: Guesses::new(20, Duration::from_secs(15)),
        }
    }

    /// Whether this address may go on, and one less is left.
    pub(crate) fn allow(&self, what: Asked, address: IpAddr) -> bool {
        let limiter = match what {
            Asked::Report => &self.report,
            Asked::Rate => &self.rate,
            Asked::Similar => &self.similar,
        };
        limiter.check_key(&coarse(address)).is_ok()
    }

    /// Whether this address may guess once more. Ask before the guess is looked at.
    pub(crate) fn may_guess(&self, what: Guess, address: IpAddr) -> bool {
        self.guesses(what).take(coarse(address))
    }

    /// It was no guess: it was right, so it costs nothing.
    pub(crate) fn was_right(&self, what: Guess, address: IpAddr) {
        self.guesses(what).give_back(coarse(address));
    }

    fn guesses(&self, what: Guess) -> &Guesses {
        match what {
            Guess::Code => &self.codes,
            Guess::Password => &self.passwords,
        }
    }

    /// Forgets addresses that have long been quiet.
    pub(crate) fn tidy(&self) {
        for limiter in [&self.report, &self.rate, &self.similar] {
            limiter.retain_recent();
        }
        self.codes.tidy();
        self.passwords.tidy();
    }
}

fn coarse(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}
