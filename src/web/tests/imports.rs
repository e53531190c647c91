//! Imports as a person meets them: the binary, a file, and what is beside the file afterwards.
#![expect(clippy::unwrap_used, reason = "a test that cannot prepare its desk has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        assert!(desk.run(&["migrate"]).status.success());
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run_in(&self, database: &str, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_minsheng"))
            .args(words)
            .env("MINSHENG_DATABASE_URL", format!("sqlite://{}", self.path(database).display()))
            .env("MINSHENG_DATA_DIR", self.folder.path())
            .env_remove("MINSHENG_SECRET")
            .output()
            .unwrap()
    }

    fn run(&self, words: &[&str]) -> Output {
        self.run_in("city.db", words)
    }

    fn import(&self, what: &str, name: &str, data: impl AsRef<[u8]>) -> (Option<i32>, String) {
        fs::write(self.path(name), data).unwrap();
        self.import_from(what, &self.path(name))
    }

    fn import_from(&self, what: &str, file: &Path) -> (Option<i32>, String) {
        let output = self.run(&["import", what, file.to_str().unwrap()]);
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    }

    /// Line and reason of every rejected row.
    fn rejected(&self, name: &str) -> Vec<(u64, String)> {
        let mut reader = csv::Reader::from_path(self.path(name)).unwrap();
        let rows = reader.records().map(|row| row.unwrap());
        rows.map(|row| (row[0].parse().unwrap(), row[1].to_owned())).collect()
    }
}

fn shared(name: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !file.is_file() {
        eprintln!("skipped: {} is not here", file.display());
        return None;
    }
    Some(file)
}

/// A copy to import from, since what is rejected is written beside the file.
fn copied(desk: &Desk, file: &Path) -> PathBuf {
    let copy = desk.path(file.file_name().unwrap().to_str().unwrap());
    fs::copy(file, &copy).unwrap();
    copy
}

#[test]
fn every_real_petition_comes_in_once() {
    let Some(file) = shared("petitions.csv") else {
        return;
    };
    let desk = Desk::new();
    let file = copied(&desk, &file);
    let (code, said) = desk.import_from("needs", &file);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("1970 needs imported, 0 there already"), "{said}");
    assert!(!desk.path("petitions.rejected.csv").exists());
    assert!(said.contains("opposes"), "{said}");
    let (code, said) = desk.import_from("needs", &file);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("0 needs imported, 1970 there already"), "{said}");
}

#[test]
fn published_tallies_come_in_and_agree_with_a_recount() {
    let Some(file) = shared("satisfaction_complete_the_deputy_report.csv") else {
        return;
    };
    let desk = Desk::new();
    let file = copied(&desk, &file);
    for _ in 0..2 {
        let (code, said) = desk.import_from("tallies", &file);
        assert_eq!(code, Some(0), "{said}");
    }
    let verified = desk.run(&["verify"]);
    let said = String::from_utf8(verified.stdout).unwrap();
    let counted: u64 = said.split_whitespace().filter_map(|word| word.parse().ok()).next_back().unwrap();
    let mut reader = csv::Reader::from_path(&file).unwrap();
    let count = |row: csv::StringRecord| (2..7).map(|n| row[n].parse::<u64>().unwrap()).sum::<u64>();
    assert_eq!(counted, reader.records().map(|row| count(row.unwrap())).sum::<u64>());
}

#[test]
fn a_bad_row_costs_itself_and_is_named_by_its_line() {
    let desk = Desk::new();
    let long = "长".repeat(10_001);
    let huge = "x".repeat(1_000_000);
    let file = format!(
        "\u{feff}id,body,kind,created,supports\r\n\
         1,\"楼道灯坏了\r\n两层都不亮\",difficult,2026-09-28T10:24:00+08:00,3\r\n\
         \r\n\
         2,,urgent,,\r\n\
         3,太吵,hopeless,,\r\n\
         4,太吵,,yesterday,\r\n\
         5,太吵,,,-1\r\n\
         6,太吵\r\n\
         7,太吵,,,,,\r\n\
         8,{long},,,\r\n\
         9,{huge},,,\r\n\
         10,\"没有关上的引号,,,\r\n\
         11,最后一行,盼,,\r\n"
    );
    let (code, said) = desk.import("needs", "mixed.csv", &file);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("2 needs imported") && said.contains("9 rows rejected"), "{said}");
    let rejected = desk.rejected("mixed.rejected.csv");
    let lines: Vec<u64> = rejected.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [5, 6, 7, 8, 9, 10, 11, 12, 13]);
    for ((_, reason), word) in
        rejected.iter().zip(["body", "kind", "created", "supports", "cells", "cells", "body", "body", "mark"])
    {
        assert!(reason.contains(word), "{reason} should speak of {word}");
    }
    let kept = fs::read_to_string(desk.path("mixed.rejected.csv")).unwrap();
    assert!(kept.contains(&huge) && kept.contains(&long), "nothing is lost");
    let (code, said) = desk.import("needs", "mixed.csv", &file);
    assert_eq!(code, Some(0));
    assert!(said.contains("0 needs imported, 2 there already"), "{said}");
}

#[test]
fn formulas_in_a_rejected_row_are_harmless() {
    let desk = Desk::new();
    let (code, _) = desk.import("needs", "f.csv", "id,body,=title\n=1+1,,@x\n-2,,+3\n\"\t4\",,\"\r5\"\n6,真的诉求,\n");
    assert_eq!(code, Some(0));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(desk.path("f.rejected.csv")).unwrap();
    for row in reader.records().map(|row| row.unwrap()) {
        for cell in &row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} would run");
        }
    }
}

