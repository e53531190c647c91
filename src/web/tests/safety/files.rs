//! Trap 10: no cell of a file is taken for a formula.

use crate::browser::Browser;
use crate::journey::SERVICE;
use crate::server::{Server, change, copy_of_the_city};

const FORMULAS: [&str; 4] = ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)"];

#[test]
fn no_cell_begins_a_formula() {
    let folder = copy_of_the_city();
    let slugs = [SERVICE, "medical-premium", "property-fee"];
    for (slug, formula) in slugs.into_iter().zip(FORMULAS) {
        let names = format!("name_zh = '{formula}', name_en = '{formula}'");
        change(folder.path(), &format!("UPDATE services SET {names} WHERE slug = '{slug}'"));
    }
    // Slugs may begin with a hyphen.
    change(folder.path(), "UPDATE services SET slug = '-1', name_zh = '@SUM(1)' WHERE slug = 'property-fee'");
    let server = Server::over(folder, &[]);
    let mut guest = Browser::new(&server);
    let mut official = Browser::at_work(&server, "official");
    let mut seen = 0;
    for file in [guest.get("/results.csv"), official.get("/insight.csv"), official.get("/insight.csv?period=90d")] {
        assert_eq!(file.status, 200);
        assert!(file.header("content-type").starts_with("text/csv"));
        assert!(file.header("content-disposition").starts_with("attachment"));
        let text = file.body.strip_prefix('\u{feff}').unwrap();
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for row in rows.records() {
            for cell in &row.unwrap() {
                let is_number = cell.parse::<f64>().is_ok();
                assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                seen += usize::from(cell.starts_with('\''));
            }
        }
    }
    assert!(seen >= 12, "{seen} cells would have been formulas");
    let book = official.get("/insight.xlsx");
    assert_eq!(book.status, 200);
    assert!(book.header("content-disposition").starts_with("attachment"));
}

#[test]
fn a_rejected_row_is_no_formula_either() {
    let folder = copy_of_the_city();
    let file = folder.path().join("more.csv");
    let rows = "id,body,kind\n1,=cmd|' /C calc'!A0,nonsense\n2,\"@SUM(1)\",nonsense\n";
    std::fs::write(&file, rows).unwrap();
    let mut import = crate::server::command(folder.path());
    let done = import.args(["import", "needs"]).arg(&file).output().unwrap();
    let rejected = std::fs::read_to_string(folder.path().join("more.rejected.csv"));
    let rejected = rejected.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr)));
    let mut cells = 0;
    for row in csv::Reader::from_reader(rejected.as_bytes()).records() {
        for cell in &row.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{rejected}");
            cells += 1;
        }
    }
    assert!(cells >= 4, "{rejected}");
}
