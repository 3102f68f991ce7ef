//! Elements as Yew keeps them in the browser: compared with what was there before, and listened to.

use std::rc::Rc;

use yew::virtual_dom::{Listener, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// Text, and the values of attributes.
pub(in crate::view) type Value = AttrValue;

/// An element.
pub(super) struct Tag(Box<VTag>);

impl Tag {
    pub(super) fn new(name: &'static str) -> Self {
        Self(Box::new(VTag::new(name)))
    }

    pub(super) fn attribute(&mut self, name: &'static str, value: Value) {
        self.0.add_attribute(name, value);
    }

    pub(super) fn value(&mut self, value: Value) {
        self.0.set_value(Some(value));
    }

    pub(super) fn checked(&mut self, is_checked: bool) {
        self.0.set_checked(is_checked);
    }

    pub(super) fn key(&mut self, key: String) {
        self.0.key = Some(key.into());
    }

    /// `None` leaves an empty place, so that those after it keep theirs.
    pub(super) fn child(&mut self, child: Option<Self>) {
        self.0.add_child(child.map_or_else(VNode::default, |child| (*child.0).into()));
    }

    pub(super) fn text(&mut self, text: Value) {
        self.0.add_child(VText::new(text).into());
    }

    #[inline(always)]
    pub(super) fn listen(&mut self, listener: impl FnOnce() -> Rc<dyn Listener>) {
        self.add(listener());
    }

    #[inline(never)]
    fn add(&mut self, listener: Rc<dyn Listener>) {
        self.0.add_listener(listener);
    }
}

impl From<Tag> for Html {
    fn from(tag: Tag) -> Self {
        (*tag.0).into()
    }
}
