//! What a walk through a document carries and gathers: formats and depth; blocks and the open paragraph.

use super::line::{Breaks, Format, Line};
use crate::article::{Block, Span};

/// Where the walk is.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'f> {
    /// The formats around, outermost first.
    pub(super) formats: &'f [Format],
    /// Elements around.
    pub(super) depth: usize,
    /// Lists and quotations around.
    pub(super) nesting: usize,
}

/// What the contents of a [`Flow`] belong to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Frame {
    #[default]
    Plain,
    Figure,
    Caption,
    Quote,
    Source,
    /// Text that can't hold blocks: a heading, a cell.
    Inline,
}

/// Blocks as they come, and the paragraph that is still open.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) frame: Frame,
    pub(super) blocks: Vec<Block>,
    pub(super) line: Line,
    /// Caption of a figure, source of a quotation.
    pub(super) note: Vec<Span>,
    pub(super) credit: Option<String>,
}

impl Flow {
    pub(super) fn new(frame: Frame) -> Self {
        Self { frame, ..Self::default() }
    }

    /// Whether blocks come out of it as text.
    pub(super) fn is_inline(&self) -> bool {
        matches!(self.frame, Frame::Caption | Frame::Source | Frame::Inline)
    }

    /// Ends the open paragraph.
    pub(super) fn boundary(&mut self) {
        if self.is_inline() {
            self.line.line_break(&[]);
        } else {
            self.blocks.extend(self.line.take(Breaks::Split).into_iter().map(Block::Paragraph));
        }
    }

    /// Sets `block` after what came; in text that can't hold it, it comes out behind.
    pub(super) fn push(&mut self, block: Block) {
        if !self.is_inline() {
            self.boundary();
        }
        self.blocks.push(block);
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.boundary();
        self.blocks
    }
}
