//! The rows that could not be imported, in a file beside the one they came from, to be mended and imported again.

use super::sheet::Sheet;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Why rows were not imported, by their lines.
pub(crate) type Reasons = BTreeMap<u64, String>;

/// `needs.csv` becomes `needs.rejected.csv`, in the same folder.
pub(crate) fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = match name.len().checked_sub(4).filter(|at| name.is_char_boundary(*at)) {
        Some(at) if name[at..].eq_ignore_ascii_case(".csv") => &name[..at],
        _ => &name,
    };
    file.with_file_name(format!("{stem}.rejected.csv"))
}

/// Writes the rejected rows with `line` and `reason` before their own cells; every row gets the same width. Takes
/// away what an earlier import left there when nothing is rejected any more.
///
/// # Errors
/// The file cannot be written.
pub(crate) fn write(file: &Path, sheet: &Sheet, reasons: &Reasons) -> std::io::Result<()> {
    if reasons.is_empty() {
        return match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let rows = || sheet.rows.iter().filter_map(|row| Some((row, reasons.get(&row.line)?)));
    let width = rows().map(|(row, _)| row.cells.len()).fold(sheet.header.len(), usize::max);
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut put = |line: &str, reason: &str, cells: &[String], rest: &dyn Fn(usize) -> String| {
        let missing = (cells.len()..width).map(rest);
        let cells = cells.iter().map(|cell| harmless(cell).into_owned()).chain(missing);
        out.write_record([line.to_owned(), reason.to_owned()].into_iter().chain(cells))
    };
    put("line", "reason", &sheet.header, &|place| format!("cell_{}", place + 1))?;
    for (row, reason) in rows() {
        put(&row.line.to_string(), &harmless(reason), &row.cells, &|_| String::new())?;
    }
    let data = out.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let mut file = std::fs::File::create(file)?;
    file.write_all(&data)?;
    file.sync_all()
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_lies_beside_its_file() {
        assert_eq!(beside(Path::new("/in/needs.csv")), Path::new("/in/needs.rejected.csv"));
        assert_eq!(beside(Path::new("诉求.CSV")), Path::new("诉求.rejected.csv"));
        assert_eq!(beside(Path::new("求")), Path::new("求.rejected.csv"));
    }

    #[test]
    fn formulas_are_made_harmless() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("3号楼=三号楼"), "3号楼=三号楼");
    }
}
