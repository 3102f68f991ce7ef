//! Writes XML: texts are escaped, and letters that XML 1.0 can't hold are left out.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document in the making.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins with the declaration.
    pub(super) fn new() -> Self {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.line();
        xml
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(start(name, attributes)));
    }

    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
        self.line();
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element that holds a text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    pub(super) fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.event(Event::Start(start(name, attributes)));
        self.event(Event::Text(BytesText::new(&legal(text))));
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }

    /// Elements that others lie in end their line, so that a person can read the file.
    fn line(&mut self) {
        self.0.get_mut().push(b'\n');
    }

    fn event(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("memory takes all that is written");
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, legal(value).as_ref()));
    }
    start
}

/// Without what XML 1.0 (section 2.2) excludes.
fn legal(text: &str) -> Cow<'_, str> {
    let is_illegal =
        |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(is_illegal) { Cow::Owned(text.replace(is_illegal, "")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let mut xml = Xml::new();
        xml.text_with("a", &[("b", "\"<&\u{1}>")], "]]>\u{0}<x/>&amp;\u{ffff}");
        let text = String::from_utf8(xml.into_bytes()).unwrap();
        let (_, element) = text.split_once('\n').unwrap();
        assert_eq!(element, "<a b=\"&quot;&lt;&amp;&gt;\">]]&gt;&lt;x/&gt;&amp;amp;</a>");
    }
}
