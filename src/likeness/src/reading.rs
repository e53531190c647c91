//! Reading a text: one spelling, lower case, and only what carries meaning.

use unicode_normalization::UnicodeNormalization;

/// The unbroken runs of letters, digits and Chinese characters of a text, in NFKC and lower case. Punctuation and
/// blanks part the runs and are dropped.
pub(crate) fn runs(text: &str) -> Vec<Vec<char>> {
    let mut runs = vec![Vec::new()];
    for sign in text.nfkc().flat_map(char::to_lowercase) {
        if !sign.is_alphanumeric() {
            runs.push(Vec::new());
        } else if let Some(run) = runs.last_mut() {
            run.push(sign);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Is this a character of a script written without blanks between words (Chinese, Japanese, Korean)?
pub(crate) fn is_cjk(sign: char) -> bool {
    matches!(u32::from(sign),
        0x3005..=0x3007 // 々 〆 〇
        | 0x3040..=0x30FF | 0x31F0..=0x31FF // kana
        | 0x3100..=0x312F | 0x31A0..=0x31BF // bopomofo
        | 0x1100..=0x11FF | 0xAC00..=0xD7AF // hangul
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF // Han
        | 0x2_0000..=0x3_FFFF) // Han, the rare ones
}
