//! Who wrote, published and passed on an article.

use serde::{Deserialize, Serialize};

use super::json::from_json_object;

/// An author.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Person {
    /// As the byline has it.
    pub name: String,
    /// The author's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Who first published an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Publisher {
    /// The name of the publication.
    pub name: String,
    /// Its front page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its address for readers' letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// In international form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// The legal body behind the publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

/// An address that an article points to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedLink {
    /// Absolute `http` or `https` URL.
    pub url: String,
    /// What the source calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// How an article came into the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The name of the file, without its folders.
    pub source: String,
    /// The importer that read it.
    pub importer: String,
    /// What other pages of the same source link to it as, if it was one of several: `page://folder/news/a.html`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

from_json_object!(Person { name, url });
from_json_object!(Publisher { name, url, email, telephone, organisation });
from_json_object!(RelatedLink { url, title });
from_json_object!(Provenance { source, importer, page });
