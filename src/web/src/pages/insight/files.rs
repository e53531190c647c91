//! The ranking as files, for officials: `/insight.csv` and `/insight.xlsx`.

use super::ranking::READERS;
use super::sheet::{self, COLUMNS, Cell, Reader};
use super::{choose, names};
use crate::problem::{Shown, Trouble};
use crate::texts::Lang;
use crate::times;
use crate::visit::Visit;
use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::insight::{Board, Period};
use domain::places::Catalogue;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use std::collections::HashMap;
use std::sync::Arc;
use words::china_day;

/// What a CSV file is called.
pub(crate) const CSV: &str = "text/csv; charset=utf-8";
/// What a workbook is called.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Staff figures stay with the person who asked.
const NOT_KEPT: &str = "private, no-store";

/// The ranking as CSV.
pub(crate) async fn csv(v: Visit, Query(asked): Query<HashMap<String, String>>) -> Shown {
    let board = board(&v, &asked).await?;
    let name = format!("minsheng-insight-{}.csv", board.period);
    Ok(attachment(sheet::csv(&board, Reader::Staff)?, CSV, &name, NOT_KEPT))
}

/// The same as a workbook, with a second sheet that says what every column means.
pub(crate) async fn xlsx(v: Visit, Query(asked): Query<HashMap<String, String>>) -> Shown {
    let board = board(&v, &asked).await?;
    let name = format!("minsheng-insight-{}.xlsx", board.period);
    let book = workbook(&v, &board).map_err(domain::Error::internal)?;
    Ok(attachment(book, XLSX, &name, NOT_KEPT))
}

async fn board(v: &Visit, asked: &HashMap<String, String>) -> Result<Arc<Board>, Trouble> {
    v.at_work(&READERS)?;
    let store = &v.app.store;
    let period = choose::asked(asked.get("period"), china_day(store.clock().now()))?.unwrap_or(Period::Rolling);
    let catalogue = Catalogue::of(store).await?;
    Ok(Board::of(store, &catalogue, period).await?)
}

/// A file to be saved.
pub(crate) fn attachment(bytes: Vec<u8>, kind: &'static str, name: &str, kept: &'static str) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, kept)];
    (headers, [(header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

fn workbook(v: &Visit, board: &Board) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let six = Format::new().set_num_format("0.000000");
    let data = book.add_worksheet().set_name("data")?;
    for (column, (name, _)) in (0..).zip(COLUMNS) {
        data.write_string_with_format(0, column, name, &bold)?;
    }
    for (row, cells) in (1..).zip(sheet::rows(board, Reader::Staff)) {
        for (column, cell) in (0..).zip(cells) {
            write(data, (row, column), &cell, &six)?;
        }
    }
    data.set_column_width(1, 24)?.set_freeze_panes(1, 2)?;
    meaning(v, board, book.add_worksheet().set_name("definitions")?, &bold)?;
    book.save_to_buffer()
}

fn write(data: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, six: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            data.write_string(row, column, text)?;
        }
        Cell::Whole(n) => {
            data.write_number(row, column, *n as f64)?;
        }
        Cell::Fraction(value) => {
            data.write_number_with_format(row, column, (value * 1e6).round() / 1e6, six)?;
        }
    }
    Ok(())
}

/// What every column means, in both languages, and from when the figures are.
fn meaning(v: &Visit, board: &Board, page: &mut Worksheet, bold: &Format) -> Result<(), XlsxError> {
    let when = times::machine(board.counted_at);
    page.write_string(0, 0, names::period_name(v, board.period))?;
    page.write_string(0, 1, when)?;
    page.write_string(0, 2, format!("formula {}", measure::FORMULA))?;
    for (row, (name, key)) in (2..).zip(COLUMNS) {
        page.write_string_with_format(row, 0, name, bold)?;
        page.write_string(row, 1, v.app.texts.get(Lang::Zh, key, &[]))?;
        page.write_string(row, 2, v.app.texts.get(Lang::En, key, &[]))?;
    }
    page.set_column_width(0, 18)?.set_column_width(1, 60)?.set_column_width(2, 60)?;
    Ok(())
}
