//! Pictures, embeds and preformatted text.

use scraper::node::Element;

use super::address::{self, Refused};
use super::element::{NodeRef, attribute, text_of};
use super::flow::{At, Flow};
use super::line::fold;
use super::reader::Reader;
use crate::article::{Block, Picture};

/// Where pages keep the address of a picture that is loaded late.
const LATE: [&str; 4] = ["data-src", "data-lazy-src", "data-original", "data-orig-file"];

impl Reader<'_> {
    pub(super) fn image(&mut self, element: &Element, flow: &mut Flow, at: At<'_>) {
        let alt = attribute(element, &["alt"]).map(fold).filter(|alt| !alt.is_empty());
        if element.classes().any(|class| matches!(class, "emoji" | "wp-smiley")) {
            return flow.line.text(alt.as_deref().unwrap_or_default(), at.formats);
        }
        let width = attribute(element, &["width"]).and_then(pixels);
        let height = attribute(element, &["height"]).and_then(pixels);
        let is_tracker = width == Some(1) && height == Some(1);
        if is_tracker {
            return;
        }
        if let Some(src) = self.picture_address(element) {
            if flow.is_inline() {
                self.simplified("a picture inside a line of text; it was set behind");
            }
            flow.push(Block::Figure(Picture { src, width, height, alt, ..Picture::default() }));
        } else if let Some(alt) = alt {
            flow.line.text(&alt, at.formats);
        }
    }

    fn picture_address(&mut self, element: &Element) -> Option<String> {
        let first_candidate =
            |set: &str| set.split_whitespace().next().map(|src| src.trim_end_matches(',').to_owned());
        let late = LATE.iter().filter_map(|name| attribute(element, &[name])).map(str::to_owned);
        let set = attribute(element, &["srcset", "data-srcset"]).and_then(first_candidate);
        let all = attribute(element, &["src"]).map(str::to_owned).into_iter().chain(late).chain(set);
        let mut refused = None;
        for src in all {
            match address::picture(&src, self.base) {
                Ok(src) => return Some(src),
                Err(why) => refused = refused.or(Some((src, why))),
            }
        }
        if let Some((src, why)) = refused {
            self.refused("picture", &src, why);
        }
        None
    }

    pub(super) fn embed(&mut self, node: NodeRef<'_>, element: &Element, flow: &mut Flow, at: At<'_>) {
        let inner = |name: &str| {
            let inside = node.descendants().filter_map(|child| child.value().as_element());
            inside.filter(|child| child.name() == name).find_map(|child| attribute(child, &["src"]))
        };
        let address =
            attribute(element, &["src", "data", "data-src"]).filter(|src| !src.starts_with("about:"));
        let address = address.or_else(|| attribute(element, &["data-src"])).or_else(|| inner("source"));
        let found = address.map(|address| (address, address::web(address, self.base)));
        match found {
            Some((_, Ok(url))) => {
                let title =
                    attribute(element, &["title", "aria-label"]).map(fold).filter(|title| !title.is_empty());
                flow.push(Block::Embed { url, title });
            }
            Some((address, Err(Refused::Relative))) => self.refused("embed", address, Refused::Relative),
            Some((address, Err(why))) => self.refused("embed", address, why),
            None if node.has_children() => self.children(node, flow, at),
            None => self.simplified(format!("<{}> without an address; dropped", element.name())),
        }
    }

    /// Keeps white space, but for empty lines around.
    pub(super) fn preformatted(&mut self, node: NodeRef<'_>, element: &Element, flow: &mut Flow) {
        let mut text = String::new();
        text_of(node, &mut |part| text.push_str(part));
        let text: String = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "");
        let first_line =
            text.find(|c: char| !c.is_whitespace()).map(|at| text[..at].rfind('\n').map_or(0, |end| end + 1));
        let Some(first_line) = first_line else { return };
        let code = node
            .children()
            .filter_map(|child| child.value().as_element())
            .find(|child| child.name() == "code");
        let language = std::iter::once(element).chain(code).find_map(language_of);
        flow.push(Block::Code { language, text: text[first_line..].trim_end().to_owned() });
    }
}

/// From a class such as `language-rust` (HTML's own advice) or `lang-rust`.
fn language_of(element: &Element) -> Option<String> {
    element.classes().find_map(|class| {
        let language = class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-"))?;
        (!language.is_empty() && language.len() <= 40).then(|| language.to_owned())
    })
}

/// `640` or `640px`.
fn pixels(text: &str) -> Option<u32> {
    text.strip_suffix("px").unwrap_or(text).trim().parse().ok().filter(|pixels| *pixels > 0)
}
