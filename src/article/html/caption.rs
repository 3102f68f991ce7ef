//! Figures and quotations: what stands in them, and what is said about it.

use super::element::{NodeRef, Role, is_credit, is_last};

use super::flow::{At, Flow, Frame};
use super::line::Breaks;
use super::reader::Reader;
use scraper::node::Element;

use crate::article::{Block, Span};

impl Reader<'_> {
    /// Captions, credits and sources go to the figure or quotation that they stand in.
    pub(super) fn note(
        &mut self,
        node: NodeRef<'_>,
        element: &Element,
        role: Role,
        flow: &mut Flow,
        at: At<'_>,
    ) -> bool {
        match (flow.frame, role) {
            (Frame::Figure, Role::Caption) => self.caption(node, flow, at),
            (Frame::Caption, Role::Small) => self.credit(node, flow, at),
            (Frame::Figure | Frame::Caption, Role::Inline | Role::Block | Role::Small | Role::Emphasis)
                if is_credit(element) =>
            {
                self.credit(node, flow, at);
            }
            (Frame::Quote, Role::Footer) => self.source(node, flow, at),
            (Frame::Quote, Role::Cite) if flow.line.is_blank() && is_last(node) => {
                self.source(node, flow, at)
            }
            (Frame::Source, Role::Cite) => self.children(node, flow, at),
            _ => return false,
        }
        true
    }

    pub(super) fn figure(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        let mut inner = Flow::new(Frame::Figure);
        self.children(node, &mut inner, at);
        inner.boundary();
        let Flow { blocks, note, credit, .. } = inner;
        self.captioned(blocks, note, credit).into_iter().for_each(|block| flow.push(block));
    }

    /// Gives caption and credit to the last block that can take them; else they become paragraphs.
    fn captioned(&mut self, mut blocks: Vec<Block>, note: Vec<Span>, credit: Option<String>) -> Vec<Block> {
        let mut note = Some(note).filter(|note| !note.is_empty());
        let mut credit = credit;
        match blocks.last_mut() {
            Some(Block::Figure(picture)) => {
                picture.credit = credit.take().or(picture.credit.take());
                picture.caption = note.take().map(|note| self.plain(&note)).or(picture.caption.take());
            }
            Some(Block::Table { caption, .. }) if caption.is_empty() => {
                *caption = note.take().unwrap_or_default()
            }
            Some(Block::Quote { source, .. }) if source.is_empty() => {
                *source = note.take().unwrap_or_default()
            }
            _ => {}
        }
        blocks.extend(note.map(Block::Paragraph));
        blocks.extend(credit.map(|credit| Block::Paragraph(vec![Span::Text(credit)])));
        blocks
    }

    fn caption(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        let mut inner = Flow::new(Frame::Caption);
        self.children(node, &mut inner, at);
        if let Some(spans) = inner.line.take(Breaks::Keep).pop() {
            append(&mut flow.note, spans);
        }
        flow.credit = flow.credit.take().or(inner.credit);
        inner.blocks.into_iter().for_each(|block| flow.push(block));
    }

    fn credit(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        let (spans, aside) = self.spans(node, Frame::Inline, at);
        let text = self.plain(&spans);
        aside.into_iter().for_each(|block| flow.push(block));
        if !text.is_empty() {
            flow.credit = Some(match flow.credit.take() {
                Some(before) => format!("{before} {text}"),
                None => text,
            });
        }
    }

    pub(super) fn quote(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        let mut inner = Flow::new(Frame::Quote);
        self.children(node, &mut inner, At { nesting: at.nesting + 1, ..at });
        inner.boundary();
        let Flow { mut blocks, note: mut source, .. } = inner;
        if blocks.is_empty() && !source.is_empty() {
            blocks.push(Block::Paragraph(std::mem::take(&mut source)));
        }
        if !blocks.is_empty() {
            flow.push(Block::Quote { blocks, source });
        }
    }

    /// Without the dash that is often set before a name.
    fn source(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        flow.boundary();
        let (mut spans, aside) = self.spans(node, Frame::Source, At { formats: &[], ..at });
        if let Some(Span::Text(text)) = spans.first_mut() {
            *text = text.trim_start_matches(['—', '–', '―', '-', '\n', ' ', '\u{a0}']).to_owned();
        }
        if matches!(spans.first(), Some(Span::Text(text)) if text.is_empty()) {
            spans.remove(0);
        }
        append(&mut flow.note, spans);
        aside.into_iter().for_each(|block| flow.push(block));
    }

    /// Spans as one line of text.
    fn plain(&mut self, spans: &[Span]) -> String {
        if spans.iter().any(has_link) {
            self.simplified("links in a caption or credit; their text was kept");
        }
        let paragraph = [Block::Paragraph(spans.to_vec())];
        super::line::fold(&crate::article::plain_text(&paragraph))
    }
}

fn has_link(span: &Span) -> bool {
    match span {
        Span::Link { .. } => true,
        Span::Emphasis(spans) | Span::Strong(spans) => spans.iter().any(has_link),
        Span::Text(_) | Span::Code(_) => false,
    }
}

fn append(spans: &mut Vec<Span>, more: Vec<Span>) {
    if let (Some(Span::Text(text)), false) = (spans.last_mut(), more.is_empty()) {
        text.push('\n');
    } else if !spans.is_empty() && !more.is_empty() {
        spans.push(Span::text("\n"));
    }
    match (spans.last_mut(), more.first()) {
        (Some(Span::Text(text)), Some(Span::Text(first))) => {
            text.push_str(first);
            spans.extend(more.into_iter().skip(1));
        }
        _ => spans.extend(more),
    }
}
