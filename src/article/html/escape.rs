//! Text as it stands in HTML.

/// Adds a text, in which quotation marks mean nothing.
pub(crate) fn push_text(text: &str, html: &mut String) {
    push(text, html, entity);
}

/// Adds the value of an attribute. It may stand as a text too.
pub(crate) fn push_value(text: &str, html: &mut String) {
    push(text, html, |byte| if byte == b'"' { Some("&quot;") } else { entity(byte) });
}

/// The letters that mean something else, as their entities; what is between them in one piece.
fn push(text: &str, html: &mut String, entity: impl Fn(u8) -> Option<&'static str>) {
    let mut kept = 0;
    for (place, byte) in text.bytes().enumerate() {
        if let Some(entity) = entity(byte) {
            html.extend([&text[kept..place], entity]);
            kept = place + 1;
        }
    }
    html.push_str(&text[kept..]);
}

fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_else_is_written_as_an_entity() {
        let (mut text, mut value) = (String::new(), String::new());
        push_text("é<a href=\"b&c\">", &mut text);
        push_value("é<a href=\"b&c\">", &mut value);
        assert_eq!(text, "é&lt;a href=\"b&amp;c\"&gt;");
        assert_eq!(value, "é&lt;a href=&quot;b&amp;c&quot;&gt;");
    }
}
