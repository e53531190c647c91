//! The records of a CSV file with the physical line each begins on. A quotation mark that somebody forgot to close
//! costs its own line and no other.

/// One record as it stands in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// The physical line it begins on; the first line of the file is 1.
    pub(super) line: u64,
    /// Its cells; bytes that are no UTF-8 are shown as `\u{fffd}`.
    pub(super) cells: Vec<String>,
    /// Why it cannot be read, if so.
    pub(super) wrong: Option<&'static str>,
}

/// Walks over the records of a file, leaving out empty lines.
pub(super) struct Records<'a> {
    data: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Records<'a> {
    /// From the beginning, after the byte order mark that spreadsheets like to put there.
    pub(super) fn of(data: &'a [u8]) -> Self {
        Self { data: data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data), at: 0, line: 1 }
    }

    /// Steps over some bytes, counting the lines that end in them: LF, CRLF or a lone CR.
    fn step_to(&mut self, end: usize) {
        for i in self.at..end {
            let lone = self.data[i] == b'\r' && self.data.get(i + 1) != Some(&b'\n');
            self.line += u64::from(self.data[i] == b'\n' || lone);
        }
        self.at = end;
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let rest = &self.data[self.at..];
        let empty = rest.iter().take_while(|byte| ends_line(**byte)).count();
        self.step_to(self.at + empty);
        let (line, rest) = (self.line, &self.data[self.at..]);
        if rest.is_empty() {
            return None;
        }
        let (length, wrong) = match extent(rest) {
            Ok(length) => (length, None),
            Err(why) => (rest.iter().position(|byte| ends_line(*byte)).unwrap_or(rest.len()), Some(why)),
        };
        self.step_to(self.at + length);
        let raw = &rest[..length];
        let not_text = std::str::from_utf8(raw).err().map(|_| "the line is not UTF-8; save the file as UTF-8");
        Some(Record { line, cells: cells(raw), wrong: not_text.or(wrong) })
    }
}

fn ends_line(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

/// How many bytes a record has, without its line end.
fn extent(data: &[u8]) -> Result<usize, &'static str> {
    #[derive(Clone, Copy)]
    enum At {
        Start,
        Plain,
        Quoted,
        Closing,
    }
    let mut at = At::Start;
    for (i, byte) in data.iter().enumerate() {
        at = match (at, byte) {
            (At::Quoted, b'"') => At::Closing,
            (At::Start | At::Closing, b'"') | (At::Quoted, _) => At::Quoted,
            (_, b',') => At::Start,
            (_, b'\n' | b'\r') => return Ok(i),
            (At::Closing, _) => return Err("there is text after a closing quotation mark"),
            (At::Start | At::Plain, _) => At::Plain,
        };
    }
    if matches!(at, At::Quoted) { Err("a quotation mark is not closed") } else { Ok(data.len()) }
}

fn cells(raw: &[u8]) -> Vec<String> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).buffer_capacity(raw.len().max(64));
    let mut record = csv::ByteRecord::new();
    match builder.from_reader(raw).read_byte_record(&mut record) {
        Ok(true) => record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect(),
        Ok(false) | Err(_) => vec![String::from_utf8_lossy(raw).into_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, Vec<String>, bool)> {
        Records::of(text.as_bytes()).map(|r| (r.line, r.cells, r.wrong.is_some())).collect()
    }

    fn good(line: u64, cells: &[&str]) -> (u64, Vec<String>, bool) {
        (line, cells.iter().map(ToString::to_string).collect(), false)
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let text = "\u{feff}a,b\r\n\r\n\"x\r\ny\",2\n\n\n3,4\r5,6";
        assert_eq!(
            lines(text),
            [good(1, &["a", "b"]), good(3, &["x\r\ny", "2"]), good(7, &["3", "4"]), good(8, &["5", "6"])]
        );
    }

    #[test]
    fn a_forgotten_quotation_mark_costs_its_own_line_only() {
        let found = lines("a,b\n1,\"open\n2,\"said \"\"so\"\"\"\n3,fine\n");
        assert_eq!(
            found.iter().map(|r| (r.0, r.2)).collect::<Vec<_>>(),
            [(1, false), (2, true), (3, false), (4, false)]
        );
        assert_eq!(found[2].1, ["2", "said \"so\""]);
        let last = lines("a\nfine\n\"open\nfine\n");
        assert_eq!(last.iter().map(|r| r.2).collect::<Vec<_>>(), [false, false, true, false]);
    }

    #[test]
    fn what_is_no_utf8_is_said() {
        let found: Vec<Record> = Records::of(b"a\n\xb5\xe7\xcc\xdd\nfine").collect();
        assert!(found[1].wrong.is_some() && found[2].wrong.is_none());
    }
}
