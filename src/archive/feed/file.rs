//! The shapes of the file, field by field as they stand there. Knows JSON, not articles.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::field::Field;

/// A JSON Feed, <https://www.jsonfeed.org/version/1.1/>. Fields that the archive has no use for are not named.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct FeedFile<I = Vec<Field<Item>>> {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) version: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) title: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) home_page_url: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) description: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) language: Field<String>,
    #[serde(skip_serializing)]
    pub(super) authors: Field<Vec<Author>>,
    #[serde(skip_serializing)]
    pub(super) author: Field<Author>,
    #[serde(skip_serializing)]
    pub(super) next_url: Field<String>,
    #[serde(rename = "_backissue", skip_serializing_if = "Field::is_absent")]
    pub(super) ours: Field<OurFeed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<I>,
}

/// `_backissue` of the feed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct OurFeed {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) about: Field<String>,
    pub(super) version: Field<u64>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) rights: Field<String>,
}

/// One item.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Item {
    /// A string; readers must take numbers too.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) id: Field<Value>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) url: Field<String>,
    #[serde(skip_serializing)]
    pub(super) external_url: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) title: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) summary: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) content_html: Field<String>,
    #[serde(skip_serializing)]
    pub(super) content_text: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) image: Field<String>,
    #[serde(skip_serializing)]
    pub(super) banner_image: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) date_published: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) date_modified: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) authors: Field<Vec<Author>>,
    #[serde(skip_serializing)]
    pub(super) author: Field<Author>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) tags: Field<Vec<Field<String>>>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) language: Field<String>,
    #[serde(skip_serializing)]
    pub(super) attachments: Field<Vec<Field<Attachment>>>,
    #[serde(rename = "_backissue", skip_serializing_if = "Field::is_absent")]
    pub(super) ours: Field<OurItem>,
}

/// An author; a name, an address or both.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Author {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
}

/// A file that belongs to an item.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Attachment {
    pub(super) url: String,
    pub(super) mime_type: Option<String>,
    pub(super) title: Option<String>,
}

/// `_backissue` of an item: what the standard has no field for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct OurItem {
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) slug: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) former_slugs: Field<Vec<Field<String>>>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) duplicates: Field<Vec<Field<crate::article::Duplicate>>>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) versions: Field<Vec<Field<String>>>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) section: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) publisher: Field<crate::article::Publisher>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) keywords: Field<Vec<Field<String>>>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) related: Field<Vec<Field<crate::article::RelatedLink>>>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) image: Field<crate::article::Picture>,
    /// As exact as it is known, if that is less exact than RFC 3339 wants.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) published: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) modified: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) rights: Field<String>,
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub(super) provenance: Field<crate::article::Provenance>,
}
