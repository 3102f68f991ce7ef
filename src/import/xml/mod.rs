//! XML as a tree, read as leniently as readers of feeds must: whatever is wrong in it, what can be read is.
//! Expands no entity but characters, and holds no element deeper than a limit.

mod build;
mod names;
mod serial;
mod unread;

pub(super) use build::parse;

/// Elements inside each other; deeper ones are left out, and their text is kept.
const MAX_DEPTH: usize = 200;

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its local name, behind the usual prefix of its vocabulary (`dc:creator`); Atom and RSS have none.
    pub(super) name: String,
    /// Names as they are written, values without references.
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
    /// Where it stands, if it was passed over.
    unread: Option<Box<unread::Unread>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The elements in it.
    pub(super) fn children(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Those of a name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children().filter(move |child| child.name == name)
    }

    /// The first of the first name that has one.
    pub(super) fn first(&self, names: &[&str]) -> Option<&Self> {
        names.iter().find_map(|name| self.children().find(|child| child.name == *name))
    }

    /// The text of the first of `names` that has one, trimmed and not empty.
    pub(super) fn said(&self, names: &[&str]) -> Option<String> {
        let texts = names.iter().flat_map(|name| self.all(name)).map(Self::text);
        texts.map(|text| text.trim().to_owned()).find(|text| !text.is_empty())
    }

    /// The value of an attribute, trimmed and not empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// All text in it, as it stands.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.push_text(&mut out);
        out
    }

    fn push_text(&self, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.push_text(out),
            }
        }
    }

    /// Whether there are elements in it.
    pub(super) fn has_children(&self) -> bool {
        self.children().next().is_some()
    }
}
