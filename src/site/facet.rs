//! How a tag or a section is named in an address: told from its text alone, so that every page knows the others' names.

use crate::article::Slug;

/// The longest part of the text that a name keeps.
const KEPT: usize = 60;

/// The last part of the address of a tag's or a section's page. Case apart, texts that differ have names that differ:
/// a space is a hyphen, a hyphen two; what else ASCII letters and digits can't say is told by a hash at the end.
#[must_use]
pub fn facet_slug(text: &str) -> Slug {
    let mut name = String::new();
    let mut is_whole = text.len() <= KEPT;
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            'A'..='Z' => name.push(letter.to_ascii_lowercase()),
            ' ' => name.push('-'),
            '-' => name.push_str("--"),
            _ => is_whole = false,
        }
        if name.len() >= KEPT {
            break;
        }
    }
    let trimmed = name.trim_matches('-');
    is_whole &= trimmed.len() == name.len() && !trimmed.is_empty();
    let name = match (is_whole, trimmed) {
        (true, name) => name.to_owned(),
        (false, "") => digits(hash(text)),
        (false, name) => format!("{name}-{}", digits(hash(text))),
    };
    Slug::new(&name).unwrap_or_default()
}

/// FNV-1a with 64 bits.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The upper 40 bits in eight letters and digits.
fn digits(hash: u64) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    (0..8).map(|place| char::from(DIGITS[(hash >> (59 - 5 * place) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_kept() {
        for (text, slug) in [
            ("radio", "radio"),
            ("Wire services", "wire-services"),
            ("covid-19", "covid--19"),
            ("covid 19", "covid-19"),
        ] {
            assert_eq!(facet_slug(text).as_str(), slug);
        }
    }

    #[test]
    fn what_else_differs_is_told_apart() {
        let long = "a".repeat(90);
        let longer = "a".repeat(91);
        let texts = [
            "C",
            "C#",
            "C++",
            "24/7",
            "24 7",
            "R&D",
            "Köln",
            "Koln",
            "Москва",
            "日本",
            "🦅",
            "-",
            "--",
            "-a",
            "a-",
            "a",
            "x",
            &long,
            &longer,
        ];
        let slugs: std::collections::BTreeSet<Slug> = texts.iter().map(|text| facet_slug(text)).collect();
        assert_eq!(slugs.len(), texts.len(), "{slugs:?}");
        assert!(facet_slug("Köln").as_str().starts_with("kln-"));
    }
}
