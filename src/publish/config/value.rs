//! The values of a configuration that not every text is: addresses, colours, files.

use serde::{Deserialize, Deserializer, de};
use url::Url;

use crate::article::Language;
use crate::article::html::address;
use crate::site::MenuLink;

/// Where a site will be found: an absolute `http` or `https` address with `/` at its end.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// The address of the site's root.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The path of the site on its host, `/` at both ends.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// A path of the site, with or without `/` before it, as an absolute address; what is absolute stays so.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        let joined = self.0.join(path.trim_start_matches('/'));
        joined.map_or_else(|_| self.0.to_string(), String::from)
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("'{text}' is not an absolute address like https://example.org/archive/");
        let mut url = Url::parse(text.trim()).map_err(|_| wrong())?;
        let is_plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        if !matches!(url.scheme(), "http" | "https") || !is_plain {
            return Err(wrong());
        }
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Ok(Self(url))
    }
}

/// A colour as CSS writes it: `#` with three or six hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour(String);

impl Colour {
    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Red, green and blue.
    #[must_use]
    pub fn rgb(&self) -> [u8; 3] {
        let digits: Vec<u8> =
            self.0.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
        let twice = digits.len() == 6;
        [0, 1, 2].map(|n| if twice { digits[2 * n] * 16 + digits[2 * n + 1] } else { digits[n] * 17 })
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        let fits = matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if fits { Ok(Self(text)) } else { Err(format!("'{text}' is not a colour like #9b1c31")) }
    }
}

/// A file beside the configuration, or in a folder there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct LocalFile(String);

impl LocalFile {
    /// Its path, relative to the folder of the configuration, and to the site's root.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LocalFile {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = |part: &str| !matches!(part, "" | "." | "..");
        let odd = |c: char| c.is_control() || "\\:\"<>?#%".contains(c);
        let fits = text.split('/').all(parts) && !text.contains(odd);
        if fits {
            Ok(Self(text))
        } else {
            Err(format!("'{text}' is not a file beside this one, like logo.svg"))
        }
    }
}

/// A link of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What is shown.
    pub name: String,
    /// An absolute `http` or `https` address, or a path of the site from its root: `/about/`.
    #[serde(deserialize_with = "target")]
    pub url: String,
}

impl From<&Link> for MenuLink {
    fn from(link: &Link) -> Self {
        Self { name: link.name.clone(), url: link.url.clone() }
    }
}

fn target<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.starts_with('/') && !text.starts_with("//") {
        return Ok(text);
    }
    address::web(&text, None).map_err(|_| {
        de::Error::custom(format!(
            "'{text}' is neither an address like https://example.org/ nor a path like /about/"
        ))
    })
}

/// A language tag that can be read.
pub(super) fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Language>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let wrong = || de::Error::custom(format!("'{text}' is not a language tag like en or pt-BR"));
    Language::parse(&text).ok_or_else(wrong).map(Some)
}
