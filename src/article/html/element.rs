//! What each element of HTML means to a body.

use std::ops::Deref;

use scraper::ElementRef;
use scraper::node::Element;

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
        _ if is_block(name) => Role::Block,
        _ if is_inline(name) => Role::Inline,
        _ if is_dropped(name) => Role::Dropped,
        _ => return None,
    })
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dt"
            | "fieldset"
            | "form"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "p"
            | "search"
            | "section"
            | "summary"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
    )
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "abbr" | "acronym" | "bdi" | "bdo" | "big" | "blink" | "data" | "del" | "dfn" | "font" | "ins" | "label"
            | "map" | "mark" | "marquee" | "nobr" | "picture" | "rb" | "rp" | "rt" | "rtc" | "ruby" | "s" | "slot"
            | "span" | "strike" | "sub" | "sup" | "time" | "u" | "var" | "wbr" | "output"
            // MathML: its text is better than nothing.
            | "math" | "mfrac" | "mi" | "mn" | "mo" | "mover" | "mroot" | "mrow" | "ms" | "mspace" | "msqrt"
            | "mstyle" | "msub" | "msubsup" | "msup" | "mtable" | "mtd" | "mtext" | "mtr" | "munder"
            | "munderover" | "semantics"
    )
}

fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "annotation-xml"
            | "applet"
            | "area"
            | "base"
            | "basefont"
            | "button"
            | "canvas"
            | "col"
            | "colgroup"
            | "datalist"
            | "frame"
            | "frameset"
            | "head"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "meter"
            | "noembed"
            | "noframes"
            | "noscript"
            | "optgroup"
            | "option"
            | "param"
            | "progress"
            | "script"
            | "select"
            | "source"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "track"
    )
}

/// Has no end tag, by the standard.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// May leave its end tag out, so that counting start and end tags doesn't give its depth.
pub(super) fn ends_itself(name: &str) -> bool {
    matches!(
        name,
        "body"
            | "caption"
            | "colgroup"
            | "dd"
            | "dt"
            | "head"
            | "html"
            | "li"
            | "optgroup"
            | "option"
            | "p"
            | "rb"
            | "rp"
            | "rt"
            | "rtc"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
    )
}

/// What is inside is text to the parser.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(
        name,
        "iframe" | "noembed" | "noframes" | "noscript" | "script" | "style" | "textarea" | "title" | "xmp"
    )
}

/// The first of `names` that has a value.
pub(super) fn attribute<'e>(element: &'e Element, names: &[&str]) -> Option<&'e str> {
    names.iter().find_map(|name| element.attr(name).map(str::trim).filter(|value| !value.is_empty()))
}

/// Whether a class says that this is the credit of a picture: `credit`, `photo-credit`, `image__credit`.
pub(super) fn is_credit(element: &Element) -> bool {
    element.classes().any(|class| class.to_ascii_lowercase().contains("credit"))
}