#[test]
fn a_file_without_anything_to_import_fails_with_one_sentence() {
    let desk = Desk::new();
    let cases: [(&str, &[u8], &str); 7] = [
        ("empty", b"", "empty"),
        ("header", b"id,body\n", "no rows"),
        ("column", b"id,text\n1,x\n", "\"body\""),
        ("twice", b"body,body\nx,y\n", "\"body\" twice"),
        ("utf16", b"\xff\xfeb\0o\0d\0y\0", "UTF-16"),
        ("gbk", b"id,body\n1,\xb5\xe7\xcc\xdd\xbb\xb5\xc1\xcb\n", "rejected"),
        ("semicolons", b"id;body\n1;x\n", "\"body\""),
    ];
    for (name, data, word) in cases {
        let (code, said) = desk.import("needs", &format!("{name}.csv"), data);
        assert_eq!(code, Some(1), "{name}: {said}");
        assert!(said.contains(word) && said.trim().lines().count() == 1, "{name}: {said}");
    }
    assert!(desk.rejected("gbk.rejected.csv")[0].1.contains("UTF-8"));
    let (code, said) = desk.import_from("needs", &desk.path("nowhere.csv"));
    assert_eq!(code, Some(1));
    assert!(said.contains("nowhere.csv"), "{said}");
}

#[test]
fn tallies_that_cannot_all_be_right_are_refused() {
    let desk = Desk::new();
    let file = "service,month,n1,n2,n3,n4,n5,invited,transactions\n\
                parks,2026-01,1,2,3,4,5,20,30\n\
                parks,2026-02,1,2,3,4,5,10,30\n\
                parks,2026-03,1,2,3,4,5,30,20\n\
                parks,2026-04,1,2,3,4,,,\n\
                parks,2026-13,1,2,3,4,5,,\n\
                Parks!,2026-05,1,2,3,4,5,,\n\
                parks,2026-01,9,9,9,9,9,,\n\
                parks,2026-06,1,2,3,4,-5,,\n";
    let (code, said) = desk.import("tallies", "t.csv", file);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("1 month imported") && said.contains("parks is a new service"), "{said}");
    assert_eq!(desk.rejected("t.rejected.csv").len(), 7);
    assert!(desk.run(&["verify"]).status.success());
}

#[test]
fn one_voice_per_rater_and_the_newest_wins_however_often_the_file_comes() {
    let desk = Desk::new();
    let tally = "service,month,n1,n2,n3,n4,n5\nparks,2026-01,0,0,0,0,0\n";
    assert_eq!(desk.import("tallies", "t.csv", tally).0, Some(0));
    let file = "service,level,created,rater,outcome,reasons,text\n\
                parks,1,2026-02-02T10:00:00+08:00,ann,,too-slow;errors,等太久\n\
                parks,5,2026-02-03T10:00:00+08:00,ann,,fast,\n\
                parks,2,2026-02-01T10:00:00+08:00,ann,,,\n\
                parks,,2026-02-01T10:00:00+08:00,ben,failed,,\n\
                parks,,2026-02-01T10:00:00+08:00,cem,,,\n\
                parks,6,2026-02-01T10:00:00+08:00,dan,,,\n\
                nowhere,4,2026-02-01T10:00:00+08:00,eve,,,\n\
                parks,4,2026-02-01T10:00:00+08:00,,,,\n\
                parks,4,2026-02-01T10:00:00+08:00,fay,,nonsense,\n";
    let (code, said) = desk.import("ratings", "r.csv", file);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("4 ratings imported") && said.contains("5 rows rejected"), "{said}");
    let (code, said) = desk.import("ratings", "r.csv", file);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("0 ratings imported, 4 there already"), "{said}");
    let verified = String::from_utf8(desk.run(&["verify"]).stdout).unwrap();
    assert!(verified.contains("agree with 2 ratings"), "{verified}");
    let recounted = String::from_utf8(desk.run(&["recount"]).stdout).unwrap();
    assert!(recounted.contains("the tallies agree"), "{recounted}");
}

#[test]
fn a_backup_is_restored_into_an_empty_database_and_only_as_it_was_written() {
    let desk = Desk::new();
    assert_eq!(desk.import("needs", "n.csv", "id,body\n1,楼道灯坏了\n").0, Some(0));
    let archive = desk.path("city.backup");
    let archive = archive.to_str().unwrap();
    assert!(desk.run(&["backup", archive]).status.success());
    assert!(!desk.run(&["backup", archive]).status.success(), "a backup writes over nothing");
    assert!(!desk.run(&["restore", archive]).status.success(), "the database holds something");
    assert!(desk.run_in("new.db", &["restore", archive]).status.success());
    let again = desk.run_in("new.db", &["import", "needs", desk.path("n.csv").to_str().unwrap()]);
    assert!(String::from_utf8(again.stdout).unwrap().contains("0 needs imported, 1 there already"));
    let mut data = fs::read(archive).unwrap();
    let middle = data.len() / 2;
    data[middle] ^= 1;
    fs::write(archive, data).unwrap();
    assert!(!desk.run_in("other.db", &["restore", archive]).status.success(), "it was altered");
    assert!(!desk.path("other.db").exists());
}
