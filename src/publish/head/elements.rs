//! Writes the elements of a head. All texts are escaped here and nowhere else.

use serde::Serialize;

use crate::publish::json;

/// Elements, one after another.
#[derive(Default)]
pub(super) struct Elements(String);

impl Elements {
    pub(super) fn title(&mut self, text: &str) {
        self.0.push_str(&format!("<title>{}</title>", escape(&line(text))));
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
        self.0.push_str(&format!("<link rel=\"{rel}\" href=\"{}\">", escape(href)));
    }

    /// A feed of a media type.
    pub(super) fn feed(&mut self, kind: &str, href: &str, title: &str) {
        let (href, title) = (escape(href), escape(&line(title)));
        self.0
            .push_str(&format!("<link rel=\"alternate\" type=\"{kind}\" href=\"{href}\" title=\"{title}\">"));
    }

    /// JSON-LD. An escaped `<` can't end the element.
    pub(super) fn linked_data<T: Serialize>(&mut self, data: &T) {
        let json = json(data).replace('<', "\\u003c");
        self.0.push_str(&format!("<script type=\"application/ld+json\">{json}</script>"));
    }

    /// An inline style, which the policy must name.
    pub(super) fn style(&mut self, css: &str) {
        self.0.push_str(&format!("<style>{css}</style>"));
    }

    pub(super) fn into_html(self) -> String {
        self.0
    }

    fn meta(&mut self, kind: &str, name: &str, content: &str) {
        let content = line(content);
        self.0.push_str(&format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(&content)));
    }
}

/// Text in one line, without the control characters that HTML forbids.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Text as it stands in HTML, in attributes too.
pub(in crate::publish) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let mut elements = Elements::default();
        elements.title("</title>\n\u{1}&  \"x\"");
        elements.linked_data(&"</script><!--");
        assert_eq!(
            elements.into_html(),
            "<title>&lt;/title&gt; &amp; &quot;x&quot;</title>\
             <script type=\"application/ld+json\">\"\\u003c/script>\\u003c!--\"</script>"
        );
    }
}
