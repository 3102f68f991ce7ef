//! How deep elements will stand in each other once the parser has them. It goes by the parser's own rules where
//! they matter: an end tag that ends nothing counts for nothing, and formatting that is left open goes on.

use std::collections::HashMap;

use super::element::is_in;

/// The parser opens them again in what follows, until their own end tag comes.
const FORMATTING: &str = "a b big code em font i nobr s small strike strong tt u";

/// An end tag doesn't reach through them, and formatting ends with them.
const BOUNDARIES: &str = "applet caption marquee math object svg table template";

/// End tags of other elements don't reach through these.
const BLOCKS: &str = "address article aside blockquote button center details dialog dir div dl fieldset figcaption \
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup listing main menu nav ol pre search section select summary ul";

/// How often the same formatting is opened again, at most.
const AGAIN: usize = 3;

/// Elements that are open, outermost first.
pub(super) struct Nesting<'h> {
    limit: usize,
    open: Vec<Open<'h>>,
    /// How many of a name were refused and haven't ended.
    refused: HashMap<String, usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Open<'h> {
    kind: Kind,
    name: &'h str,
    tag: &'h str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Formatting,
    Boundary,
    Block,
    Other,
}

impl<'h> Nesting<'h> {
    /// None is open, and at most `limit` may be.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, open: Vec::new(), refused: HashMap::new() }
    }

    /// Opens an element, if there is room for it. `tag` is all of its start tag.
    pub(super) fn start(&mut self, name: &'h str, tag: &'h str) -> bool {
        if name.eq_ignore_ascii_case("a") {
            // A link ends another.
            self.end(name);
        }
        if self.open.len() >= self.limit {
            *self.refused.entry(name.to_ascii_lowercase()).or_default() += 1;
            return false;
        }
        self.open.push(Open { kind: Kind::of(name), name, tag });
        true
    }

    /// Ends an element. `false` if it is one that was refused.
    pub(super) fn end(&mut self, name: &str) -> bool {
        if !self.refused.is_empty()
            && let Some(count) = self.refused.get_mut(&name.to_ascii_lowercase()).filter(|count| **count > 0)
        {
            *count -= 1;
            return false;
        }
        let kind = Kind::of(name);
        for at in (0..self.open.len()).rev() {
            if self.open[at].name.eq_ignore_ascii_case(name) {
                self.close(at, kind);
                return true;
            }
            let stops = match self.open[at].kind {
                Kind::Boundary => kind != Kind::Boundary,
                Kind::Block => kind == Kind::Other,
                Kind::Formatting | Kind::Other => false,
            };
            if stops {
                return true;
            }
        }
        true
    }

    fn close(&mut self, at: usize, kind: Kind) {
        match kind {
            Kind::Boundary => self.open.truncate(at),
            Kind::Formatting => drop(self.open.remove(at)),
            Kind::Block | Kind::Other => {
                let above = self.open.split_off(at);
                for one in above.into_iter().filter(|one| one.kind == Kind::Formatting) {
                    let same = self.open.iter().filter(|other| **other == one).count();
                    if same < AGAIN {
                        self.open.push(one);
                    }
                }
            }
        }
    }
}

impl Kind {
    fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        if is_in(FORMATTING, &name) {
            Self::Formatting
        } else if is_in(BOUNDARIES, &name) {
            Self::Boundary
        } else if is_in(BLOCKS, &name) {
            Self::Block
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many are open after the tags.
    fn depth(tags: &str) -> usize {
        let mut nesting = Nesting::new(1000);
        for tag in tags.split_inclusive('>') {
            let name = tag.trim_matches(['<', '>', '/']).split(' ').next().unwrap_or_default();
            if tag.starts_with("</") {
                nesting.end(name)
            } else {
                nesting.start(name, tag)
            };
        }
        nesting.open.len()
    }

    #[test]
    fn only_what_ends_an_element_makes_it_shallower() {
        for (tags, expected) in [
            ("<div><span></div>", 0),
            ("<div></i>", 1),
            ("<span><div></span>", 2),
            ("<div><table></div>", 2),
            ("<div><table><b></table></div>", 0),
            ("<b><i></b>", 1),
            ("<div><b x></div>", 1),
            ("<a x><a y>", 1),
        ] {
            assert_eq!(depth(tags), expected, "{tags}");
        }
        assert_eq!(depth(&"<div><b></div>".repeat(50)), AGAIN);
    }

    #[test]
    fn what_was_refused_ends_nothing_else() {
        let mut nesting = Nesting::new(1);
        assert!(nesting.start("div", "<div>") && !nesting.start("DIV", "<DIV>"));
        assert!(!nesting.end("div") && nesting.end("div"));
        assert!(nesting.start("p", "<p>"));
    }
}
