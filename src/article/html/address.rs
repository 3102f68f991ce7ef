//! Which addresses a body may hold, and in what form.

use url::Url;

use crate::article::page_link;

/// Why an address was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There is none.
    Empty,
    /// It leads to a place in the same page, whose address isn't known.
    Fragment,
    /// It is relative, and there is nothing to resolve it against.
    Relative,
    /// Its scheme is not allowed, or it can't be read.
    Unsafe,
}

/// An absolute `http` or `https` URL.
pub(crate) fn web(text: &str, base: Option<&Url>) -> Result<String, Refused> {
    let url = resolved(text, base)?;
    let is_page = base.is_some() && page_link::path(&url).is_some();
    if is_page { Err(Refused::Relative) } else { written(text, &url, &["http", "https"]) }
}

/// An absolute `http`, `https` or `mailto` URL, or a link to a page of the same source.
pub(crate) fn link(text: &str, base: Option<&Url>) -> Result<String, Refused> {
    let url = resolved(text, base)?;
    if page_link::path(&url).is_none() {
        return written(text, &url, &["http", "https", "mailto"]);
    }
    let url = page_link::whole(url).ok_or(Refused::Relative)?;
    if Some(&url) == base { Err(Refused::Fragment) } else { Ok(strict(url.as_str())) }
}

/// An absolute `http` or `https` URL; without a base on the web, also a path that doesn't leave the archive's folder.
pub(crate) fn picture(text: &str, base: Option<&Url>) -> Result<String, Refused> {
    if let Ok(url) = resolved(text, base)
        && base.is_some_and(|base| base.scheme() == url.scheme())
        && let Some(path) = page_link::path(&url)
    {
        return if is_inner_path(path) { Ok(path.to_owned()) } else { Err(Refused::Unsafe) };
    }
    match web(text, base) {
        Err(Refused::Relative) if is_inner_path(text.trim()) => Ok(text.trim().to_owned()),
        other => other,
    }
}

fn resolved(text: &str, base: Option<&Url>) -> Result<Url, Refused> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refused::Empty);
    }
    // A page of a source has no scheme to pass on, and no places in it.
    let base_on_web = base.filter(|base| page_link::path(base).is_none());
    match (Url::parse(text), base) {
        (Err(url::ParseError::RelativeUrlWithoutBase), _)
            if base_on_web.is_none() && text.starts_with('#') =>
        {
            return Err(Refused::Fragment);
        }
        (Err(url::ParseError::RelativeUrlWithoutBase), _)
            if base_on_web.is_none() && text.starts_with("//") =>
        {
            Url::parse(&format!("https:{text}"))
        }
        (Err(url::ParseError::RelativeUrlWithoutBase), Some(base)) => base.join(text),
        (Err(url::ParseError::RelativeUrlWithoutBase), None) => return Err(Refused::Relative),
        (parsed, _) => parsed,
    }
    .map_err(|_| Refused::Unsafe)
}

fn written(text: &str, url: &Url, schemes: &[&str]) -> Result<String, Refused> {
    let text = text.trim();
    if !schemes.contains(&url.scheme()) {
        return Err(Refused::Unsafe);
    }
    Ok(strict(if is_canonical_enough(text) { text } else { url.as_str() }))
}

/// Browsers take more for an address than RFC 3986 allows; the rest of it is percent-encoded here.
fn strict(url: &str) -> String {
    let authority = url.find("://").map_or(0, |at| at + 3);
    let end = url[authority..].find(['/', '?', '#']).map_or(url.len(), |at| authority + at);
    let mut out = url[..end].to_owned();
    let mut in_fragment = false;
    for (at, c) in url[end..].char_indices() {
        let digits = url.get(end + at + 1..end + at + 3).unwrap_or_default();
        let is_escape = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_wrong = match c {
            '%' => !is_escape,
            '#' => std::mem::replace(&mut in_fragment, true),
            _ => "\"<>\\^`{|}[]".contains(c),
        };
        if is_wrong { out.push_str(&format!("%{:02X}", u32::from(c))) } else { out.push(c) }
    }
    out
}

/// Addresses that every reader understands in the same way are kept letter by letter.
fn is_canonical_enough(text: &str) -> bool {
    let starts = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("mailto:");
    starts && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
}

