//! Builds the tree out of what the tokenizer finds.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::names::Scope;
use super::unread::{Unread, is_entry};
use super::{Element, MAX_DEPTH, Node};
use crate::import::entities::character;

/// The first element of `text`, and what was wrong where the reading had to stop, if it had to. An end tag closes the
/// innermost element of its name; elements that are still open at the end are closed there. Entries of feeds are left
/// unread, see [`Element::whole`].
pub(in crate::import) fn parse(text: &str) -> (Option<Element>, Option<String>) {
    Tree { leaves_entries: true, ..Tree::default() }.grow(text)
}

/// An entry that [`parse`] left unread.
pub(super) fn entry(text: &str, unread: &Unread) -> Option<Element> {
    let text = text.get(unread.bytes.clone())?;
    Tree { scope: unread.scope.clone(), above: unread.above, ..Tree::default() }.grow(text).0
}

#[derive(Default)]
struct Tree {
    scope: Scope,
    /// How many elements there are around the text.
    above: usize,
    /// Open elements with their names as written, outermost first.
    open: Vec<(String, Element)>,
    /// Open elements that are too deep to be held.
    too_deep: usize,
    root: Option<Element>,
    leaves_entries: bool,
    /// Where the entry that is being passed over stands among the open elements.
    passing: Option<usize>,
    /// How far the text was read, in bytes, before and after the last event.
    from: usize,
    to: usize,
}

impl Tree {
    fn grow(mut self, text: &str) -> (Option<Element>, Option<String>) {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let error = loop {
            self.from = self.to;
            let event = reader.read_event();
            self.to = reader.buffer_position() as usize;
            match event {
                Ok(Event::Eof) => break None,
                Ok(event) => self.take(event),
                Err(error) => break Some(format!("{error}, at byte {}", reader.error_position())),
            }
        };
        self.to = text.len();
        (self.finish(), error)
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(start) => self.open(&start),
            Event::Empty(start) => {
                self.open(&start);
                self.close(start.name().into_inner());
            }
            Event::End(end) => self.close(end.name().into_inner()),
            Event::Text(text) => self.text(&text),
            Event::CData(text) => self.text(&text),
            Event::GeneralRef(name) => self.text(&reference(&name)),
            _ => {}
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        let depth = self.above + self.open.len();
        if depth >= MAX_DEPTH {
            self.too_deep += 1;
            return;
        }
        let written = start.name().into_inner();
        if self.passing.is_some() {
            self.open.push((written.to_owned(), Element::default()));
            return;
        }
        let outside = self.scope.clone();
        let mut attributes = Vec::new();
        for attribute in start.html_attributes().with_checks(false).flatten() {
            let name = attribute.key.into_inner();
            let value = value(&attribute.value);
            match name.strip_prefix("xmlns") {
                Some("") => self.scope.declare(depth, "", &value),
                Some(prefix) if prefix.starts_with(':') => {
                    self.scope.declare(depth, &prefix[1..], &value);
                }
                _ => attributes.push((name.to_owned(), value)),
            }
        }
        let name = self.scope.resolve(written);
        let parent = self.open.last().map_or("", |(_, parent)| &parent.name);
        let unread = (self.leaves_entries && is_entry(&name, depth, parent)).then(|| {
            self.passing = Some(self.open.len());
            Box::new(Unread { bytes: self.from..self.to, scope: outside, above: depth })
        });
        self.open.push((written.to_owned(), Element { name, attributes, nodes: Vec::new(), unread }));
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
        let Some((_, mut element)) = self.open.pop() else { return };
        match self.passing {
            Some(entry) if entry < self.open.len() => return,
            Some(_) => self.passing = None,
            None => {}
        }
        if let Some(unread) = &mut element.unread {
            unread.bytes.end = self.to;
        }
        self.scope.leave(self.above + self.open.len());
        match self.open.last_mut() {
            Some((_, parent)) => parent.nodes.push(Node::Element(element)),
            None => self.root = self.root.take().or(Some(element)),
        }
    }

    fn text(&mut self, text: &str) {
        if self.passing.is_some() {
            return;
        }
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

/// The character that is referred to; names that XML doesn't know are left to the reader of HTML.
fn reference(name: &str) -> String {
    character(name).map_or_else(|| format!("&{name};"), String::from)
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
        let text = "<rss><item><title>A & B&nbsp;&#x43;<br></title></item><item><title>C";
        let feed = root(text);
        let titles: Vec<_> = feed.all("item").filter_map(|item| item.whole(text).said(&["title"])).collect();
        assert_eq!(titles, ["A & B&nbsp;C", "C"]);
    }

    #[test]
    fn entries_are_read_apart_as_they_stand_in_the_whole() {
        let entries = "<entry a='&lt;'>ä<t>1</t></entry> x <entry/><!-- <entry> --><entry xmlns:d='http://purl.org/dc/terms/'>\
            <d:t>2</d:t><entry><t>3</t></entry></entry><entry><e:t>4</e:t></feed>";
        let text =
            format!("<?xml version='1.0'?>\n<feed xmlns:e='http://purl.org/dc/elements/1.1/'>{entries}");
        let left = root(&text);
        assert!(left.all("entry").all(|entry| entry.nodes.is_empty()));
        let read: Vec<_> = left.all("entry").map(|entry| entry.whole(&text).into_owned()).collect();
        let whole = Tree::default().grow(&text).0.unwrap();
        assert_eq!(read.iter().collect::<Vec<_>>(), whole.all("entry").collect::<Vec<_>>());
        assert_eq!(read.iter().map(Element::text).collect::<Vec<_>>(), ["ä1", "", "23", "4"]);
        assert!(read[3].said(&["dc:t"]).is_some());
    }

    #[test]
    fn deep_elements_leave_their_text() {
        let deep = format!("<a>{}x{}<z>y</z></a>", "<b>".repeat(100_000), "</b>".repeat(100_000));
        let root = root(&deep);
        assert_eq!(root.text(), "xy");
        assert_eq!(root.said(&["z"]).as_deref(), Some("y"));
    }
}
