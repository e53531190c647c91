//! A CSV file with a header: its columns by name, and its rows with their line numbers.

use super::records::Records;
use crate::commands::Failure;
use std::path::Path;

/// One row of the file.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its physical line; the header is line 1.
    pub(crate) line: u64,
    /// Its cells, as many as stand there.
    pub(crate) cells: Vec<String>,
    /// Why nothing in it can be read, if so.
    pub(crate) wrong: Option<String>,
}

/// A whole file.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The header as it stands there.
    pub(crate) header: Vec<String>,
    /// Every row, also those that cannot be read.
    pub(crate) rows: Vec<Row>,
    /// Columns that nobody asked for.
    pub(crate) unknown: Vec<String>,
}

/// One row with its columns by name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cells<'a> {
    header: &'a [String],
    cells: &'a [String],
}

impl<'a> Cells<'a> {
    /// What stands in a column, without the space around it; empty where there is no such column.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let place = self.header.iter().position(|name| named(name) == column);
        place.and_then(|place| self.cells.get(place)).map_or("", |cell| cell.trim())
    }
}

impl Sheet {
    /// Reads a file. `required` columns must be there, `optional` ones may; others are noted and ignored.
    ///
    /// # Errors
    /// It cannot be read, has no header, or lacks a required column: the sentence names it.
    pub(crate) fn read(file: &Path, required: &[&str], optional: &[&str]) -> Result<Self, Failure> {
        let wrong = |what: String| Failure::new(format!("{} {what}.", file.display()));
        let data = std::fs::read(file).map_err(|error| wrong(format!("could not be read: {error}")))?;
        if data.starts_with(b"\xff\xfe") || data.starts_with(b"\xfe\xff") {
            return Err(wrong("is UTF-16; please save it as UTF-8".to_owned()));
        }
        let mut records = Records::of(&data);
        let first = records.next().ok_or_else(|| wrong("is empty: not even a header is there".to_owned()))?;
        if let Some(why) = first.wrong {
            return Err(wrong(format!("has a header that cannot be read: {why}")));
        }
        let header = first.cells;
        for column in required {
            if !header.iter().any(|name| named(name) == **column) {
                return Err(wrong(format!("lacks the column \"{column}\"")));
            }
        }
        let known = |name: &str| required.contains(&name) || optional.contains(&name);
        for (place, name) in header.iter().enumerate() {
            if known(&named(name)) && header[..place].iter().any(|before| named(before) == named(name)) {
                return Err(wrong(format!("has the column \"{}\" twice", named(name))));
            }
        }
        let unknown = header.iter().filter(|name| !known(&named(name)) && !name.trim().is_empty()).cloned().collect();
        let width = header.len();
        let rows = records.map(|record| {
            let found = record.cells.len();
            let ragged = (found != width).then(|| format!("the row has {found} cells, the header {width}"));
            Row { line: record.line, cells: record.cells, wrong: record.wrong.map(str::to_owned).or(ragged) }
        });
        let rows = rows.collect();
        Ok(Self { header, rows, unknown })
    }

    /// A row with its columns by name.
    pub(crate) fn cells<'a>(&'a self, row: &'a Row) -> Cells<'a> {
        Cells { header: &self.header, cells: &row.cells }
    }
}

/// A column name without the space and the capitals that people put into headers.
fn named(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}
