//! The blocks of an article.

use yew::prelude::*;

use crate::article::{Block, Row};
use crate::view::scene::Scene;

use super::picture::{Haste, figure};
use super::spans::{is_safe, spans};

/// The text of an article.
pub(in crate::view) fn body(scene: &Scene, list: &[Block]) -> Html {
    html! { <div class="body">{ blocks(scene, list) }</div> }
}

fn blocks(scene: &Scene, list: &[Block]) -> Html {
    html! { <>{ for list.iter().map(|one| block(scene, one)) }</> }
}

fn block(scene: &Scene, block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ spans(text) }</p> },
        Block::Heading { level, text } => {
            let tag = format!("h{}", (*level).clamp(2, 6));
            html! { <@{tag}>{ spans(text) }</@> }
        }
        Block::List { start, items } => items_of(scene, *start, items),
        Block::Quote { blocks: quoted, source } => html! {
            <blockquote>
                { blocks(scene, quoted) }
                if !source.is_empty() {
                    <footer><cite>{ spans(source) }</cite></footer>
                }
            </blockquote>
        },
        Block::Figure(picture) => figure(scene, picture, "figure", Haste::Lazy),
        Block::Table { caption, head, rows } => html! {
            <div class="table" tabindex="0" role="region" aria-label="Table">
                <table>
                    if !caption.is_empty() { <caption>{ spans(caption) }</caption> }
                    if !head.is_empty() { <thead>{ for head.iter().map(|row| table_row(row, "th")) }</thead> }
                    <tbody>{ for rows.iter().map(|row| table_row(row, "td")) }</tbody>
                </table>
            </div>
        },
        Block::Code { text, .. } => html! { <pre tabindex="0"><code>{ text.clone() }</code></pre> },
        Block::Embed { url, title } => embed(url, title.as_deref()),
    }
}

fn items_of(scene: &Scene, start: Option<u32>, items: &[Vec<Block>]) -> Html {
    let items = items.iter().map(|item| match item.as_slice() {
        [Block::Paragraph(text)] => html! { <li>{ spans(text) }</li> },
        item => html! { <li>{ blocks(scene, item) }</li> },
    });
    match start {
        None => html! { <ul>{ for items }</ul> },
        Some(start) => html! { <ol start={(start != 1).then(|| start.to_string())}>{ for items }</ol> },
    }
}

fn table_row(row: &Row, tag: &'static str) -> Html {
    let scope = (tag == "th").then_some("col");
    let cells = row.iter().map(|cell| html! { <@{tag} {scope}>{ spans(cell) }</@> });
    html! { <tr>{ for cells }</tr> }
}

fn embed(url: &str, title: Option<&str>) -> Html {
    let text = title.unwrap_or(url).to_owned();
    html! {
        <p class="embed">
            if is_safe(url) { <a href={url.to_owned()} rel="external">{ text }</a> } else { { text } }
        </p>
    }
}
