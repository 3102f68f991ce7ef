//! The spans of a text. Links are checked here once more: what is not `http`, `https` or `mailto` is only text.

use yew::prelude::*;

use crate::article::Span;

/// Text with its links and emphases.
pub(super) fn spans(list: &[Span]) -> Html {
    html! { <>{ for list.iter().map(span) }</> }
}

fn span(span: &Span) -> Html {
    match span {
        Span::Text(text) => lines(text),
        Span::Link { url, text } if is_safe(url) => html! { <a href={url.clone()}>{ spans(text) }</a> },
        Span::Link { text, .. } => spans(text),
        Span::Emphasis(text) => html! { <em>{ spans(text) }</em> },
        Span::Strong(text) => html! { <strong>{ spans(text) }</strong> },
        Span::Code(text) => html! { <code>{ text.clone() }</code> },
    }
}

fn lines(text: &str) -> Html {
    if !text.contains('\n') {
        return html! { { text.to_owned() } };
    }
    let lines = text.split('\n').enumerate();
    let with_breaks = lines.map(|(place, line)| html! { <>if place > 0 { <br /> }{ line.to_owned() }</> });
    html! { <>{ for with_breaks }</> }
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
