//! Bytes into text: byte order marks, UTF-16, UTF-8, and what Windows wrote before.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

use super::WorkbookRemark;
use super::error::WorkbookError;

/// The text, and what had to be assumed.
pub(crate) fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<WorkbookRemark>), WorkbookError> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[length..]);
        let remark = broken.then_some(WorkbookRemark::Truncated);
        return Ok((text, remark));
    }
    if let Some(encoding) = without_mark(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok((text, Some(WorkbookRemark::Encoding(encoding.name()))));
    }
    if bytes.contains(&0) {
        return Err(WorkbookError::NoTable { what: "binary" });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), None));
    }
    let declared = declared(bytes).filter(|encoding| *encoding != UTF_8);
    let encoding = declared.unwrap_or_else(|| guessed(bytes));
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let controls = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    if controls * 20 > text.len() {
        return Err(WorkbookError::NoTable { what: "binary" });
    }
    Ok((text, Some(WorkbookRemark::Encoding(encoding.name()))))
}

/// The text of a file in UTF-16, with its mark or without one; none for one in another encoding, or a broken one.
pub(crate) fn utf_16(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, length) = match Encoding::for_bom(bytes) {
        Some(of_mark) => of_mark,
        None => (without_mark(bytes)?, 0),
    };
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[length..]);
    (encoding != UTF_8 && !broken).then_some(text)
}

/// UTF-16 without a mark: half of the bytes of a table of digits are nothing, all on one side.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 4 {
        return None;
    }
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match (even, odd) {
        _ if odd * 10 > half * 6 && even * 10 < half => Some(UTF_16LE),
        _ if even * 10 > half * 6 && odd * 10 < half => Some(UTF_16BE),
        _ => None,
    }
}

/// What a page of the web says of itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let rest = head.split_once("charset=")?.1;
    let name: String = rest
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    Encoding::for_label(name.as_bytes())
}

/// Long runs of high bytes are words of another script; single ones are accents and dashes.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let runs = bytes
        .windows(3)
        .filter(|run| run.iter().all(|byte| *byte >= 0xC0))
        .count();
    if runs * 3 > high && runs > 2 {
        WINDOWS_1256
    } else {
        WINDOWS_1252
    }
}
