//! Elements as they stand in prerendered pages: a tree that is written once. Nobody listens to it, nothing is compared.

use std::borrow::Cow;
use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::{Listener, VTag, VText};

use crate::article::html::escape::{push_text, push_value};

/// Text, and the values of attributes.
pub(in crate::view) type Value = Cow<'static, str>;

/// What stands around a component, so that the viewer knows where it begins and ends.
const MARKS: (&str, &str) = ("<!--<[]>-->", "<!--</[]>-->");

/// Elements without an end, of those that there are (HTML standard, section 13.1.2).
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// An element.
pub(super) struct Tag {
    name: &'static str,
    value: Option<Value>,
    is_checked: bool,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Node>,
}

enum Node {
    Tag(Tag),
    Text(Value),
}

/// Adds the markup of a component that is made of these elements: letter by letter what Yew's server renderer writes.
pub(super) fn component(tags: impl IntoIterator<Item = Tag>, html: &mut String) {
    html.push_str(MARKS.0);
    tags.into_iter().for_each(|tag| tag.write(html));
    html.push_str(MARKS.1);
}

impl Tag {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, value: None, is_checked: false, attributes: Vec::new(), children: Vec::new() }
    }

    pub(super) fn attribute(&mut self, name: &'static str, value: Value) {
        self.attributes.push((name, value));
    }

    pub(super) fn value(&mut self, value: Value) {
        self.value = Some(value);
    }

    pub(super) fn checked(&mut self, is_checked: bool) {
        self.is_checked = is_checked;
    }

    pub(super) fn key(&mut self, _: String) {}

    pub(super) fn child(&mut self, child: Option<Self>) {
        self.children.extend(child.map(Node::Tag));
    }

    pub(super) fn text(&mut self, text: Value) {
        self.children.push(Node::Text(text));
    }

    pub(super) fn listen(&mut self, _: impl FnOnce() -> Rc<dyn Listener>) {}

    fn write(&self, html: &mut String) {
        html.extend(["<", self.name]);
        self.value.iter().for_each(|value| attribute("value", value, html));
        html.push_str(if self.is_checked { " checked" } else { "" });
        self.attributes.iter().for_each(|(name, value)| attribute(name, value, html));
        html.push('>');
        if VOID.contains(&self.name) {
            return;
        }
        for child in &self.children {
            match child {
                Node::Tag(tag) => tag.write(html),
                Node::Text(text) => push_text(text, html),
            }
        }
        html.extend(["</", self.name, ">"]);
    }
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.extend([" ", name, "=\""]);
    push_value(value, html);
    html.push('"');
}

/// As Yew takes it, for its own server renderer.
impl From<Tag> for Html {
    fn from(tag: Tag) -> Self {
        let mut made = VTag::new(tag.name);
        if tag.name == "input" {
            made.set_value(tag.value);
            made.set_checked(tag.is_checked);
        }
        for (name, value) in tag.attributes {
            made.add_attribute(name, value);
        }
        for child in tag.children {
            made.add_child(match child {
                Node::Tag(tag) => tag.into(),
                Node::Text(text) => VText::new(text).into(),
            });
        }
        made.into()
    }
}
