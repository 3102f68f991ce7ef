//! What stands in one page, gathered in one walk over its elements.

use std::collections::{HashMap, HashSet};

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

/// Why a page names an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Use {
    /// To be followed.
    Link,
    /// To be shown.
    Picture,
    /// To be loaded otherwise.
    Load,
}

/// What stands in a page.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub title: Option<String>,
    pub language: Option<String>,
    /// The page's own word for the way to the site's root.
    pub root: Option<String>,
    /// By `name` or `property`, in the order of the page.
    pub meta: HashMap<String, Vec<String>>,
    pub canonical: Option<String>,
    pub addresses: HashSet<(Use, String)>,
    pub ids: HashSet<String>,
    pub headings: Vec<u8>,
    pub headline: Option<String>,
    pub byline: Option<String>,
    /// Pictures without `alt`.
    pub undescribed: Vec<String>,
    pub json_ld: Vec<String>,
    /// Of the article, else of the main part.
    pub characters: usize,
}

impl Scan {
    /// Walks over a page.
    pub(super) fn of(html: &str) -> Self {
        let document = Html::parse_document(html);
        let mut scan = Self::default();
        for node in document.tree.nodes() {
            if let (Node::Element(element), Some(whole)) = (node.value(), ElementRef::wrap(node)) {
                scan.element(element, whole);
            }
        }
        scan
    }

    /// The first value of a `meta`.
    pub(super) fn meta(&self, name: &str) -> Option<&str> {
        self.meta.get(name).and_then(|values| values.first()).map(String::as_str)
    }

    fn element(&mut self, element: &Element, whole: ElementRef<'_>) {
        self.ids.extend(element.id().map(str::to_owned));
        match element.name() {
            "html" => {
                self.language = filled(element.attr("lang"));
                self.root = filled(element.attr("data-root"));
            }
            // Drawings have titles too.
            "title" if self.title.is_none() && !within(whole, "svg") => {
                self.title = filled(Some(&text(whole)));
            }
            "meta" => self.meta_element(element),
            "link" => self.link(element),
            "script" if element.attr("type") == Some("application/ld+json") => self.json_ld.push(text(whole)),
            "script" | "iframe" | "audio" | "video" => self.named(Use::Load, element.attr("src")),
            "a" | "area" => self.named(Use::Link, element.attr("href")),
            "img" => self.picture(element),
            "source" => self.named_set(element.attr("srcset")),
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => self.heading(name, whole),
            "article" if self.characters == 0 => self.characters = text(whole).chars().count(),
            "main" if self.characters == 0 && !has_article(whole) => {
                self.characters = text(whole).chars().count();
            }
            _ => {}
        }
        if self.byline.is_none() && element.has_class("byline", scraper::CaseSensitivity::CaseSensitive) {
            self.byline = filled(Some(&spaced(whole)));
        }
    }

    fn meta_element(&mut self, element: &Element) {
        let name = element.attr("property").or_else(|| element.attr("name"));
        if let (Some(name), Some(content)) = (name, filled(element.attr("content"))) {
            self.meta.entry(name.to_ascii_lowercase()).or_default().push(content);
        }
    }

    fn link(&mut self, element: &Element) {
        let rels = element.attr("rel").unwrap_or_default();
        let is = |rel: &str| rels.split_whitespace().any(|word| word.eq_ignore_ascii_case(rel));
        if is("canonical") {
            self.canonical = filled(element.attr("href"));
        } else if !is("preconnect") && !is("dns-prefetch") {
            self.named(if is("icon") { Use::Picture } else { Use::Load }, element.attr("href"));
        }
    }

    fn picture(&mut self, element: &Element) {
        self.named(Use::Picture, element.attr("src"));
        self.named_set(element.attr("srcset"));
        if element.attr("alt").is_none() {
            self.undescribed.push(element.attr("src").unwrap_or_default().to_owned());
        }
    }

    fn heading(&mut self, name: &str, whole: ElementRef<'_>) {
        self.headings.extend(name[1..].parse::<u8>().ok());
        if name == "h1" && self.headline.is_none() {
            self.headline = filled(Some(&text(whole)));
        }
    }

    fn named(&mut self, what: Use, address: Option<&str>) {
        self.addresses.extend(address.map(|address| (what, address.trim().to_owned())));
    }

    fn named_set(&mut self, set: Option<&str>) {
        for one in set.unwrap_or_default().split(", ") {
            self.named(Use::Picture, one.split_whitespace().next());
        }
    }
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The texts of an element's parts, apart.
fn spaced(element: ElementRef<'_>) -> String {
    let parts = element.children().map(|child| match child.value() {
        Node::Text(text) => text.trim().to_owned(),
        _ => ElementRef::wrap(child).map(text).unwrap_or_default(),
    });
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn within(element: ElementRef<'_>, name: &str) -> bool {
    element.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == name)
}

fn has_article(element: ElementRef<'_>) -> bool {
    element.descendants().filter_map(ElementRef::wrap).any(|inner| inner.value().name() == "article")
}

fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
