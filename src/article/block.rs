//! The body of an article: blocks of text, and the spans inside them. Markup that is not one of these does not exist.

use serde::Serialize;

use super::{FromJson, Json, Picture, Reading};

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
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        let (kind, json) = reading.kind(json, "a block");
        match kind {
            "paragraph" => Self::Paragraph(FromJson::from_json(json, reading)),
            "figure" => Self::Figure(FromJson::from_json(json, reading)),
            "heading" => Self::Heading {
                level: reading.field::<u32>(json, "level").clamp(2, 6) as u8,
                text: reading.field(json, "text"),
            },
            "list" => Self::List { start: reading.field(json, "start"), items: reading.field(json, "items") },
            "quote" => {
                Self::Quote { blocks: reading.field(json, "blocks"), source: reading.field(json, "source") }
            }
            "table" => Self::Table {
                caption: reading.field(json, "caption"),
                head: reading.field(json, "head"),
                rows: reading.field(json, "rows"),
            },
            "code" => {
                Self::Code { language: reading.field(json, "language"), text: reading.field(json, "text") }
            }
            "embed" => Self::Embed { url: reading.field(json, "url"), title: reading.field(json, "title") },
            _ => {
                reading.expected("a block");
                Self::Paragraph(Vec::new())
            }
        }
    }
}

impl FromJson for Span {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        let (kind, json) = reading.kind(json, "a span");
        match kind {
            "text" => Self::Text(FromJson::from_json(json, reading)),
            "emphasis" => Self::Emphasis(FromJson::from_json(json, reading)),
            "strong" => Self::Strong(FromJson::from_json(json, reading)),
            "code" => Self::Code(FromJson::from_json(json, reading)),
            "link" => Self::Link { url: reading.field(json, "url"), text: reading.field(json, "text") },
            _ => {
                reading.expected("a span");
                Self::Text(String::new())
            }
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
