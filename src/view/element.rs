//! Elements, built by calls: `el("p").class("meta").text("3 min")`. Yew's `html!` writes some 700 bytes of WebAssembly
//! for each element, a chain of calls some 60.

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput};
use yew::virtual_dom::{Listener, VNode, VTag, VText};
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent};

/// An element that is being built.
pub(super) struct El(Box<VTag>);

/// A new element without attributes and children.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(VTag::new(tag)))
}

impl El {
    /// With an attribute; without it, if the value is `None`.
    #[inline(never)]
    pub(super) fn attr(mut self, name: &'static str, value: impl Attribute) -> Self {
        if let Some(value) = value.value() {
            self.0.add_attribute(name, value);
        }
        self
    }

    /// With classes.
    pub(super) fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// With a radio button's or a box's state.
    pub(super) fn checked(mut self, is_checked: bool) -> Self {
        self.0.set_checked(is_checked);
        self
    }

    /// With a name among its siblings, so that it is moved and not made anew when they change.
    #[inline(never)]
    pub(super) fn key(mut self, key: String) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// With one more child. `None` leaves an empty place, so that those after it keep theirs.
    #[inline(never)]
    pub(super) fn child(mut self, child: impl Into<Option<Self>>) -> Self {
        self.0.add_child(child.into().map_or_else(VNode::default, VNode::from));
        self
    }

    /// With more children.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// With text after what it holds already.
    #[inline(never)]
    pub(super) fn text(mut self, text: impl Into<AttrValue>) -> Self {
        self.0.add_child(VText::new(text.into()).into());
        self
    }

    /// With something to do when it is clicked.
    pub(super) fn on_click(self, then: impl Fn(MouseEvent) + 'static) -> Self {
        self.on(Rc::new(onclick::Wrapper::new(Callback::from(then))))
    }

    /// With something to do whenever what was typed changes.
    pub(super) fn on_input(self, then: impl Fn(InputEvent) + 'static) -> Self {
        self.on(Rc::new(oninput::Wrapper::new(Callback::from(then))))
    }

    /// With something to do when another value was given.
    pub(super) fn on_change(self, then: impl Fn(Event) + 'static) -> Self {
        self.on(Rc::new(onchange::Wrapper::new(Callback::from(then))))
    }

    #[inline(never)]
    fn on(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }
}

impl From<El> for Html {
    #[inline(never)]
    fn from(element: El) -> Self {
        (*element.0).into()
    }
}

/// What an attribute may be set to.
pub(super) trait Attribute {
    /// `None` if the attribute is to be left out.
    fn value(self) -> Option<AttrValue>;
}

impl Attribute for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Attribute for String {
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(T::value)
    }
}
