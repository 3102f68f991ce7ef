//! Web addresses: what they lead to, and what date and headline they hold. Never follows one.

use percent_encoding::percent_decode_str;
use url::Url;

use crate::article::Date;

const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg", "bmp"];

/// Whether `text` is an absolute `http` or `https` address with a host.
pub(super) fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://"))
        && !text.contains(char::is_whitespace)
        && Url::parse(text).is_ok_and(|url| url.has_host())
}

/// Whether the path of an address ends like the name of a picture.
pub(super) fn is_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    path.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.iter().any(|p| ending.eq_ignore_ascii_case(p)))
}

/// The day in an address: `/20230206/`, `/2023/02/06/` or `/2023-02-06-…`.
pub(super) fn date(address: &str) -> Option<Date> {
    let url = Url::parse(address).ok()?;
    let segments: Vec<&str> = url.path_segments()?.collect();
    segments
        .iter()
        .find_map(|segment| compact(segment).or_else(|| Date::parse(segment.get(..10)?)))
        .or_else(|| segments.windows(3).find_map(|three| Date::parse(&three.join("-"))))
}

fn compact(segment: &str) -> Option<Date> {
    let fits = segment.len() == 8 && segment.bytes().all(|byte| byte.is_ascii_digit());
    let date =
        || Date::new(segment[..4].parse().ok()?, segment[4..6].parse().ok()?, segment[6..].parse().ok()?);
    fits.then(date).flatten()
}

/// A headline from the last part of an address: `/the-old-mill-1024.html` gives “The old mill”.
pub(super) fn headline(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let last = url.path_segments()?.rfind(|segment| !segment.is_empty())?;
    let last = percent_decode_str(last).decode_utf8().ok()?;
    let stem = last.split('.').next()?;
    let words: Vec<&str> = stem.split(['-', '_', '+', ' ']).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = if words.last().is_some_and(is_number) { &words[..words.len() - 1] } else { &words[..] };
    if words.len() < 2 || !words.iter().any(|word| word.chars().any(char::is_alphabetic)) {
        return None;
    }
    let text = words.join(" ");
    let mut chars = text.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_addresses() {
        assert!(is_address("https://example.org/a?b#c") && is_address("http://пример.рф/"));
        for text in [
            "https://",
            "javascript:alert(1)",
            "https://a b",
            "example.org",
            "mailto:a@example.org",
            "http:///",
        ] {
            assert!(!is_address(text), "{text}");
        }
        assert!(is_picture("https://example.org/a.JPG?w=3") && !is_picture("https://example.org/a.html"));
    }

    #[test]
    fn days_and_headlines_are_found() {
        let day = Date::new(2023, 2, 6);
        assert_eq!(date("https://example.org/20230206/the-mill-10245.html"), day);
        assert_eq!(date("https://example.org/news/2023/02/06/mill"), day);
        assert_eq!(date("https://example.org/2023-02-06-mill"), day);
        assert_eq!(date("https://example.org/20231399/mill"), None);
        let text = |address| headline(address).unwrap_or_default();
        assert_eq!(text("https://example.org/20230206/the-mill-10245.html"), "The mill");
        assert_eq!(text("https://example.org/%D0%BD%D0%B0-%D1%80%D0%B5%D0%BA%D0%B5/"), "На реке");
        assert_eq!(text("https://example.org/index.html"), "");
        assert_eq!(text("https://example.org/"), "");
    }
}
