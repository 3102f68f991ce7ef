//! What each element of HTML means to a body.

use std::ops::Deref;

use scraper::node::Element;
use scraper::{ElementRef, Node};

/// A node of a parsed document.
pub(super) type NodeRef<'a> = <ElementRef<'a> as Deref>::Target;

/// What the reader does with an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Its contents count, it doesn't.
    Inline,
    /// Its contents stand apart from what is around it.
    Block,
    /// A line break.
    Break,
    /// A thematic break: parts paragraphs, leaves nothing.
    Rule,
    Emphasis,
    Strong,
    Code,
    Link,
    /// An inline quotation, which browsers put into quotation marks.
    Quotation,
    /// A work's title; who is quoted, in a quotation.
    Cite,
    /// Perhaps a credit.
    Small,
    /// Level 2 to 6.
    Heading(u8),
    List,
    Definitions,
    Quote,
    /// Who is quoted, in a quotation.
    Footer,
    Figure,
    Caption,
    Image,
    Table,
    Cell,
    Preformatted,
    Embed,
    /// Not a part of the text.
    Dropped,
}

/// The role of `name`, in lower case; `None` if HTML has no such element.
pub(super) fn role(name: &str) -> Option<Role> {
    Some(match name {
        "a" => Role::Link,
        "b" | "strong" => Role::Strong,
        "i" | "em" => Role::Emphasis,
        "cite" => Role::Cite,
        "small" => Role::Small,
        "q" => Role::Quotation,
        "code" | "tt" | "kbd" | "samp" => Role::Code,
        "br" => Role::Break,
        "hr" => Role::Rule,
        "h1" | "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "ul" | "ol" | "menu" | "dir" => Role::List,
        "dl" => Role::Definitions,
        "blockquote" => Role::Quote,
        "footer" => Role::Footer,
        "figure" => Role::Figure,
        "figcaption" => Role::Caption,
        "img" | "image" => Role::Image,
        "table" => Role::Table,
        "td" | "th" => Role::Cell,
        "pre" | "listing" | "xmp" => Role::Preformatted,
        "iframe" | "video" | "audio" | "embed" | "object" => Role::Embed,
        _ if is_in(BLOCKS, name) => Role::Block,
        _ if is_in(INLINE, name) => Role::Inline,
        _ if is_in(DROPPED, name) => Role::Dropped,
        _ => return None,
    })
}

const BLOCKS: &str = "address article aside body caption center dd details dialog div dt fieldset form header \
    hgroup html legend li main nav p search section summary tbody tfoot thead tr";

/// With MathML, whose text is better than nothing.
const INLINE: &str = "abbr acronym bdi bdo big blink data del dfn font ins label map mark marquee nobr output picture \
    rb rp rt rtc ruby s slot span strike sub sup time u var wbr \
    math mfrac mi mn mo mover mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder \
    munderover semantics";

const DROPPED: &str = "annotation annotation-xml applet area base basefont button canvas col colgroup datalist frame \
    frameset head input keygen link meta meter noembed noframes noscript optgroup option param progress script \
    select source style svg template textarea title track";

/// Have no end tag, by the standard.
const VOID: &str =
    "area base basefont br col embed frame hr image img input keygen link meta param source track wbr";

/// May leave their end tag out, and end each other. What stands in `<ruby>` may too, but outside of it goes ever deeper.
const OPEN_ENDED: &str =
    "body caption colgroup dd dt head html li optgroup option p tbody td tfoot th thead tr";

/// What is inside is text to the parser.
const RAW: &str = "iframe noembed noframes noscript script style textarea title xmp";

/// Whether a list apart by white space has the name.
pub(super) fn is_in(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == name)
}

/// Whether its start and end tags, counted, give its depth.
pub(super) fn is_paired(name: &str) -> bool {
    !is_in(VOID, name) && !is_in(OPEN_ENDED, name)
}

/// Whether the parser takes what is inside for text.
pub(super) fn is_raw(name: &str) -> bool {
    is_in(RAW, name)
}

/// The first of `names` that has a value.
pub(super) fn attribute<'e>(element: &'e Element, names: &[&str]) -> Option<&'e str> {
    names.iter().find_map(|name| element.attr(name).map(str::trim).filter(|value| !value.is_empty()))
}

/// Whether a class says that this is the credit of a picture: `credit`, `photo-credit`, `image__credit`.
pub(super) fn is_credit(element: &Element) -> bool {
    element.classes().any(|class| class.to_ascii_lowercase().contains("credit"))
}

/// Whether nothing but white space follows among its siblings.
pub(super) fn is_last(node: NodeRef<'_>) -> bool {
    node.next_siblings().all(|sibling| match sibling.value() {
        Node::Text(text) => text.trim().is_empty(),
        Node::Element(_) => false,
        _ => true,
    })
}

/// All text below `node`, without recursion; what is dropped elsewhere is dropped here.
pub(super) fn text_of(node: NodeRef<'_>, out: &mut dyn FnMut(&str)) {
    let mut next = node.first_child();
    while let Some(current) = next {
        let mut descend = true;
        match current.value() {
            Node::Text(text) => out(text),
            Node::Element(element) => match role(element.name()) {
                Some(Role::Dropped) => descend = false,
                Some(Role::Break) => out("\n"),
                Some(Role::Inline | Role::Emphasis | Role::Strong | Role::Code | Role::Link) => {}
                _ => out(" "),
            },
            _ => {}
        }
        next = current.first_child().filter(|_| descend);
        let mut up = current;
        while next.is_none() && up.id() != node.id() {
            next = up.next_sibling();
            match up.parent() {
                Some(parent) if next.is_none() => up = parent,
                _ => break,
            }
        }
    }
}
