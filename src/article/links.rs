//! The links in the text of an article.

use super::{Article, Block, Span};

impl Article {
    /// Changes the address of each link in the text, wherever it stands.
    pub fn each_link(&mut self, change: &mut dyn FnMut(&mut String)) {
        in_blocks(&mut self.body, change);
    }
}

fn in_blocks(blocks: &mut [Block], change: &mut dyn FnMut(&mut String)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => in_spans(text, change),
            Block::List { items, .. } => items.iter_mut().for_each(|item| in_blocks(item, change)),
            Block::Quote { blocks, source } => {
                in_blocks(blocks, change);
                in_spans(source, change);
            }
            Block::Table { caption, head, rows } => {
                in_spans(caption, change);
                head.iter_mut().chain(rows).flatten().for_each(|cell| in_spans(cell, change));
            }
            Block::Figure(_) | Block::Code { .. } | Block::Embed { .. } => {}
        }
    }
}

fn in_spans(spans: &mut [Span], change: &mut dyn FnMut(&mut String)) {
    for span in spans {
        match span {
            Span::Link { url, text } => {
                change(url);
                in_spans(text, change);
            }
            Span::Emphasis(text) | Span::Strong(text) => in_spans(text, change),
            Span::Text(_) | Span::Code(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_wherever_they_stand() {
        let link = |url: &str| vec![Span::Link { url: url.to_owned(), text: vec![Span::text("x")] }];
        let table =
            Block::Table { caption: link("c"), head: vec![vec![link("h")]], rows: vec![vec![link("r")]] };
        let list =
            Block::List { start: None, items: vec![vec![Block::Paragraph(vec![Span::Strong(link("l"))])]] };
        let quote = Block::Quote { blocks: vec![list, table], source: link("s") };
        let mut article = Article { body: vec![Block::Paragraph(link("p")), quote], ..Article::default() };
        let mut found = Vec::new();
        article.each_link(&mut |url| found.push(std::mem::take(url)));
        assert_eq!(found, ["p", "l", "c", "h", "r", "s"]);
    }
}
