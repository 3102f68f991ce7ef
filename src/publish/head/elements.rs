//! Writes the elements of a head. All texts are escaped here and nowhere else.

use std::borrow::Cow;

use serde::Serialize;

use crate::article::html::escape::push_value;
use crate::publish::json;

/// Elements, one after another.
pub(super) struct Elements<'a>(&'a mut String);

impl<'a> Elements<'a> {
    /// None yet, in the place of what `html` held.
    pub(super) fn new(html: &'a mut String) -> Self {
        html.clear();
        Self(html)
    }

    pub(super) fn title(&mut self, text: &str) {
        self.0.push_str("<title>");
        push_value(&line(text), self.0);
        self.0.push_str("</title>");
    }

    /// `<meta name>`.
    pub(super) fn name(&mut self, name: &str, content: &str) {
        self.meta("name", name, content);
    }

    /// `<meta property>`, as Open Graph has it.
    pub(super) fn property(&mut self, name: &str, content: &str) {
        self.meta("property", name, content);
    }

    pub(super) fn http_equiv(&mut self, name: &str, content: &str) {
        self.meta("http-equiv", name, content);
    }

    pub(super) fn link(&mut self, rel: &str, href: &str) {
        self.0.extend(["<link rel=\"", rel, "\" href=\""]);
        push_value(href, self.0);
        self.0.push_str("\">");
    }

    /// How browsers ask the site's search.
    pub(super) fn search(&mut self, href: &str, title: &str) {
        self.other("search", "application/opensearchdescription+xml", href, title);
    }

    /// A feed of a media type.
    pub(super) fn feed(&mut self, kind: &str, href: &str, title: &str) {
        self.other("alternate", kind, href, title);
    }

    fn other(&mut self, rel: &str, kind: &str, href: &str, title: &str) {
        self.0.extend(["<link rel=\"", rel, "\" type=\"", kind, "\" href=\""]);
        push_value(href, self.0);
        self.0.push_str("\" title=\"");
        push_value(&line(title), self.0);
        self.0.push_str("\">");
    }

    /// JSON-LD. An escaped `<` can't end the element.
    pub(super) fn linked_data<T: Serialize>(&mut self, data: &T) {
        let json = json(data).replace('<', "\\u003c");
        self.0.extend(["<script type=\"application/ld+json\">", &json, "</script>"]);
    }

    /// An inline style, which the policy must name.
    pub(super) fn style(&mut self, css: &str) {
        self.0.extend(["<style>", css, "</style>"]);
    }

    fn meta(&mut self, kind: &str, name: &str, content: &str) {
        self.0.extend(["<meta ", kind, "=\"", name, "\" content=\""]);
        push_value(&line(content), self.0);
        self.0.push_str("\">");
    }
}

/// Text in one line, without the control characters that HTML forbids.
fn line(text: &str) -> Cow<'_, str> {
    let is_gap = |c: char| c.is_whitespace() || c.is_control();
    let is_line = !text.starts_with(is_gap)
        && !text.ends_with(is_gap)
        && !text.contains("  ")
        && !text.contains(|c: char| c != ' ' && is_gap(c));
    if is_line {
        return Cow::Borrowed(text);
    }
    let words = text.split(is_gap).filter(|word| !word.is_empty());
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Text as it stands in HTML, in attributes too.
pub(in crate::publish) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_value(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let mut html = "before".to_owned();
        let mut elements = Elements::new(&mut html);
        elements.title("</title>\n\u{1}&  \"x\"");
        elements.linked_data(&"</script><!--");
        assert_eq!(
            html,
            "<title>&lt;/title&gt; &amp; &quot;x&quot;</title>\
             <script type=\"application/ld+json\">\"\\u003c/script>\\u003c!--\"</script>"
        );
    }
}
