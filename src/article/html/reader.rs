//! Walks a parsed document and makes blocks of it. Everything that is not a block or a span is reduced to its text.

use std::collections::BTreeSet;
use std::rc::Rc;

use scraper::Node;
use scraper::node::Element;
use url::Url;

use super::address::{self, Refused};
use super::element::{NodeRef, Role, is_credit, role};
use super::line::{Breaks, Format, Line};
use super::source::MAX_DEPTH;
use crate::article::{Block, Problem, ProblemCode, Span};

/// Lists and quotations inside each other. What stands deeper is taken out; JSON parsers stop at 128 levels, and a
/// list takes four.
pub(super) const MAX_NESTING: usize = 16;

/// How much deeper than [`MAX_DEPTH`] elements without end tags can bring the tree.
const MAX_WALK: usize = 2 * MAX_DEPTH;

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

/// Reads one document.
pub(super) struct Reader<'a> {
    pub(super) base: Option<&'a Url>,
    problems: Vec<Problem>,
    noticed: BTreeSet<(ProblemCode, String)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(base: Option<&'a Url>) -> Self {
        Self { base, problems: Vec::new(), noticed: BTreeSet::new() }
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(super) fn document(&mut self, root: NodeRef<'_>) -> Vec<Block> {
        self.blocks(root, At { formats: &[], depth: 0, nesting: 0 })
    }

    /// What the children of `node` come to.
    pub(super) fn blocks(&mut self, node: NodeRef<'_>, at: At<'_>) -> Vec<Block> {
        let mut flow = Flow::new(Frame::Plain);
        self.children(node, &mut flow, at);
        flow.finish()
    }

    /// The children of `node` as text, with the pictures and embeds that stood in it.
    pub(super) fn spans(&mut self, node: NodeRef<'_>, frame: Frame, at: At<'_>) -> (Vec<Span>, Vec<Block>) {
        let mut flow = Flow::new(frame);
        self.children(node, &mut flow, at);
        (flow.line.take(Breaks::Keep).pop().unwrap_or_default(), flow.blocks)
    }

    pub(super) fn children(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        if at.depth >= MAX_WALK {
            self.simplified(format!("elements nested more than {MAX_WALK} deep; only their text was kept"));
            return text_of(node, &mut |text| flow.line.text(text, at.formats));
        }
        for child in node.children() {
            self.node(child, flow, At { depth: at.depth + 1, ..at });
        }
    }

    pub(super) fn node(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        match node.value() {
            Node::Text(text) => flow.line.text(text, at.formats),
            Node::Element(element) => self.element(node, element, flow, at),
            _ => {}
        }
    }

    fn element(&mut self, node: NodeRef<'_>, element: &Element, flow: &mut Flow, at: At<'_>) {
        let role = role(element.name()).unwrap_or(Role::Inline);
        if self.note(node, element, role, flow, at) {
            return;
        }
        match role {
            Role::Dropped => {}
            Role::Break => flow.line.line_break(at.formats),
            Role::Rule => flow.boundary(),
            Role::Emphasis | Role::Cite => self.formatted(node, Format::Emphasis, flow, at),
            Role::Strong => self.formatted(node, Format::Strong, flow, at),
            Role::Code => self.formatted(node, Format::Code, flow, at),
            Role::Link => self.link(node, element, flow, at),
            Role::Quotation => {
                flow.line.text("“", at.formats);
                self.children(node, flow, at);
                flow.line.text("”", at.formats);
            }
            Role::Inline | Role::Small => self.children(node, flow, at),
            Role::Image => self.image(element, flow, at),
            Role::Embed => self.embed(node, element, flow, at),
            Role::Cell if flow.is_inline() => {
                flow.line.text(" ", &[]);
                self.children(node, flow, at);
            }
            Role::Preformatted if flow.is_inline() => self.formatted(node, Format::Code, flow, at),
            _ => {
                flow.boundary();
                self.block(node, element, role, flow, at);
                flow.boundary();
            }
        }
    }

    fn block(&mut self, node: NodeRef<'_>, element: &Element, role: Role, flow: &mut Flow, at: At<'_>) {
        match role {
            Role::Heading(level) if !flow.is_inline() => self.heading(node, level, flow, at),
            Role::List if self.may_nest(flow, at) => self.list(node, element, flow, at),
            Role::Definitions if self.may_nest(flow, at) => self.definitions(node, flow, at),
            Role::Quote if self.may_nest(flow, at) => self.quote(node, flow, at),
            Role::Figure if !flow.is_inline() => self.figure(node, flow, at),
            Role::Table if !flow.is_inline() => self.table(node, flow, at),
            Role::Preformatted => self.preformatted(node, element, flow),
            _ => self.children(node, flow, at),
        }
    }

    fn may_nest(&mut self, flow: &Flow, at: At<'_>) -> bool {
        if at.nesting >= MAX_NESTING && !flow.is_inline() {
            self.simplified(format!(
                "lists or quotations nested more than {MAX_NESTING} deep were taken out"
            ));
        }
        !flow.is_inline() && at.nesting < MAX_NESTING
    }

    fn heading(&mut self, node: NodeRef<'_>, level: u8, flow: &mut Flow, at: At<'_>) {
        let (text, aside) = self.spans(node, Frame::Inline, at);
        if !text.is_empty() {
            flow.push(Block::Heading { level, text });
        }
        aside.into_iter().for_each(|block| flow.push(block));
    }

    /// Captions, credits and sources go to the figure or quotation that they stand in.
    fn note(
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

    fn link(&mut self, node: NodeRef<'_>, element: &Element, flow: &mut Flow, at: At<'_>) {
        let Some(href) = element.attr("href") else { return self.children(node, flow, at) };
        match address::link(href, self.base) {
            Ok(url) => self.formatted(node, Format::Link(Rc::from(url)), flow, at),
            Err(refused) => {
                self.refused("link", href, refused);
                self.children(node, flow, at);
            }
        }
    }

    /// The children in one more format, if they aren't in one of that kind already.
    pub(super) fn formatted(&mut self, node: NodeRef<'_>, format: Format, flow: &mut Flow, at: At<'_>) {
        let same_kind = |other: &Format| std::mem::discriminant(other) == std::mem::discriminant(&format);
        if at.formats.iter().any(same_kind) {
            return self.children(node, flow, at);
        }
        let mut formats = at.formats.to_vec();
        let end = formats.len() - usize::from(formats.last() == Some(&Format::Code));
        formats.insert(end, format);
        self.children(node, flow, At { formats: &formats, ..at });
    }

    /// Reports an address that was not kept.
    pub(super) fn refused(&mut self, what: &str, address: &str, refused: Refused) {
        let shown: String = address.trim().chars().take(60).collect();
        match refused {
            Refused::Empty => {}
            Refused::Fragment => {
                self.simplified(format!("{what} to '{shown}' in the same page; its text was kept"))
            }
            Refused::Relative => {
                self.simplified(format!("{what} to '{shown}', relative to an unknown page; dropped"))
            }
            Refused::Unsafe => {
                self.report(
                    ProblemCode::UnsafeAddress,
                    format!("{what} to '{shown}'; the address was dropped"),
                );
            }
        }
    }

    /// Reports markup that was reduced to its text.
    pub(super) fn simplified(&mut self, message: impl Into<String>) {
        self.report(ProblemCode::Simplified, message.into());
    }

    fn report(&mut self, code: ProblemCode, message: String) {
        if self.noticed.insert((code, message.clone())) {
            self.problems.push(Problem::new(code, "body", message));
        }
    }
}

/// Whether nothing but white space follows among its siblings.
fn is_last(node: NodeRef<'_>) -> bool {
    node.next_siblings().all(|sibling| match sibling.value() {
        Node::Text(text) => text.trim().is_empty(),
        Node::Element(_) => false,
        _ => true,
    })
}

/// All text below `node`, without recursion; what is dropped elsewhere is dropped here.
pub(super) fn text_of(node: NodeRef<'_>, out: &mut dyn FnMut(&str)) {
    let mut next = node.first_child();
    while let Some(current) = next {
        let mut descend = true;
        match current.value() {
            Node::Text(text) => out(text),
            Node::Element(element) => match role(element.name()) {
                Some(Role::Dropped) => descend = false,
                Some(Role::Break) => out("\n"),
                Some(Role::Inline | Role::Emphasis | Role::Strong | Role::Code | Role::Link) => {}
                _ => out(" "),
            },
            _ => {}
        }
        next = current.first_child().filter(|_| descend);
        let mut up = current;
        while next.is_none() && up.id() != node.id() {
            next = up.next_sibling();
            match up.parent() {
                Some(parent) if next.is_none() => up = parent,
                _ => break,
            }
        }
    }
}
