//! A text of a feed, which may be plain, escaped markup, markup, or in base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::article::html::fold;
use crate::import::draft::plain;
use crate::import::xml::Element;

/// A text as the feed means it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text {
    /// Nothing in it is markup.
    Plain(String),
    Html(String),
}

impl Text {
    /// Reads an element. RSS doesn't say what its texts are, and means HTML; Atom 1.0 says it by `type`, Atom 0.3 by
    /// `type` and `mode`. `None` if there is nothing in it, or what is in it is no text.
    pub(super) fn of(element: &Element) -> Option<Self> {
        let kind = element.attribute("type").unwrap_or_default().to_ascii_lowercase();
        let mode = element.attribute("mode").unwrap_or_default();
        let is_text =
            kind.is_empty() || kind == "html" || kind == "xhtml" || matches!(kind.as_str(), "text" | "plain");
        let is_text =
            is_text || kind.starts_with("text/") || kind.ends_with("/xml") || kind.ends_with("+xml");
        let raw = element.text();
        let found = if mode == "base64" || !is_text {
            let compact: String = raw.split_whitespace().collect();
            let text = String::from_utf8(STANDARD.decode(compact).ok()?).ok()?;
            let is_markup =
                kind.contains("html") || text.trim_start().starts_with('<') || text.contains("</");
            if is_markup { Self::Html(text) } else { Self::Plain(text) }
        } else if element.has_children() {
            Self::Html(element.inner_html())
        } else if matches!(kind.as_str(), "text" | "plain") || (kind == "text/plain" && mode != "escaped") {
            Self::Plain(raw)
        } else {
            Self::Html(raw)
        };
        let (Self::Plain(text) | Self::Html(text)) = &found;
        (!text.trim().is_empty()).then_some(found)
    }

    /// As one line.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Plain(text) => fold(text),
            Self::Html(html) => plain(html),
        }
    }
}

/// The text of the first of `names` that says something, as one line.
pub(super) fn line(element: &Element, names: &[&str]) -> Option<String> {
    let all = names.iter().flat_map(|name| element.all(name));
    all.filter_map(Text::of).map(|text| text.line()).find(|text| !text.is_empty())
}
