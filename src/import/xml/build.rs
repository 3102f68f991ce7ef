//! Builds the tree out of what the tokenizer finds.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::names::Scope;
use super::{Element, MAX_DEPTH, Node};
use crate::import::entities::character;

/// The first element of `text`, and what was wrong where the reading had to stop, if it had to. An end tag closes the
/// innermost element of its name; elements that are still open at the end are closed there.
pub(in crate::import) fn parse(text: &str) -> (Option<Element>, Option<String>) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut tree = Tree::default();
    let error = loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => tree.open(&start),
            Ok(Event::Empty(start)) => {
                tree.open(&start);
                tree.close(start.name().into_inner());
            }
            Ok(Event::End(end)) => tree.close(end.name().into_inner()),
            Ok(Event::Text(text)) => tree.text(&text),
            Ok(Event::CData(text)) => tree.text(&text),
            Ok(Event::GeneralRef(name)) => tree.text(&reference(&name)),
            Ok(Event::Eof) => break None,
            Ok(_) => {}
            Err(error) => break Some(format!("{error}, at byte {}", reader.error_position())),
        }
    };
    (tree.finish(), error)
}

/// The character that is referred to; names that XML doesn't know are left to the reader of HTML.
fn reference(name: &str) -> String {
    character(name).map_or_else(|| format!("&{name};"), String::from)
}

#[derive(Default)]
struct Tree {
    scope: Scope,
    /// Open elements with their names as written, outermost first.
    open: Vec<(String, Element)>,
    /// Open elements that are too deep to be held.
    too_deep: usize,
    root: Option<Element>,
}

impl Tree {
    fn open(&mut self, start: &BytesStart<'_>) {
        if self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            return;
        }
        let written = start.name().into_inner();
        let mut attributes = Vec::new();
        for attribute in start.html_attributes().with_checks(false).flatten() {
            let name = attribute.key.into_inner();
            let value = value(&attribute.value);
            match name.strip_prefix("xmlns") {
                Some("") => self.scope.declare(self.open.len(), "", &value),
                Some(prefix) if prefix.starts_with(':') => {
                    self.scope.declare(self.open.len(), &prefix[1..], &value);
                }
                _ => attributes.push((name.to_owned(), value)),
            }
        }
        let name = self.scope.resolve(written);
        self.open.push((written.to_owned(), Element { name, attributes, nodes: Vec::new() }));
    }

    fn close(&mut self, written: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|(open, _)| open == written) else { return };
        while self.open.len() > at {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        let Some((_, element)) = self.open.pop() else { return };
        self.scope.leave(self.open.len());
        match self.open.last_mut() {
            Some((_, parent)) => parent.nodes.push(Node::Element(element)),
            None => self.root = self.root.take().or(Some(element)),
        }
    }

    fn text(&mut self, text: &str) {
        let Some((_, element)) = self.open.last_mut() else { return };
        match element.nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => element.nodes.push(Node::Text(text.to_owned())),
        }
    }

    fn finish(mut self) -> Option<Element> {
        while !self.open.is_empty() {
            self.close_last();
        }
        self.root
    }
}

/// An attribute's value with its references resolved.
fn value(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').filter(|end| *end < 12);
        match end {
            Some(end) => {
                out.push_str(&reference(&rest[at + 1..at + end]));
                rest = &rest[at + end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(text: &str) -> Element {
        parse(text).0.unwrap()
    }

    #[test]
    fn vocabularies_are_known_by_their_address() {
        let feed = root(
            "<f xmlns='http://www.w3.org/2005/Atom' xmlns:x='http://purl.org/dc/elements/1.1/'>\
            <title>T</title><x:creator>A &amp; B</x:creator><media:content url='a&amp;b'/></f>",
        );
        assert_eq!(feed.said(&["title"]).as_deref(), Some("T"));
        assert_eq!(feed.said(&["dc:creator"]).as_deref(), Some("A & B"));
        assert_eq!(feed.first(&["media:content"]).unwrap().attribute("url"), Some("a&b"));
    }

    #[test]
    fn what_is_wrong_does_not_hide_what_is_right() {
        let feed = root("<rss><item><title>A & B&nbsp;&#x43;<br></title></item><item><title>C");
        let titles: Vec<_> = feed.all("item").filter_map(|item| item.said(&["title"])).collect();
        assert_eq!(titles, ["A & B&nbsp;C", "C"]);
    }

    #[test]
    fn deep_elements_leave_their_text() {
        let deep = format!("<a>{}x{}<z>y</z></a>", "<b>".repeat(100_000), "</b>".repeat(100_000));
        let root = root(&deep);
        assert_eq!(root.text(), "xy");
        assert_eq!(root.said(&["z"]).as_deref(), Some("y"));
    }
}
