//! From bytes in whatever encoding to text, for formats that say in their markup how they are encoded.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far a page or a feed may go before it says how it is encoded.
const DECLARED_WITHIN: usize = 4096;

/// Text, and what had to be assumed on the way to it.
pub(super) struct Text<'a> {
    pub(super) text: Cow<'a, str>,
    /// For people.
    pub(super) note: Option<String>,
}

/// Reads `bytes` by their byte order mark; as UTF-8, if they are; by what they declare (`<?xml encoding="…"?>`,
/// `<meta charset="…">`); else as what they look like. UTF-8 goes before the declaration: pages that were saved or
/// passed on are often in UTF-8 and still declare what they had been.
pub(super) fn decode(bytes: &[u8]) -> Text<'_> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes, None);
    }
    let declared = declared(bytes);
    let switches_by_escape = bytes.contains(&0x1b) && declared.is_some();
    if !switches_by_escape && let Ok(text) = std::str::from_utf8(bytes) {
        return Text { text: Cow::Borrowed(text), note: None };
    }
    match declared {
        Some(encoding) => with(encoding, bytes, None),
        None => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            let encoding = detector.guess(None, Utf8Detection::Allow);
            let note = format!("it does not say how it is encoded; read as {}", encoding.name());
            with(encoding, bytes, Some(note))
        }
    }
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8], note: Option<String>) -> Text<'a> {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    let lost = || text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let name = encoding.name();
    let note = if had_errors {
        Some(format!("{} characters that are not {name} were replaced by '\u{fffd}'", lost()))
    } else {
        note
    };
    Text { text, note }
}

/// What the markup says. UTF-16 can't be true of markup that was read byte by byte, and stands for UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let xml = head.strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    let label = match xml.and_then(|declaration| value_after(declaration, "encoding")) {
        Some(label) => label,
        None => head
            .match_indices("<meta")
            .find_map(|(at, _)| value_after(head[at..].split('>').next().unwrap_or_default(), "charset"))?,
    };
    let is_wide = |encoding: &Encoding| encoding == UTF_16BE || encoding == UTF_16LE;
    Encoding::for_label(label.as_bytes()).map(|encoding| if is_wide(encoding) { UTF_8 } else { encoding })
}

/// The value behind `name`, `=` and perhaps a quotation mark.
fn value_after<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let at = text.find(name)? + name.len();
    let value = text[at..].trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_whitespace() || "\"';/>".contains(c)).unwrap_or(value.len());
    Some(&value[..end]).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_declarations_and_looks_are_followed_in_that_order() {
        let text = |bytes: &[u8]| decode(bytes).text.into_owned();
        assert_eq!(text(b"\xff\xfea\0\xe9\0"), "aé");
        assert_eq!(text("<meta charset=latin1>é".as_bytes()), "<meta charset=latin1>é");
        assert!(text(b"<meta charset='windows-1251'>\xcf\xf0").ends_with("Пр"));
        assert!(text(b"<?xml version='1.0' encoding='iso-8859-2'?><a>\xb9").ends_with('š'));
        assert!(text(b"<meta http-equiv=x content=\"text/html; charset=euc-jp\">\xc6\xfc").ends_with('日'));
        assert!(text(b"<meta charset=iso-2022-jp>\x1b$BF|\x1b(B").ends_with('日'));
        let guessed = decode(b"Pr\xe9fet et pr\xe9sident, \xe0 l'\xe9t\xe9 des ann\xe9es");
        assert!(guessed.text.contains("été") && guessed.note.is_some());
    }

    #[test]
    fn what_is_lost_is_told() {
        let decoded = decode(b"<meta charset=utf-8>a\xffb");
        assert!(decoded.text.ends_with("a\u{fffd}b"));
        assert!(decoded.note.is_some_and(|note| note.starts_with("1 characters")));
    }
}
