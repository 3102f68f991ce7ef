//! What can be wrong with a configuration: named with file, line, column and key.

use std::path::PathBuf;

use super::place::{Place, key_at};

/// Why a configuration can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file can't be read.
    #[error("can't read {}", .path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It is not TOML.
    #[error("{file}:{line}:{column}: this is not TOML: {message}")]
    NotToml {
        /// Which.
        file: String,
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What the parser expected.
        message: String,
    },
    /// A key that doesn't exist, or a value that doesn't fit.
    #[error("{file}:{line}:{column}: `{key}`: {message}")]
    Key {
        /// Which.
        file: String,
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// The key, with those that it lies in: `menu.url`.
        key: String,
        /// What is wrong, and what is allowed.
        message: String,
    },
}

impl ConfigError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Read { .. } => "check that it exists and that you may read it, or leave --config out",
            Self::NotToml { .. } => "a text stands in \"quotes\", a list in [brackets], one key a line",
            Self::Key { .. } => "docs/configuration.md says what each key takes",
        }
    }
}

/// An error in the value that stands at an offset of `text`.
pub(super) fn wrong_value(file: &str, text: &str, at: usize, message: String) -> ConfigError {
    let Place { line, column } = Place::of(text, at);
    let key = key_at(text, at).unwrap_or_default();
    ConfigError::Key { file: file.to_owned(), line, column, key, message }
}

/// Says where in `text` an error was found.
pub(super) fn located(file: &str, text: &str, error: &toml::de::Error) -> ConfigError {
    let at = error.span().map_or(0, |span| span.start);
    let Place { line, column } = Place::of(text, at);
    let file = file.to_owned();
    let message = error.message().trim().replace('\n', ", ");
    match key_at(text, at) {
        Some(key) => ConfigError::Key { file, line, column, key, message },
        None => ConfigError::NotToml { file, line, column, message },
    }
}
