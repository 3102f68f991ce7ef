//! The blocks of an article.

use crate::article::{Block, Row, Span};
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::marked::marked;
use super::picture::{Haste, figure};
use super::spans::{is_safe, spans};

/// The text of an article.
pub(in crate::view) fn body(scene: &Scene, list: &[Block]) -> El {
    blocks(el("div").class("body"), scene, list)
}

fn blocks(parent: El, scene: &Scene, list: &[Block]) -> El {
    parent.children(list.iter().map(|one| block(scene, one)))
}

fn block(scene: &Scene, block: &Block) -> El {
    match block {
        Block::Paragraph(text) => spans(scene, el("p"), text),
        Block::Heading { level, text } => spans(scene, el(heading(*level)), text),
        Block::List { start, items } => items_of(scene, *start, items),
        Block::Quote { blocks: quoted, source } => {
            let source = filled(source).map(|source| el("footer").child(spans(scene, el("cite"), source)));
            blocks(el("blockquote"), scene, quoted).child(source)
        }
        Block::Figure(picture) => figure(scene, picture, "figure", Haste::Lazy),
        Block::Table { caption, head, rows } => table(scene, caption, head, rows),
        Block::Code { text, .. } => el("pre").attr("tabindex", "0").child(marked(scene, el("code"), text)),
        Block::Embed { url, title } => embed(url, title.as_deref()),
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    }
}

fn items_of(scene: &Scene, start: Option<u32>, items: &[Vec<Block>]) -> El {
    let items = items.iter().map(|item| match item.as_slice() {
        [Block::Paragraph(text)] => spans(scene, el("li"), text),
        item => blocks(el("li"), scene, item),
    });
    match start {
        None => el("ul").children(items),
        Some(start) => el("ol").attr("start", (start != 1).then(|| start.to_string())).children(items),
    }
}

fn table(scene: &Scene, caption: &[Span], head: &[Row], rows: &[Row]) -> El {
    let caption = filled(caption).map(|caption| spans(scene, el("caption"), caption));
    let head =
        filled(head).map(|head| el("thead").children(head.iter().map(|row| table_row(scene, row, "th"))));
    let rows = el("tbody").children(rows.iter().map(|row| table_row(scene, row, "td")));
    let frame = el("section").class("table").attr("tabindex", "0").attr("aria-label", "Table");
    frame.child(el("table").child(caption).child(head).child(rows))
}

fn table_row(scene: &Scene, row: &Row, tag: &'static str) -> El {
    let scope = (tag == "th").then_some("col");
    el("tr").children(row.iter().map(|cell| spans(scene, el(tag).attr("scope", scope), cell)))
}

fn embed(url: &str, title: Option<&str>) -> El {
    let text = title.unwrap_or(url).to_owned();
    let frame = el("p").class("embed");
    if !is_safe(url) {
        return frame.text(text);
    }
    frame.child(el("a").attr("href", url.to_owned()).attr("rel", "external").text(text))
}

fn filled<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}
