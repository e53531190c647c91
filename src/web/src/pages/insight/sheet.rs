//! One row a service, for spreadsheets: the same cells in every file, for officials whole, for everybody suppressed.

use domain::insight::{Board, Line};
use domain::{Error, Result};
use measure::{FORMULA, Interval, Reach, Share, Status, Verdict};

/// From how many ratings on a service publishes its figures.
pub(crate) const LEAST_PUBLIC: u64 = 30;
/// The smallest group that the public may see as a part of a service.
const LEAST_GROUP: u64 = 10;

/// The columns in their order, each with the text that says what it means.
pub(crate) const COLUMNS: [(&str, &str); 31] = [
    ("service", "methods-col-service"),
    ("name", "methods-col-name"),
    ("class", "methods-col-class"),
    ("period", "methods-col-period"),
    ("n1", "methods-col-n1"),
    ("n2", "methods-col-n2"),
    ("n3", "methods-col-n3"),
    ("n4", "methods-col-n4"),
    ("n5", "methods-col-n5"),
    ("n", "methods-col-n"),
    ("index", "methods-col-index"),
    ("index_lo", "methods-col-index-lo"),
    ("index_hi", "methods-col-index-hi"),
    ("satisfied", "methods-col-satisfied"),
    ("satisfied_lo", "methods-col-satisfied-lo"),
    ("satisfied_hi", "methods-col-satisfied-hi"),
    ("good", "methods-col-good"),
    ("bad", "methods-col-bad"),
    ("invited", "methods-col-invited"),
    ("active_rate", "methods-col-active-rate"),
    ("posterior", "methods-col-posterior"),
    ("posterior_lo", "methods-col-posterior-lo"),
    ("posterior_hi", "methods-col-posterior-hi"),
    ("rank", "methods-col-rank"),
    ("rank_lo", "methods-col-rank-lo"),
    ("rank_hi", "methods-col-rank-hi"),
    ("verdict", "methods-col-verdict"),
    ("status", "methods-col-status"),
    ("assisted_share", "methods-col-assisted-share"),
    ("imported_share", "methods-col-imported-share"),
    ("formula", "methods-col-formula"),
];

/// For whom a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// Officials: whole counts.
    Staff,
    /// Everybody: nothing of services with few ratings, nothing of small groups.
    Public,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Unknown, or not for this reader.
    Empty,
    /// A word. It never begins a formula.
    Text(String),
    /// A count or a rank.
    Whole(u64),
    /// A figure with six decimals.
    Fraction(f64),
}

impl Cell {
    fn text(text: &str) -> Self {
        Self::Text(harmless(text))
    }

    fn whole(n: Option<u64>) -> Self {
        n.map_or(Self::Empty, Self::Whole)
    }

    fn fraction(value: Option<f64>) -> Self {
        value.map_or(Self::Empty, Self::Fraction)
    }

    fn share(share: Share) -> Self {
        Self::fraction(share.value())
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Whole(n) => n.fmt(f),
            Self::Fraction(value) => write!(f, "{value:.6}"),
        }
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins { format!("'{text}") } else { text.to_owned() }
}

/// The rows of a board, class by class, ranked ones first.
pub(crate) fn rows(board: &Board, reader: Reader) -> Vec<Vec<Cell>> {
    let period = board.period.to_string();
    board.lines().map(|line| row(line, &period, reader)).collect()
}

/// The whole file: UTF-8 with a byte order mark, so that every spreadsheet reads the Chinese.
///
/// # Errors
/// Never in memory.
pub(crate) fn csv(board: &Board, reader: Reader) -> Result<Vec<u8>> {
    let mut file = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    file.write_record(COLUMNS.map(|(name, _)| name)).map_err(Error::internal)?;
    for row in rows(board, reader) {
        file.write_record(row.iter().map(Cell::to_string)).map_err(Error::internal)?;
    }
    file.into_inner().map_err(Error::internal)
}

fn row(line: &Line, period: &str, reader: Reader) -> Vec<Cell> {
    let service = &line.service;
    let mut row = vec![
        Cell::text(service.slug.as_str()),
        Cell::text(&service.name_zh),
        Cell::text(service.class.slug()),
        Cell::text(period),
    ];
    let hidden = reader == Reader::Public && line.counts.n() < LEAST_PUBLIC;
    if hidden {
        row.extend(std::iter::repeat_n(Cell::Empty, 23));
        row.push(Cell::text("too_few"));
        row.extend([Cell::Empty, Cell::Empty]);
    } else {
        row.extend(answers(line));
        row.extend(judgement(line));
        row.extend(ways(line, reader));
    }
    row.push(Cell::text(FORMULA));
    row
}

/// `n1` to `active_rate`.
fn answers(line: &Line) -> Vec<Cell> {
    let counts = line.counts;
    let satisfied = counts.satisfied();
    let span = satisfied.value().map(|_| satisfied.interval());
    let reach = Reach::new(None, line.invited, counts).ok();
    let mut cells = counts.levels().map(Cell::Whole).to_vec();
    cells.push(Cell::Whole(counts.n()));
    cells.push(Cell::fraction(counts.index()));
    cells.extend(ends(counts.index_interval()));
    cells.push(Cell::share(satisfied));
    cells.extend(ends(span));
    cells.push(Cell::share(counts.good()));
    cells.push(Cell::share(counts.bad()));
    cells.push(Cell::whole(line.invited));
    cells.push(reach.and_then(Reach::active_rate).map_or(Cell::Empty, Cell::share));
    cells
}

/// `posterior` to `status`.
fn judgement(line: &Line) -> Vec<Cell> {
    let row = &line.row;
    let answered = line.counts.n() > 0;
    let mut cells = vec![Cell::fraction(answered.then_some(row.posterior))];
    cells.extend(ends(answered.then_some(row.interval)));
    cells.push(Cell::whole(row.rank.map(u64::from)));
    cells.push(Cell::whole(row.ranks.map(|ranks| u64::from(ranks.best))));
    cells.push(Cell::whole(row.ranks.map(|ranks| u64::from(ranks.worst))));
    cells.push(match row.verdict {
        Some(Verdict::Commend) => Cell::text("commend"),
        Some(Verdict::Attention) => Cell::text("attention"),
        Some(Verdict::NoDifference) => Cell::text("no_difference"),
        None => Cell::Empty,
    });
    cells.push(Cell::text(match row.status {
        Status::Ranked => "ranked",
        Status::TooFew => "too_few",
        Status::UnderReview => "under_review",
    }));
    cells
}

/// The shares of the ways in. For the public all of them are hidden as soon as one group is small, since the others
/// and n would give it away.
fn ways(line: &Line, reader: Reader) -> [Cell; 2] {
    let n = line.counts.n();
    let own = n.saturating_sub(line.assisted).saturating_sub(line.imported);
    let small = |group: u64| group > 0 && group < LEAST_GROUP;
    if reader == Reader::Public && [line.assisted, line.imported, own].into_iter().any(small) {
        return [Cell::Empty, Cell::Empty];
    }
    [line.assisted, line.imported].map(|part| Share::new(part, n).map_or(Cell::Empty, Cell::share))
}

fn ends(interval: Option<Interval>) -> [Cell; 2] {
    [Cell::fraction(interval.map(|span| span.lo)), Cell::fraction(interval.map(|span| span.hi))]
}

#[cfg(test)]
mod tests;
