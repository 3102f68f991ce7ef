//! The links in the text of an article.

use super::{Article, Block, Span, page_link};

impl Article {
    /// Changes the address of each link in the text, wherever it stands.
    pub fn each_link(&mut self, change: &mut dyn FnMut(&mut String)) {
        in_blocks(&mut self.body, &mut |spans| each_in(spans, change));
    }

    /// Has each link to a page of the article's source lead to where that is now; what leads nowhere is reduced to its text.
    pub fn lead_page_links(&mut self, lead: &mut dyn FnMut(&str) -> Option<String>) {
        in_blocks(&mut self.body, &mut |spans| {
            *spans = led(std::mem::take(spans), lead);
        });
    }
}

fn in_blocks(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Span>)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => visit(text),
            Block::List { items, .. } => items.iter_mut().for_each(|item| in_blocks(item, visit)),
            Block::Quote { blocks, source } => {
                in_blocks(blocks, visit);
                visit(source);
            }
            Block::Table { caption, head, rows } => {
                visit(caption);
                head.iter_mut().chain(rows).flatten().for_each(&mut *visit);
            }
            Block::Figure(_) | Block::Code { .. } | Block::Embed { .. } => {}
        }
    }
}

fn each_in(spans: &mut [Span], change: &mut dyn FnMut(&mut String)) {
    for span in spans {
        match span {
            Span::Link { url, text } => {
                change(url);
                each_in(text, change);
            }
            Span::Emphasis(text) | Span::Strong(text) => each_in(text, change),
            Span::Text(_) | Span::Code(_) => {}
        }
    }
}

fn led(spans: Vec<Span>, lead: &mut dyn FnMut(&str) -> Option<String>) -> Vec<Span> {
    let mut out = Vec::with_capacity(spans.len());
    for span in spans {
        match span {
            Span::Link { url, text } if page_link::is_one(&url) => {
                let text = led(text, lead);
                match lead(&url) {
                    Some(url) => out.push(Span::Link { url, text }),
                    None => out.extend(text),
                }
            }
            Span::Link { url, text } => out.push(Span::Link { url, text: led(text, lead) }),
            Span::Emphasis(text) => out.push(Span::Emphasis(led(text, lead))),
            Span::Strong(text) => out.push(Span::Strong(led(text, lead))),
            Span::Text(_) | Span::Code(_) => out.push(span),
        }
    }
    out
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

    #[test]
    fn links_to_pages_lead_on_or_are_text() {
        let link = |url: &str| Span::Link { url: url.to_owned(), text: vec![Span::text("x")] };
        let spans =
            vec![Span::Strong(vec![link("page://a/b")]), link("page://a/c"), link("https://d.example/")];
        let mut article = Article { body: vec![Block::Paragraph(spans)], ..Article::default() };
        article.lead_page_links(&mut |url| (url == "page://a/b").then(|| "site:b".to_owned()));
        let led = vec![Span::Strong(vec![link("site:b")]), Span::text("x"), link("https://d.example/")];
        assert_eq!(article.body, [Block::Paragraph(led)]);
    }
}
