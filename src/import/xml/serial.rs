//! Writes what is in an element as HTML, for markup that stands in a feed without being escaped.

use super::{Element, Node};
use crate::article::html::escape::{push_text, push_value};

/// Elements of HTML that have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "source", "wbr"];

impl Element {
    /// Its contents as HTML, without prefixes.
    pub(in crate::import) fn inner_html(&self) -> String {
        let mut out = String::new();
        self.push_inner(&mut out);
        out
    }

    fn push_inner(&self, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => push_text(text, out),
                Node::Element(element) => element.push_html(out),
            }
        }
    }

    fn push_html(&self, out: &mut String) {
        let name = self.name.rsplit(':').next().unwrap_or(&self.name);
        out.push('<');
        out.push_str(name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            push_value(value, out);
            out.push('"');
        }
        out.push('>');
        if !VOID.contains(&name) {
            self.push_inner(out);
            out.push_str("</");
            out.push_str(name);
            out.push('>');
        }
    }
}
