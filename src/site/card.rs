//! What a list shows of an article.

use serde::Serialize;

use crate::article::json::from_json_object;
use crate::article::{FromJson, Json, Language, Picture, Reading, Tag, Timestamp, from_json};

use super::Permalink;

/// An article in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Where it is read.
    pub link: Permalink,
    /// Headline.
    pub title: String,
    /// Standfirst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Timestamp>,
    /// Its section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The publisher's name, where it is not the archive itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// Lead image; caption and credit are left to the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// Minutes to read it, 0 if it has no text.
    pub minutes: u32,
    /// Its language, where it is not the archive's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// A value that may turn out to be unreadable without spoiling what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lenient<T>(pub Result<T, String>);

impl<T: Serialize> Serialize for Lenient<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(value) => value.serialize(serializer),
            Err(_) => serializer.serialize_none(),
        }
    }
}

impl<T: FromJson> FromJson for Lenient<T> {
    fn from_json(json: &Json<'_>, _: &mut Reading) -> Self {
        Self(from_json(json).map_err(|mismatch| mismatch.to_string()))
    }
}

from_json_object!(Card {
    link,
    title,
    standfirst,
    published,
    section,
    publisher,
    tags,
    picture,
    minutes,
    language
});
