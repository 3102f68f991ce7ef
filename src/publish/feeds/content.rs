//! The whole text of an article as HTML that holds wherever it is shown: all addresses absolute, nothing embedded.

use crate::article::{Block, Picture, Span, html};
use crate::publish::config::BaseUrl;

use super::item::Item;

/// Lead image and body.
pub(super) fn whole(item: &Item<'_>) -> String {
    let base = item.base;
    let mut article = item.article.clone();
    article.lead_page_links(&mut |link| item.lead(link));
    let lead = article.picture.iter().map(|picture| Block::Figure(absolute_picture(picture, base)));
    let blocks: Vec<Block> = lead.chain(article.body.iter().map(|block| absolute(block, base))).collect();
    html::write(&blocks)
}

/// The address of a picture that may lie in the site.
pub(super) fn picture_url(picture: &Picture, base: &BaseUrl) -> String {
    if picture.is_local() { base.join(&picture.src) } else { picture.src.clone() }
}

fn absolute(block: &Block, base: &BaseUrl) -> Block {
    let all = |blocks: &[Block]| blocks.iter().map(|block| absolute(block, base)).collect();
    match block {
        Block::Figure(picture) => Block::Figure(absolute_picture(picture, base)),
        Block::Quote { blocks, source } => Block::Quote { blocks: all(blocks), source: source.clone() },
        Block::List { start, items } => {
            Block::List { start: *start, items: items.iter().map(|item| all(item)).collect() }
        }
        Block::Embed { url, title } => {
            let text = Span::text(title.as_deref().unwrap_or(url));
            Block::Paragraph(vec![Span::Link { url: url.clone(), text: vec![text] }])
        }
        Block::Paragraph(_) | Block::Heading { .. } | Block::Table { .. } | Block::Code { .. } => {
            block.clone()
        }
    }
}

fn absolute_picture(picture: &Picture, base: &BaseUrl) -> Picture {
    Picture { src: picture_url(picture, base), ..picture.clone() }
}
