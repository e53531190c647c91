//! On real petitions, where they are at hand: two common needs with dozens of messages are among them. Nothing of
//! their text is kept here.

use std::{fs, path::Path};

use likeness::{COMMON, Clusters, Index, near_copy};

/// Title and body of each petition; `None` where the file is not at hand.
fn petitions() -> Option<Vec<(String, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3)?;
    let text = fs::read_to_string(root.join("shared/data/petitions.csv")).ok()?;
    let rows = rows(&text).into_iter().skip(1);
    Some(rows.filter(|row| row.len() == 7).map(|mut row| (row.remove(3), row.remove(3))).collect())
}

/// Rows of a CSV file with quoted fields.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => field.extend(signs.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            _ => field.push(sign),
        }
    }
    rows
}

#[test]
fn real_petitions_gather_around_common_needs() {
    let Some(petitions) = petitions() else {
        eprintln!("skipped: ../shared/data/petitions.csv is not at hand");
        return;
    };
    assert_eq!(petitions.len(), 1970);
    let mut index = Index::new();
    for (key, (title, body)) in (0..).zip(&petitions) {
        index.insert(key, title, body).unwrap();
    }
    let mut clusters = Clusters::new();
    let mut copies = 0;
    for (key, (title, body)) in (0..).zip(&petitions) {
        clusters.place(&index.vector(title, body), COMMON);
        if key % 8 != 0 {
            continue;
        }
        let found = index.like(title, body, 3);
        assert!(found[0].1 > 1.0 - 1e-6);
        copies += usize::from(found.iter().any(|it| it.0 != key && near_copy(it.1)));
    }
    let mut sizes: Vec<u32> = (0..clusters.len()).map(|at| clusters.count(at)).collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    eprintln!("{} clusters, the largest {:?}, {copies} of every 8th with a near copy", sizes.len(), &sizes[..8]);
    assert!(sizes[1] >= 24, "two common needs: {sizes:?}");
    assert!(sizes[0] < 120, "not everything is one need: {sizes:?}");
    assert!((8..50).contains(&copies), "{copies} near copies");
}
