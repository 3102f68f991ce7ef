//! `backissue.toml`: what the owner of a site decides. `docs/configuration.md` names every key, which a test checks.

mod error;
mod identity;
mod place;
mod value;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;
use toml::Spanned;

use crate::archive::Aliases;
use crate::article::Language;

pub use error::ConfigError;
pub(super) use identity::identity;
pub use value::{BaseUrl, Colour, Link, LocalFile};

/// The name of the file that is looked for beside an archive.
pub const CONFIG_NAME: &str = "backissue.toml";

/// What the owner of a site decides; what is left out is taken from the archive, or has a default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The site's name, instead of the archive's.
    pub title: Option<String>,
    /// One sentence on what the site holds.
    pub description: Option<String>,
    /// The language of articles that don't name their own, and of the site.
    #[serde(deserialize_with = "value::language")]
    pub language: Option<Language>,
    /// Where the site will be found; feeds, previews and the sitemap need it.
    pub base_url: Option<BaseUrl>,
    /// The colour of links and signs.
    pub accent: Option<Colour>,
    /// The same where the reader's system is dark.
    pub accent_dark: Option<Colour>,
    /// A picture file beside this one.
    pub logo: Option<LocalFile>,
    /// Copyright or licence notice of the whole.
    pub rights: Option<String>,
    /// Whose the articles are that name an original address.
    pub text_owner: Owner,
    /// Links that stand on every page.
    pub menu: Vec<Link>,
    /// A paragraph of plain text on what the site is.
    pub about: Option<String>,
    /// What becomes of tags.
    pub tags: Tags,
    /// [`Tags::aliases`], ready to be applied.
    #[serde(skip)]
    pub aliases: Aliases,
    /// The folder that [`Config::logo`] is relative to: the file's own.
    #[serde(skip)]
    pub folder: PathBuf,
}

static UNSET: LazyLock<Config> = LazyLock::new(Config::default);

impl Config {
    /// Where nothing was decided.
    #[must_use]
    pub fn unset() -> &'static Self {
        &UNSET
    }
}

/// What becomes of tags.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tags {
    /// Other names of tags, each with the tag that counts instead.
    pub aliases: BTreeMap<String, Spanned<String>>,
}

/// Who owns the texts that were first published elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Owner {
    /// Their publishers: search engines are led to the original.
    #[default]
    Publisher,
    /// The owner of the site: its own page is the one to be found.
    Site,
}

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    /// It can't be read, or a key or value is wrong.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let read = |source| ConfigError::Read { path: path.to_owned(), source };
        let text = fs::read_to_string(path).map_err(read)?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Self { folder, ..Self::parse(&path.display().to_string(), &text)? })
    }

    /// Reads the text of a file that is called `name`.
    ///
    /// # Errors
    /// A key or value is wrong.
    pub fn parse(name: &str, text: &str) -> Result<Self, ConfigError> {
        let mut config: Self = toml::from_str(text).map_err(|error| error::located(name, text, &error))?;
        let pairs = config.tags.aliases.iter().map(|(alias, tag)| (alias.as_str(), tag.get_ref().as_str()));
        config.aliases = Aliases::new(pairs).map_err(|error| {
            let span = config.tags.aliases.get(&error.alias).map_or(0..0, Spanned::span);
            error::wrong_value(name, text, span.start, error.to_string())
        })?;
        Ok(config)
    }

    /// The path of the site on its host, `/` at both ends, as far as it is known.
    #[must_use]
    pub fn base_path(&self) -> Option<&str> {
        self.base_url.as_ref().map(BaseUrl::path)
    }

    /// A path of the site, with or without `/` before it, as an absolute address; `None` if the site has none.
    #[must_use]
    pub fn absolute(&self, path: &str) -> Option<String> {
        self.base_url.as_ref().map(|base| base.join(path))
    }
}

#[cfg(test)]
mod tests;
