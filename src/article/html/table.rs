//! Tables: heading rows, rows, and empty cells where one cell spans several.

use scraper::node::Element;

use super::element::{NodeRef, Role, role};
use super::flow::{At, Flow, Frame};
use super::reader::Reader;
use crate::article::{Block, Row, Span};

/// Cells that spans may add to one table.
const MAX_PADDING: usize = 5_000;

impl Reader<'_> {
    pub(super) fn table(&mut self, node: NodeRef<'_>, flow: &mut Flow, at: At<'_>) {
        let rows = rows_of(node);
        if let Some(cell) = layout_cell(&rows) {
            return self.children(cell, flow, at);
        }
        let mut table = Table::default();
        for part in node.children().filter(|child| name(*child) == Some("caption")) {
            let (caption, aside) = self.spans(part, Frame::Inline, at);
            table.caption = caption;
            table.aside.extend(aside);
        }
        for row in rows {
            self.row(row, &mut table, at);
        }
        let Table { caption, head, rows, aside, .. } = table;
        if head.is_empty() && rows.is_empty() {
            flow.blocks.extend((!caption.is_empty()).then_some(Block::Paragraph(caption)));
        } else {
            flow.push(Block::Table { caption, head, rows });
        }
        aside.into_iter().for_each(|block| flow.push(block));
    }

    fn row(&mut self, row: NodeRef<'_>, table: &mut Table, at: At<'_>) {
        let mut cells: Row = Vec::new();
        let mut only_headings = true;
        for (node, element) in cells_of(row) {
            table.pad_from_above(&mut cells);
            let (text, aside) = self.spans(node, Frame::Inline, at);
            table.aside.extend(aside);
            only_headings &= element.name() == "th";
            table.cell(&mut cells, text, element);
        }
        table.pad_from_above(&mut cells);
        let in_head = row.parent().and_then(name) == Some("thead");
        table.end_row(cells, in_head || (only_headings && table.rows.is_empty()));
    }
}

#[derive(Default)]
struct Table {
    caption: Vec<Span>,
    head: Vec<Row>,
    rows: Vec<Row>,
    /// Pictures and embeds that stood in cells.
    aside: Vec<Block>,
    /// For each column, how many more rows its last cell spans.
    spanned: Vec<usize>,
    padding: usize,
}

impl Table {
    fn cell(&mut self, cells: &mut Row, text: Vec<Span>, element: &Element) {
        let span =
            |name: &str| element.attr(name).and_then(|n| n.trim().parse::<usize>().ok()).unwrap_or(1).max(1);
        let (columns, rows) = (span("colspan"), span("rowspan"));
        let column = cells.len();
        cells.push(text);
        for _ in 1..columns.min(100) {
            self.pad(cells);
        }
        if rows > 1 && cells.len() < 1_000 {
            self.spanned.resize(self.spanned.len().max(cells.len()), 0);
            self.spanned[column..cells.len()].fill(rows.min(1_000) - 1);
        }
    }

    /// Where a cell from above reaches down, an empty one stands.
    fn pad_from_above(&mut self, cells: &mut Row) {
        while let Some(left) = self.spanned.get_mut(cells.len()).filter(|left| **left > 0) {
            *left -= 1;
            if !self.pad(cells) {
                return;
            }
        }
    }

    fn pad(&mut self, cells: &mut Row) -> bool {
        let may = self.padding < MAX_PADDING;
        if may {
            self.padding += 1;
            cells.push(Vec::new());
        }
        may
    }

    fn end_row(&mut self, cells: Row, is_head: bool) {
        if cells.iter().all(Vec::is_empty) {
            return;
        }
        if is_head { self.head.push(cells) } else { self.rows.push(cells) }
    }
}

fn name(node: NodeRef<'_>) -> Option<&str> {
    node.value().as_element().map(Element::name)
}

/// The rows of all parts, in their order.
fn rows_of(table: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    let parts = table.children().filter(|part| matches!(name(*part), Some("thead" | "tbody" | "tfoot")));
    parts.flat_map(|part| part.children().filter(|row| name(*row) == Some("tr"))).collect()
}

fn cells_of(row: NodeRef<'_>) -> impl Iterator<Item = (NodeRef<'_>, &Element)> {
    let cell = |node: NodeRef<'_>| role(name(node).unwrap_or_default()) == Some(Role::Cell);
    row.children().filter(move |node| cell(*node)).filter_map(|node| Some((node, node.value().as_element()?)))
}

/// A table of one cell with blocks in it is a frame, not a table.
fn layout_cell<'a>(rows: &[NodeRef<'a>]) -> Option<NodeRef<'a>> {
    let [row] = rows else { return None };
    let mut cells = row.children().filter(|node| matches!(name(*node), Some("td")));
    let cell = cells.next().filter(|_| cells.next().is_none())?;
    let is_block = |node: NodeRef<'_>| {
        let inline =
            [Role::Inline, Role::Break, Role::Emphasis, Role::Strong, Role::Code, Role::Link, Role::Small];
        name(node).and_then(role).is_some_and(|role| !inline.contains(&role))
    };
    cell.children().any(is_block).then_some(cell)
}
