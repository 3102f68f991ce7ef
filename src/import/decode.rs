//! From the bytes of a file to clean text. Knows nothing of what the text says.

use std::borrow::Cow;

use super::content::Text;
use crate::article::{Problem, ProblemCode, Rejection};

/// Text without a byte order mark, and what was lost on the way to it.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub(super) text: Text<'a>,
    pub(super) problems: Vec<Problem>,
}

/// Reads UTF-8, or UTF-16 that begins with a byte order mark. Refuses what is empty, binary, or mostly not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Rejection> {
    if bytes.is_empty() {
        return Err(Rejection::new("the file is empty", "export it again, or leave it out"));
    }
    let mut problems = Vec::new();
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, &mut problems)?,
        _ => utf8(bytes, &mut problems)?,
    };
    if text.contains('\0') {
        return Err(binary());
    }
    Ok(Decoded { text, problems })
}

pub(super) fn no_text() -> Rejection {
    Rejection::new(
        "there is no text in the file",
        "check that the page was saved with its text, or leave it out",
    )
}

/// The beginning of a source as text, whatever it holds, without what is not seen at its beginning.
pub(super) fn lossy(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn utf8<'a>(bytes: &'a [u8], problems: &mut Vec<Problem>) -> Result<Text<'a>, Rejection> {
    if bytes.contains(&0) {
        return Err(binary());
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let text = String::from_utf8_lossy(bytes);
    let lost = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    if lost * 10 > text.chars().count() {
        return Err(Rejection::new("the file is not UTF-8 text", "save it with the encoding UTF-8"));
    }
    let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
    problems.push(Problem::new(
        ProblemCode::Unreadable,
        format!("line {line}"),
        format!("{lost} characters that are not UTF-8 were replaced by '\u{fffd}'"),
    ));
    Ok(text)
}

fn binary() -> Rejection {
    Rejection::new(
        "the file is binary, not text",
        "leave it out; pictures are named by articles, not imported",
    )
}

/// With `\n` as the only line end and no characters that can't be seen, save spaces, joiners and direction marks.
pub(super) fn clean(text: &str) -> String {
    let is_plain = |byte: u8| byte == b'\n' || (b' '..=b'~').contains(&byte);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let (plain, other) =
            rest.split_at(rest.bytes().position(|byte| !is_plain(byte)).unwrap_or(rest.len()));
        out.push_str(plain);
        let mut chars = other.chars();
        let Some(c) = chars.next() else { return out };
        rest = chars.as_str();
        match c {
            '\r' => {
                rest = rest.strip_prefix('\n').unwrap_or(rest);
                out.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            // Byte order mark, zero-width space, word joiner, soft hyphen.
            '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{ad}' => {}
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let content = crate::import::Content::new(bytes);
        content.plain_text().map(str::to_owned).unwrap_or_else(|rejection| rejection.reason)
    }

    #[test]
    fn line_ends_marks_and_encodings_are_levelled() {
        assert_eq!(text(b"\xef\xbb\xbfa\r\nb\rc"), "a\nb\nc");
        assert_eq!(text("a\u{200b}b\u{ad}c\u{2028}d\te\u{7}".as_bytes()), "abc\nd e");
        assert_eq!(text(b"\xff\xfea\0b\0"), "ab");
        assert_eq!(text(b"\xfe\xff\0a\0b\0"), "ab");
        assert_eq!(text("می\u{200c}روم".as_bytes()), "می\u{200c}روم");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(text(b""), "the file is empty");
        assert_eq!(text(b"\x89PNG\0\0"), "the file is binary, not text");
        assert_eq!(text(b"\xcf\xf0\xe8\xe2\xe5\xf2"), "the file is not UTF-8 text");
        assert_eq!(text("\u{feff} \r\n\u{200b}".as_bytes()), "there is no text in the file");
    }

    #[test]
    fn a_few_bad_bytes_are_replaced_and_told() {
        let decoded =
            decode(b"first line\nsecond caf\xe9 and then some").unwrap_or_else(|_| panic!("refused"));
        assert_eq!(decoded.text, "first line\nsecond caf\u{fffd} and then some");
        assert_eq!(decoded.problems[0].place, "line 2");
    }
}
