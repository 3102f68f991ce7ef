//! Elements, built by calls: `el("p").class("meta").text("3 min")`. Yew's `html!` writes some 700 bytes of WebAssembly
//! for each element, a chain of calls some 60. In the browser Yew keeps them; for prerendered pages they are written.

#[cfg(target_arch = "wasm32")]
mod live;
#[cfg(not(target_arch = "wasm32"))]
mod markup;

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput};
use yew::{Callback, Event, Html, InputEvent, MouseEvent};

#[cfg(target_arch = "wasm32")]
use live::{Tag, Value};
#[cfg(not(target_arch = "wasm32"))]
use markup::{Tag, Value};

/// An element that is being built.
pub(super) struct El(Tag);

/// Adds the markup of a component that is made of these elements.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn markup(elements: impl IntoIterator<Item = El>, html: &mut String) {
    markup::component(elements.into_iter().map(|element| element.0), html);
}

/// A new element without attributes and children.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(super) fn el(tag: &'static str) -> El {
    El(Tag::new(tag))
}

impl El {
    /// With an attribute; without it, if the value is `None`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn attr(mut self, name: &'static str, value: impl Attribute) -> Self {
        if let Some(value) = value.value() {
            self.0.attribute(name, value);
        }
        self
    }

    /// With classes.
    pub(super) fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// With what an input is set to, whatever the reader set it to since.
    pub(super) fn value(mut self, value: String) -> Self {
        self.0.value(value.into());
        self
    }

    /// With a radio button's or a box's state.
    pub(super) fn checked(mut self, is_checked: bool) -> Self {
        self.0.checked(is_checked);
        self
    }

    /// With a name among its siblings, so that it is moved and not made anew when they change.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn key(mut self, key: String) -> Self {
        self.0.key(key);
        self
    }

    /// With one more child. `None` leaves an empty place, so that those after it keep theirs.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn child(mut self, child: impl Into<Option<Self>>) -> Self {
        self.0.child(child.into().map(|child| child.0));
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
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn text(mut self, text: impl Into<Value>) -> Self {
        self.0.text(text.into());
        self
    }

    /// With something to do when it is clicked.
    pub(super) fn on_click(mut self, then: impl Fn(MouseEvent) + 'static) -> Self {
        self.0.listen(|| Rc::new(onclick::Wrapper::new(Callback::from(then))));
        self
    }

    /// With something to do whenever what was typed changes.
    pub(super) fn on_input(mut self, then: impl Fn(InputEvent) + 'static) -> Self {
        self.0.listen(|| Rc::new(oninput::Wrapper::new(Callback::from(then))));
        self
    }

    /// With something to do when another value was given.
    pub(super) fn on_change(mut self, then: impl Fn(Event) + 'static) -> Self {
        self.0.listen(|| Rc::new(onchange::Wrapper::new(Callback::from(then))));
        self
    }
}

impl From<El> for Html {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn from(element: El) -> Self {
        element.0.into()
    }
}

/// What an attribute may be set to.
pub(super) trait Attribute {
    /// `None` if the attribute is to be left out.
    fn value(self) -> Option<Value>;
}

impl Attribute for &'static str {
    fn value(self) -> Option<Value> {
        Some(self.into())
    }
}

impl Attribute for String {
    fn value(self) -> Option<Value> {
        Some(self.into())
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn value(self) -> Option<Value> {
        self.and_then(T::value)
    }
}
