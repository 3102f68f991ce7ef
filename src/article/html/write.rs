//! Writes blocks as plain, well-formed HTML.

use super::escape::push_value;
use crate::article::{Block, Picture, Row, Span};

/// HTML from which [`super::read`] makes the same blocks; nothing in it but elements, text and safe attributes.
#[must_use]
pub fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    for (nth, block) in blocks.iter().enumerate() {
        if nth > 0 {
            out.push('\n');
        }
        push_block(block, &mut out);
    }
    out
}

fn push_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(spans) => element("p", spans, out),
        Block::Heading { level, text } => element(&format!("h{}", (*level).clamp(2, 6)), text, out),
        Block::List { start, items } => push_list(*start, items, out),
        Block::Quote { blocks, source } => {
            out.push_str("<blockquote>");
            blocks.iter().for_each(|block| push_block(block, out));
            if !source.is_empty() {
                element("footer", source, out);
            }
            out.push_str("</blockquote>");
        }
        Block::Figure(picture) => push_figure(picture, out),
        Block::Table { caption, head, rows } => push_table(caption, head, rows, out),
        Block::Code { language, text } => {
            out.push_str("<pre><code");
            if let Some(language) = language {
                attribute("class", &format!("language-{language}"), out);
            }
            out.push('>');
            push_value(text, out);
            out.push_str("</code></pre>");
        }
        Block::Embed { url, title } => {
            out.push_str("<iframe");
            attribute("src", url, out);
            if let Some(title) = title {
                attribute("title", title, out);
            }
            out.push_str("></iframe>");
        }
    }
}

fn push_list(start: Option<u32>, items: &[Vec<Block>], out: &mut String) {
    let name = if start.is_some() { "ol" } else { "ul" };
    out.push('<');
    out.push_str(name);
    if let Some(start) = start.filter(|start| *start != 1) {
        attribute("start", &start.to_string(), out);
    }
    out.push('>');
    for item in items {
        out.push_str("<li>");
        match item.as_slice() {
            [Block::Paragraph(spans), rest @ ..] if !matches!(rest.first(), Some(Block::Paragraph(_))) => {
                push_spans(spans, out);
                rest.iter().for_each(|block| push_block(block, out));
            }
            blocks => blocks.iter().for_each(|block| push_block(block, out)),
        }
        out.push_str("</li>");
    }
    out.push_str(&format!("</{name}>"));
}

fn push_figure(picture: &Picture, out: &mut String) {
    out.push_str("<figure><img");
    attribute("src", &picture.src, out);
    attribute("alt", picture.alt.as_deref().unwrap_or_default(), out);
    for (name, pixels) in [("width", picture.width), ("height", picture.height)] {
        if let Some(pixels) = pixels {
            attribute(name, &pixels.to_string(), out);
        }
    }
    out.push('>');
    if picture.caption.is_some() || picture.credit.is_some() {
        out.push_str("<figcaption>");
        push_value(picture.caption.as_deref().unwrap_or_default(), out);
        if let Some(credit) = &picture.credit {
            out.push_str(" <small>");
            push_value(credit, out);
            out.push_str("</small>");
        }
        out.push_str("</figcaption>");
    }
    out.push_str("</figure>");
}

fn push_table(caption: &[Span], head: &[Row], rows: &[Row], out: &mut String) {
    out.push_str("<table>");
    if !caption.is_empty() {
        element("caption", caption, out);
    }
    for (part, cell, rows) in [("thead", "th", head), ("tbody", "td", rows)] {
        if rows.is_empty() {
            continue;
        }
        out.push_str(&format!("<{part}>"));
        for row in rows {
            out.push_str("<tr>");
            row.iter().for_each(|text| element(cell, text, out));
            out.push_str("</tr>");
        }
        out.push_str(&format!("</{part}>"));
    }
    out.push_str("</table>");
}

fn element(name: &str, spans: &[Span], out: &mut String) {
    out.push_str(&format!("<{name}>"));
    push_spans(spans, out);
    out.push_str(&format!("</{name}>"));
}

fn push_spans(spans: &[Span], out: &mut String) {
    for span in spans {
        match span {
            Span::Text(text) => push_lines(text, out),
            Span::Emphasis(spans) => element("em", spans, out),
            Span::Strong(spans) => element("strong", spans, out),
            Span::Code(text) => {
                out.push_str("<code>");
                push_lines(text, out);
                out.push_str("</code>");
            }
            Span::Link { url, text } => {
                out.push_str("<a");
                attribute("href", url, out);
                out.push('>');
                push_spans(text, out);
                out.push_str("</a>");
            }
        }
    }
}

/// A line end is a line break.
fn push_lines(text: &str, out: &mut String) {
    for (nth, line) in text.split('\n').enumerate() {
        if nth > 0 {
            out.push_str("<br>");
        }
        push_value(line, out);
    }
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push_str(&format!(" {name}=\""));
    push_value(value, out);
    out.push('"');
}
