//! What elements take over from those around them: base address and language.

use url::Url;

use crate::import::xml::Element;

/// Where an element stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// What relative addresses are relative to, by `xml:base`.
    pub(super) base: Option<Url>,
    /// `xml:lang`, or what the feed says of itself.
    pub(super) language: Option<String>,
}

impl Place {
    /// Inside `element`.
    pub(super) fn inside(&self, element: &Element) -> Self {
        let base = element.attribute("xml:base").and_then(|base| match &self.base {
            Some(outer) => outer.join(base).ok(),
            None => Url::parse(base).ok(),
        });
        let language = element.attribute("xml:lang").map(str::to_owned);
        Self {
            base: base.or_else(|| self.base.clone()),
            language: language.or_else(|| self.language.clone()),
        }
    }
}
