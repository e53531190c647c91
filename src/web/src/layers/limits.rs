//! How much one address may ask. Addresses are taken whole (IPv4) or by their /64 (IPv6), and never written down.

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
    /// A tracking code that nobody has.
    WrongCode,
    /// A wrong password.
    WrongPassword,
    /// Likely twins while typing.
    Similar,
}

/// One limiter for each.
pub(crate) struct Limits {
    report: Limiter,
    rate: Limiter,
    wrong_code: Limiter,
    wrong_password: Limiter,
    similar: Limiter,
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
            wrong_code: limiter(30, Duration::from_secs(20)),
            wrong_password: limiter(20, Duration::from_secs(15)),
            similar: limiter(60, Duration::from_millis(500)),
        }
    }

    /// Whether this address may go on, and one less is left.
    pub(crate) fn allow(&self, what: Asked, address: IpAddr) -> bool {
        let limiter = match what {
            Asked::Report => &self.report,
            Asked::Rate => &self.rate,
            Asked::WrongCode => &self.wrong_code,
            Asked::WrongPassword => &self.wrong_password,
            Asked::Similar => &self.similar,
        };
        limiter.check_key(&coarse(address)).is_ok()
    }

    /// Forgets addresses that have long been quiet.
    pub(crate) fn tidy(&self) {
        for limiter in [&self.report, &self.rate, &self.wrong_code, &self.wrong_password, &self.similar] {
            limiter.retain_recent();
        }
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
