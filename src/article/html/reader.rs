//! Walks a parsed document and makes blocks of it. Everything that is not a block or a span is reduced to its text.

use std::collections::BTreeSet;
use std::rc::Rc;

use scraper::Node;
use scraper::node::Element;
use url::Url;

use super::address;
use super::element::{NodeRef, Role, role, text_of};
use super::flow::{At, Flow, Frame};
use super::line::{Breaks, Format};
use super::source::MAX_DEPTH;
use crate::article::{Block, Problem, ProblemCode, Span};

/// Lists and quotations inside each other. What stands deeper is taken out; JSON parsers stop at 128 levels, and a
/// list takes four.
pub(super) const MAX_NESTING: usize = 16;

/// How much deeper than [`MAX_DEPTH`] elements without end tags can bring the tree.
const MAX_WALK: usize = 2 * MAX_DEPTH;

/// Reads one document.
pub(super) struct Reader<'a> {
    pub(super) base: Option<&'a Url>,
    pub(super) problems: Vec<Problem>,
    pub(super) noticed: BTreeSet<(ProblemCode, String)>,
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
}
