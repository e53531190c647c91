//! Personal numbers in a text: found, and hidden before anything is public.

/// What kind of personal number was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A telephone number.
    Phone,
    /// An identity card, with its check digit (GB 11643-1999, ISO 7064 MOD 11-2).
    IdCard,
    /// A bank card, by Luhn's check.
    BankCard,
    /// A number plate of a vehicle.
    Plate,
}

/// A stretch of the text, in bytes, and what it is.
pub type Stretch = (std::ops::Range<usize>, Found);

/// Finds personal numbers, in order of their place.
pub fn personal(text: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(len) = digits(rest) {
            let run = &rest[..len];
            if let Some(kind) = kind_of(run) {
                found.push((at..at + len, kind));
            }
            at += len;
        } else if let Some(len) = plate(rest) {
            found.push((at..at + len, Found::Plate));
            at += len;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The text with personal numbers hidden: the first three characters stay so that its author knows it again.
pub fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for (range, _) in personal(text) {
        masked.push_str(&text[from..range.start]);
        masked.extend(text[range.clone()].chars().take(3));
        masked.push_str("****");
        from = range.end;
    }
    masked.push_str(&text[from..]);
    masked
}

/// The title as everybody may read it. One that was cut from the text is cut anew from the masked text: a number that
/// the cut went through would not be known as one.
pub fn public_title(title: &str, body: &str) -> String {
    let cut = |text: &str| words::Body::imported(text).map(|body| body.title().as_str().to_owned());
    match (cut(body), cut(&mask(body))) {
        (Ok(plain), Ok(masked)) if plain == title => masked,
        _ => mask(title),
    }
}

/// The length in bytes of a run of digits, with the spaces and hyphens that people put between groups, and the X
/// that may end an identity card.
fn digits(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut n = 0;
    for (i, c) in text.char_indices() {
        match c {
            '0'..='9' => {
                n += 1;
                end = i + 1;
            }
            'x' | 'X' if n == 17 => {
                end = i + 1;
                break;
            }
            ' ' | '-' if n > 0 && i == end => {}
            _ => break,
        }
    }
    (n > 0).then_some(end)
}

fn kind_of(run: &str) -> Option<Found> {
    let plain: Vec<u8> = run.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let national = plain.strip_prefix(b"86").filter(|rest| rest.len() == 11).unwrap_or(&plain);
    match plain.len() {
        18 if id_card(&plain) => Some(Found::IdCard),
        16..=19 if luhn(&plain) => Some(Found::BankCard),
        _ if national.len() == 11 && national[0] == b'1' && (b'3'..=b'9').contains(&national[1]) => Some(Found::Phone),
        // A landline with its area code: 0xx-xxxxxxxx.
        10..=12 if plain[0] == b'0' && plain[1] != b'0' => Some(Found::Phone),
        _ => None,
    }
}

fn id_card(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    digits[..17].iter().all(u8::is_ascii_digit) && CHECKS[(sum % 11) as usize] == digits[17].to_ascii_uppercase()
}

fn luhn(digits: &[u8]) -> bool {
    if !digits.iter().all(u8::is_ascii_digit) || digits.iter().all(|d| *d == digits[0]) {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, d)| {
            let d = u32::from(d - b'0');
            if i % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The length in bytes of a mainland plate: province, letter, five or six letters and digits.
fn plate(text: &str) -> Option<usize> {
    const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    let mut chars = text.chars();
    let province = chars.next().filter(|c| PROVINCES.contains(*c))?;
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    let mut len = province.len_utf8() + letter.len_utf8();
    let mut chars = chars.peekable();
    if chars.peek() == Some(&'·') {
        len += '·'.len_utf8();
        chars.next();
    }
    let rest = chars.take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit()).take(6).count();
    (rest >= 5).then_some(len + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_hidden_and_others_stay() {
        assert_eq!(mask("电话138 0013 8000打不通"), "电话138****打不通");
        assert_eq!(mask("证号11010519491231002X，尽快"), "证号110****，尽快");
        assert_eq!(
            mask("卡号6222021234567890128"),
            if luhn(b"6222021234567890128") { "卡号622****" } else { "卡号6222021234567890128" }
        );
        assert_eq!(mask("车牌鄂A12345挡路"), "车牌鄂A1****挡路");
        assert_eq!(mask("3号楼2单元，2026-09-28 10:24，12345"), "3号楼2单元，2026-09-28 10:24，12345");
        assert_eq!(mask("座机027-87654321"), "座机027****");
    }

    #[test]
    fn a_wrong_check_digit_is_no_identity_card() {
        assert_eq!(personal("110105194912310021"), vec![]);
    }
}
