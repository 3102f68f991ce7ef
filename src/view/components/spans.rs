//! The spans of a text. Links are checked here once more: what is not `http`, `https` or `mailto` is only text.

use crate::article::Span;
use crate::view::element::{El, el};

/// `parent` with text, links and emphases.
pub(super) fn spans(parent: El, list: &[Span]) -> El {
    list.iter().fold(parent, span)
}

fn span(parent: El, span: &Span) -> El {
    match span {
        Span::Text(text) => lines(parent, text),
        Span::Link { url, text } if is_safe(url) => {
            parent.child(spans(el("a").attr("href", url.clone()), text))
        }
        Span::Link { text, .. } => spans(parent, text),
        Span::Emphasis(text) => parent.child(spans(el("em"), text)),
        Span::Strong(text) => parent.child(spans(el("strong"), text)),
        Span::Code(text) => parent.child(el("code").text(text.clone())),
    }
}

fn lines(mut parent: El, text: &str) -> El {
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            parent = parent.child(el("br"));
        }
        parent = parent.text(line.to_owned());
    }
    parent
}

/// Whether an address may be followed.
pub(super) fn is_safe(url: &str) -> bool {
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_known_schemes_are_followed() {
        assert!(is_safe("HTTPS://example.org"));
        for url in ["javascript:alert(1)", " https://x", "data:text/html,x", "//x", "htt", "ü"] {
            assert!(!is_safe(url), "{url}");
        }
    }
}
