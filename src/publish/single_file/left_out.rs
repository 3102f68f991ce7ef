//! Says in an article's text which of its pictures are not inside a single file.

use crate::archive::Archive;
use crate::article::{Article, Block, Picture, Span};

use super::pictures::Pictures;

/// The archive with a note in the place of each picture that is lacking.
pub(super) fn told(archive: &Archive, pictures: &Pictures) -> Archive {
    let mut archive = archive.clone();
    archive.edit(|article| in_article(article, pictures));
    archive
}

fn in_article(article: &mut Article, pictures: &Pictures) {
    in_blocks(&mut article.body, pictures);
    if let Some(lead) = article.picture.take_if(|lead| pictures.lacks(lead)) {
        article.body.insert(0, note(&lead));
    }
}

fn in_blocks(blocks: &mut [Block], pictures: &Pictures) {
    for block in blocks {
        match block {
            Block::Figure(picture) if pictures.lacks(picture) => *block = note(picture),
            Block::Quote { blocks, .. } => in_blocks(blocks, pictures),
            Block::List { items, .. } => items.iter_mut().for_each(|item| in_blocks(item, pictures)),
            _ => {}
        }
    }
}

/// What the picture shows and what is said about it.
fn note(picture: &Picture) -> Block {
    let said = [&picture.alt, &picture.caption, &picture.credit];
    let said: Vec<&str> =
        said.into_iter().flatten().map(String::as_str).filter(|text| !text.trim().is_empty()).collect();
    let text = if said.is_empty() {
        "A picture is not in this file.".to_owned()
    } else {
        format!("Picture, not in this file: {}", said.join(" · "))
    };
    Block::Paragraph(vec![Span::Emphasis(vec![Span::text(text)])])
}
