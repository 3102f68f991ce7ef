//! Lists: items, definitions, and what stands between them.

use scraper::node::Element;

use super::element::NodeRef;
use super::flow::{At, Flow, Frame};
use super::line::Format;
use super::reader::Reader;
use crate::article::{Block, ListItem};

impl Reader<'_> {
    pub(super) fn list(&mut self, node: NodeRef<'_>, element: &Element, flow: &mut Flow, at: At<'_>) {
        let start = element.attr("start").and_then(|start| start.trim().parse().ok());
        let start = (element.name() == "ol").then(|| start.unwrap_or(1));
        let at = At { nesting: at.nesting + 1, depth: at.depth + 1, ..at };
        let mut items = Items::default();
        for child in node.children() {
            if is_element(child, "li") {
                let item = self.blocks(child, at);
                items.begin(item);
            } else {
                self.node(child, &mut items.loose, at);
            }
        }
        push_list(flow, start, items.finish());
    }

    /// An item for each term, with the definitions that follow it.
    pub(super) fn definitions(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        let at = At { nesting: at.nesting + 1, depth: at.depth + 1, ..at };
        let mut items = Items::default();
        self.terms(node, &mut items, at);
        push_list(flow, None, items.finish());
    }

    fn terms(&mut self, node: NodeRef<'_>, items: &mut Items, at: At<'_>) {
        for child in node.children() {
            if is_element(child, "dt") {
                let mut term = Flow::new(Frame::Plain);
                self.formatted(child, Format::Strong, &mut term, at);
                items.begin(term.finish());
            } else if is_element(child, "div") && child.children().any(|inner| is_element(inner, "dt")) {
                // HTML allows one such group around terms.
                for inner in child.children() {
                    match is_element(inner, "dt") {
                        true => {
                            let mut term = Flow::new(Frame::Plain);
                            self.formatted(inner, Format::Strong, &mut term, at);
                            items.begin(term.finish());
                        }
                        false => self.node(inner, &mut items.loose, at),
                    }
                }
            } else {
                self.node(child, &mut items.loose, at);
            }
        }
    }
}

/// Items so far, and what came since the last one began.
#[derive(Default)]
struct Items {
    done: Vec<ListItem>,
    loose: Flow,
}

impl Items {
    fn begin(&mut self, item: ListItem) {
        self.end();
        self.done.push(item);
    }

    /// What stood between items belongs to the one before; a list often hangs so below its item.
    fn end(&mut self) {
        let loose = std::mem::take(&mut self.loose).finish();
        if loose.is_empty() {
            return;
        }
        match self.done.last_mut() {
            Some(item) => item.extend(loose),
            None => self.done.push(loose),
        }
    }

    fn finish(mut self) -> Vec<ListItem> {
        self.end();
        self.done.retain(|item| !item.is_empty());
        self.done
    }
}

fn push_list(flow: &mut Flow, start: Option<u32>, items: Vec<ListItem>) {
    if !items.is_empty() {
        flow.push(Block::List { start, items });
    }
}

fn is_element(node: NodeRef<'_>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}
