//! Marks in the text of a feed that its own site would have resolved and its feed did not: links of Markdown, and addresses
//! of films as WordPress has them, `[youtube=https://…]`.

use crate::article::html::address;
use crate::article::{Block, Problem, ProblemCode, Record, Span};

/// How films are called.
const FILMS: [&str; 3] = ["[youtube", "[vimeo", "[embed]"];

/// Resolves them, and says how many there were.
pub(super) fn resolve(record: &mut Record) {
    let Record { place, outcome: Ok(article), problems, .. } = record else { return };
    let count = blocks(&mut article.body);
    if count > 0 {
        let message = format!("{count} links that stood there in Markdown or as shortcodes were resolved");
        problems.push(Problem::new(ProblemCode::Guessed, format!("{place}: body"), message));
    }
}

fn blocks(all: &mut [Block]) -> usize {
    let mut count = 0;
    for block in all {
        if let Some(url) = film(block) {
            *block = Block::Embed { url, title: None };
            count += 1;
        }
        count += match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => spans(text),
            Block::List { items, .. } => items.iter_mut().map(|item| blocks(item)).sum(),
            Block::Quote { blocks: inner, .. } => blocks(inner),
            Block::Figure(_) | Block::Table { .. } | Block::Code { .. } | Block::Embed { .. } => 0,
        };
    }
    count
}

/// The address in a paragraph that is a shortcode and nothing else.
fn film(block: &Block) -> Option<String> {
    let Block::Paragraph(spans) = block else { return None };
    let [Span::Text(text)] = spans.as_slice() else { return None };
    let text = text.trim();
    let inner = FILMS.iter().find_map(|start| text.strip_prefix(start))?;
    let inner = inner.trim_start_matches(['=', ' ']).split("[/").next()?.trim_end_matches(']').trim();
    address::web(inner, None).ok().filter(|_| !inner.contains(char::is_whitespace))
}

fn spans(all: &mut Vec<Span>) -> usize {
    let mut count = 0;
    let mut out = Vec::with_capacity(all.len());
    for mut span in std::mem::take(all) {
        match &mut span {
            Span::Text(text) if text.contains("](") => {
                count += links(text, &mut out);
                continue;
            }
            Span::Emphasis(inner) | Span::Strong(inner) => count += spans(inner),
            Span::Text(_) | Span::Link { .. } | Span::Code(_) => {}
        }
        out.push(span);
    }
    *all = out;
    count
}

/// Parts a text at the links in it.
fn links(text: &str, out: &mut Vec<Span>) -> usize {
    let (mut rest, mut from, mut found) = (text, 0, Vec::new());
    while let Some(at) = rest[from..].find("](").map(|at| from + at) {
        from = at + 2;
        if let Some((start, end, url)) = link(rest, at) {
            found.push((&rest[..start], &rest[start + 1..at], url));
            (rest, from) = (&rest[end..], 0);
        }
    }
    let count = found.len();
    for (before, words, url) in found {
        out.extend(run(before));
        out.push(Span::Link { url, text: vec![Span::text(words.trim())] });
    }
    out.extend(run(rest));
    count
}

fn run(text: &str) -> Option<Span> {
    (!text.is_empty()).then(|| Span::text(text))
}

/// Where the link around `](` begins and ends, and where it leads.
fn link(text: &str, at: usize) -> Option<(usize, usize, String)> {
    let start = text[..at].rfind(['[', ']'])?;
    let is_words = text[start..].starts_with('[') && !text[start + 1..at].trim().is_empty();
    let target = &text[at + 2..];
    let target = &target[..target.find([')', '[', '"', '<'])?];
    let is_closed = text[at + 2 + target.len()..].starts_with(')');
    let is_whole = ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
    let url = address::link(target, None).ok().filter(|_| is_words && is_closed && is_whole)?;
    Some((start, at + 2 + target.len() + 1, url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_text_and_the_text_around_them_stays() {
        let resolved = |text: &str| {
            let mut all = vec![Span::text(text)];
            let count = spans(&mut all);
            let shown = |span: &Span| match span {
                Span::Text(text) => text.clone(),
                Span::Link { url, text } => {
                    format!("<{url} {text:?}>").replace("Text(\"", "").replace("\")", "")
                }
                _ => String::new(),
            };
            (count, all.iter().map(shown).collect::<String>())
        };
        for (text, count, shown) in [
            ("See [this](https://a.example/b).", 1, "See <https://a.example/b [this]>."),
            (
                "[a](mailto:b@c.example?subject=d e)[f](http://g.example/)",
                2,
                "<mailto:b@c.example?subject=d%20e [a]><http://g.example/ [f]>",
            ),
            (
                "[a](b.html) [c](javascript:d) [](https://e.example/) f](https://g.example/)",
                0,
                "[a](b.html) [c](javascript:d) [](https://e.example/) f](https://g.example/)",
            ),
            (
                "[a](https://b.example/ \"c\") [ü](https://d.example/",
                0,
                "[a](https://b.example/ \"c\") [ü](https://d.example/",
            ),
        ] {
            assert_eq!(resolved(text), (count, shown.to_owned()), "{text}");
        }
    }

    #[test]
    fn films_become_embeds() {
        let film = |text: &str| film(&Block::Paragraph(vec![Span::text(text)]));
        let url = "https://video.example/watch?v=a&w=600";
        assert_eq!(film(&format!("[youtube={url}]")).as_deref(), Some(url));
        assert_eq!(film(&format!("[embed] {url}[/embed]")).as_deref(), Some(url));
        assert_eq!(film("[youtube=abc]"), None);
        assert_eq!(film(&format!("See [youtube={url}]")), None);
    }
}
