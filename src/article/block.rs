//! The body of an article: blocks of text, and the spans inside them. Markup that is not one of these does not exist.

use serde::Serialize;

use super::json::Fields;
use super::{FromJson, Mismatch, Picture};

/// A block of the body. JSON: `{"<name>": content}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A heading inside the text; the headline itself is level 1, so `level` is 2 to 6.
    Heading {
        /// 2 to 6.
        level: u8,
        /// What it says.
        text: Vec<Span>,
    },
    /// A list.
    List {
        /// Numbered, from `Some(first number)`.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        /// At least one.
        items: Vec<ListItem>,
    },
    /// A quotation set apart.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who or what is quoted.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        source: Vec<Span>,
    },
    /// A picture with its caption and credit.
    Figure(Picture),
    /// A table.
    Table {
        /// What it shows.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Span>,
        /// Heading rows.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        head: Vec<Row>,
        /// The other rows.
        rows: Vec<Row>,
    },
    /// Preformatted text.
    Code {
        /// The programming language, if the source named it.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// With its line ends.
        text: String,
    },
    /// Something that was embedded from elsewhere, kept as a link.
    Embed {
        /// Absolute `http` or `https` URL.
        url: String,
        /// What the source called it.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
}

/// The blocks of one list item.
pub type ListItem = Vec<Block>;

/// The cells of one table row.
pub type Row = Vec<Vec<Span>>;

/// A run of text inside a block. A line end in a text is a line break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Span {
    /// Plain text.
    Text(String),
    /// A link to an absolute `http`, `https` or `mailto` URL.
    Link {
        /// Where it leads.
        url: String,
        /// What is linked.
        text: Vec<Span>,
    },
    /// Stressed text.
    Emphasis(Vec<Span>),
    /// Important text.
    Strong(Vec<Span>),
    /// Literal text.
    Code(String),
}

impl Span {
    /// A plain run.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn push_text(&self, out: &mut String) {
        match self {
            Self::Text(text) | Self::Code(text) => out.push_str(text),
            Self::Link { text, .. } | Self::Emphasis(text) | Self::Strong(text) => {
                text.iter().for_each(|span| span.push_text(out));
            }
        }
    }
}

impl FromJson for Block {
    fn from_json(value: serde_json::Value) -> Result<Self, Mismatch> {
        let (kind, value) = Fields::of(value)?.only()?;
        match kind.as_str() {
            "paragraph" => return FromJson::from_json(value).map(Self::Paragraph),
            "figure" => return FromJson::from_json(value).map(Self::Figure),
            _ => {}
        }
        let mut fields = Fields::of(value)?;
        match kind.as_str() {
            "heading" => {
                let level = fields.take::<u32>("level")?.clamp(2, 6) as u8;
                Ok(Self::Heading { level, text: fields.take("text")? })
            }
            "list" => Ok(Self::List { start: fields.take("start")?, items: fields.take("items")? }),
            "quote" => Ok(Self::Quote { blocks: fields.take("blocks")?, source: fields.take("source")? }),
            "table" => {
                let (caption, head) = (fields.take("caption")?, fields.take("head")?);
                Ok(Self::Table { caption, head, rows: fields.take("rows")? })
            }
            "code" => Ok(Self::Code { language: fields.take("language")?, text: fields.take("text")? }),
            "embed" => Ok(Self::Embed { url: fields.take("url")?, title: fields.take("title")? }),
            _ => Err(Mismatch::new("a block")),
        }
    }
}

impl FromJson for Span {
    fn from_json(value: serde_json::Value) -> Result<Self, Mismatch> {
        let (kind, value) = Fields::of(value)?.only()?;
        match kind.as_str() {
            "text" => FromJson::from_json(value).map(Self::Text),
            "emphasis" => FromJson::from_json(value).map(Self::Emphasis),
            "strong" => FromJson::from_json(value).map(Self::Strong),
            "code" => FromJson::from_json(value).map(Self::Code),
            "link" => {
                let mut fields = Fields::of(value)?;
                Ok(Self::Link { url: fields.take("url")?, text: fields.take("text")? })
            }
            _ => Err(Mismatch::new("a span")),
        }
    }
}

/// The words of `blocks`, each block ended by a line end.
#[must_use]
pub fn plain_text(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_blocks(blocks, &mut out);
    out
}

fn push_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { text: spans, .. } => push_line(spans, out),
            Block::List { items, .. } => items.iter().for_each(|item| push_blocks(item, out)),
            Block::Quote { blocks, source } => {
                push_blocks(blocks, out);
                push_line(source, out);
            }
            Block::Figure(picture) => {
                for text in picture.caption.iter().chain(&picture.credit) {
                    push_line(&[Span::text(text)], out);
                }
            }
            Block::Table { caption, head, rows } => {
                push_line(caption, out);
                head.iter().chain(rows).flatten().for_each(|cell| push_line(cell, out));
            }
            Block::Code { text, .. } => push_line(&[Span::text(text)], out),
            Block::Embed { title, url } => {
                push_line(&[Span::text(title.as_ref().unwrap_or(url))], out);
            }
        }
    }
}

fn push_line(spans: &[Span], out: &mut String) {
    if !spans.is_empty() {
        spans.iter().for_each(|span| span.push_text(out));
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_ends_each_block_with_a_line_end() {
        let blocks = [
            Block::Heading { level: 2, text: vec![Span::text("Wire")] },
            Block::List {
                start: None,
                items: vec![vec![Block::Paragraph(vec![
                    Span::text("a "),
                    Span::Strong(vec![Span::text("bold")]),
                ])]],
            },
        ];
        assert_eq!(plain_text(&blocks), "Wire\na bold\n");
    }
}
