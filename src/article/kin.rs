//! What belongs to an article beside what it says: the other records that it was made of, and its other versions.

use serde::{Deserialize, Serialize};

/// What an archive knows of an article's relatives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kin {
    /// The records that it was made of, if they were several.
    pub duplicates: Vec<Duplicate>,
    /// The ids of articles with nearly the same text that were kept beside it.
    pub versions: Vec<String>,
}

/// A record that became part of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Duplicate {
    /// The id that it came with.
    pub id: String,
    /// Its address (absolute `http` or `https` URL), if the article has another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What other pages of its source link to it as, if the article has another such link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Its headline, if the article has another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When it was published, if the article says something else: `1858-08-16`, `2023-06-06T11:43:00Z`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// What it said, as a hash: when it comes again and says the same, it is known.
    pub digest: String,
}
