//! Character references that plain text keeps from the markup that it once was.

use std::borrow::Cow;

/// The text with the five names of XML, the commonest of HTML and numbers resolved; control characters vanish. Anything else with an
/// ampersand stays.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((known(&rest[1..end])?, end))) {
            Some((c, end)) => {
                out.extend(Some(c).filter(|c| !c.is_control() || *c == '\n'));
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What HTML's commonest names beside XML's mean: spaces, dashes and quotation marks.
fn known(name: &str) -> Option<char> {
    let html = || {
        Some(match name {
            "nbsp" => ' ',
            "ndash" => '–',
            "mdash" => '—',
            "lsquo" => '‘',
            "rsquo" => '’',
            "ldquo" => '“',
            "rdquo" => '”',
            "hellip" => '…',
            _ => return None,
        })
    };
    character(name).or_else(html)
}

/// What a number or one of the five names of XML refers to.
pub(super) fn character(name: &str) -> Option<char> {
    let number = name.strip_prefix('#');
    match (name, number) {
        (_, Some(number)) => {
            let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)
        }
        ("amp", _) => Some('&'),
        ("lt", _) => Some('<'),
        ("gt", _) => Some('>'),
        ("quot", _) => Some('"'),
        ("apos", _) => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn references_are_resolved_and_ampersands_stay() {
        assert_eq!(resolve("A&amp;B &lt;C> &#8217;&#x2019;&#3;"), "A&B <C> ’’");
        assert_eq!(resolve("R&D; Q&A &; &#xZ; &amp"), "R&D; Q&A &; &#xZ; &amp");
        assert_eq!(resolve("&ldquo;a&rdquo;&mdash;b&hellip;&nbsp;&zwj;"), "“a”—b… &zwj;");
        assert_eq!(resolve("plain"), "plain");
        assert_eq!(resolve("&ä&öüöüöüöü;"), "&ä&öüöüöüöü;");
    }
}