/// Relative, without a scheme, and never above the folder that it starts from.
fn is_inner_path(path: &str) -> bool {
    let odd = |c: char| c.is_control() || matches!(c, '\\' | ':' | '"' | '<' | '>');
    let lower = path.to_ascii_lowercase().replace("%2e", ".");
    if path.is_empty() || path.starts_with(['/', '?', '#']) || path.contains(odd) || lower.contains("%2f") {
        return false;
    }
    let mut depth = 0_i32;
    lower.split(['?', '#']).next().unwrap_or_default().split('/').all(|segment| {
        depth += match segment {
            "." | "" => 0,
            ".." => -1,
            _ => 1,
        };
        depth >= 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_absolute_and_harmless() {
        let base = Url::parse("https://example.org/2024/a/").unwrap();
        for (text, found) in [
            (" https://example.net/x?y#z ", Ok("https://example.net/x?y#z")),
            ("HTTP://Example.NET", Ok("http://example.net/")),
            ("../b", Ok("https://example.org/2024/b")),
            ("#fn1", Ok("https://example.org/2024/a/#fn1")),
            ("//example.net/ü", Ok("https://example.net/%C3%BC")),
            ("mailto:desk@example.org", Ok("mailto:desk@example.org")),
            (
                "https://example.net/?a=%3&b[]={c|d}#e#f",
                Ok("https://example.net/?a=%253&b%5B%5D=%7Bc%7Cd%7D#e%23f"),
            ),
            ("https://[::1]:80/%3C", Ok("https://[::1]:80/%3C")),
            ("java\nscript:alert(1)", Err(Refused::Unsafe)),
            ("JavaScript:alert(1)", Err(Refused::Unsafe)),
            ("data:text/html,x", Err(Refused::Unsafe)),
            ("vbscript:x", Err(Refused::Unsafe)),
            ("https://", Err(Refused::Unsafe)),
            ("", Err(Refused::Empty)),
        ] {
            assert_eq!(link(text, Some(&base)), found.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn without_a_base_only_inner_pictures_are_relative() {
        assert_eq!(link("#fn1", None), Err(Refused::Fragment));
        assert_eq!(link("b.html", None), Err(Refused::Relative));
        assert_eq!(link("//example.net/x", None).as_deref(), Ok("https://example.net/x"));
        for path in ["pictures/a.svg", "a.png", "./a.png", "a/../b.png", "ü b.png"] {
            assert_eq!(picture(path, None).as_deref(), Ok(path));
        }
        for path in
            ["../a.png", "a/../../b.png", "/a.png", "%2e%2E/a.png", "a\\b.png", "c:a.png", "?a", "..%2fa"]
        {
            assert!(picture(path, None).is_err(), "{path}");
        }
        assert_eq!(picture("data:image/png;base64,AA", None), Err(Refused::Unsafe));
    }

    #[test]
    fn what_a_page_of_a_source_names_is_found_from_its_folder() {
        let base = page_link::base("saved", "news/a.html").unwrap();
        let links = |text: &str| link(text, Some(&base));
        for (text, found) in [
            ("b.html?x#y", Ok("page://saved/news/b.html")),
            ("/c d/", Ok("page://saved/c%20d/")),
            ("//example.net/x", Ok("https://example.net/x")),
            ("mailto:desk@example.org", Ok("mailto:desk@example.org")),
            ("#top", Err(Refused::Fragment)),
            ("a.html#top", Err(Refused::Fragment)),
            ("javascript:x", Err(Refused::Unsafe)),
        ] {
            assert_eq!(links(text), found.map(str::to_owned), "{text}");
        }
        assert_eq!(link("page://saved/news/b.html", None).as_deref(), Ok("page://saved/news/b.html"));
        assert_eq!(web("b.html", Some(&base)), Err(Refused::Relative));
        for (text, found) in [("a_files/b c.png?v=2", "news/a_files/b%20c.png"), ("/d.png", "d.png")] {
            assert_eq!(picture(text, Some(&base)).as_deref(), Ok(found));
        }
        let nameless = page_link::base("", "news/a.md").unwrap();
        assert_eq!(link("b.md", Some(&nameless)), Err(Refused::Relative));
        assert_eq!(picture("../b.png", Some(&nameless)).as_deref(), Ok("b.png"));
    }
}
