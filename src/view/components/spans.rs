//! The spans of a text. Links are checked here once more: what is neither `http`, `https` or `mailto` nor an article of
//! this site is only text.

use crate::article::Span;
use crate::find::Selection;
use crate::site::Permalink;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::link::to_article;
use super::marked::marked;

/// `parent` with text, links and emphases.
pub(super) fn spans(scene: &Scene, parent: El, list: &[Span]) -> El {
    list.iter().fold(parent, |parent, one| span(scene, parent, one))
}

fn span(scene: &Scene, parent: El, span: &Span) -> El {
    match span {
        Span::Text(text) => lines(scene, parent, text),
        Span::Link { url, text } if is_safe(url) => {
            parent.child(spans(scene, el("a").attr("href", url.clone()), text))
        }
        Span::Link { url, text } => match Permalink::of_link(url) {
            Some(inside) => {
                parent.child(spans(scene, to_article(scene, &inside, &Selection::default()), text))
            }
            None => spans(scene, parent, text),
        },
        Span::Emphasis(text) => parent.child(spans(scene, el("em"), text)),
        Span::Strong(text) => parent.child(spans(scene, el("strong"), text)),
        Span::Code(text) => parent.child(marked(scene, el("code"), text)),
    }
}

fn lines(scene: &Scene, mut parent: El, text: &str) -> El {
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            parent = parent.child(el("br"));
        }
        parent = marked(scene, parent, line);
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
