//! A picture, where it lies and what is said about it.

use serde::{Deserialize, Serialize};

use super::json::from_json_object;

/// A picture. Its file is named, never contained.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Picture {
    /// An absolute `http` or `https` URL, or a path relative to the archive file.
    pub src: String,
    /// CSS pixels, with `height`: what to keep free until it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// CSS pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// What it shows, for who can't see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// What is said below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

from_json_object!(Picture { src, width, height, alt, caption, credit });

impl Picture {
    /// Whether the file lies beside the archive and not on another host.
    #[must_use]
    pub fn is_local(&self) -> bool {
        !self.src.contains("://")
    }
}
