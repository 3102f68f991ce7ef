//! What a source in XML or HTML is, told by its beginning.

/// The name of the first element, without its prefix, and its attributes as they stand. Declarations, comments and
/// processing instructions before it are left aside.
pub(super) fn root(text: &str) -> Option<(&str, &str)> {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        rest = rest.trim_start();
        let tag = rest.strip_prefix('<')?;
        let close = match tag.as_bytes().first()? {
            b'?' => "?>",
            b'!' if tag.starts_with("!--") => "-->",
            b'!' => match tag.find('[').is_some_and(|open| tag.find('>').is_some_and(|end| open < end)) {
                true => "]>",
                false => ">",
            },
            _ => break,
        };
        rest = &tag[tag.find(close)? + close.len()..];
    }
    let tag = &rest[1..];
    let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
    let end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
    let (name, attributes) = tag.split_at(end);
    let name = name.rsplit(':').next().unwrap_or(name);
    (name.starts_with(|c: char| c.is_ascii_alphabetic())).then_some((name, attributes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_the_first_element_is_left_aside() {
        let name = |text| root(text).map(|(name, _)| name);
        assert_eq!(name("<?xml version='1.0'?>\n<!-- <a> -->\n<rdf:RDF xmlns='x'>"), Some("RDF"));
        assert_eq!(name("<!DOCTYPE x [ <!ENTITY a '>'> ]><feed>"), Some("feed"));
        assert_eq!(name("<!doctype html>\n<html lang=en>"), Some("html"));
        assert_eq!(root("<rss version=\"2.0\">"), Some(("rss", " version=\"2.0\"")));
        for text in ["", "a", "<", "<!--", "<1>", "{}"] {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
