//! A language tag (BCP 47) and the direction that its script runs in.

use serde::Serialize;

use super::json::from_json_text;

/// Which way a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A BCP 47 tag such as `en`, `pt-BR` or `zh-Hans`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Language(String);

from_json_text!(Language, Language::parse, "a language tag like en", Self(String::new()));

impl Language {
    /// Reads `en`, `en-GB`, `en_GB`; `None` if it isn't a tag. `en_EN`, which no register knows, is `en`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.trim().split(['-', '_']).collect();
        let (first, rest) = parts.split_first()?;
        let letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
        if !(2..=3).contains(&first.len()) || !letters(first) {
            return None;
        }
        let fits =
            |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        if !rest.iter().all(fits) {
            return None;
        }
        let mut tag = first.to_ascii_lowercase();
        for part in rest.iter().filter(|part| !part.eq_ignore_ascii_case("EN")) {
            tag.push('-');
            match part.len() {
                2 => tag.push_str(&part.to_ascii_uppercase()),
                4 if letters(part) => {
                    tag.push_str(&part[..1].to_ascii_uppercase());
                    tag.push_str(&part[1..].to_ascii_lowercase());
                }
                _ => tag.push_str(&part.to_ascii_lowercase()),
            }
        }
        Some(Self(tag))
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first subtag: `zh` of `zh-Hans`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// From the script subtag if there is one, else from the language's usual script.
    #[must_use]
    pub fn direction(&self) -> Direction {
        const RTL_SCRIPTS: [&str; 6] = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"];
        const RTL: [&str; 12] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];
        let script = self.0.split('-').skip(1).find(|part| part.len() == 4);
        let rtl = match script {
            Some(script) => RTL_SCRIPTS.contains(&script),
            None => RTL.contains(&self.primary()),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_brought_to_their_usual_form() {
        let form = |text| Language::parse(text).map(|language| language.0);
        assert_eq!(form("en_EN").as_deref(), Some("en"));
        assert_eq!(form("PT-br").as_deref(), Some("pt-BR"));
        assert_eq!(form("zh_hans_cn").as_deref(), Some("zh-Hans-CN"));
        assert_eq!(form("english"), None);
        assert_eq!(form(""), None);
    }

    #[test]
    fn the_script_decides_before_the_language() {
        let direction = |text| Language::parse(text).unwrap().direction();
        assert_eq!(direction("ar"), Direction::Rtl);
        assert_eq!(direction("ku-Arab"), Direction::Rtl);
        assert_eq!(direction("az-Latn"), Direction::Ltr);
        assert_eq!(direction("ja"), Direction::Ltr);
    }
}
