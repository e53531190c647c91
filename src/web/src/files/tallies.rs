//! One row of `import tallies`, understood.

use super::sheet::Cells;
use super::values::number;
use chrono::NaiveDate;
use domain::insight::Period;
use measure::{Counts, Reach};
use words::ServiceSlug;

/// The columns that must be there.
pub(crate) const REQUIRED: [&str; 7] = ["service", "month", "n1", "n2", "n3", "n4", "n5"];
/// The columns that may be there.
pub(crate) const OPTIONAL: [&str; 2] = ["invited", "transactions"];

/// The five counts of one service in one month, as another system has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MonthOfCounts {
    /// The service; it may not be in the catalogue yet.
    pub(crate) service: ServiceSlug,
    /// The first day of the month.
    pub(crate) month: NaiveDate,
    /// n1 to n5.
    pub(crate) counts: [u64; 5],
    /// How many were invited to rate, where known.
    pub(crate) invited: Option<u64>,
    /// How many transactions there were, where known.
    pub(crate) transactions: Option<u64>,
}

/// Understands a row. Transactions ≥ invitations ≥ ratings must hold where they are known.
///
/// # Errors
/// What is wrong with it, in words for the rejected file.
pub(crate) fn understand(row: Cells<'_>, today: NaiveDate) -> Result<MonthOfCounts, String> {
    let service = row.get("service").parse::<ServiceSlug>().map_err(|wrong| format!("service: {wrong}"))?;
    let Ok(Period::Month(month)) = row.get("month").parse() else {
        return Err("month is no month like 2026-09".to_owned());
    };
    if month > today {
        return Err("month lies in the future".to_owned());
    }
    let mut counts = [0; 5];
    for (count, column) in counts.iter_mut().zip(["n1", "n2", "n3", "n4", "n5"]) {
        *count = number(column, row.get(column))?.ok_or_else(|| format!("{column} is empty"))?;
    }
    let invited = number("invited", row.get("invited"))?;
    let transactions = number("transactions", row.get("transactions"))?;
    Reach::new(transactions, invited, Counts::new(counts)).map_err(|wrong| format!("there are {wrong}"))?;
    Ok(MonthOfCounts { service, month, counts, invited, transactions })
}

/// A readable name out of a short name: `complete_the_report` becomes "Complete the report".
pub(crate) fn readable(slug: &ServiceSlug) -> String {
    let spaced = slug.as_str().replace(['_', '-'], " ");
    let mut letters = spaced.trim().chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let name: String = first.into_iter().chain(letters).collect();
    if name.is_empty() { slug.to_string() } else { name }
}
