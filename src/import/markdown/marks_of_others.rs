//! What some generators write into Markdown that CommonMark doesn't have: attributes of Kramdown, shortcodes of WordPress.

/// The text without them; a film that a shortcode names is embedded.
pub(super) fn reduce(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if !line.contains(['{', '[']) {
            out.push_str(line);
            continue;
        }
        let trimmed = line.trim();
        if trimmed.starts_with("{:") && trimmed.ends_with('}') {
            continue;
        }
        let line = if trimmed.starts_with('#') { without_anchor(line) } else { line.to_owned() };
        out.push_str(&with_films(&without_inline_attributes(&line)));
    }
    out
}

/// Without the `{#id}` of a heading that something follows; at its end it is no text anyway.
fn without_anchor(line: &str) -> String {
    let Some((before, rest)) = line.split_once("{#") else { return line.to_owned() };
    match rest.split_once('}') {
        Some((id, after)) if id.chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c)) => {
            format!("{before}{after}")
        }
        _ => line.to_owned(),
    }
}

/// Without `{: width="350"}` right behind a picture or a link.
fn without_inline_attributes(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("{:") {
        let end = rest[at..].find('}').map(|end| at + end);
        let is_attributes = |inner: &str| inner.contains("=\"") || inner.trim_start().starts_with(['.', '#']);
        match end.filter(|end| rest[..at].ends_with([')', ']']) && is_attributes(&rest[at + 2..*end])) {
            Some(end) => {
                out.push_str(&rest[..at]);
                rest = &rest[end + 1..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

/// `[youtube=https://…]` as an embed.
fn with_films(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("[youtube") {
        let after = &rest[at + "[youtube".len()..];
        let address = after.find(']').map(|end| &after[..end]).filter(|_| after.starts_with(['=', ' ']));
        let address = address.map(|text| text[1..].trim()).filter(|text| text.starts_with("http"));
        out.push_str(&rest[..at]);
        match address.filter(|text| !text.contains(['"', '<', '>', ' '])) {
            Some(address) => {
                out.push_str(&format!("<iframe src=\"{address}\"></iframe>"));
                rest = &after[after.find(']').map_or(0, |end| end + 1)..];
            }
            None => {
                out.push_str("[youtube");
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::reduce;

    #[test]
    fn what_only_generators_know_is_taken_out() {
        for (text, left) in [
            ("a\n{: .note}\nb\n", "a\nb\n"),
            ("### Flow {#flow} ![a](b.png)\n", "### Flow  ![a](b.png)\n"),
            ("![a](b.png){: style=\"border:0\" width=\"3\"}The\n", "![a](b.png)The\n"),
            ("[a][b]{:.wide}", "[a][b]"),
            (
                "See [youtube=http://v.example/watch?v=a&w=6] now",
                "See <iframe src=\"http://v.example/watch?v=a&w=6\"></iframe> now",
            ),
        ] {
            assert_eq!(reduce(text), left);
        }
        for text in [
            "f({:a => 1})",
            "x {: y}",
            "{#a} b",
            "# C {# d",
            "[youtube.com/editor]",
            "[youtube=\"x]",
            "[youtube",
            "](x){:",
        ] {
            assert_eq!(reduce(text), text);
        }
    }
}
