//! Marks of Markdown in what is to be one line of plain text, such as a standfirst.

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser};

use crate::article::html::fold;

/// Stands before the line, so that it is never taken for a list, a heading or a table.
const BEFORE: &str = "a ";

/// The words of a line of Markdown.
pub(super) fn words(text: &str) -> Cow<'_, str> {
    if !text.contains(['*', '_', '`', '[', '\\', '~']) {
        return Cow::Borrowed(text);
    }
    let line = format!("{BEFORE}{}", fold(text));
    let mut out = String::with_capacity(line.len());
    for event in Parser::new_ext(&line, Options::ENABLE_GFM | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) => out.push_str(&part),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    Cow::Owned(out.strip_prefix(BEFORE).map(str::trim).unwrap_or_default().to_owned())
}

/// The words of a text that should be plain and yet has what nobody writes but in Markdown: `**strong**`, and links
/// with their addresses.
pub(super) fn plain_words(text: &str) -> Cow<'_, str> {
    if text.matches("**").count() > 1 || text.contains("](http") { words(text) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_nothing_else() {
        for (text, line) in [
            ("**Ferry**—it *sails* `again`, [see](https://a.example/)", "Ferry—it sails again, see"),
            ("1986. A _good_ year", "1986. A good year"),
            ("# Not a heading *here*", "# Not a heading here"),
            ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
            ("Two\nlines of **one**", "Two lines of one"),
            ("<b>bold</b> *x*", "<b>bold</b> x"),
            ("- no list", "- no list"),
            ("*", "*"),
        ] {
            assert_eq!(words(text), line, "{text}");
        }
    }

    #[test]
    fn what_is_plain_stays() {
        for text in ["A *star* and_a_line", "2**3 is 8", "[a] (b)", "`code`"] {
            assert_eq!(plain_words(text), text);
        }
        assert_eq!(plain_words("**How to Test**—Use both"), "How to Test—Use both");
        assert_eq!(plain_words("See [this](https://a.example/b)."), "See this.");
    }
}
