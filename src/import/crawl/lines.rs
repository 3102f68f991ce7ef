//! Cuts the text into lines and says of each what it can be by its form alone. Neighbours are not looked at.

use super::caption::{self, Label};
use super::description::{self, Description};
use super::header::{self, Header};
use super::stamp::{self, Stamp};
use super::{address, keywords, publisher, sizes};
use crate::article::{Language, Publisher};

/// In characters: a longer line that begins with `©` has the text glued to it.
const LONGEST_NOTICE: usize = 300;

/// A line that is not blank, with its number in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// From 1.
    pub(super) number: usize,
    pub(super) text: &'a str,
    pub(super) kind: LineKind,
}

/// What a line is by its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LineKind {
    Stamp(Stamp),
    XPath,
    Image,
    Page,
    Publisher(Publisher),
    Year,
    Locale(Language),
    Sizes(Vec<(u32, u32)>),
    Keywords(Vec<String>),
    Label(Label),
    /// Begins with `©`.
    Notice,
    Description(Description),
    Text,
}

impl Line<'_> {
    /// `line 12`.
    pub(super) fn place(&self) -> String {
        format!("line {}", self.number)
    }

    /// Whether it is words, of whatever use: headline, tag, sentence, list.
    pub(super) fn is_words(&self) -> bool {
        matches!(
            self.kind,
            LineKind::Text | LineKind::Keywords(_) | LineKind::Description(_) | LineKind::Year
        )
    }
}

/// The first line, and all others that are not blank. What follows date and address in the first line is a line too.
pub(super) fn read(text: &str) -> (Header<'_>, Vec<Line<'_>>) {
    let mut header = None;
    let mut lines = Vec::new();
    for (index, text) in text.lines().enumerate() {
        let mut text = text.trim();
        if text.is_empty() {
            continue;
        }
        if header.is_none() {
            let found = header::read(text);
            text = found.as_ref().map_or(text, |header| header.rest);
            header = Some(found.unwrap_or_default());
        }
        lines.extend(addresses_apart(text).map(|text| Line {
            number: index + 1,
            text,
            kind: classify(text),
        }));
    }
    (header.unwrap_or_default(), lines)
}

/// Several addresses in a line are a line each.
fn addresses_apart(text: &str) -> impl Iterator<Item = &str> {
    let apart = !text.is_empty() && text.split_whitespace().all(address::is_address);
    let whole = (!apart && !text.is_empty()).then_some(text);
    whole.into_iter().chain(text.split_whitespace().filter(move |_| apart))
}

fn classify(text: &str) -> LineKind {
    if address::is_address(text) {
        return if address::is_picture(text) { LineKind::Image } else { LineKind::Page };
    }
    if text.starts_with("/html/") {
        return LineKind::XPath;
    }
    if text.starts_with('©') && text.chars().nth(LONGEST_NOTICE).is_none() {
        return LineKind::Notice;
    }
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return LineKind::Year;
    }
    None.or_else(|| stamp::read(text).map(LineKind::Stamp))
        .or_else(|| publisher::read(text).map(LineKind::Publisher))
        .or_else(|| locale(text).map(LineKind::Locale))
        .or_else(|| sizes::read(text).map(LineKind::Sizes))
        .or_else(|| caption::label(text).map(LineKind::Label))
        .or_else(|| description::read(text).map(LineKind::Description))
        .or_else(|| keywords::read(text).map(LineKind::Keywords))
        .unwrap_or(LineKind::Text)
}

/// `en_EN`, `es_ES`: the form of a page's metadata.
fn locale(text: &str) -> Option<Language> {
    let (language, region) = text.split_once('_')?;
    let fits = (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && region.len() == 2
        && region.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then(|| Language::parse(text)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_the_first_line_is_a_line() {
        let (header, lines) = read("\n date 2026-02-27 Counter@Example.org\n\nOld mill\n");
        assert!(header.found);
        let texts: Vec<_> = lines.iter().map(|line| (line.number, line.text)).collect();
        assert_eq!(texts, [(2, "Counter@Example.org"), (4, "Old mill")]);
        let (header, lines) = read("Old mill");
        assert!(!header.found && lines.len() == 1);
    }

    #[test]
    fn each_kind_is_known_by_its_form() {
        use LineKind as K;
        let kind = |text: &str| read(&format!("date 2026-02\n{text}")).1.remove(0).kind;
        assert!(matches!(kind("2023-06-06T11:43+0000"), K::Stamp(_)));
        assert!(matches!(kind("/html/head/meta[@name='og:title']/@content"), K::XPath));
        assert!(matches!(kind("https://example.org/a.jpg"), K::Image));
        assert!(matches!(kind("https://example.org/a https://example.org/b"), K::Page));
        assert!(matches!(kind("Wire desk@example.org +10005550100 Trust 252 60"), K::Publisher(_)));
        assert!(matches!(kind("2023"), K::Year));
        assert!(matches!(kind("en_EN"), K::Locale(_)));
        assert!(matches!(kind("19201080true"), K::Sizes(_)));
        assert!(matches!(kind("mills, dams, flour"), K::Keywords(_)));
        assert!(matches!(kind("Wheel - Wire, 1920, 27.02.2026"), K::Label(_)));
        assert!(matches!(kind("© Photo : Ann Moss"), K::Notice));
        assert!(matches!(kind("It turned... Wire, 27.02.2026"), K::Description(_)));
        assert!(matches!(kind("world"), K::Text));
    }
}
