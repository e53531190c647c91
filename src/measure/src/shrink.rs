//! Borrowing strength from the class: a service with few answers is drawn to the mean of its like.

/// The least variance that is believed, in points squared: a variance of 0 would claim certainty.
const LEAST_VARIANCE: f64 = 1e-6;

/// What was observed of one service.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    mean: f64,
    variance: f64,
}

impl Observed {
    /// A mean (index, 0-100) and the variance of that mean (points squared). `None` where one is no number or the
    /// variance is negative.
    pub fn new(mean: f64, variance: f64) -> Option<Self> {
        let sound = mean.is_finite() && variance.is_finite() && variance >= 0.0;
        sound.then(|| Self { mean, variance: variance.max(LEAST_VARIANCE) })
    }

    /// From the spread of n answers: v = sd²/n. `None` for n = 0.
    pub fn sampled(mean: f64, sd: f64, n: u64) -> Option<Self> {
        (n > 0).then(|| Self::new(mean, sd * sd / n as f64))?
    }

    /// The observed mean.
    pub const fn mean(self) -> f64 {
        self.mean
    }

    /// The variance of the mean, v.
    pub const fn variance(self) -> f64 {
        self.variance
    }
}

/// What is believed of one service after looking at its class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The posterior mean, between the observed mean and that of the class.
    pub mean: f64,
    /// Its standard deviation; 0 when the class shows no differences beyond chance.
    pub sd: f64,
}

/// A class of services after shrinking.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrunk {
    /// How much services truly differ, τ², in points squared; `None` for a class too small to tell ("raw").
    pub tau2: Option<f64>,
    /// The mean of the class, μ; `None` for a class too small to tell.
    pub mean: Option<f64>,
    /// How unsure μ is: 1/√Σ1/(v+τ²); `None` for a class too small to tell.
    pub mean_sd: Option<f64>,
    /// One estimate for each observation, in the same order.
    pub estimates: Vec<Estimate>,
}

impl Shrunk {
    /// The estimate of a service that did not take part in the fit, drawn to the same class mean; `None` when the
    /// class is raw. B = τ²/(τ²+v), μ+B(x−μ), √(Bv).
    pub fn place(&self, observed: Observed) -> Option<Estimate> {
        Some(drawn(observed, self.mean?, self.tau2?))
    }
}

/// Draws each service of a class towards the mean of the class, the more so the fewer its answers.
///
/// `w=1/v; τ²=max(0,(Q−(K−1))/(Σw−Σw²/Σw))`; μ weighted by `1/(v+τ²)`; `B=τ²/(τ²+v); post=μ+B(x−μ); sd=√(Bv)`. A class of
/// fewer than 3 is given back as observed. Sums are taken in order of size, so the order of services changes
/// nothing. `DerSimonian` & Laird 1986; Efron & Morris 1975.
pub fn shrink(class: &[Observed]) -> Shrunk {
    if class.len() < 3 {
        let raw = |one: &Observed| Estimate { mean: one.mean, sd: one.variance.sqrt() };
        return Shrunk { tau2: None, mean: None, mean_sd: None, estimates: class.iter().map(raw).collect() };
    }
    let tau2 = between(class);
    let weights = sum(class.iter().map(|one| 1.0 / (one.variance + tau2)));
    let mean = sum(class.iter().map(|one| one.mean / (one.variance + tau2))) / weights;
    Shrunk {
        tau2: Some(tau2),
        mean: Some(mean),
        mean_sd: Some((1.0 / weights).sqrt()),
        estimates: class.iter().map(|&one| drawn(one, mean, tau2)).collect(),
    }
}

/// τ²: the variance between services, in points squared, never negative.
fn between(class: &[Observed]) -> f64 {
    let weights = sum(class.iter().map(|one| 1.0 / one.variance));
    let centre = sum(class.iter().map(|one| one.mean / one.variance)) / weights;
    let q = sum(class.iter().map(|one| (one.mean - centre).powi(2) / one.variance));
    let squares = sum(class.iter().map(|one| one.variance.powi(-2)));
    let scale = weights - squares / weights;
    let excess = q - (class.len() - 1) as f64;
    if excess > 0.0 && scale > 0.0 { excess / scale } else { 0.0 }
}

fn drawn(one: Observed, mean: f64, tau2: f64) -> Estimate {
    let kept = tau2 / (tau2 + one.variance);
    Estimate { mean: mean + kept * (one.mean - mean), sd: (kept * one.variance).sqrt() }
}

/// A sum that does not depend on the order of its parts.
fn sum(parts: impl Iterator<Item = f64>) -> f64 {
    let mut parts: Vec<f64> = parts.collect();
    parts.sort_by(f64::total_cmp);
    parts.iter().sum()
}
