//! WordPress's shortcodes, and its habit to leave paragraphs to empty lines.

use std::collections::HashSet;

/// How many kinds are told, at most.
const MAX_NAMES: usize = 50;

/// How long the tag of a shortcode may be, in characters.
const MAX_TAG: usize = 4_000;

/// A text without shortcodes, and the names of those that were in it.
pub(super) struct Reduced {
    pub(super) html: String,
    pub(super) names: Vec<String>,
}

/// Elements that stand for themselves and take no paragraph around them.
const BLOCKS: [&str; 19] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "div",
    "figure",
    "table",
    "blockquote",
    "pre",
    "hr",
    "section",
    "iframe",
    "img",
];

/// What is between the tags of a shortcode is kept; a caption stays with its picture, an address becomes an embed.
pub(super) fn reduce(text: &str) -> Reduced {
    let mut reduced = Reduced { html: String::with_capacity(text.len()), names: Vec::new() };
    let ends: HashSet<&str> =
        text.split("[/").skip(1).filter_map(|rest| rest[..rest.find(['[', ']'])?].into()).collect();
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        reduced.html.push_str(&rest[..at]);
        rest = &rest[at..];
        match shortcode(rest, &ends) {
            Some((name, attributes, end)) => {
                let after = &rest[end..];
                rest = reduced.take(name, attributes, after);
            }
            None => {
                reduced.html.push('[');
                rest = &rest[1..];
            }
        }
    }
    reduced.html.push_str(rest);
    reduced
}

impl Reduced {
    /// Writes what a shortcode comes to, and returns where to go on.
    fn take<'t>(&mut self, name: &str, attributes: &str, after: &'t str) -> &'t str {
        let shown = name.trim_start_matches('/').to_owned();
        if self.names.len() < MAX_NAMES && !self.names.contains(&shown) {
            self.names.push(shown);
        }
        let holds = match name {
            "caption" | "wp_caption" => true,
            "embed" | "youtube" | "vimeo" | "video" | "audio" => after.trim_start().starts_with("http"),
            _ => false,
        };
        let close = format!("[/{name}]");
        let end = if holds { after.find(&close) } else { None };
        let inner = end.map(|end| (&after[..end], &after[end + close.len()..]));
        match (name, inner) {
            ("caption" | "wp_caption", Some((inner, after))) => {
                let inner = inner.trim();
                let end = inner.find("<img").and_then(|at| inner[at..].find('>').map(|end| at + end + 1));
                let end =
                    end.map(|end| end + inner[end..].strip_prefix("</a>").map_or(0, |_| 4)).unwrap_or(0);
                let caption = attribute(attributes, "caption").unwrap_or(inner[end..].trim());
                let image = &inner[..end];
                self.html.push_str(&format!("<figure>{image}<figcaption>{caption}</figcaption></figure>"));
                after
            }
            (_, Some((inner, after))) => {
                self.html.push_str(&format!("<iframe src=\"{}\"></iframe>", inner.trim()));
                after
            }
            _ => {
                let src = ["src", "mp4", "mp3", "url"].iter().find_map(|key| attribute(attributes, key));
                if let Some(src) = src.filter(|src| src.starts_with("http")) {
                    self.html.push_str(&format!("<iframe src=\"{}\"></iframe>", src.replace('"', "")));
                }
                after
            }
        }
    }
}

/// The name and the attributes of the shortcode that `text` begins with, and where it ends. `ends` are the names of
/// those that have an end tag.
fn shortcode<'t>(text: &'t str, ends: &HashSet<&str>) -> Option<(&'t str, &'t str, usize)> {
    let (end, _) = text.char_indices().take(MAX_TAG).find(|(_, c)| *c == ']')?;
    let inner = &text[1..end];
    let name_end = inner.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(name_end);
    let plain = name.trim_start_matches('/');
    let is_name = plain.len() > 2
        && plain.starts_with(|c: char| c.is_ascii_lowercase())
        && plain.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
    // A word in brackets is no shortcode, unless it is one that WordPress knows or has an end.
    let known = ["caption", "gallery", "embed", "video", "audio", "playlist", "more"].contains(&plain);
    let is_one = known || name.starts_with('/') || attributes.contains('=') || ends.contains(plain);
    (is_name && is_one).then_some((name, attributes, end + 1))
}

fn attribute<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    let at = attributes.find(&format!("{name}=\""))? + name.len() + 2;
    attributes[at..].split('"').next().filter(|value| !value.is_empty())
}

/// Puts `<p>` around what empty lines part, as WordPress does when it shows a post; line ends become breaks.
pub(super) fn paragraphs(html: &str) -> String {
    if html.contains("<!-- wp:") || html.contains("<p>") {
        return html.to_owned();
    }
    let normal = html.replace("\r\n", "\n");
    let parts = normal.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let wrapped = parts.map(|part| {
        let tag = part.strip_prefix('<').unwrap_or_default();
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if BLOCKS.contains(&name.as_str()) || part.contains("<pre") {
            part.to_owned()
        } else {
            format!("<p>{}</p>", part.replace('\n', "<br>\n"))
        }
    });
    wrapped.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_leave_what_they_enclose() {
        let html = |text: &str| reduce(text).html;
        assert_eq!(
            html("[caption id=\"a\" width=\"3\"]<img src=\"a.png\" /> The pier[/caption] x"),
            "<figure><img src=\"a.png\" /><figcaption>The pier</figcaption></figure> x"
        );
        assert_eq!(
            html("[embed]https://v.example/1[/embed]"),
            "<iframe src=\"https://v.example/1\"></iframe>"
        );
        assert_eq!(html("[box]in[/box] [gallery ids=\"1,2\"]"), "in ");
        assert_eq!(html("he [sic] said a[1] and [more"), "he [sic] said a[1] and [more");
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        assert_eq!(paragraphs("a\nb\n\n<h2>c</h2>\n\nd"), "<p>a<br>\nb</p>\n\n<h2>c</h2>\n\n<p>d</p>");
    }
}
